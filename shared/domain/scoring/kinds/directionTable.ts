import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { ParamField, RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { startTrace, traceTarget } from '../ruleTrace.ts'
import {
  deviationChoice,
  deviationField,
  isPercentUnit,
  isRelative,
  measureWords,
  stepChoice,
  stepField
} from './deviation.ts'
import { clamp, NO_TARGET, two } from './ruleWords.ts'

/** Defaults are the published example's: every 5 % is worth 5 points, from 0 to 120 (S17). */
const params = z.strictObject({
  gainPer: positiveDecimal.default('5'),
  gainPoints: nonNegativeDecimal.default('5'),
  lossPer: positiveDecimal.default('5'),
  lossPoints: nonNegativeDecimal.default('5'),
  mode: stepChoice,
  cap: positiveDecimal.default('120'),
  floor: nonNegativeDecimal.default('0'),
  /** Deviation within which the unit counts as on target, in the measure of `deviation`. */
  deadBand: nonNegativeDecimal.default('0'),
  deviation: deviationChoice
})
export type DirectionTableParams = z.infer<typeof params>

const form: readonly ParamField[] = [
  { key: 'gainPer', label: '每好于目标', input: { type: 'decimal', suffix: '% 或百分点' } },
  { key: 'gainPoints', label: '加', input: { type: 'decimal', suffix: '分' } },
  { key: 'lossPer', label: '每差于目标', input: { type: 'decimal', suffix: '% 或百分点' } },
  { key: 'lossPoints', label: '减', input: { type: 'decimal', suffix: '分' } },
  stepField,
  { key: 'cap', label: '最高', help: '正好达标是 100 分', input: { type: 'decimal', suffix: '分' } },
  { key: 'floor', label: '最低', input: { type: 'decimal', suffix: '分' } },
  { key: 'deadBand', label: '偏离多少以内算达标', input: { type: 'decimal', suffix: '% 或百分点' } },
  deviationField
]

function describe(rule: DirectionTableParams, indicator: IndicatorDefinition): string {
  const measure = measureWords(isRelative(rule.deviation, indicator), indicator)
  const gain = `${rule.gainPer}${measure}加 ${rule.gainPoints} 分`
  const loss = `${rule.lossPer}${measure}减 ${rule.lossPoints} 分`
  const sides = {
    UP: `每高 ${gain}，每低 ${loss}`,
    DOWN: `每低 ${gain}，每高 ${loss}`,
    TARGET: `每偏离 ${loss}`
  }
  const mode = rule.mode === 'STEP' ? '，不足一档不算' : ''
  const band = rule.deadBand === '0' ? '' : `，偏离 ${rule.deadBand}${measure}以内算达标`
  return `达到目标得 100 分，${sides[indicator.direction]}${mode}${band}，最高 ${rule.cap}、最低 ${rule.floor}，再按满分折算。`
}

/** How far a value is from its target. `size` and `excess` are fractions over `scale`, so steps stay exact. */
interface Deviation {
  above: boolean
  size: D
  /** What lies outside of the dead band, counted from the band's end. */
  excess: D
  scale: D
}

function deviationOf(value: D, target: D, rule: DirectionTableParams, relative: boolean): Deviation {
  const difference = value.minus(target)
  const size = relative ? difference.abs().times(HUNDRED) : difference.abs()
  const scale = relative ? target : dec(1)
  const outside = size.minus(dec(rule.deadBand).times(scale))
  return { above: difference.greaterThan(0), size, excess: outside.isNegative() ? dec(0) : outside, scale }
}

/** The mark out of 100 before the limits: 100 plus or minus the points of the deviation. */
function markOf(rule: DirectionTableParams, move: Deviation, gains: boolean): { points: D; raw: D } {
  const per = move.scale.times(dec(gains ? rule.gainPer : rule.lossPer))
  const each = dec(gains ? rule.gainPoints : rule.lossPoints)
  const points =
    rule.mode === 'STEP' ? move.excess.div(per).trunc().times(each) : move.excess.times(each).div(per)
  return { points, raw: gains ? HUNDRED.plus(points) : HUNDRED.minus(points) }
}

function evaluate(context: RuleContext<DirectionTableParams>): RuleOutcome {
  const { indicator, subject, params: rule, fullMark, policies } = context
  const trace = startTrace(directionTable, context)
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return trace.unscored(actual)
  trace.reading('actual', '实际', actual.reading)
  const target = subject.target
  if (target === null) return trace.refused(NO_TARGET)
  traceTarget(trace, target, context)
  const relative = isRelative(rule.deviation, indicator)
  if (relative && !target.value.greaterThan(0)) {
    return trace.refused(
      `目标是 ${formatValue(target.value)}，不大于 0，偏离百分之几没有意义。请改目标或改用差值`
    )
  }

  const move = deviationOf(actual.value, target.value, rule, relative)
  const gains = indicator.direction === (move.above ? 'UP' : 'DOWN')
  const { points, raw } = markOf(rule, move, gains)
  const mark = clamp(raw, dec(rule.floor), dec(rule.cap))
  const score = mark.times(fullMark).div(HUNDRED)

  const distance = move.size.div(move.scale)
  const side = move.size.isZero()
    ? '持平'
    : `${move.above ? '高' : '低'} ${two(distance)}${measureWords(relative, indicator)}`
  const sum = `100 ${gains ? '+' : '−'} ${two(points)}`
  const full = formatValue(fullMark)
  const compared = `实际 ${formatValue(actual.value)}，比目标 ${formatValue(target.value)} ${side}`
  trace.step('偏离目标', compared, distance)
  trace.step('百分制得分', sum, raw)
  if (!mark.equals(raw)) trace.step('封顶或保底', `最低 ${rule.floor}，最高 ${rule.cap}`, mark)
  trace.step('得分', `${full} × ${two(mark)} ÷ 100`, score)
  const limited = mark.equals(raw) ? '' : `，按 ${formatValue(mark)} 计`
  return trace.scored(
    score,
    `${compared}，${sum} = ${two(raw)}${limited}，满分 ${full} → ${printScore(score, policies)}`
  )
}

function check(rule: DirectionTableParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  if (dec(rule.cap).lessThan(HUNDRED) || dec(rule.floor).greaterThan(HUNDRED)) {
    const message = '正好达标是 100 分，最高不能低于 100，最低不能高于 100'
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改最高和最低'))
  }
  if (rule.deviation === 'RELATIVE' && isPercentUnit(indicator.unit)) {
    const message = '指标以 % 计，却按相对百分比算偏离'
    found.push(ruleProblem('confirm', 'PERCENT_RELATIVE', message, '多数办法用百分点，请核对'))
  }
  return found
}

/**
 * 按偏离目标加减分: 100 at the target, points for every step better or worse, capped both ways, then by the full
 * mark (S17). A cap above 100 may exceed the full mark. Relative deviation from a target ≤ 0 is refused.
 */
export const directionTable: RuleKind<DirectionTableParams> = {
  kind: 'DIRECTION_TABLE',
  name: '按偏离目标加减分',
  sources: ['S17'],
  params,
  form,
  fields: ['actual', 'target'],
  describe,
  evaluate,
  check
}
