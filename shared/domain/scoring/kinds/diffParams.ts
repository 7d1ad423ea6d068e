import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED, type D } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import type { ParamField } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { cliffWords } from './cliff.ts'
import {
  deviationChoice,
  deviationField,
  isPercentUnit,
  isRelative,
  measureWords,
  stepChoice,
  stepField
} from './deviation.ts'

/** Parameters of 达标基础上加减分 (S10, S12, S81a). Points count as they are; nothing is scaled to the full mark. */
export const diffParams = z.strictObject({
  /** Points at the target; without it the full mark. S81a: 80 % of the full mark. */
  base: nonNegativeDecimal.optional(),
  baseIn: z.enum(['POINTS', 'PERCENT']).default('POINTS'),
  upPer: positiveDecimal.default('1'),
  upPoints: nonNegativeDecimal.default('0'),
  /** Most points added, and most taken off. Without it only `floor` limits. */
  upCap: nonNegativeDecimal.optional(),
  downPer: positiveDecimal.default('1'),
  downPoints: nonNegativeDecimal.default('1'),
  downCap: nonNegativeDecimal.optional(),
  floor: nonNegativeDecimal.default('0'),
  /** Most that the item may give, % of the full mark (S81a: a multiple of the standard mark). Without it no limit. */
  max: positiveDecimal.optional(),
  mode: stepChoice,
  deviation: deviationChoice,
  /** A completion rate (value ÷ target, %) at or below (or only below) this scores nothing. */
  cliff: nonNegativeDecimal.optional(),
  cliffInclusive: z.boolean().default(true)
})
export type DiffParams = z.infer<typeof diffParams>

export const diffForm: readonly ParamField[] = [
  {
    key: 'base',
    label: '正好达标得',
    help: '不填就是满分',
    input: { type: 'decimal', optional: true }
  },
  {
    key: 'baseIn',
    label: '达标得分的单位',
    input: {
      type: 'choice',
      options: [
        { value: 'POINTS', label: '分' },
        { value: 'PERCENT', label: '满分的百分之几' }
      ]
    }
  },
  { key: 'upPer', label: '每好于目标', input: { type: 'decimal', suffix: '% 或百分点' } },
  { key: 'upPoints', label: '加', input: { type: 'decimal', suffix: '分' } },
  {
    key: 'upCap',
    label: '最多加',
    help: '不填就不封顶',
    input: { type: 'decimal', suffix: '分', optional: true }
  },
  { key: 'downPer', label: '每差于目标', input: { type: 'decimal', suffix: '% 或百分点' } },
  { key: 'downPoints', label: '减', input: { type: 'decimal', suffix: '分' } },
  {
    key: 'downCap',
    label: '最多减',
    help: '不填就减到最低得分为止',
    input: { type: 'decimal', suffix: '分', optional: true }
  },
  { key: 'floor', label: '最低得分', input: { type: 'decimal', suffix: '分' } },
  {
    key: 'max',
    label: '这一项最多得满分的',
    help: '不填就只看「最多加」',
    input: { type: 'decimal', suffix: '%', optional: true }
  },
  stepField,
  deviationField,
  {
    key: 'cliff',
    label: '完成率低于多少不得分',
    help: '不填就没有这条线',
    input: { type: 'decimal', suffix: '%', optional: true }
  },
  { key: 'cliffInclusive', label: '正好等于这条线也不得分', input: { type: 'switch' } }
]

/** Points of a unit that is exactly on target. */
export function diffBase(rule: DiffParams, fullMark: D): D {
  if (rule.base === undefined) return fullMark
  return rule.baseIn === 'PERCENT' ? fullMark.times(dec(rule.base)).div(HUNDRED) : dec(rule.base)
}

/** Most points that the item may give; null without such a limit. */
export function diffMost(rule: DiffParams, fullMark: D): D | null {
  return rule.max === undefined ? null : fullMark.times(dec(rule.max)).div(HUNDRED)
}

export function describeDiff(rule: DiffParams, indicator: IndicatorDefinition): string {
  const measure = measureWords(isRelative(rule.deviation, indicator), indicator)
  const [better, worse] = indicator.direction === 'DOWN' ? ['低', '高'] : ['高', '低']
  const base =
    rule.base === undefined ? '满分' : rule.baseIn === 'PERCENT' ? `满分的 ${rule.base}%` : ` ${rule.base} 分`
  const limit = (word: string, cap: string | undefined): string =>
    cap === undefined ? '' : `（最多${word} ${cap} 分）`
  const parts = [`正好达标得${base}`]
  if (rule.upPoints !== '0')
    parts.push(`每${better} ${rule.upPer}${measure}加 ${rule.upPoints} 分${limit('加', rule.upCap)}`)
  parts.push(`每${worse} ${rule.downPer}${measure}减 ${rule.downPoints} 分${limit('减', rule.downCap)}`)
  if (rule.mode === 'STEP') parts.push('不足一档不算')
  parts.push(`最低 ${rule.floor} 分`)
  if (rule.max !== undefined) parts.push(`最多得满分的 ${rule.max}%`)
  if (rule.cliff !== undefined) parts.push(`完成率低于 ${cliffWords(rule)}不得分`)
  return `${parts.join('，')}。`
}

/** What is wrong with a 达标基础上加减分 rule before any number arrives. */
export function checkDiff(rule: DiffParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  const base = diffBase(rule, dec(indicator.fullMark))
  if (dec(rule.floor).greaterThan(base)) {
    const message = `最低得分 ${rule.floor} 比正好达标的 ${base.toFixed()} 分还高`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请把最低得分改小'))
  }
  if (indicator.direction === 'TARGET') {
    const action = '请改用「按偏离目标加减分」'
    found.push(ruleProblem('error', 'DIRECTION_UNFIT', '「接近目标为好」不能用这种计分方式', action))
  }
  const most = diffMost(rule, dec(indicator.fullMark))
  if (most !== null && most.lessThan(base)) {
    const message = `最多得 ${most.toFixed()} 分，比正好达标的 ${base.toFixed()} 分还低`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请把最多得分改大'))
  }
  if (rule.upPoints !== '0' && rule.upCap === undefined && rule.max === undefined) {
    found.push(
      ruleProblem('confirm', 'GAIN_UNCAPPED', '好于目标的加分没有封顶', '请填「最多加」，或确认不封顶')
    )
  }
  if (rule.deviation === 'RELATIVE' && isPercentUnit(indicator.unit)) {
    const message = '指标以 % 计，却按相对百分比算偏离'
    found.push(ruleProblem('confirm', 'PERCENT_RELATIVE', message, '多数办法用百分点，请核对'))
  }
  return [...found, ...checkCliff(rule, indicator)]
}

function checkCliff(rule: DiffParams, indicator: IndicatorDefinition): Problem[] {
  if (rule.cliff === undefined) return []
  if (indicator.direction === 'DOWN') {
    const message = '越低越好的指标没有公认的完成率，不能设不得分的线'
    return [ruleProblem('error', 'DOWN_RATIO_UNDECIDED', message, '请去掉这条线')]
  }
  const against = dec(rule.cliff).comparedTo(HUNDRED)
  if (against < 0 || (against === 0 && !rule.cliffInclusive)) return []
  const message = '正好完成目标的单位也不得分'
  return [ruleProblem('confirm', 'CLIFF_ABOVE_TARGET', message, '如果不是本意，请把不得分的线改低')]
}
