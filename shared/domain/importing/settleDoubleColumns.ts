import { quarterOf } from '../period/periodKey.ts'
import { quarterInLabel } from './headerKeywords.ts'
import { nameKey } from './normaliseLabel.ts'
import type { PlannedColumn, PlanRequest } from './plannedColumn.ts'

/**
 * 年度目标 beside 三季度目标, 本季完成 beside 累计完成: two columns for one reading. The one that names the quarter (or fits the
 * indicator's nature) counts; where nothing decides, none is read and the clerk chooses.
 */
export function settleDoubleColumns(columns: PlannedColumn[], request: PlanRequest): void {
  const groups = new Map<string, PlannedColumn[]>()
  for (const column of columns) {
    if (column.role.role !== 'value') continue
    const key = JSON.stringify([column.role, column.block])
    groups.set(key, [...(groups.get(key) ?? []), column])
  }
  for (const group of groups.values()) {
    if (group.length > 1) settle(group, request)
  }
}

function settle(group: readonly PlannedColumn[], { context, sink, sheetName }: PlanRequest): void {
  const { quarter } = quarterOf(context.catalogue.period)
  const tests: ((label: string) => boolean)[] = [
    (label) => quarterInLabel(label) === quarter,
    ...natureTest(group[0]!, context.indicatorOf),
    ...(isTarget(group[0]!) ? [(label: string) => /本季|季度|当季|时序|阶段|本期/.test(label)] : [])
  ]
  for (const test of tests) {
    const fit = group.filter((column) => test(nameKey(column.path.at(-1) ?? '')))
    if (fit.length !== 1) continue
    for (const column of group) {
      if (column !== fit[0]) column.role = { role: 'ignore', reason: `以「${fit[0]!.path.at(-1)!}」为准` }
    }
    return
  }
  const labels = group.map((column) => `「${column.path.join('/')}」(${column.letter} 列)`)
  sink.add(
    { address: group[0]!.headerAddress, value: group[0]!.path.at(-1) },
    {
      code: 'AMBIGUOUS_COLUMN',
      level: 'error',
      message: `${labels.join('、')}都像是同一个数，不知道用哪一列。`,
      suggestion: '请指定用哪一列，其余的设为不导入。',
      group: `AMBIGUOUS_COLUMN:${sheetName}:${group.map((column) => column.letter).join()}`
    }
  )
  for (const column of group) column.role = { role: 'ignore', reason: '与另一列重复，等经办人选择' }
}

function isTarget(column: PlannedColumn): boolean {
  return column.role.role === 'value' && column.role.field === 'target'
}

function natureTest(
  column: PlannedColumn,
  indicators: PlanRequest['context']['indicatorOf']
): ((label: string) => boolean)[] {
  if (column.role.role !== 'value' || column.role.indicator === null) return []
  switch (indicators.get(column.role.indicator)?.nature) {
    case 'PERIOD':
      return [(label) => /本季|季度|当季|本期/.test(label)]
    case 'CUMULATIVE':
      return [(label) => /累计|1-\d{1,2}月|年初至今/.test(label)]
    case undefined:
      return []
  }
}
