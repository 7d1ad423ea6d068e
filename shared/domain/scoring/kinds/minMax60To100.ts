import { canonical, dec, HUNDRED, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { memoByPool } from '../poolMemo.ts'
import { printScore } from '../printScore.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import { minMaxExample } from './examples/poolExamples.ts'
import { checkMinMax, describeMinMax, minMaxForm, minMaxParams, type MinMaxParams } from './minMaxParams.ts'
import { clamp, two } from './ruleWords.ts'

type Context = RuleContext<MinMaxParams>

interface Extremes {
  size: number
  /** Ends that the marks hang on: the smallest and largest value, or the percentiles. */
  min: D
  max: D
  /** All values are equal: nobody is better. */
  flat: boolean
}

/** The ends of the values of the units that have one. Null when nobody has. */
const extremesOf = memoByPool((pool, rule: MinMaxParams): { found: Extremes | null } => {
  const values = pool.flatMap((subject) => {
    const actual = pickReading(subject, 'actual')
    return hasNumber(actual) ? [actual.value] : []
  })
  if (values.length === 0) return { found: null }
  values.sort((a, b) => a.comparedTo(b))
  const min = percentile(values, dec(rule.tail))
  const max = percentile(values, HUNDRED.minus(dec(rule.tail)))
  return { found: { size: values.length, min, max, flat: values[0]!.equals(values.at(-1)!) } }
})

/** The value `percent` % of the way through sorted values, on a straight line between neighbours (PERCENTILE.INC). */
function percentile(sorted: readonly D[], percent: D): D {
  const position = percent.times(sorted.length - 1).div(HUNDRED)
  const index = position.floor().toNumber()
  const [lower, upper] = [sorted[index]!, sorted[index + 1] ?? sorted[index]!]
  return lower.plus(upper.minus(lower).times(position.minus(index)))
}

function evaluate(context: Context): RuleOutcome {
  const { subject, indicator, pool, params: rule } = context
  const trace = startTrace(minMax60To100, context)
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return trace.unscored(actual)
  trace.reading('actual', '实际', actual.reading)
  if (indicator.direction === 'TARGET') return trace.refused('「接近目标为好」的指标不能按最好最差折算')
  if (!dec(rule.low).lessThan(dec(rule.high))) {
    return trace.refused(`方案里最差得 ${rule.low} 分，不低于最好得 ${rule.high} 分`)
  }
  const { found } = extremesOf(pool, rule)
  if (found === null) return trace.refused('单位不在参加比较的名单里')
  const at = rule.tail === '0' ? '' : `（让出 ${rule.tail}% 处）`
  for (const [key, label, value] of [
    ['max', `本组最大${at}`, found.max],
    ['min', `本组最小${at}`, found.min]
  ] as const) {
    trace.input({ key, label, value: canonical(value), unit: indicator.unit, state: 'VALUE', source: null })
  }
  if (found.flat) return scoreAllEqual(trace, context, actual.value, found.size)
  if (found.max.equals(found.min)) {
    return trace.refused(`两头各让出 ${rule.tail}% 后最好和最差都是 ${formatValue(found.max)}，分不出高低`)
  }
  return scoreBetween(trace, context, actual.value, found)
}

function scoreAllEqual(trace: RuleTrace, context: Context, value: D, size: number): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  const words = size === 1 ? '本组只有 1 个单位有数' : `本组 ${size} 个单位全都是 ${formatValue(value)}`
  if (rule.allEqual === undefined) {
    return trace.refused(`${words}，分不出高低，方案没有写这时得多少分。请在方案里补上`)
  }
  const score = dec(rule.allEqual).times(fullMark).div(HUNDRED)
  trace.note(`${words}，分不出高低，按方案定的 ${rule.allEqual} 分计`)
  trace.choice(`各单位全都一样时按百分制 ${rule.allEqual} 分计。`)
  trace.step('得分', `${formatValue(fullMark)} × ${rule.allEqual} ÷ 100`, score)
  const full = formatValue(fullMark)
  return trace.scored(
    score,
    `${words}，按 ${rule.allEqual} 分计，满分 ${full} → ${printScore(score, policies)}`
  )
}

function scoreBetween(
  trace: RuleTrace,
  context: Context,
  measured: D,
  { min, max, size }: Extremes
): RuleOutcome {
  const { indicator, params: rule, fullMark, policies } = context
  const value = clamp(measured, min, max)
  if (rule.tail !== '0') trace.choice(`最好和最差取两头各让出 ${rule.tail}% 处的百分位数。`)
  const [worst, best] = indicator.direction === 'DOWN' ? [max, min] : [min, max]
  const span = dec(rule.high).minus(dec(rule.low))
  const above = value.minus(worst)
  const width = best.minus(worst)
  // One division at the end, so that a third of the way is exact where the full mark allows it.
  const points = above.times(span).plus(dec(rule.low).times(width))
  const mark = points.div(width)
  const score = points.times(fullMark).div(width.times(HUNDRED))
  const full = formatValue(fullMark)
  const [shown, from, to] = [value, worst, best].map(formatValue)
  const beyond = value.equals(measured) ? '' : `，超出两头，按 ${shown} 计`
  trace.step('离最差有多远', `(${shown} − ${from}) ÷ (${to} − ${from})`, above.div(width))
  trace.step(
    '百分制得分',
    `${rule.low} + ${two(above.div(width).times(HUNDRED))}% × ${formatValue(span)}`,
    mark
  )
  trace.step('得分', `${full} × ${two(mark)} ÷ 100`, score)
  return trace.scored(
    score,
    `实际 ${formatValue(measured)}${beyond}，${size} 个单位中最好 ${to}、最差 ${from}，折算 ${two(mark)}，满分 ${full} → ${printScore(score, policies)}`
  )
}

/**
 * 按最好最差折算: the best of the group gets 100, the worst 60, the others lie between on a straight line (S16, linear
 * form; G9). Any change of the group changes every score, so the whole set is always computed. All values equal (or
 * one unit alone) is refused unless the scheme gives a mark for it, which the trace then notes. With `tail` the ends are
 * percentiles (domain.md §6.3, percentile variant), and values beyond them count as the end.
 */
export const minMax60To100: RuleKind<MinMaxParams> = {
  kind: 'MINMAX_60_100',
  name: '按最好最差折算',
  plain: '没有目标，只在本组内比：最好的 100 分，最差的 60 分，中间按比例。',
  example: minMaxExample,
  sources: ['S16'],
  params: minMaxParams,
  form: minMaxForm,
  fields: ['actual'],
  describe: describeMinMax,
  evaluate,
  check: checkMinMax,
  comparesUnits: true,
  curve: () => 'NUMBER'
}
