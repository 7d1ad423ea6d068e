import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec, sum, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'

/** Parameters of 直接打分 (S9, S31, S66). */
export const directParams = z.strictObject({
  min: nonNegativeDecimal.default('0'),
  /** Highest score that may be given; without it `outOf`, or else the full mark. */
  max: positiveDecimal.optional(),
  /** Scores are out of this and scaled to the full mark; without it they count as they are. */
  outOf: positiveDecimal.optional(),
  /** Several units score the item together, each with its share (S9: 园区 70, 乡镇 30). */
  providers: z.array(z.strictObject({ name: z.string().min(1), share: positiveDecimal })).default([])
})
export type DirectScoreParams = z.infer<typeof directParams>

export const directForm: readonly ParamField[] = [
  { key: 'min', label: '最低', input: { type: 'decimal', suffix: '分' } },
  {
    key: 'max',
    label: '最高',
    help: '不填就是满分',
    input: { type: 'decimal', suffix: '分', optional: true }
  },
  {
    key: 'outOf',
    label: '按几分制打分',
    help: '不填就直接计入得分；填 100 就按百分制打分再折算成满分',
    input: { type: 'decimal', suffix: '分', optional: true }
  },
  {
    key: 'providers',
    label: '几家共同打分',
    help: '不填就是一家打分，或几个分取平均',
    input: {
      type: 'table',
      columns: [
        { key: 'name', label: '打分单位', input: { type: 'text' } },
        { key: 'share', label: '占比', input: { type: 'decimal' } }
      ]
    }
  }
]

export function describeDirect(rule: DirectScoreParams, indicator: IndicatorDefinition): string {
  const highest = rule.max ?? rule.outOf ?? indicator.fullMark
  const who =
    rule.providers.length === 0
      ? '考核单位直接打分，多个分取平均'
      : `${rule.providers.map((entry) => `${entry.name} ${formatValue(shareOf(dec(entry.share), rule))}%`).join('、')}，按占比合成`
  const scaled = rule.outOf === undefined ? '' : `，再由 ${rule.outOf} 分折算成满分`
  return `${who}，打分范围 ${rule.min} 到 ${highest}${scaled}。`
}

function shareOf(share: D, rule: DirectScoreParams): D {
  return share
    .times(100)
    .div(sum(rule.providers.map((entry) => dec(entry.share))))
    .toDecimalPlaces(2)
}

/** What is wrong with the range and the shares before any mark arrives. */
export function checkDirect(rule: DirectScoreParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  const highest = dec(rule.max ?? rule.outOf ?? indicator.fullMark)
  const ceiling = dec(rule.outOf ?? indicator.fullMark)
  if (dec(rule.min).greaterThanOrEqualTo(highest)) {
    found.push(
      ruleProblem(
        'error',
        'CAPS_CONTRADICT',
        `最低分 ${rule.min} 不低于最高分 ${highest.toFixed()}`,
        '请改打分范围'
      )
    )
  }
  if (highest.greaterThan(ceiling)) {
    const message = `最高可打 ${highest.toFixed()}，超过满分 ${ceiling.toFixed()}`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请把最高分改到满分以内'))
  }
  const names = rule.providers.map((entry) => entry.name)
  if (new Set(names).size < names.length) {
    found.push(ruleProblem('error', 'DUPLICATE_GROUP', '同一个打分单位写了两次', '请删去一行'))
  }
  const total = sum(rule.providers.map((entry) => dec(entry.share)))
  if (names.length > 0 && !total.equals(1) && !total.equals(100)) {
    const message = `打分单位的占比合计 ${total.toFixed()}，不是 100，将按比例折算`
    found.push(ruleProblem('confirm', 'WEIGHTS_NOT_100', message, '请核对占比'))
  }
  return found
}
