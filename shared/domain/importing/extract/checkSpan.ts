import { quarterOf } from '../../period/periodKey.ts'
import type { CatalogueIndicator } from '../catalogue.ts'
import { labelSpan, spanLabel } from '../header/labelSpan.ts'
import type { PlannedColumn } from '../columns/plannedColumn.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { Coordinates, SheetScope } from './sheetScope.ts'

const PLAIN = { PERIOD: '本季', CUMULATIVE: '累计' } as const

/**
 * Of 本季完成 and 累计完成 in a list, whether the column is the one that the indicator of this row reads. A number that
 * stands only in the other column is told, because the row would pass for unreported.
 */
export function isColumnOfRow(
  row: number,
  column: PlannedColumn,
  indicator: CatalogueIndicator | null,
  scope: SheetScope
): boolean {
  const { alternative } = column
  if (alternative === null || indicator === null || indicator.nature === alternative.span) return true
  const cell = scope.grid.own(row, column.col)
  if (cell && scope.grid.at(row, alternative.col) === null) {
    const nature = PLAIN[indicator.nature ?? 'PERIOD']
    scope.sink.add(cell, {
      code: 'SPAN_MISMATCH',
      level: 'confirm',
      message: `「${indicator.name}」按${nature}数考核，${nature}一格空着，「${column.path.at(-1)!}」里的 ${cell.shown} 没有导入。`,
      suggestion: `请补上${nature}数。`,
      group: `SPAN_MISMATCH:${scope.sheet}:${column.letter}`
    })
  }
  return false
}

/** Says when the only column for an indicator covers another stretch of time than the indicator is judged by. */
export function checkSpan(
  cell: RawCell,
  column: PlannedColumn,
  at: Coordinates,
  indicator: CatalogueIndicator,
  scope: SheetScope
): void {
  const label = spanLabel(column.path)
  const span = labelSpan(label ?? '')
  if (span === null || !contradicts(span, at, indicator, scope)) return
  scope.sink.add(cell, {
    code: 'SPAN_MISMATCH',
    level: 'confirm',
    message: `「${indicator.name}」按${PLAIN[indicator.nature!]}数考核，这一列写的是「${label ?? ''}」，仍按它导入。`,
    suggestion: `请核对是不是${PLAIN[indicator.nature!]}数；不是的请改填。`,
    group: `SPAN_MISMATCH:${scope.sheet}:${column.letter}`
  })
}

function contradicts(
  span: NonNullable<ReturnType<typeof labelSpan>>,
  at: Coordinates,
  indicator: CatalogueIndicator,
  scope: SheetScope
): boolean {
  const { quarter } = quarterOf(scope.context.catalogue.period)
  if (indicator.nature === undefined) return false
  if (at.field === 'target') {
    if (indicator.targets.has(at.unit)) return false
    if (span === 'YEAR') return quarter !== 4 || indicator.nature === 'PERIOD'
  } else if (at.field !== 'actual') return false
  // In the first quarter both are the same number.
  if (quarter === 1) return false
  return indicator.nature === 'CUMULATIVE' ? span === 'PERIOD' : span === 'CUMULATIVE' || span === 'YEAR'
}
