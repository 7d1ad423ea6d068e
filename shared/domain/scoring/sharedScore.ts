import { canonical, HUNDRED, sum, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { settle } from '../number/settle.ts'
import type { Policies } from '../scheme/policies.ts'
import type { EvaluatedIndicator } from './evaluateIndicator.ts'
import { extendTrace, traceStepOf } from './extendTrace.ts'
import { printScore } from './printScore.ts'
import type { RuleOutcome } from './ruleKind.ts'
import type { Share } from './shares.ts'
import type { Trace, TraceInput } from './trace.ts'

interface ScoreShares {
  policies: Policies
  nameOf: (unit: string) => string
}

/**
 * Shared work divided by score: a unit that works list gets its percent of the score that each lead earned (S9: 园区
 * 70 %, 乡镇 30 %), whatever group the lead is in; a unit in no work is scored as usual. A lead without a score makes the
 * credit 缺报 (or refuses it), never 0. A score settled by decision stays as decided.
 */
export function shareScores(
  evaluated: ReadonlyMap<string, EvaluatedIndicator>,
  context: ScoreShares
): Map<string, EvaluatedIndicator> {
  return new Map(
    [...evaluated].map(([unit, entry]) => {
      const { shares } = entry.indicator
      if (shares?.divide !== 'SCORE' || entry.decided) return [unit, entry]
      const listed = shares.of(unit)
      if (listed.length === 0) return [unit, entry]
      const outcome = creditOf(entry.outcome.trace, listed, evaluated, context)
      return [unit, { ...entry, outcome, credited: !shares.leads(unit) }]
    })
  )
}

interface Credit {
  share: Share
  lead: EvaluatedIndicator | undefined
  name: string
}

function creditOf(
  own: Trace,
  listed: readonly Share[],
  evaluated: ReadonlyMap<string, EvaluatedIndicator>,
  { policies, nameOf }: ScoreShares
): RuleOutcome {
  const credits = listed.map((share): Credit => ({
    share,
    lead: evaluated.get(share.from),
    name: nameOf(share.from)
  }))
  const base: Trace = {
    ...own,
    inputs: [
      ...own.inputs.filter((input) => input.key === 'fullMark'),
      ...credits.flatMap((credit) => inputsOf(credit))
    ],
    steps: [],
    notes: [],
    choices: credits.flatMap(({ lead }) => lead?.outcome.trace.choices ?? [])
  }
  const refused = refusalOf(credits)
  if (refused !== null) {
    const trace = extendTrace(base, { sentence: `不能计分：${refused}` })
    return { status: 'REFUSED', reason: refused, trace }
  }
  const missing = credits.find(({ lead }) => lead?.outcome.status === 'MISSING')
  if (missing !== undefined) {
    const sentence = `缺报，共享工作「${missing.share.work}」的牵头单位${missing.name}这一项还没有得分`
    return { status: 'MISSING', trace: extendTrace(base, { sentence }) }
  }
  const terms = credits.flatMap(({ share, lead, name }) =>
    lead?.outcome.status === 'SCORED' ? [{ share, name, score: lead.outcome.score }] : []
  )
  if (terms.length === 0) {
    return { status: 'NA', trace: extendTrace(base, { sentence: '不适用，共享的工作对牵头单位都不适用' }) }
  }
  return scored(base, terms, policies)
}

function scored(
  base: Trace,
  terms: readonly { share: Share; name: string; score: D }[],
  policies: Policies
): RuleOutcome {
  const print = (value: D): string => printScore(value, policies)
  const parts = terms.map(({ share, name, score }) => ({
    label: `共享「${share.work}」`,
    expression: `${name} ${print(score)} × ${formatValue(share.percent)}%`,
    value: score.times(share.percent).div(HUNDRED)
  }))
  const score = sum(parts.map((part) => part.value))
  const words = parts.map((part) => `${part.label}${part.expression}`).join(' + ')
  const steps = parts.map((part) => traceStepOf(part.label, part.expression, part.value))
  const sentence = `${words} → ${print(score)}`
  return { status: 'SCORED', score, trace: extendTrace(base, { steps, sentence }) }
}

/** A term that nobody can work out is not left out of a sum: that would count it as 0. */
function refusalOf(credits: readonly Credit[]): string | null {
  for (const { share, lead, name } of credits) {
    const at = `共享工作「${share.work}」的牵头单位${name}`
    if (lead === undefined) return `${at}不参加这一项的考核，请在方案里改正`
    if (lead.outcome.status === 'REFUSED') return `${at}不能计分：${lead.outcome.reason}`
  }
  const notApplicable = credits.filter(({ lead }) => lead?.outcome.status === 'NA')
  if (notApplicable.length === 0 || notApplicable.length === credits.length) return null
  const names = notApplicable.map(({ share, name }) => `「${share.work}」的牵头单位${name}`)
  return `共享工作${names.join('、')}这一项不适用，分得的部分算不出来，请改方案里的共享工作`
}

/** The lead's score, and below it the numbers that it was worked out from, with their cells. */
function inputsOf({ share, lead, name }: Credit): TraceInput[] {
  if (lead === undefined) return []
  const { outcome } = lead
  const given = outcome.trace.inputs
    .filter((input) => input.key !== 'fullMark')
    .map((input) => ({ ...input, label: `${name}：${input.label}` }))
  const score: TraceInput = {
    key: 'shared',
    label: `「${share.work}」牵头单位${name}的得分`,
    value: outcome.status === 'SCORED' ? canonical(settle(outcome.score)) : null,
    unit: '分',
    state: outcome.status === 'SCORED' ? 'VALUE' : outcome.status === 'NA' ? 'NA' : 'MISSING',
    source: null
  }
  return [score, ...given]
}
