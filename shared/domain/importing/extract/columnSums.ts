import type { ParsedValue } from '../values/parseValue.ts'
import type { PlannedColumn } from '../columns/plannedColumn.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { parseCell } from './readCell.ts'
import type { SheetScope } from './sheetScope.ts'
import { reportTotal } from './reportTotal.ts'
import { tally, type Tally } from './tally.ts'

export interface ColumnSums {
  add(column: PlannedColumn, indicator: string | null, cell: RawCell, parsed: ParsedValue): void
  of(column: PlannedColumn): Tally | null
  /** Indicators that the column's numbers belong to: a sum over several measures means nothing. */
  indicators(column: PlannedColumn): ReadonlySet<string>
  /** Compares the 合计 column of a row across units. */
  endRow(row: number): void
}

/** Our own sums of everything readable, also of rows whose unit is still unknown. */
export function columnSums(scope: SheetScope): ColumnSums {
  const tallies = new Map<number, Tally>()
  const indicators = new Map<number, Set<string>>()
  const totals = scope.layout === 'INDICATOR_BY_UNIT' ? scope.columns.filter(isSumColumn) : []
  let across: { tally: Tally; fields: Set<string>; indicators: Set<string> } | null = null

  return {
    add(column, indicator, cell, parsed) {
      const sums = tallies.get(column.col) ?? tally()
      tallies.set(column.col, sums)
      const seen = indicators.get(column.col) ?? new Set()
      indicators.set(column.col, seen.add(indicator ?? ''))
      across ??= { tally: tally(), fields: new Set(), indicators: new Set() }
      across.fields.add(column.role.role === 'value' ? column.role.field : '')
      if (indicator !== null) across.indicators.add(indicator)
      // Only a 合计 column asks for the sum across.
      for (const one of totals.length === 1 ? [sums, across.tally] : [sums]) {
        if (parsed.kind === 'NUMBER') one.add(parsed.value)
        else if (parsed.kind === 'BAD') one.unread(cell.address)
      }
    },
    of: (column) => tallies.get(column.col) ?? null,
    indicators: (column) => indicators.get(column.col) ?? new Set(),
    endRow(row) {
      const sums = across
      across = null
      const [indicator] = sums?.indicators ?? []
      if (!sums || indicator === undefined || sums.fields.size !== 1 || totals.length !== 1) return
      const cell = scope.grid.own(row, totals[0]!.col)
      const stated = parseCell(cell, scope.context.indicatorOf.get(indicator) ?? null, 'actual', null, scope)
      if (cell && stated.kind === 'NUMBER')
        reportTotal(cell, '合计', stated.value, sums.tally.compare('ALL', stated.value), scope)
    }
  }
}

function isSumColumn(column: PlannedColumn): boolean {
  return column.role.role === 'total' && /^(?:合\s*计|总\s*计|小\s*计)$/.test(column.path.at(-1) ?? '')
}
