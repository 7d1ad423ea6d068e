import { z } from 'zod'
import { dec, HUNDRED, ZERO, type D } from '../../number/decimal.ts'
import { formatPercent, formatValue } from '../../number/format.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { ParamField, RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, traceTarget, type RuleTrace } from '../ruleTrace.ts'
import { checkRatio } from './checkRatio.ts'
import { NO_TARGET } from './ruleWords.ts'

export const ratioParams = z.strictObject({
  /** Highest share of the full mark, %. */
  cap: positiveDecimal.default('100'),
  /** Lowest share of the full mark above the cliff, %. */
  floor: nonNegativeDecimal.default('0'),
  /** A rate at or below (or only below) this many % scores nothing. */
  cliff: nonNegativeDecimal.optional(),
  cliffInclusive: z.boolean().default(true),
  /** How a lower-is-better value becomes a rate. Nothing is published, so there is no default. */
  down: z.enum(['TARGET_OVER_VALUE', 'TWO_MINUS_RATIO']).optional()
})
export type RatioParams = z.infer<typeof ratioParams>
type Context = RuleContext<RatioParams>

const form: readonly ParamField[] = [
  { key: 'cap', label: '最多得满分的', input: { type: 'decimal', suffix: '%' } },
  { key: 'floor', label: '最少得满分的', input: { type: 'decimal', suffix: '%' } },
  {
    key: 'cliff',
    label: '完成率低于多少不得分',
    help: '不填就没有这条线',
    input: { type: 'decimal', suffix: '%', optional: true }
  },
  { key: 'cliffInclusive', label: '正好等于这条线也不得分', input: { type: 'switch' } },
  {
    key: 'down',
    label: '越低越好时怎么算完成率',
    help: '公开的办法里没有统一写法，请按本单位的办法选一种',
    input: {
      type: 'choice',
      options: [
        { value: 'TARGET_OVER_VALUE', label: '目标 ÷ 实际' },
        { value: 'TWO_MINUS_RATIO', label: '2 − 实际 ÷ 目标' }
      ]
    }
  }
]

function describe(rule: RatioParams, indicator: IndicatorDefinition): string {
  const parts = [`完成几成得几成分：${rateWords(rule, indicator)}，再乘满分`]
  parts.push(rule.cap === '100' ? '超过目标按满分，不另加分' : `最多得满分的 ${rule.cap}%`)
  if (rule.floor !== '0') parts.push(`最少得满分的 ${rule.floor}%`)
  if (rule.cliff !== undefined) parts.push(`完成率低于 ${cliffWords(rule)}不得分`)
  return `${parts.join('；')}。`
}

function rateWords(rule: RatioParams, indicator: IndicatorDefinition): string {
  if (indicator.direction !== 'DOWN') return '完成数除以目标数'
  return rule.down === 'TWO_MINUS_RATIO' ? '2 减去实际数除以目标数' : '目标数除以实际数'
}

function cliffWords(rule: RatioParams): string {
  return `${rule.cliff}%（${rule.cliffInclusive ? '含' : '不含'}）`
}

function evaluate(context: Context): RuleOutcome {
  const { indicator, subject, params: rule } = context
  const trace = startTrace(ratioToTarget, context)
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return trace.unscored(actual)
  trace.reading('actual', indicator.direction === 'DOWN' ? '实际' : '完成', actual.reading)
  const target = subject.target
  if (target === null) return trace.refused(NO_TARGET)
  traceTarget(trace, target, context)
  if (!target.value.greaterThan(0)) {
    return trace.refused(
      `目标是 ${formatValue(target.value)}，不大于 0，比例没有意义。请改目标或换一种计分方式`
    )
  }
  if (indicator.direction === 'TARGET') return trace.refused('「接近目标为好」的指标不能按完成比例计分')
  if (indicator.direction === 'DOWN' && rule.down === undefined) {
    return trace.refused('指标越低越好，但方案没有选完成率怎么算')
  }
  if (indicator.direction === 'DOWN' && rule.down === 'TARGET_OVER_VALUE' && !actual.value.greaterThan(0)) {
    return scoreAtNothing(trace, context, actual.value)
  }
  return scoreRate(trace, context, rateOf(actual.value, target.value, context))
}

