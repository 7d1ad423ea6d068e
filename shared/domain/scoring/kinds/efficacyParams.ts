import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec, decimalString } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { groupWords } from './ruleWords.ts'

const tier = z.strictObject({
  /** Code of the group that has standard values of its own (S13a: by industry and size); absent: all others. */
  group: z.string().min(1).optional(),
  /** 优秀值, 良好值, 平均值, 较低值, 较差值. */
  name: z.string().min(1),
  value: decimalString,
  coefficient: nonNegativeDecimal
})
export type EfficacyTier = z.infer<typeof tier>

/** Parameters of 功效系数法. Standard values have no default: they come from the published tables of the year. */
export const efficacyParams = z.strictObject({
  tiers: z.array(tier).min(2),
  /** A value worse than the worst standard: nothing (G8), or the worst tier's own points. */
  belowWorst: z.enum(['ZERO', 'WORST_TIER']).default('ZERO')
})
export type EfficacyParams = z.infer<typeof efficacyParams>

export const efficacyForm: readonly ParamField[] = [
  {
    key: 'tiers',
    label: '标准值',
    help: '常用 优秀值 1、良好值 0.8、平均值 0.6、较低值 0.4、较差值 0.2；某一组另有标准值时填组别代码',
    input: {
      type: 'table',
      columns: [
        { key: 'group', label: '组别代码', input: { type: 'text' } },
        { key: 'name', label: '档次', input: { type: 'text' } },
        { key: 'value', label: '标准值', input: { type: 'decimal' } },
        { key: 'coefficient', label: '标准系数', input: { type: 'decimal' } }
      ]
    }
  },
  {
    key: 'belowWorst',
    label: '比最差的标准值还差时',
    input: {
      type: 'choice',
      options: [
        { value: 'ZERO', label: '不得分' },
        { value: 'WORST_TIER', label: '按最差一档的基础分计' }
      ]
    }
  }
]

/** The tiers of a group, best first: its own, or those without a group. */
export function tiersOf(rule: EfficacyParams, group: string | undefined): readonly EfficacyTier[] {
  const own = rule.tiers.filter((entry) => entry.group !== undefined && entry.group === group)
  const tiers = own.length > 0 ? own : rule.tiers.filter((entry) => entry.group === undefined)
  return [...tiers].sort((a, b) => dec(b.coefficient).comparedTo(dec(a.coefficient)))
}

/** Why tiers cannot be used; null when they run from good to bad in the indicator's direction. */
export function tiersFault(tiers: readonly EfficacyTier[], indicator: IndicatorDefinition): string | null {
  if (tiers.length < 2) return '标准值至少要有两档'
  for (let index = 1; index < tiers.length; index++) {
    const [better, worse] = [tiers[index - 1]!, tiers[index]!]
    if (dec(better.coefficient).equals(dec(worse.coefficient)))
      return `${better.name}和${worse.name}的系数都是 ${worse.coefficient}，分不出先后`
    const order = dec(better.value).comparedTo(dec(worse.value))
    if (indicator.direction === 'DOWN' ? order >= 0 : order <= 0) {
      const word = indicator.direction === 'DOWN' ? '小于' : '大于'
      return `${better.name} ${better.value} 应该${word}${worse.name} ${worse.value}`
    }
  }
  return null
}

export function describeEfficacy(rule: EfficacyParams): string {
  const words = (tiers: readonly EfficacyTier[]): string =>
    tiers.map((entry) => `${entry.name} ${entry.value}（系数 ${entry.coefficient}）`).join('、')
  const groups = [...new Set(rule.tiers.flatMap((entry) => entry.group ?? []))]
  const common = tiersOf(rule, undefined)
  const parts = [
    ...(common.length === 0 ? [] : [words(common)]),
    ...groups.map((group) => `${groupWords(group)}：${words(tiersOf(rule, group))}`)
  ]
  const below = rule.belowWorst === 'ZERO' ? '不得分' : '按最差一档的基础分计'
  return `功效系数法：本档基础分加调整分。标准值 ${parts.join('；')}。比最差的标准值还差${below}，最多得满分。`
}

/** What is wrong with the standard values before any number arrives. */
export function checkEfficacy(rule: EfficacyParams, indicator: IndicatorDefinition): Problem[] {
  if (indicator.direction === 'TARGET') {
    const message = '「接近目标为好」不能按功效系数法计分'
    return [ruleProblem('error', 'DIRECTION_UNFIT', message, '请改用「按偏离目标加减分」')]
  }
  const groups = [...new Set(rule.tiers.map((entry) => entry.group))]
  const found = groups.flatMap((group) => {
    const tiers = rule.tiers.filter((entry) => entry.group === group)
    const fault = tiersFault(tiersOf({ ...rule, tiers }, group), indicator)
    const at = group === undefined ? '' : `${groupWords(group)}：`
    return fault === null
      ? []
      : [ruleProblem('error', 'TIERS_UNORDERED', `${at}${fault}`, '请核对标准值和系数')]
  })
  if (rule.tiers.some((entry) => dec(entry.coefficient).greaterThan(1))) {
    const message = '有标准系数大于 1，超过部分按满分计'
    found.push(ruleProblem('confirm', 'COEFFICIENT_ABOVE_ONE', message, '请核对系数'))
  }
  if (rule.belowWorst === 'ZERO') found.push(...jumps(rule, groups))
  return found
}

/** Just above the worst standard there are points, just below none: the scheme should want that (ambiguity 18). */
function jumps(rule: EfficacyParams, groups: readonly (string | undefined)[]): Problem[] {
  const worst = groups.flatMap((group) => {
    const last = tiersOf(rule, group).at(-1)
    return last !== undefined && !dec(last.coefficient).isZero() ? [last] : []
  })
  if (worst.length === 0) return []
  const message = `比${worst[0]!.name} ${worst[0]!.value} 还差就不得分，正好等于还有满分的 ${dec(worst[0]!.coefficient).times(100).toFixed()}%`
  return [ruleProblem('info', 'SCORE_JUMPS', message, '如果不是本意，请改成「按最差一档的基础分计」')]
}
