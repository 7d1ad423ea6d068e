import { dec, HUNDRED, ZERO, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, traceTarget, type RuleTrace } from '../ruleTrace.ts'
import { isRelative, measureIsOpen, measureSentence, measureWords, modeSentence } from './deviation.ts'
import {
  checkDirection,
  describeDirection,
  directionForm,
  directionLines,
  directionParams,
  directionTurns,
  type DirectionTableParams
} from './directionParams.ts'
import { directionExample } from './examples/targetExamples.ts'
import { clamp, NO_TARGET, two } from './ruleWords.ts'

/** How far a value is from its target. `size` and `excess` are fractions over `scale`, so steps stay exact. */
interface Deviation {
  above: boolean
  size: D
  /** What lies outside of the dead band, counted from the band's end or from the target. */
  excess: D
  scale: D
}

function deviationOf(value: D, target: D, rule: DirectionTableParams, relative: boolean): Deviation {
  const difference = value.minus(target)
  const size = relative ? difference.abs().times(HUNDRED) : difference.abs()
  const scale = relative ? target : dec(1)
  const outside = size.minus(dec(rule.deadBand).times(scale))
  const excess = !outside.greaterThan(0) ? ZERO : rule.deadBandFrom === 'TARGET' ? size : outside
  return { above: difference.greaterThan(0), size, excess, scale }
}

type Reading = Pick<DirectionTableParams, 'mode' | 'deadBandFrom'> & { relative: boolean }

/** Mark out of 100 within the limits, by another reading of the rule's open questions than the scheme's. */
function markOtherwise(rule: DirectionTableParams, reading: Reading, gains: boolean, at: readonly [D, D]): D {
  const other = { ...rule, ...reading }
  const { raw } = markOf(other, deviationOf(at[0], at[1], other, reading.relative), gains)
  return clamp(raw, dec(rule.floor), dec(rule.cap))
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
  tellChoices(trace, context, { gains, mark }, [actual.value, target.value])

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

/** Says which reading of the rule decided the mark, where another one would give another (ambiguities 5 and 6). */
function tellChoices(
  trace: RuleTrace,
  { indicator, params: rule }: RuleContext<DirectionTableParams>,
  { gains, mark }: { gains: boolean; mark: D },
  at: readonly [D, D]
): void {
  if (at[0].equals(at[1])) return
  const relative = isRelative(rule.deviation, indicator)
  const { mode, deadBandFrom } = rule
  const differs = (reading: Partial<Reading>): boolean =>
    !markOtherwise(rule, { mode, deadBandFrom, relative, ...reading }, gains, at).equals(mark)
  if (differs({ mode: mode === 'STEP' ? 'LINEAR' : 'STEP' })) trace.choice(modeSentence(mode))
  if (rule.deadBand !== '0' && differs({ deadBandFrom: deadBandFrom === 'TARGET' ? 'BAND_END' : 'TARGET' })) {
    trace.choice(`超出达标区间的从${deadBandFrom === 'TARGET' ? '目标' : '区间的边上'}量起。`)
  }
  const comparable = measureIsOpen(indicator) && (relative || at[1].greaterThan(0))
  if (comparable && differs({ relative: !relative })) trace.choice(measureSentence(relative, indicator))
  if (mark.greaterThan(HUNDRED)) trace.choice(`好于目标的可以超过满分，最多得满分的 ${rule.cap}%。`)
}

/**
 * 按偏离目标加减分: 100 at the target, points for every step better or worse, capped both ways, then by the full
 * mark (S17). A cap above 100 may exceed the full mark. Relative deviation from a target ≤ 0 is refused.
 */
export const directionTable: RuleKind<DirectionTableParams> = {
  kind: 'DIRECTION_TABLE',
  name: '按偏离目标加减分',
  plain: '达标得满分，比目标好就加、差就减，上有封顶、下有保底；也能管「越接近目标越好」的指标。',
  example: directionExample,
  sources: ['S17'],
  params: directionParams,
  form: directionForm,
  fields: ['actual', 'target'],
  describe: describeDirection,
  evaluate,
  check: checkDirection,
  coverage: directionLines,
  curve: () => 'NUMBER',
  turns: directionTurns
}
