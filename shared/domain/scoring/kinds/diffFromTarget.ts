import { dec, HUNDRED, ZERO, type D } from '../../number/decimal.ts'
import { formatPercent, formatValue } from '../../number/format.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, traceTarget, type RuleTrace } from '../ruleTrace.ts'
import { cliffWords, tellCliff } from './cliff.ts'
import { isRelative, measureIsOpen, measureSentence, measureWords, modeSentence } from './deviation.ts'
import { diffLines, diffTurns } from './diffLines.ts'
import { checkDiff, describeDiff, diffBase, diffForm, diffParams, type DiffParams } from './diffParams.ts'
import { diffPoints } from './diffPoints.ts'
import { diffExample } from './examples/targetExamples.ts'
import { NO_TARGET, two } from './ruleWords.ts'

type Context = RuleContext<DiffParams>

function evaluate(context: Context): RuleOutcome {
  const { indicator, subject, params: rule } = context
  const trace = startTrace(diffFromTarget, context)
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return trace.unscored(actual)
  trace.reading('actual', indicator.direction === 'DOWN' ? '实际' : '完成', actual.reading)
  if (subject.target === null) return trace.refused(NO_TARGET)
  traceTarget(trace, subject.target, context)
  const target = subject.target.value
  if (indicator.direction === 'TARGET') return trace.refused('「接近目标为好」的指标不能用这种计分方式')
  if (isRelative(rule.deviation, indicator) && !target.greaterThan(0)) {
    return trace.refused(`目标是 ${formatValue(target)}，不大于 0，偏离百分之几没有意义。请改目标或改用差值`)
  }
  if (rule.cliff !== undefined) {
    if (indicator.direction === 'DOWN')
      return trace.refused('越低越好的指标没有公认的完成率，不能设不得分的线')
    if (!target.greaterThan(0)) {
      return trace.refused(`目标是 ${formatValue(target)}，不大于 0，算不出完成率。请改目标或去掉不得分的线`)
    }
    // Compared as a fraction, before any rounding: 80.01 % is above a cliff of 80 % (ambiguity 6).
    const side = actual.value.times(HUNDRED).comparedTo(target.times(dec(rule.cliff)))
    tellCliff(trace, rule, side, actual.value.div(target))
    if (side < 0 || (side === 0 && rule.cliffInclusive)) {
      return scoreBelowCliff(trace, context, actual.value, target)
    }
  }
  return scoreDifference(trace, context, actual.value, target)
}

function scoreBelowCliff(trace: RuleTrace, context: Context, value: D, target: D): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  const rate = value.div(target)
  const shown = `完成 ${formatValue(value)} / 目标 ${formatValue(target)} = ${formatPercent(rate)}`
  trace.step('完成率', shown, rate)
  trace.step('得分', `完成率低于 ${cliffWords(rule)}不得分`, ZERO)
  return trace.scored(
    ZERO,
    `${shown}，低于 ${cliffWords(rule)}不得分，满分 ${formatValue(fullMark)} → ${printScore(ZERO, policies)}`
  )
}

function scoreDifference(trace: RuleTrace, context: Context, value: D, target: D): RuleOutcome {
  const { indicator, params: rule, fullMark, policies } = context
  const relative = isRelative(rule.deviation, indicator)
  const numbers = [value, target, fullMark] as const
  const found = diffPoints(rule, { mode: rule.mode, relative }, indicator.direction, numbers)
  const { gains, distance, full, points, raw, score } = found
  tellChoices(trace, context, numbers, score)
  const side = gains ? { cap: rule.upCap, most: '最多加' } : { cap: rule.downCap, most: '最多减' }
  const capped = !points.equals(full)
  const base = diffBase(rule, fullMark)
  const difference = value.minus(target)
  const apart = difference.isZero()
    ? '持平'
    : `${difference.isNegative() ? '低' : '高'} ${two(distance)}${measureWords(relative, indicator)}`
  const word = indicator.direction === 'DOWN' ? '实际' : '完成'
  const compared = `${word} ${formatValue(value)}，比目标 ${formatValue(target)} ${apart}`
  const limit = capped ? `（${side.most} ${side.cap}）` : ''
  const sum = `${formatValue(base)} ${gains ? '+' : '−'} ${two(points)}${limit}`
  const ends = score.greaterThan(raw) ? `最低 ${rule.floor}` : `最多 ${formatValue(score)}`
  const limited = score.equals(raw) ? '' : `，${ends}`
  trace.step('偏离目标', compared, distance)
  trace.step(gains ? '加分' : '减分', capped ? `${two(full)}，${side.most} ${side.cap}` : two(full), points)
  trace.step('得分', `${sum}${limited}`, score)
  return trace.scored(
    score,
    `${compared}，${sum} = ${two(raw)}${limited}，满分 ${formatValue(fullMark)} → ${printScore(score, policies)}`
  )
}

/** Says which reading of 「每……」 decided the number, where the other one would give another (ambiguities 5 and 6). */
function tellChoices(trace: RuleTrace, context: Context, numbers: readonly [D, D, D], score: D): void {
  const { indicator, params: rule } = context
  if (numbers[0].equals(numbers[1])) return
  const relative = isRelative(rule.deviation, indicator)
  const mode = rule.mode === 'STEP' ? 'LINEAR' : 'STEP'
  const inOtherMode = diffPoints(rule, { mode, relative }, indicator.direction, numbers)
  if (!inOtherMode.score.equals(score)) trace.choice(modeSentence(rule.mode))
  if (!measureIsOpen(indicator) || (!relative && !numbers[1].greaterThan(0))) return
  const otherwise = diffPoints(rule, { mode: rule.mode, relative: !relative }, indicator.direction, numbers)
  if (!otherwise.score.equals(score)) trace.choice(measureSentence(relative, indicator))
}

/**
 * 达标基础上加减分: base points at the target, points for each % (or 百分点, or unit) better or worse, each side with its
 * cap, linear or by whole steps (S10, S12, S81a; G2). Scores above the full mark come from the base and `upCap`, up to
 * `max`.
 * Refused: no target; relative form or cliff with a target ≤ 0 (ambiguity 16); a centred indicator; a cliff on a
 * lower-is-better one, for which no completion rate is published.
 */
export const diffFromTarget: RuleKind<DiffParams> = {
  kind: 'DIFF_FROM_TARGET',
  name: '达标基础上加减分',
  plain: '达到目标得基本分，每超一点加一点、每差一点减一点。',
  example: diffExample,
  sources: ['S10', 'S12', 'S81a'],
  params: diffParams,
  form: diffForm,
  fields: ['actual', 'target'],
  describe: describeDiff,
  evaluate,
  check: checkDiff,
  coverage: diffLines,
  curve: () => 'NUMBER',
  turns: diffTurns
}