/** A rate kept as a fraction, so that a cliff is compared exactly and 1 ÷ 3 × 30 is 10. */
interface Rate {
  numerator: D
  denominator: D
  expression: string
}

function rateOf(value: D, target: D, { indicator, params: rule }: Context): Rate {
  const [actual, goal] = [formatValue(value), formatValue(target)]
  if (indicator.direction === 'UP') {
    return { numerator: value, denominator: target, expression: `完成 ${actual} / 目标 ${goal}` }
  }
  if (rule.down === 'TARGET_OVER_VALUE') {
    return { numerator: target, denominator: value, expression: `目标 ${goal} / 实际 ${actual}` }
  }
  const numerator = target.times(2).minus(value)
  return { numerator, denominator: target, expression: `2 − 实际 ${actual} / 目标 ${goal}` }
}

/** Target ÷ 0: every smaller positive value reaches the cap, so 0 does too. Below 0 the ratio means nothing. */
function scoreAtNothing(trace: RuleTrace, context: Context, value: D): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  if (!value.isZero()) return trace.refused(`实际值是 ${formatValue(value)}，小于 0，目标 ÷ 实际没有意义`)
  const score = fullMark.times(dec(rule.cap)).div(HUNDRED)
  const full = formatValue(fullMark)
  trace.note('实际值是 0，已是最好，按封顶计')
  trace.step('得分', `${full} × ${rule.cap}%`, score)
  return trace.scored(score, `实际 0，按 ${rule.cap}% 计，满分 ${full} → ${printScore(score, policies)}`)
}

function scoreRate(trace: RuleTrace, context: Context, rate: Rate): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  const ratio = rate.numerator.div(rate.denominator)
  const full = formatValue(fullMark)
  const shown = `${rate.expression} = ${formatPercent(ratio)}`
  trace.step('完成率', rate.expression, ratio)
  // Compared as fractions, before any rounding: 80.01 % is above a cliff of 80 % (S10).
  const against = (percent: string): number =>
    rate.numerator.times(HUNDRED).comparedTo(rate.denominator.times(dec(percent)))

  const side = rule.cliff === undefined ? 1 : against(rule.cliff)
  if (side < 0 || (side === 0 && rule.cliffInclusive)) {
    trace.step('得分', `完成率低于 ${cliffWords(rule)}不得分`, ZERO)
    return trace.scored(
      ZERO,
      `${shown}，低于 ${cliffWords(rule)}不得分，满分 ${full} → ${printScore(ZERO, policies)}`
    )
  }
  const limit = against(rule.cap) > 0 ? rule.cap : against(rule.floor) < 0 ? rule.floor : null
  const score =
    limit === null
      ? rate.numerator.times(fullMark).div(rate.denominator)
      : fullMark.times(dec(limit)).div(HUNDRED)
  trace.step('得分', `${full} × ${limit === null ? formatPercent(ratio) : `${limit}%`}`, score)
  const limited = limit === null ? '' : `，按 ${limit}% 计`
  return trace.scored(score, `${shown}${limited}，满分 ${full} → ${printScore(score, policies)}`)
}

/**
 * 按完成比例: full mark × rate, between floor and cap, nothing at or below the cliff (S9, S80a, S76; cliff S10).
 * Target ≤ 0 is refused: no published rule gives it a number. Scores above the full mark need a cap above 100 %.
 */
export const ratioToTarget: RuleKind<RatioParams> = {
  kind: 'RATIO_TO_TARGET',
  name: '按完成比例',
  sources: ['S9', 'S80a', 'S76', 'S10'],
  params: ratioParams,
  form,
  fields: ['actual', 'target'],
  describe,
  evaluate,
  check: checkRatio
}
