import { quarterOf } from '../../period/periodKey.ts'
import { quarterInLabel } from '../header/headerKeywords.ts'
import { labelSpan, spanLabel } from '../header/labelSpan.ts'
import { nameKey } from '../names/normaliseLabel.ts'
import type { PlannedColumn, PlanRequest } from './plannedColumn.ts'

/**
 * 年度目标 beside 三季度目标, 本季完成 beside 累计完成: two columns for one reading. The one that fits the indicator's nature or
 * names the quarter counts; in lists every row chooses. Where nothing decides, none is read and the clerk chooses.
 */
export function settleDoubleColumns(columns: PlannedColumn[], request: PlanRequest): void {
  const groups = new Map<string, PlannedColumn[]>()
  for (const column of columns) {
    if (column.role.role !== 'value') continue
    const key = JSON.stringify([column.role, column.block])
    groups.set(key, [...(groups.get(key) ?? []), column])
  }
  for (const group of groups.values()) {
    const counted = withoutProse(withoutHollow(group, request), request)
    if (counted.length > 1) settle(counted, request)
  }
}

function settle(group: readonly PlannedColumn[], request: PlanRequest): void {
  const { context, sink, sheetName } = request
  if (leaveToRows(group, context.catalogue.indicators)) return
  const { quarter } = quarterOf(context.catalogue.period)
  const ofQuarter = (label: string): boolean => quarterInLabel(label) === quarter
  const ofNature = natureTest(group[0]!, context.indicatorOf)
  const tests: ((label: string) => boolean)[] = isTarget(group[0]!)
    ? [ofQuarter, ...ofNature, (label) => /本季|季度|当季|时序|阶段|本期/.test(label)]
    : [...ofNature, ofQuarter]
  for (const test of tests) {
    const fit = group.filter((column) => test(nameKey(spanLabel(column.path) ?? column.path.at(-1) ?? '')))
    if (fit.length !== 1) continue
    for (const column of group) {
      if (column !== fit[0]) column.role = { role: 'ignore', reason: `以「${fit[0]!.path.at(-1)!}」为准` }
    }
    return
  }
  if (keepFirstOfSame(group, request)) return
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

/** Two columns that say the same in every row may both be the one: the first counts, and the clerk is told. */
function keepFirstOfSame(group: readonly PlannedColumn[], request: PlanRequest): boolean {
  const [first, ...others] = group
  if (first === undefined || !others.every(({ col }) => holdTheSame(first.col, col, request))) return false
  for (const other of others) {
    other.role = { role: 'ignore', reason: `与 ${first.letter} 列相同` }
    request.sink.add(
      { address: other.headerAddress, value: other.path.at(-1) ?? '' },
      {
        code: 'SAME_COLUMN',
        level: 'info',
        message: `${other.letter} 列和 ${first.letter} 列是同一个数，每一行都相同，用 ${first.letter} 列。`,
        group: `SAME_COLUMN:${request.sheetName}`
      }
    )
  }
  return true
}

function holdTheSame(one: number, other: number, { grid, header }: PlanRequest): boolean {
  return grid.rows
    .filter((row) => row > header.last)
    .every((row) => {
      const [left, right] = [grid.at(row, one), grid.at(row, other)]
      return left?.kind === right?.kind && left?.value === right?.value && left?.format === right?.format
    })
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
      return [(label) => ['PERIOD', 'QUARTER'].includes(labelSpan(label) ?? '')]
    case 'CUMULATIVE':
      return [(label) => labelSpan(label) === 'CUMULATIVE']
    case undefined:
      return []
  }
}

/** 本季完成 beside 累计完成 in a list whose rows name indicators of both natures: no column is right for all of them. */
function leaveToRows(
  group: readonly PlannedColumn[],
  indicators: PlanRequest['context']['catalogue']['indicators']
): boolean {
  const [first, second] = group
  if (!first || !second || group.length !== 2) return false
  if (first.role.role !== 'value' || first.role.indicator !== null) return false
  if (indicators.some((indicator) => indicator.nature === undefined)) return false
  const spans = [spanOf(first), spanOf(second)]
  if (!spans.includes('PERIOD') || !spans.includes('CUMULATIVE')) return false
  first.alternative = { span: spans[0]!, col: second.col }
  second.alternative = { span: spans[1]!, col: first.col }
  return true
}

function spanOf(column: PlannedColumn): 'PERIOD' | 'CUMULATIVE' | null {
  const span = labelSpan(spanLabel(column.path) ?? '')
  if (span === 'QUARTER') return 'PERIOD'
  return span === 'YEAR' ? null : span
}

/** An empty column between 目标 and 完成 under their merged name: it has the name and nothing else. */
function withoutHollow(group: readonly PlannedColumn[], { columns }: PlanRequest): readonly PlannedColumn[] {
  const isHollow = (column: PlannedColumn): boolean =>
    column.by !== 'clerk' &&
    columns.some(({ col, facts }) => col === column.col && facts.filled === 0) &&
    group.some(
      ({ path }) =>
        path.length > column.path.length && column.path.every((label, level) => label === path[level])
    )
  const hollow = group.filter(isHollow)
  for (const column of hollow) column.role = { role: 'ignore', reason: '空列' }
  return group.filter((column) => !hollow.includes(column))
}

/** 完成值 beside a 完成情况 that tells the same in words: the column of words is no second number. */
function withoutProse(group: readonly PlannedColumn[], { columns }: PlanRequest): readonly PlannedColumn[] {
  const holdsNumbers = (column: PlannedColumn): boolean =>
    columns.some((candidate) => candidate.col === column.col && candidate.facts.numeric > 0)
  const counted = group.filter(holdsNumbers)
  if (counted.length === 0) return group
  for (const column of group) {
    if (!counted.includes(column) && column.by !== 'clerk')
      column.role = { role: 'ignore', reason: `是文字，以「${counted[0]!.path.at(-1) ?? ''}」为准` }
  }
  return counted
}
