import { dec, HUNDRED, ZERO, type D } from '../../number/decimal.ts'
import { formatPercent, formatValue } from '../../number/format.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { CurveBasis, EffectiveTarget, RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, traceTarget, type RuleTrace } from '../ruleTrace.ts'
import { checkRatio } from './checkRatio.ts'
import { cliffWords, tellCliff } from './cliff.ts'
import { ratioExample } from './examples/targetExamples.ts'
import { describeRatio, ratioForm, ratioLine, ratioParams, type RatioParams } from './ratioParams.ts'
import { NO_TARGET, two } from './ruleWords.ts'
import { stretchBonus, stretchFault } from './stretchBonus.ts'
import { valuesAtRates } from './zones.ts'

type Context = RuleContext<RatioParams>

const TWO_BONUSES = '方案既写了超过满分的封顶，又写了奋斗目标的加分，只能留一种'

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
  if (rule.stretchPoints !== undefined && dec(rule.cap).greaterThan(HUNDRED))
    return trace.refused(TWO_BONUSES)
  if (indicator.direction === 'DOWN') {
    if (rule.down === undefined) return trace.refused('指标越低越好，但方案没有选完成率怎么算')
    chooseDown(trace, rule.down, actual.value, target.value)
    if (rule.down === 'TARGET_OVER_VALUE' && !actual.value.greaterThan(0)) {
      return scoreAtNothing(trace, context, actual.value, target)
    }
  }
  return scoreRate(trace, context, actual.value, target)
}

/** No rate for lower-is-better is published (ambiguity 16): the scheme's own choice is told wherever the two differ. */
function chooseDown(trace: RuleTrace, down: RatioParams['down'], value: D, target: D): void {
  if (value.equals(target)) return
  const way = down === 'TWO_MINUS_RATIO' ? '2 − 实际 ÷ 目标' : '目标 ÷ 实际'
  trace.choice(`越低越好，完成率按「${way}」算。`)
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
function scoreAtNothing(trace: RuleTrace, context: Context, value: D, target: EffectiveTarget): RuleOutcome {
  const { params: rule, fullMark } = context
  if (!value.isZero()) return trace.refused(`实际值是 ${formatValue(value)}，小于 0，目标 ÷ 实际没有意义`)
  const score = fullMark.times(dec(rule.cap)).div(HUNDRED)
  trace.note('实际值是 0，已是最好，按封顶计')
  trace.step('得分', `${formatValue(fullMark)} × ${rule.cap}%`, score)
  return finish(trace, context, { score, words: `实际 0，按 ${rule.cap}% 计`, value, target })
}

function scoreRate(trace: RuleTrace, context: Context, value: D, target: EffectiveTarget): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  const rate = rateOf(value, target.value, context)
  const ratio = rate.numerator.div(rate.denominator)
  const full = formatValue(fullMark)
  const shown = `${rate.expression} = ${formatPercent(ratio)}`
  trace.step('完成率', rate.expression, ratio)
  // Compared as fractions, before any rounding: 80.01 % is above a cliff of 80 % (S10).
  const against = (percent: string): number =>
    rate.numerator.times(HUNDRED).comparedTo(rate.denominator.times(dec(percent)))

  const side = rule.cliff === undefined ? 1 : against(rule.cliff)
  tellCliff(trace, rule, side, ratio)
  if (side < 0 || (side === 0 && rule.cliffInclusive)) {
    trace.step('得分', `完成率低于 ${cliffWords(rule)}不得分`, ZERO)
    return trace.scored(
      ZERO,
      `${shown}，低于 ${cliffWords(rule)}不得分，满分 ${full} → ${printScore(ZERO, policies)}`
    )
  }
  const top = rule.stretchPoints === undefined || dec(rule.cap).lessThan(HUNDRED) ? rule.cap : '100'
  const limit = against(top) > 0 ? top : against(rule.floor) < 0 ? rule.floor : null
  const score =
    limit === null
      ? rate.numerator.times(fullMark).div(rate.denominator)
      : fullMark.times(dec(limit)).div(HUNDRED)
  trace.step('得分', `${full} × ${limit === null ? formatPercent(ratio) : `${limit}%`}`, score)
  const words = `${shown}${limit === null ? '' : `，按 ${limit}% 计`}`
  return finish(trace, context, { score, words, value, target })
}

interface BaseScore {
  score: D
  words: string
  value: D
  target: EffectiveTarget
}

/** Adds what lies between the two targets, where the scheme gives points for it. */
function finish(trace: RuleTrace, context: Context, { score, words, value, target }: BaseScore): RuleOutcome {
  const { params: rule, indicator, fullMark, policies } = context
  const full = formatValue(fullMark)
  const fault = rule.stretchPoints === undefined ? null : stretchFault(target, indicator)
  if (fault !== null) return trace.refused(fault)
  const bonus =
    rule.stretchPoints === undefined ? null : stretchBonus(value, target, indicator, rule.stretchPoints)
  if (rule.stretchPoints !== undefined && bonus === null) trace.note('没有奋斗目标，不另加分')
  if (bonus === null || bonus.points.isZero()) {
    return trace.scored(score, `${words}，满分 ${full} → ${printScore(score, policies)}`)
  }
  const total = score.plus(bonus.points)
  trace.step('奋斗目标加分', `${bonus.words}，最多加 ${rule.stretchPoints}`, bonus.points)
  trace.step('合计', `${two(score)} + ${two(bonus.points)}`, total)
  trace.choice(
    `超过基本目标的部分按离奋斗目标的远近加分，最多加 ${rule.stretchPoints} 分，得分可以超过满分。`
  )
  return trace.scored(
    total,
    `${words}，满分 ${full}；${bonus.words}，加 ${two(bonus.points)} → ${printScore(total, policies)}`
  )
}

/** Where the score bends or jumps: the cliff, the floor, the target, the cap, 奋斗目标. */
function turns(rule: RatioParams, { indicator, target }: CurveBasis): readonly D[] {
  if (target === null || !target.value.greaterThan(0)) return []
  const rates = [rule.cliff ?? '0', rule.floor, rule.cap, '100']
  const own = target.stretch === null ? [] : [target.stretch]
  if (indicator.direction === 'UP') return [...valuesAtRates(target.value, rates), ...own]
  if (rule.down === 'TARGET_OVER_VALUE') {
    const positive = rates.map(dec).filter((rate) => rate.greaterThan(0))
    return [ZERO, ...positive.map((rate) => target.value.times(HUNDRED).div(rate)), ...own]
  }
  return [...rates.map((rate) => target.value.times(dec(rate).negated().plus(200)).div(HUNDRED)), ...own]
}

/**
 * 按完成比例: full mark × rate, between floor and cap, nothing at or below the cliff (S9, S80a, S76; cliff S10).
 * Target ≤ 0 is refused: no published rule gives it a number. Scores above the full mark need a cap above 100 %, or
 * points between 基本目标 and 奋斗目标, never both.
 */
export const ratioToTarget: RuleKind<RatioParams> = {
  kind: 'RATIO_TO_TARGET',
  name: '按完成比例',
  plain: '有目标、做多少算多少：完成几成得几成分。',
  example: ratioExample,
  sources: ['S9', 'S80a', 'S76', 'S10'],
  params: ratioParams,
  form: ratioForm,
  fields: ['actual', 'target'],
  describe: describeRatio,
  evaluate,
  check: checkRatio,
  coverage: ratioLine,
  curve: () => 'NUMBER',
  turns
}
