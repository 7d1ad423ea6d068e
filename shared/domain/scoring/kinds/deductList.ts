import { dec, sum, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { componentLabel, componentsOf, type Component } from '../components.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import {
  checkDeductions,
  deductForm,
  deductParams,
  describeDeductions,
  type DeductItem,
  type DeductParams
} from './deductParams.ts'
import { deductExample } from './examples/markExamples.ts'
import { two } from './ruleWords.ts'

type Context = RuleContext<DeductParams>

function evaluate(context: Context): RuleOutcome {
  const { subject, params: rule } = context
  const trace = startTrace(deductList, context)
  // The list has no value of its own: `actual` is only asked whether it applies and has been handed in at all.
  const whole = pickReading(subject, 'actual')
  if (whole.state === 'NA' || (whole.state === 'MISSING' && whole.reading !== null))
    return trace.unscored(whole)
  const { list, conflict } = componentsOf(subject)
  if (conflict !== null) return trace.refused(conflict)
  for (const component of list) {
    const none = isNotApplicable(component) ? '不适用' : undefined
    trace.reading('rating', componentLabel(component), component.reading, none)
    const fault = faultOf(rule, component)
    if (fault !== null) return trace.refused(fault)
  }
  if (rule.items.every((item) => ofItem(list, item).some(isNotApplicable))) {
    return trace.unscored({ state: 'NA', reading: null })
  }
  const absent = list.find((component) => component.picked.state === 'MISSING')
  if (absent !== undefined) {
    trace.note(`没有收到「${componentLabel(absent)}」的数`)
    return trace.unscored({ state: 'MISSING', reading: null })
  }
  if (list.length === 0) {
    if (rule.noRecord === 'MISSING') {
      trace.note('一条扣分记录都没有，方案规定算缺报；没有扣分的也要填 0')
      return trace.unscored({ state: 'MISSING', reading: null })
    }
    trace.choice('没有扣分记录的按满分计。')
  }
  return score(trace, context, list)
}

function ofItem(list: readonly Component[], item: DeductItem): readonly Component[] {
  return list.filter((component) => component.name === item.name)
}

function isNotApplicable(component: Component): boolean {
  return component.picked.state === 'NA'
}

/** Why a reported event cannot be scored. Leaving it out would be a full mark for an offence. */
function faultOf(rule: DeductParams, component: Component): string | null {
  const label = componentLabel(component)
  const item = rule.items.find((entry) => entry.name === component.name)
  if (item === undefined) return `「${label}」不是方案里的扣分项，请核对表头或在方案里补上`
  if (component.group !== '' && !rule.multipliers.some((entry) => entry.name === component.group)) {
    return `「${label}」的情形「${component.group}」不在方案里，请核对表头或在方案里补上`
  }
  if (!hasNumber(component.picked)) return null
  const { value } = component.picked
  if (item.pointsTo === undefined) {
    if (!value.isNegative() && value.isInteger()) return null
    return `「${label}」的次数应是 0、1、2 这样的整数，填的是 ${formatValue(value)}`
  }
  const inRange = value.greaterThanOrEqualTo(dec(item.points)) && value.lessThanOrEqualTo(dec(item.pointsTo))
  if (value.isZero() || inRange) return null
  return `「${label}」酌情扣 ${item.points} 到 ${item.pointsTo} 分，填的是 ${formatValue(value)}`
}

interface Taken {
  name: string
  points: D
  /** What the other order of multiplier and cap would take off (ambiguity 14). */
  otherwise: D
  expression: string
}

