import { canonical, dec, ZERO, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { componentLabel, componentsOf, type Component } from '../components.ts'
import { hasNumber, pickReading, type PickedNothing } from '../pickReading.ts'
import { memoByPool } from '../poolMemo.ts'
import { printScore } from '../printScore.ts'
import type { Reading } from '../reading.ts'
import type { RuleContext, RuleKind, RuleOutcome, RuleSubject } from '../ruleKind.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import {
  AGAINST_GROUP,
  checkRatioToBest,
  describeRatioToBest,
  ratioToBestForm,
  ratioToBestParams,
  type Correction,
  type RatioToBestParams
} from './ratioToBestParams.ts'
import { bestExample } from './examples/poolExamples.ts'
import { clamp, two } from './ruleWords.ts'

type Context = RuleContext<RatioToBestParams>

/** One correction of one unit, with the readings that it came from. */
interface Term {
  name: string
  expression: string
  value: D
  readings: readonly { label: string; reading: Reading }[]
}

/** Why a unit has nothing to compare. */
type NoComposite = { status: 'UNSCORED'; picked: PickedNothing } | { status: 'REFUSED'; reason: string }

/** The number that is compared: (value + corrections) × difficulty; or why there is none. */
type Composite =
  { status: 'VALUE'; value: D; actual: D; factor: D; terms: readonly Term[]; reading: Reading } | NoComposite

function compositeOf(subject: RuleSubject, rule: RatioToBestParams): Composite {
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return { status: 'UNSCORED', picked: actual }
  const { list, conflict } = componentsOf(subject)
  if (conflict !== null) return { status: 'REFUSED', reason: conflict }
  const stray =
    rule.corrections.length === 0 ? undefined : list.find((component) => !isKnown(component, rule))
  if (stray !== undefined) {
    const reason = `「${componentLabel(stray)}」不是方案里的修正项，请核对表头或在方案里补上`
    return { status: 'REFUSED', reason }
  }
  const terms: Term[] = []
  for (const correction of rule.corrections) {
    const term = termOf(correction, list)
    if (term !== null && 'status' in term) return term
    if (term !== null) terms.push(term)
  }
  const factor = dec(rule.coefficients.find((entry) => entry.unit === subject.unit)?.factor ?? '1')
  const corrected = terms.reduce((total, term) => total.plus(term.value), actual.value)
  return {
    status: 'VALUE',
    value: corrected.times(factor),
    actual: actual.value,
    factor,
    terms,
    reading: actual.reading
  }
}

/** A correction under a wrong name must not get lost: it may decide who is the best. */
function isKnown({ group, name }: Component, rule: RatioToBestParams): boolean {
  return (group === '' || group === AGAINST_GROUP) && rule.corrections.some((term) => term.name === name)
}

/** Null: the unit has no such correction (no reading, or NA). MISSING is one that was announced and not handed in. */
function termOf(correction: Correction, list: readonly Component[]): Term | NoComposite | null {
  const { name, factor, limit } = correction
  const own = list.find((component) => component.name === name && component.group === '')
  if (own === undefined || own.picked.state === 'NA') return null
  if (!hasNumber(own.picked)) return { status: 'UNSCORED', picked: own.picked }
  const other = list.find((component) => component.name === name && component.group === AGAINST_GROUP)
  const readings = [{ label: name, reading: own.reading }]
  let against: D
  if (correction.against !== undefined) against = dec(correction.against)
  else {
    if (other === undefined || !hasNumber(other.picked)) {
      return { status: 'REFUSED', reason: `修正项「${name}」没有对照数，请在报表里补上，或在方案里写明` }
    }
    against = other.picked.value
    readings.push({ label: `${name}对照数`, reading: other.reading })
  }
  const raw = own.picked.value.minus(against).times(dec(factor))
  // Limits before the best is chosen: they change who is the best (S5, G7).
  const value = limit === undefined ? raw : clamp(raw, dec(limit).negated(), dec(limit))
  const limited = value.equals(raw) ? '' : ` = ${formatValue(raw)}，最多加减 ${limit}`
  const difference = against.isZero()
    ? formatValue(own.picked.value)
    : `(${formatValue(own.picked.value)} − ${formatValue(against)})`
  return { name, expression: `${difference} × ${factor}${limited}`, value, readings }
}

/** The highest composite of the units that have one. */
const bestOf = memoByPool((pool, rule: RatioToBestParams): { unit: string; value: D } | { unit: null } => {
  let best: { unit: string; value: D } | null = null
  for (const subject of pool) {
    const composite = compositeOf(subject, rule)
    if (composite.status !== 'VALUE') continue
    if (best === null || composite.value.greaterThan(best.value)) {
      best = { unit: subject.unit, value: composite.value }
    }
  }
  return best ?? { unit: null }
})

