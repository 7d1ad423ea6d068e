import type { PlannedColumn } from '../columns/plannedColumn.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { RowKind } from '../header/rowKind.ts'
import type { ColumnSums } from './columnSums.ts'
import { parseCell } from './readCell.ts'
import type { SheetScope } from './sheetScope.ts'
import { reportTotal } from './reportTotal.ts'

type TotalRow = Extract<RowKind, { kind: 'TOTAL' }>

/** Compares a 合计, 小计 or 平均 row with our own numbers, column by column; differences are to be confirmed. */
export function compareTotals(
  row: number,
  total: TotalRow,
  values: readonly PlannedColumn[],
  sums: ColumnSums,
  scope: SheetScope
): void {
  if (total.of === 'OTHER') return
  for (const column of values) {
    const cell = scope.grid.own(row, column.col)
    const own = sums.of(column)
    if (!cell || !own || column.role.role !== 'value' || isWide(cell, scope)) continue
    const indicators = sums.indicators(column)
    const isMark = column.role.field === 'score' || column.role.field === 'self'
    if (indicators.size !== 1 && !isMark) continue
    const [indicator] = indicators
    const definition = indicator === undefined ? null : (scope.context.indicatorOf.get(indicator) ?? null)
    const stated = parseCell(cell, definition, column.role.field, column.unitText, scope)
    if (stated.kind === 'NUMBER')
      reportTotal(cell, total.label, stated.value, own.compare(total.of, stated.value), scope)
  }
}

/** One total merged over several columns belongs to none of them. */
function isWide(cell: RawCell, scope: SheetScope): boolean {
  const merge = scope.grid.mergeAt(cell.row, cell.col)
  return merge !== null && merge.right > merge.left
}
