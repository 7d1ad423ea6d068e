import { canonical, dec, HUNDRED, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { componentsOf } from '../components.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, traceTarget, type RuleTrace } from '../ruleTrace.ts'
import { sasacExample } from './examples/targetExamples.ts'
import { NO_TARGET, two } from './ruleWords.ts'
import { sasacLines, sasacTurns } from './sasacLines.ts'
import { checkSasac, describeSasac, sasacForm, sasacParams, type SasacParams } from './sasacParams.ts'

type Context = RuleContext<SasacParams>

function evaluate(context: Context): RuleOutcome {
  const { subject, indicator } = context
  const trace = startTrace(sasacGrowth, context)
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return trace.unscored(actual)
  trace.reading('actual', '完成', actual.reading)
  if (indicator.direction !== 'UP') return trace.refused('这种计分方式只用于越高越好的增长率')
  if (subject.target === null) return trace.refused(NO_TARGET)
  traceTarget(trace, subject.target, context)
  const baseline = baselineOf(trace, context)
  if (typeof baseline === 'string') return trace.refused(baseline)
  if (!baseline.greaterThan(0)) {
    return trace.refused(
      `基准值是 ${formatValue(baseline)}，不大于 0，分不出目标难度。请核对基准值或换一种计分方式`
    )
  }
  return score(trace, context, actual.value, subject.target.value, baseline)
}

/** The scheme's baseline, else the one of the sheet; or why there is none. */
function baselineOf(trace: RuleTrace, { subject, indicator, params: rule }: Context): D | string {
  const stated =
    rule.baselines.find((entry) => entry.unit === subject.unit) ??
    rule.baselines.find((entry) => entry.unit === '*')
  const { list, conflict } = componentsOf(subject)
  const sheet = list.find((component) => component.name === rule.baselineName)
  if (stated !== undefined) {
    const value = dec(stated.value)
    trace.input({
      key: 'baseline',
      label: rule.baselineName,
      value: canonical(value),
      unit: indicator.unit,
      state: 'VALUE',
      source: { kind: 'scheme', clause: indicator.clause ?? '' }
    })
    if (sheet !== undefined && hasNumber(sheet.picked) && !sheet.picked.value.equals(value)) {
      trace.note(
        `报表填的${rule.baselineName}是 ${formatValue(sheet.picked.value)}，按方案的 ${formatValue(value)} 计算`
      )
    }
    return value
  }
  if (conflict !== null) return conflict
  if (sheet === undefined || !hasNumber(sheet.picked)) {
    return `没有${rule.baselineName}：方案没有写，报表也没有填。请补上`
  }
  trace.reading('baseline', rule.baselineName, sheet.reading)
  return sheet.picked.value
}

/** Most points that may be added, by how ambitious the target was, with the reason in words and the open question it met. */
function bonusCap(
  rule: SasacParams,
  target: D,
  baseline: D
): { cap: string; words: string; choice?: string } {
  if (target.isNegative()) return { cap: rule.capNegative, words: '目标是负数' }
  const below = baseline.minus(target)
  if (!below.greaterThan(0)) return { cap: rule.capMet, words: '目标不低于基准值' }
  const share = below.times(HUNDRED)
  const words = `目标比基准值低 ${two(share.div(baseline))}%`
  // Compared as products: no quotient decides on which side of 30 % a target lies (ambiguity 17).
  const side = share.comparedTo(baseline.times(dec(rule.nearUpTo)))
  const choice =
    side === 0
      ? {
          choice: `目标正好比基准值低 ${rule.nearUpTo}% 的，按${rule.nearInclusive ? '低不多' : '下一'}档封顶。`
        }
      : target.isZero()
        ? { choice: '目标是 0 的，算比基准值低 100%。' }
        : {}
  if (side < 0 || (side === 0 && rule.nearInclusive)) return { cap: rule.capNear, words, ...choice }
  if (share.lessThan(baseline.times(dec(rule.farFrom)))) return { cap: rule.capMid, words, ...choice }
  return { cap: rule.capFar, words, ...choice }
}

function score(trace: RuleTrace, context: Context, value: D, target: D, baseline: D): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  const difference = value.minus(target)
  const gains = !difference.isNegative()
  const limit = gains ? bonusCap(rule, target, baseline) : { cap: rule.downCap, words: '', choice: undefined }
  if (limit.choice !== undefined && !difference.isZero()) trace.choice(limit.choice)
  const each = dec(gains ? rule.upPoints : rule.downPoints)
  const full = difference.abs().times(each).div(dec(rule.per))
  const capped = full.greaterThan(dec(limit.cap))
  const points = capped ? dec(limit.cap) : full
  const base = rule.base === undefined ? fullMark : dec(rule.base)
  const raw = gains ? base.plus(points) : base.minus(points)
  const result = raw.isNegative() ? dec(0) : raw

  const apart = difference.isZero() ? '持平' : `${gains ? '高' : '低'} ${two(difference.abs())} 个百分点`
  const compared = `完成 ${formatValue(value)}，比目标 ${formatValue(target)} ${apart}`
  const why = limit.words === '' ? '' : `${limit.words}，`
  const most = `${why}最多${gains ? '加' : '减'} ${limit.cap} 分`
  trace.step('与目标之差', compared, difference)
  trace.step(gains ? '加分' : '减分', capped ? `${two(full)}，${most}` : two(full), points)
  trace.step('得分', `${formatValue(base)} ${gains ? '+' : '−'} ${two(points)}`, result)
  return trace.scored(
    result,
    `${compared}，${most}，${formatValue(base)} ${gains ? '+' : '−'} ${two(points)} → ${printScore(result, policies)}`
  )
}

/**
 * 按目标难度限额加减分: base points at the target, points a 百分点 above and below, the bonus capped by how far the
 * target was set below a baseline (S11; G4). The baseline (last year's rate, or the mean of three years) stands in
 * the parameter `baselines`, else in a `rating` reading whose rater name is `baselineName` (default 基准值); the
 * scheme wins and a different number of the sheet is noted. Exactly 30 % below is the first row unless `nearInclusive`
 * says the second, exactly 50 % the last, a target of 0 is 100 % below (ambiguity 17). A baseline ≤ 0 or none is refused, even where no bonus is due.
 */
export const sasacGrowth: RuleKind<SasacParams> = {
  kind: 'SASAC_GROWTH',
  name: '按目标难度限额加减分',
  plain: '增长率类指标：目标定得高的，超额可以多加分；目标定得低的，加分封得低。',
  example: sasacExample,
  sources: ['S11'],
  params: sasacParams,
  form: sasacForm,
  fields: ['actual', 'target', 'rating'],
  describe: describeSasac,
  evaluate,
  check: checkSasac,
  coverage: sasacLines,
  curve: () => 'NUMBER',
  turns: sasacTurns
}
