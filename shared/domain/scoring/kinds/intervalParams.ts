import { z } from 'zod'
import { decimalString } from '../../number/decimal.ts'
import { nonNegativeDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { rowWords } from './intervalCoverage.ts'

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
  /** Or a formula: points at the row's two ends, on a straight line between them (S18: 99–80 % → 2–0 pro rata). */
  atLo: nonNegativeDecimal.optional(),
  atHi: nonNegativeDecimal.optional(),
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
    help: '上限或下限不填就是没有限制；得分填一个数，或填人工定分的最低和最高，或填上下限处各得几分、中间按比例',
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
        { key: 'atLo', label: '按比例：下限处得', input: { type: 'decimal', suffix: '分', optional: true } },
        { key: 'atHi', label: '按比例：上限处得', input: { type: 'decimal', suffix: '分', optional: true } },
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

/** What a row gives, as the rest of a sentence. */
export function pointsWords({ value, min, max, atLo, atHi }: IntervalTableRow): string {
  if (value !== undefined) return `得 ${value} 分`
  if (atLo !== undefined || atHi !== undefined) return `按比例得 ${atLo ?? '?'} 到 ${atHi ?? '?'} 分`
  return `由人工定 ${min ?? '?'} 到 ${max ?? '?'} 分`
}

export function describeIntervals(rule: IntervalParams): string {
  const rows = rule.rows.map((entry) => `${rowWords(entry, secondNameOf(rule))}${pointsWords(entry)}`)
  return `按${rule.variable === 'RATE' ? '完成率（%）' : '实际值'}查表：${rows.join('；')}。`
}
