import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec, decimalString } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { boundOf, coverageOf, limitsSecond, pieceWords, rowWords, type Segment } from './intervalCoverage.ts'

const bound = z.union([
  decimalString,
  z.string().regex(/^-?\d+\/[1-9]\d*$/, '要写成数或几分之几，如 80、100/3')
])

const row = z.strictObject({
  lo: bound.optional(),
  loInclusive: z.boolean().default(true),
  hi: bound.optional(),
  hiInclusive: z.boolean().default(false),
  /** Points of the row; or `min` and `max`, between which somebody marks by hand (S18: 5–3). */
  value: nonNegativeDecimal.optional(),
  min: nonNegativeDecimal.optional(),
  max: nonNegativeDecimal.optional(),
  secondLo: bound.optional(),
  secondLoInclusive: z.boolean().default(true),
  secondHi: bound.optional(),
  secondHiInclusive: z.boolean().default(false)
})
export type IntervalTableRow = z.infer<typeof row>

/** Parameters of 按区间给分 (S2, S18). Points count as they are. */
export const intervalParams = z.strictObject({
  /** What is looked up: the value itself, or value ÷ target in %. */
  variable: z.enum(['ACTUAL', 'RATE']).default('ACTUAL'),
  /** Name of the second variable, and label of the `rating` reading that brings it. */
  secondName: z.string().min(1).optional(),
  rows: z.array(row).min(1)
})
export type IntervalParams = z.infer<typeof intervalParams>

export const intervalForm: readonly ParamField[] = [
  {
    key: 'variable',
    label: '按什么查表',
    input: {
      type: 'choice',
      options: [
        { value: 'ACTUAL', label: '实际值' },
        { value: 'RATE', label: '完成率（实际 ÷ 目标，%）' }
      ]
    }
  },
  {
    key: 'secondName',
    label: '第二个条件的名称',
    help: '只有一个条件就不填；报表里同名的一列就是它的数',
    input: { type: 'text' }
  },
  {
    key: 'rows',
    label: '区间',
    help: '上限或下限不填就是没有限制；得分填一个数，或填人工定分的最低和最高',
    input: {
      type: 'table',
      columns: [
        { key: 'lo', label: '从', input: { type: 'decimal', optional: true } },
        { key: 'loInclusive', label: '含', input: { type: 'switch' } },
        { key: 'hi', label: '到', input: { type: 'decimal', optional: true } },
        { key: 'hiInclusive', label: '含', input: { type: 'switch' } },
        { key: 'value', label: '得分', input: { type: 'decimal', suffix: '分', optional: true } },
        { key: 'min', label: '人工定分最低', input: { type: 'decimal', suffix: '分', optional: true } },
        { key: 'max', label: '人工定分最高', input: { type: 'decimal', suffix: '分', optional: true } },
        { key: 'secondLo', label: '第二个条件从', input: { type: 'decimal', optional: true } },
        { key: 'secondLoInclusive', label: '含', input: { type: 'switch' } },
        { key: 'secondHi', label: '第二个条件到', input: { type: 'decimal', optional: true } },
        { key: 'secondHiInclusive', label: '含', input: { type: 'switch' } }
      ]
    }
  }
]

export function secondNameOf(rule: IntervalParams): string {
  return rule.secondName ?? '第二个条件'
}

export function describeIntervals(rule: IntervalParams): string {
  const rows = rule.rows.map((entry) => {
    const points =
      entry.value === undefined ? `人工定 ${entry.min ?? '?'} 到 ${entry.max ?? '?'} 分` : `${entry.value} 分`
    return `${rowWords(entry, secondNameOf(rule))}得 ${points}`.replace('得 人工定', '由人工定')
  })
  return `按${rule.variable === 'RATE' ? '完成率（%）' : '实际值'}查表：${rows.join('；')}。`
}

/** What is wrong with the table: rows without points, and the number line's gaps and overlaps, each as a sentence. */
export function checkIntervals(rule: IntervalParams, indicator: IndicatorDefinition): Problem[] {
  return [
    ...rule.rows.flatMap((entry, index) => checkRow(entry, `第 ${index + 1} 行`, indicator)),
    ...checkSecond(rule),
    ...checkLine(rule)
  ]
}

function checkRow(entry: IntervalTableRow, at: string, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  const { value, min, max } = entry
  if (value === undefined ? min === undefined || max === undefined : min !== undefined || max !== undefined) {
    const action = '请填一个得分，或填人工定分的最低和最高'
    found.push(ruleProblem('error', 'ROW_WITHOUT_POINTS', `${at}没有写清得多少分`, action))
  } else if (min !== undefined && max !== undefined && dec(min).greaterThanOrEqualTo(dec(max))) {
    const message = `${at}人工定分的最低 ${min} 不低于最高 ${max}`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改人工定分的范围'))
  }
  const most = value ?? max
  if (most !== undefined && dec(most).greaterThan(dec(indicator.fullMark))) {
    const message = `${at}得 ${most} 分，超过满分 ${indicator.fullMark}`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改到满分以内'))
  }
  const empty =
    isEmpty(entry.lo, entry.loInclusive, entry.hi, entry.hiInclusive) ||
    isEmpty(entry.secondLo, entry.secondLoInclusive, entry.secondHi, entry.secondHiInclusive)
  if (empty) {
    found.push(ruleProblem('error', 'ROW_EMPTY', `${at}的区间里没有任何数`, '请核对上限和下限'))
  }
  return found
}

function isEmpty(lo: string | undefined, loIn: boolean, hi: string | undefined, hiIn: boolean): boolean {
  if (lo === undefined || hi === undefined) return false
  const order = boundOf(lo).comparedTo(boundOf(hi))
  return order > 0 || (order === 0 && !(loIn && hiIn))
}

function checkSecond(rule: IntervalParams): Problem[] {
  const used = rule.rows.some(limitsSecond)
  if (used === (rule.secondName !== undefined)) return []
  const message = used ? '有区间写了第二个条件，但没有写它的名称' : '写了第二个条件的名称，但没有区间用它'
  return [ruleProblem('error', 'SECOND_INCOMPLETE', message, '请两处都填，或都不填')]
}

function checkLine(rule: IntervalParams): Problem[] {
  const { gaps, overlaps } = coverageOf(rule.rows)
  const where = (segment: Segment): string =>
    segment.second === null
      ? pieceWords(segment)
      : `${pieceWords(segment)}、${secondNameOf(rule)} ${pieceWords(segment.second)}`
  return [
    ...gaps.map((gap) => {
      // Nothing beyond the ends of the table may be meant (a share is never below 0); a hole inside never is.
      const outer = gap.second === null && (gap.lo === null || gap.hi === null)
      const message = `${where(gap)}没有对应的区间，落在这里就不能计分`
      const action = outer ? '如果数值不会到这里，可以不管' : '请补一行，或改相邻两行的上限、下限'
      return ruleProblem(outer ? 'confirm' : 'error', 'RANGE_GAP', message, action)
    }),
    ...overlaps.map((overlap) => {
      const rows = overlap.rows.map((index) => index + 1).join('、')
      const message = `${where(overlap)}同时落在第 ${rows} 行`
      return ruleProblem('error', 'RANGE_OVERLAP', message, '请改上限、下限，让一个数只对应一行')
    })
  ]
}
