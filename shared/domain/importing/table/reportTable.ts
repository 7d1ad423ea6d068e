import { dec } from '../../number/decimal.ts'
import type { TableRequest } from './tableRequest.ts'
import { checkPeriod } from './checkPeriod.ts'
import type { ImportContext } from '../importContext.ts'
import { looksNumeric } from '../grid/looksNumeric.ts'
import type { PlannedColumn } from '../columns/plannedColumn.ts'
import type { ProblemSink } from '../problems/problemSink.ts'
import type { SheetMeta } from '../header/readMeta.ts'

/** Numbers beside known names above the header belong to a table whose header nobody found. */
export function reportRowsAbove(
  meta: SheetMeta,
  { grid, header, context, sink, sheetName }: TableRequest
): void {
  for (const row of grid.rows) {
    if (row >= header.first || meta.rows.includes(row)) continue
    const cells = grid.rowCells(row)
    const number = cells.find(looksNumeric)
    if (!number || !cells.some((cell) => cell.kind === 'text' && context.known(cell.value))) continue
    sink.add(number, {
      code: 'ROW_ABOVE_HEADER',
      level: 'confirm',
      message: `第 ${row + 1} 行在表头上面，里面的数没有导入。`,
      suggestion: '如果它也是要导入的数，请点选它的表头，或把它移到单独的工作表后重新导入。',
      group: `ROW_ABOVE_HEADER:${sheetName}`
    })
  }
}

export function reportPeriod(
  meta: SheetMeta,
  sheetName: string,
  context: ImportContext,
  sink: ProblemSink
): void {
  const { period } = context.catalogue
  const title = meta.title
  if (title && checkPeriod(title.text, { address: title.address, value: title.text }, period, sink)) return
  checkPeriod(sheetName, null, period, sink)
}

/** 政务公开得分(77) in the header while the scheme says 80: the scheme counts, but somebody should know. */
export function reportFullMarks(
  columns: readonly PlannedColumn[],
  context: ImportContext,
  sink: ProblemSink
): void {
  for (const column of columns) {
    if (column.fullMark === null || column.role.role !== 'value' || column.role.indicator === null) continue
    const indicator = context.indicatorOf.get(column.role.indicator)
    if (!indicator || dec(indicator.fullMark).eq(dec(column.fullMark))) continue
    sink.add(
      { address: column.headerAddress, value: column.path.at(-1) ?? '' },
      {
        code: 'FULL_MARK_MISMATCH',
        level: 'confirm',
        message: `表头写的满分是 ${column.fullMark}，方案里「${indicator.name}」是 ${indicator.fullMark}，以方案为准。`,
        suggestion: '请核对是不是用了旧表。',
        group: `FULL_MARK_MISMATCH:${indicator.code}`
      }
    )
  }
}