/** What one item takes off, with multipliers and the item's cap in the scheme's order. Null when nothing happened. */
function deductionOf(
  item: DeductItem,
  list: readonly Component[],
  { params: rule, subject }: Context
): Taken | null {
  const double = rule.unitMultipliers.find((entry) => entry.unit === subject.unit)?.factor
  const terms = ofItem(list, item).flatMap(({ group, picked }) => {
    if (!hasNumber(picked) || picked.value.isZero()) return []
    const factors = [rule.multipliers.find((entry) => entry.name === group)?.factor, double].filter(
      (factor) => factor !== undefined
    )
    const plain = item.pointsTo === undefined ? picked.value.times(dec(item.points)) : picked.value
    const count = formatValue(picked.value)
    const words = [item.pointsTo === undefined ? `${count} × ${item.points}` : count, ...factors].join(' × ')
    return [{ words, plain, points: factors.reduce((points, factor) => points.times(dec(factor)), plain) }]
  })
  if (terms.length === 0) return null
  const words = terms.map((term) => term.words).join(' + ')
  const raw = sum(terms.map((term) => term.points))
  const plain = sum(terms.map((term) => term.plain))
  const { name, cap } = item
  if (cap === undefined) return { name, points: raw, otherwise: raw, expression: words }
  const after = raw.greaterThan(dec(cap)) ? dec(cap) : raw
  // Events with different multipliers share the cap in proportion to what they take off.
  const before = plain.greaterThan(dec(cap)) ? raw.times(dec(cap)).div(plain) : raw
  if (rule.capOrder === 'CAP_FIRST') {
    const expression = before.equals(raw) ? words : `${words}，先按最多扣 ${cap} 再乘倍数`
    return { name, points: before, otherwise: after, expression }
  }
  const expression = after.equals(raw) ? words : `${words}，最多扣 ${cap}`
  return { name, points: after, otherwise: before, expression }
}

function score(trace: RuleTrace, context: Context, list: readonly Component[]): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  const start = rule.start === undefined ? fullMark : dec(rule.start)
  const taken = rule.items.flatMap((item) => deductionOf(item, list, context) ?? [])
  for (const { name, expression, points } of taken) trace.step(`扣分：${name}`, expression, points)
  if (taken.some((entry) => !entry.points.equals(entry.otherwise))) {
    trace.choice(
      rule.capOrder === 'MULTIPLIER_FIRST' ? '扣分先乘倍数，再看每项上限。' : '扣分先看每项上限，再乘倍数。'
    )
  }
  const total = sum(taken.map((entry) => entry.points))
  const left = start.minus(total)
  const minimum = dec(rule.minimum)
  const floored = left.lessThan(minimum)
  const rest = floored ? minimum : left
  const result = rest.times(fullMark).div(start)

  const from = formatValue(start)
  const full = formatValue(fullMark)
  const words =
    taken.length === 0
      ? `没有扣分记录，${from} 分`
      : `${from}${taken.map((entry) => ` − ${formatValue(entry.points)}（${entry.name}）`).join('')} = ${formatValue(left)}`
  if (taken.length === 0) trace.note('没有扣分记录，按满分计')
  trace.step('余下', floored ? `${formatValue(left)}，最低 ${rule.minimum}` : words, rest)
  trace.step('得分', start.equals(fullMark) ? two(rest) : `${two(rest)} ÷ ${from} × ${full}`, result)
  const limited = floored ? `，按最低 ${rule.minimum} 计` : ''
  const scaled = start.equals(fullMark) ? `满分 ${full}` : `由 ${from} 分折算满分 ${full}`
  return trace.scored(result, `${words}${limited}，${scaled} → ${printScore(result, policies)}`)
}

/**
 * 扣分制: from a start, points off per event, multipliers before or after the items' caps (ambiguity 14), never below the
 * minimum (S19, S20). Events come as `rating` readings: rater name = item, rater group = a circumstance that multiplies (or
 * empty), value = number of events; for an item with a range the value is the points taken. No reading at all is the
 * full mark or MISSING, as the scheme chooses (ambiguity 4); a reading that says MISSING is MISSING; `actual` NA (or NA for every item) is NA. Refused:
 * an event of an unknown item or circumstance, a number that is no count or lies out of its range.
 */
export const deductList: RuleKind<DeductParams> = {
  kind: 'DEDUCT_LIST',
  name: '扣分制',
  plain: '先给满分，出一次问题扣一次分，有加重、有上限。',
  example: deductExample,
  sources: ['S19', 'S20'],
  params: deductParams,
  form: deductForm,
  fields: ['rating'],
  describe: describeDeductions,
  evaluate,
  check: checkDeductions
}
