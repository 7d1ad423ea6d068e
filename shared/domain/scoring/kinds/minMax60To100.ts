import { z } from 'zod'
import type { Problem } from '../../../problem.ts'
import { canonical, dec, HUNDRED, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { nonNegativeDecimal, positiveDecimal } from '../paramTypes.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { memoByPool } from '../poolMemo.ts'
import { printScore } from '../printScore.ts'
import type { ParamField, RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { ruleProblem } from '../ruleProblem.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import { two } from './ruleWords.ts'

const params = z.strictObject({
  /** Marks out of 100 of the worst and of the best unit (S16: 60 and 100). */
  low: nonNegativeDecimal.default('60'),
  high: positiveDecimal.default('100'),
  /** Mark out of 100 when all values are equal. Nothing is published, so there is no default. */
  allEqual: nonNegativeDecimal.optional()
})
export type MinMaxParams = z.infer<typeof params>
type Context = RuleContext<MinMaxParams>

const form: readonly ParamField[] = [
  { key: 'low', label: '最差的单位得', input: { type: 'decimal', suffix: '分（百分制）' } },
  { key: 'high', label: '最好的单位得', input: { type: 'decimal', suffix: '分（百分制）' } },
  {
    key: 'allEqual',
    label: '各单位全都一样时得',
    help: '公开的办法没有规定，常见的是 100 或 80；不填就不能计分',
    input: { type: 'decimal', suffix: '分（百分制）', optional: true }
  }
]

function describe(rule: MinMaxParams, indicator: IndicatorDefinition): string {
  const [best, worst] = indicator.direction === 'DOWN' ? ['最小', '最大'] : ['最大', '最小']
  const equal = rule.allEqual === undefined ? '不计分' : `得 ${rule.allEqual} 分`
  return `与本组比较：数值${best}得 ${rule.high} 分，${worst}得 ${rule.low} 分，其余按比例在两者之间，再按满分折算；全都一样时${equal}。`
}

interface Extremes {
  size: number
  min: D
  max: D
}

/** Smallest and largest value of the units that have one. Null when nobody has. */
const extremesOf = memoByPool((pool, _indicator: IndicatorDefinition): { found: Extremes | null } => {
  let found: Extremes | null = null
  for (const subject of pool) {
    const actual = pickReading(subject, 'actual')
    if (!hasNumber(actual)) continue
    const { value } = actual
    found =
      found === null
        ? { size: 1, min: value, max: value }
        : {
            size: found.size + 1,
            min: value.lessThan(found.min) ? value : found.min,
            max: value.greaterThan(found.max) ? value : found.max
          }
  }
  return { found }
})

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
  const { found } = extremesOf(pool, indicator)
  if (found === null) return trace.refused('单位不在参加比较的名单里')
  for (const [key, label, value] of [
    ['max', '本组最大', found.max],
    ['min', '本组最小', found.min]
  ] as const) {
    trace.input({ key, label, value: canonical(value), unit: indicator.unit, state: 'VALUE', source: null })
  }
  if (found.max.equals(found.min)) return scoreAllEqual(trace, context, actual.value, found.size)
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
  value: D,
  { min, max, size }: Extremes
): RuleOutcome {
  const { indicator, params: rule, fullMark, policies } = context
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
  trace.step('离最差有多远', `(${shown} − ${from}) ÷ (${to} − ${from})`, above.div(width))
  trace.step(
    '百分制得分',
    `${rule.low} + ${two(above.div(width).times(HUNDRED))}% × ${formatValue(span)}`,
    mark
  )
  trace.step('得分', `${full} × ${two(mark)} ÷ 100`, score)
  return trace.scored(
    score,
    `实际 ${shown}，${size} 个单位中最好 ${to}、最差 ${from}，折算 ${two(mark)}，满分 ${full} → ${printScore(score, policies)}`
  )
}

function check(rule: MinMaxParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = []
  if (!dec(rule.low).lessThan(dec(rule.high))) {
    const message = `最差得 ${rule.low} 分，不低于最好得 ${rule.high} 分`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改最差或最好的得分'))
  }
  const outside = [rule.high, rule.allEqual ?? '0'].find((mark) => dec(mark).greaterThan(HUNDRED))
  if (outside !== undefined) {
    const message = `百分制的 ${outside} 分超过 100`
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改到 100 以内'))
  }
  if (indicator.direction === 'TARGET') {
    const action = '请改用「按偏离目标加减分」'
    found.push(ruleProblem('error', 'DIRECTION_UNFIT', '「接近目标为好」不能按最好最差折算', action))
  }
  if (rule.allEqual === undefined) {
    const message = '没有写各单位全都一样时得多少分，出现时就不能计分'
    found.push(ruleProblem('confirm', 'ALL_EQUAL_UNDECIDED', message, '请填一个分数，常见的是 100 或 80'))
  }
  return found
}

/**
 * 按最好最差折算: the best of the group gets 100, the worst 60, the others lie between on a straight line (S16, linear
 * form; G9). Any change of the group changes every score, so the whole set is always computed. All values equal (or
 * one unit alone) is refused unless the scheme gives a mark for it, which the trace then notes.
 */
export const minMax60To100: RuleKind<MinMaxParams> = {
  kind: 'MINMAX_60_100',
  name: '按最好最差折算',
  sources: ['S16'],
  params,
  form,
  fields: ['actual'],
  describe,
  evaluate,
  check
}
