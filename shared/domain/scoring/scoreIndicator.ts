import { canonical, mean, ZERO, type D } from '../number/decimal.ts'
import { round } from '../number/rounding.ts'
import { settle } from '../number/settle.ts'
import type { PeriodKey } from '../period/periodKey.ts'
import type { IndicatorResult } from '../ranking/resultSet.ts'
import type { Policies } from '../scheme/policies.ts'
import type { CompiledIndicator } from './compileIndicator.ts'
import { effectiveTarget } from './effectiveTarget.ts'
import { printScore, scoreOf } from './printScore.ts'
import type { ReadingIndex } from './readingIndex.ts'
import type { RuleOutcome, RuleSubject } from './ruleKind.ts'
import type { Trace } from './trace.ts'

/** One indicator of one unit, ready to be composed. */
export interface ScoredIndicator {
  result: IndicatorResult
  fullMark: D
  /** What counts, unrounded unless the scheme rounds every item. Null for NOT_APPLICABLE and BLOCKS. */
  score: D | null
  /** NOT_APPLICABLE leaves numerator and denominator; BLOCKS leaves the unit without a total. */
  effect: 'COUNTS' | 'NOT_APPLICABLE' | 'BLOCKS'
}

export interface IndicatorScope {
  period: PeriodKey
  group: string
  policies: Policies
  readings: ReadingIndex
  /** Units of the group that the indicator applies to; only `ranked` ones are compared with each other. */
  participants: readonly { unit: string; ranked: boolean }[]
}

/**
 * Scores one indicator for all units of a group: the rule first, then the policies for 不适用, 缺报 and 补分 around
 * it (§6.4-3). NA, MISSING and 0 stay three things: only a VALUE or an ESTIMATED reading reaches the rule.
 */
export function scoreIndicator(
  indicator: CompiledIndicator,
  scope: IndicatorScope
): Map<string, ScoredIndicator> {
  const outcomes = evaluateAll(indicator, scope)
  const rankedScores = scope.participants.flatMap(({ unit, ranked }) => {
    const outcome = outcomes.get(unit)
    return ranked && outcome?.status === 'SCORED' ? [outcome.score] : []
  })
  const groupMean = rankedScores.length === 0 ? null : mean(rankedScores)
  return new Map(
    [...outcomes].map(([unit, outcome]) => [
      unit,
      applyPolicies(indicator, outcome, groupMean, scope.policies)
    ])
  )
}

function evaluateAll(indicator: CompiledIndicator, scope: IndicatorScope): Map<string, RuleOutcome> {
  const { definition, kind, params, fullMark } = indicator
  const { period, group, policies, readings, participants } = scope
  const subjects = participants.map(({ unit, ranked }) => {
    const own = readings.of(definition.code, unit)
    const target = effectiveTarget(definition, unit, period, own)
    return { ranked, subject: { unit, readings: own, target } satisfies RuleSubject }
  })
  const pool = subjects.filter((entry) => entry.ranked).map((entry) => entry.subject)
  return new Map(
    subjects.map(({ subject, ranked }) => [
      subject.unit,
      kind.evaluate({
        params,
        indicator: definition,
        fullMark,
        subject,
        group,
        pool: ranked ? pool : [...pool, subject],
        policies
      })
    ])
  )
}

function applyPolicies(
  indicator: CompiledIndicator,
  outcome: RuleOutcome,
  groupMean: D | null,
  policies: Policies
): ScoredIndicator {
  switch (outcome.status) {
    case 'SCORED':
      return counted(indicator, outcome.score, outcome.trace, policies)
    case 'REFUSED':
      return uncounted(indicator, 'REFUSED', outcome.reason, outcome.trace)
    case 'MISSING':
      return indicator.missing === 'ZERO'
        ? missingAsZero(indicator, outcome.trace, policies)
        : uncounted(indicator, 'MISSING', '缺报，没有收到这一项的数', outcome.trace)
    case 'NA':
      return notApplicable(indicator, outcome.trace, groupMean, policies)
  }
}

/** 不适用: out of the calculation, or full marks, or the mean of the group's ranked units. */
function notApplicable(
  indicator: CompiledIndicator,
  trace: Trace,
  groupMean: D | null,
  policies: Policies
): ScoredIndicator {
  if (policies.notApplicable === 'RESCALE') return uncounted(indicator, 'NA', '不适用', trace)
  if (policies.notApplicable === 'FULL_MARK') {
    const sentence = `不适用，按满分 ${printScore(indicator.fullMark, policies)} 计`
    return counted(indicator, indicator.fullMark, { ...trace, sentence }, policies, '不适用，按满分计')
  }
  if (groupMean === null) {
    const reason = '不适用应按本组平均计，但本组没有单位有得分'
    return uncounted(indicator, 'REFUSED', reason, { ...trace, sentence: `不能计分：${reason}` })
  }
  const sentence = `不适用，按本组平均 ${printScore(groupMean, policies)} 计`
  return counted(indicator, groupMean, { ...trace, sentence }, policies, '不适用，按本组平均计')
}

function counted(
  indicator: CompiledIndicator,
  score: D,
  trace: Trace,
  policies: Policies,
  reason: string | null = null
): ScoredIndicator {
  const value =
    policies.roundAt === 'ITEM_AND_TOTAL' ? round(settle(score), policies.decimals, policies.rounding) : score
  return {
    result: {
      ...head(indicator),
      status: 'SCORED',
      score: scoreOf(value, policies),
      rate: indicator.fullMark.isZero() ? null : canonical(round(settle(value.div(indicator.fullMark)), 4)),
      estimated: trace.inputs.some((input) => input.state === 'ESTIMATED' && input.leftOut === undefined),
      reason,
      trace: value.equals(score) ? trace : withRounding(trace, score, value)
    },
    fullMark: indicator.fullMark,
    score: value,
    effect: 'COUNTS'
  }
}

function withRounding(trace: Trace, score: D, value: D): Trace {
  const step = { label: '取整', expression: canonical(settle(score)), value: canonical(value) }
  return { ...trace, steps: [...trace.steps, step] }
}

function missingAsZero(indicator: CompiledIndicator, trace: Trace, policies: Policies): ScoredIndicator {
  const sentence = `缺报，按 ${printScore(ZERO, policies)} 分计`
  const result = uncounted(indicator, 'MISSING', '缺报，按 0 分计', { ...trace, sentence }).result
  return {
    result: { ...result, score: scoreOf(ZERO, policies), rate: '0' },
    fullMark: indicator.fullMark,
    score: ZERO,
    effect: 'COUNTS'
  }
}

function uncounted(
  indicator: CompiledIndicator,
  status: 'NA' | 'MISSING' | 'REFUSED',
  reason: string,
  trace: Trace
): ScoredIndicator {
  return {
    result: { ...head(indicator), status, score: null, rate: null, estimated: false, reason, trace },
    fullMark: indicator.fullMark,
    score: null,
    effect: status === 'NA' ? 'NOT_APPLICABLE' : 'BLOCKS'
  }
}

function head({
  definition
}: CompiledIndicator): Pick<IndicatorResult, 'indicator' | 'name' | 'unitOfMeasure' | 'fullMark'> {
  return {
    indicator: definition.code,
    name: definition.name,
    unitOfMeasure: definition.unit,
    fullMark: definition.fullMark
  }
}
