import type { PeriodKey } from '../period/periodKey.ts'
import { canonical, dec } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import type { Policies } from '../scheme/policies.ts'
import type { CompiledIndicator } from './compileIndicator.ts'
import { effectiveTarget, type PhasedTarget } from './effectiveTarget.ts'
import { extendTrace, joinMore, namedChoice, traceStepOf, type TraceMore } from './extendTrace.ts'
import { namedParams } from './namedParams.ts'
import { printScore } from './printScore.ts'
import {
  decisionSource,
  decisionWords,
  NO_DECISIONS,
  type Imputation,
  type RaceDecisions
} from './raceDecisions.ts'
import type { ReadingIndex } from './readingIndex.ts'
import type { RuleContext, RuleOutcome, RuleSubject } from './ruleKind.ts'
import { startTrace } from './ruleTrace.ts'
import { subjectReadings } from './subjectReadings.ts'

export interface IndicatorScope {
  period: PeriodKey
  group: string
  policies: Policies
  readings: ReadingIndex
  /** Units of the group that the indicator applies to; only `ranked` ones are compared with each other. */
  participants: readonly { unit: string; ranked: boolean }[]
  /** Set for a month's preview. */
  month?: number | null
  decisions?: RaceDecisions
  nameOf?: (unit: string) => string
  groupNameOf?: (group: string) => string
}

/** What the rule (or a decision in its place) says of one unit, before the policies. */
export interface EvaluatedIndicator {
  indicator: CompiledIndicator
  subject: RuleSubject
  ranked: boolean
  outcome: RuleOutcome
  /** The score was settled by decision. */
  decided: boolean
  /** The score is a part of what other units earned: the unit's own value and target say nothing about it. */
  credited?: boolean
}

interface Prepared {
  subject: RuleSubject
  ranked: boolean
  more: TraceMore
  refused: string | undefined
  /** The value was settled by decision. */
  decided: boolean
}

/** Runs one indicator's rule for all units of a group. */
export function evaluateIndicator(
  indicator: CompiledIndicator,
  scope: IndicatorScope
): Map<string, EvaluatedIndicator> {
  const prepared = scope.participants.map((participant) => prepare(indicator, participant, scope))
  const inPool = prepared.filter((entry) => entry.ranked || scope.policies.listedInPool)
  const pool = inPool.map((entry) => entry.subject)
  const withListed = inPool.some((entry) => !entry.ranked)
  const paramsInWords = namedParams(indicator.kind.form, indicator.params, {
    unit: (code) => scope.nameOf?.(code) ?? code,
    group: (code) => scope.groupNameOf?.(code) ?? code
  })
  return new Map(
    prepared.map((entry) => {
      const { subject, ranked } = entry
      const own = ranked || scope.policies.listedInPool ? pool : [...pool, subject]
      const outcome = evaluate({ ...indicator, paramsInWords }, entry, own, withListed, scope)
      const decision = scope.decisions?.imputed(indicator.definition.code, subject.unit) ?? null
      const replaced = decision === null ? null : imputedScore(indicator, outcome, decision, scope.policies)
      return [
        subject.unit,
        { indicator, subject, ranked, outcome: replaced ?? outcome, decided: replaced !== null }
      ]
    })
  )
}

function prepare(
  indicator: CompiledIndicator,
  { unit, ranked }: IndicatorScope['participants'][number],
  { period, month, policies, readings, decisions, nameOf }: IndicatorScope
): Prepared {
  const own = subjectReadings(unit, {
    indicator,
    readings,
    decisions: decisions ?? NO_DECISIONS,
    policies,
    nameOf: nameOf ?? ((code) => code)
  })
  const target = effectiveTarget(indicator.definition, unit, period, own.readings, month)
  return {
    subject: { unit, readings: own.readings, target },
    ranked,
    more: joinMore([own.more, { notes: monthNotes(target) }]),
    refused: own.refused,
    decided: own.decided === true
  }
}

function monthNotes(target: PhasedTarget | null): string[] {
  return target?.monthNote === undefined ? [] : [target.monthNote]
}

function evaluate(
  { kind, definition, params, paramsInWords, fullMark }: CompiledIndicator & { paramsInWords: unknown },
  { subject, more, refused, decided }: Prepared,
  pool: readonly RuleSubject[],
  withListed: boolean,
  { group, policies }: IndicatorScope
): RuleOutcome {
  let compared = false
  const context: RuleContext<unknown> = {
    params,
    paramsInWords,
    indicator: definition,
    fullMark,
    subject,
    group,
    // Only a rule that compares units asks for the pool; then it matters who is in it.
    get pool() {
      compared = true
      return pool
    },
    policies
  }
  const ruled = refused === undefined ? kind.evaluate(context) : startTrace(kind, context).refused(refused)
  const outcome = decided && ignoresDecision(ruled) ? startTrace(kind, context).refused(NOT_USED) : ruled
  const choices =
    compared && withListed && outcome.status === 'SCORED'
      ? [namedChoice(definition, '比较时，单列单位也在内')]
      : []
  return { ...outcome, trace: extendTrace(outcome.trace, joinMore([more, { choices }])) }
}

const NOT_USED = '补分决定给的数值没有用上，这一项已有分项的数，请撤销后改为直接补得分'

/** A decision is carried out or refused, never passed over: places of several evaluators leave the single value aside. */
function ignoresDecision({ status, trace }: RuleOutcome): boolean {
  return (
    status === 'SCORED' &&
    !trace.inputs.some((input) => input.source?.kind === 'decision' && input.leftOut === undefined)
  )
}

/**
 * 补分 as points (S37): they take the place of whatever the rule gave. Null where the decision says a value, or says the
 * points for everybody and the item does not apply to the unit. Above the full mark they are refused.
 */
function imputedScore(
  { definition, fullMark }: CompiledIndicator,
  { status, trace }: RuleOutcome,
  decision: Imputation,
  policies: Policies
): RuleOutcome | null {
  const { subject } = decision
  if (subject.as !== 'SCORE' || (subject.unit === '*' && status === 'NA')) return null
  const score = dec(subject.value)
  const words = decisionWords(decision)
  const given = {
    key: 'imputed',
    label: '补分',
    value: canonical(score),
    unit: '分',
    state: 'ESTIMATED',
    source: decisionSource(decision)
  } as const
  const ruled = trace.inputs.map((input) =>
    input.key === 'fullMark' ? input : { ...input, leftOut: '已按决定补分' }
  )
  // The rule's choices decided nothing here.
  const replaced = { ...trace, inputs: [...ruled, given], choices: [] }
  if (score.isNegative() || score.greaterThan(fullMark)) {
    const reason = `决定补的 ${formatValue(score)} 分不在 0 到满分 ${definition.fullMark} 之间，请撤销后重新决定`
    return { status: 'REFUSED', reason, trace: extendTrace(replaced, { sentence: `不能计分：${reason}` }) }
  }
  const note = status === 'SCORED' ? [`按办法计算的得分不用：${trace.sentence}`] : []
  return {
    status: 'SCORED',
    score,
    trace: extendTrace(replaced, {
      steps: [traceStepOf('补分', words, score)],
      notes: note,
      sentence: `补分，${words} → ${printScore(score, policies)}`
    })
  }
}