function evaluate(context: Context): RuleOutcome {
  const { subject, indicator, pool, params: rule } = context
  const trace = startTrace(ratioToBest, context)
  const composite = compositeOf(subject, rule)
  if (composite.status === 'UNSCORED') return trace.unscored(composite.picked)
  if (composite.status === 'REFUSED') return trace.refused(composite.reason)
  if (indicator.direction !== 'UP') return trace.refused('与最好的比只有「越高越好」的公开办法')
  trace.reading('actual', '实际', composite.reading)
  for (const { label, reading } of composite.terms.flatMap((term) => term.readings)) {
    trace.reading('rating', label, reading)
  }
  for (const term of composite.terms) trace.step(`修正：${term.name}`, term.expression, term.value)
  trace.step('综合值', compositeWords(composite), composite.value)
  const best = bestOf(pool, rule)
  if (best.unit === null) return trace.refused('单位不在参加比较的名单里')
  if (!best.value.greaterThan(0)) {
    return trace.refused(
      `最好的单位综合值是 ${formatValue(best.value)}，不大于 0，比例没有意义。请换一种计分方式`
    )
  }
  return score(trace, context, composite, best)
}

function compositeWords({ actual, factor, terms }: Extract<Composite, { status: 'VALUE' }>): string {
  const added = terms.map(
    (term) => ` ${term.value.isNegative() ? '−' : '+'} ${formatValue(term.value.abs())}`
  )
  const sum = `${formatValue(actual)}${added.join('')}`
  if (factor.equals(1)) return sum
  return `${terms.length === 0 ? sum : `(${sum})`} × ${formatValue(factor)}`
}

function score(
  trace: RuleTrace,
  context: Context,
  composite: Extract<Composite, { status: 'VALUE' }>,
  best: { unit: string; value: D }
): RuleOutcome {
  const { indicator, fullMark, policies, params: rule } = context
  const [own, most, full] = [composite.value, best.value, fullMark].map(formatValue)
  trace.input({
    key: 'best',
    label: '本组最好的综合值',
    value: canonical(best.value),
    unit: indicator.unit,
    state: 'VALUE',
    source: null
  })
  const words = compositeWords(composite)
  const shown = words === own ? `综合值 ${own}` : `综合值 ${words} = ${own}`
  if (composite.value.isNegative() && !composite.value.isZero()) {
    if (rule.negative === 'REFUSED') {
      return trace.refused(`${shown}，小于 0，公开的办法没有规定得多少分。请由考核办决定`)
    }
    trace.choice('综合值小于 0 的得 0 分。')
    trace.note('综合值小于 0，得 0 分')
    trace.step('得分', '小于 0，得 0 分', ZERO)
    return trace.scored(ZERO, `${shown}，小于 0，满分 ${full} → ${printScore(ZERO, policies)}`)
  }
  const result = composite.value.times(fullMark).div(best.value)
  trace.step('得分', `${own} ÷ ${most} × ${full}`, result)
  const ratio = composite.value.times(100).div(best.value)
  return trace.scored(
    result,
    `${shown}，是本组最好 ${most} 的 ${two(ratio)}%，满分 ${full} → ${printScore(result, policies)}`
  )
}

/**
 * 与最好的比: own composite ÷ best composite of the group × full mark (S2); composite = (value + corrections) ×
 * difficulty coefficient, each correction (value − reference) × factor within its limits, limits before the best is
 * chosen (S5, S6; G7). A correction's value is the `rating` reading with the correction's name as rater name and an
 * empty group; its reference is the parameter `against`, else the reading of the same name in group 对照. A unit
 * without the reading (or NA) has no such correction. Only units with a value are compared. A negative composite
 * scores 0 or is refused, as the scheme chooses; a best ≤ 0 is refused (ambiguity 15), and so is any direction but
 * higher-is-better.
 */
export const ratioToBest: RuleKind<RatioToBestParams> = {
  kind: 'RATIO_TO_BEST',
  name: '与最好的比',
  plain: '没有目标，谁最好谁满分，其他单位按和最好的比例得分；可以乘难度系数、加修正。',
  example: bestExample,
  sources: ['S2', 'S5', 'S6'],
  params: ratioToBestParams,
  form: ratioToBestForm,
  fields: ['actual', 'rating'],
  fieldsOf: (rule) => (rule.corrections.length === 0 ? ['actual'] : ['actual', 'rating']),
  describe: describeRatioToBest,
  evaluate,
  check: checkRatioToBest,
  comparesUnits: true,
  curve: () => 'NUMBER',
  turns: () => [ZERO]
}
