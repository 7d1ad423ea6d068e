import { mean, ZERO, type D } from '../number/decimal.ts'
import type { AppliedVeto } from '../ranking/resultSet.ts'
import type { CompiledIndicator } from './compileIndicator.ts'
import { evaluateIndicator, type EvaluatedIndicator, type IndicatorScope } from './evaluateIndicator.ts'
import { extendTrace, traceStepOf } from './extendTrace.ts'
import { measured, NOTHING_MEASURED, type EarlierValue } from './measured.ts'
import { missingScore } from './missingScore.ts'
import { printScore } from './printScore.ts'
import { counted, uncounted, type ItemFacts, type ScoredIndicator } from './scoredIndicator.ts'
import { shareScores } from './sharedScore.ts'
import type { Trace } from './trace.ts'

/** What the policies need besides the outcomes. */
export type SettleScope = Pick<IndicatorScope, 'period' | 'policies' | 'decisions'> & {
  /** Value of a CUMULATIVE indicator at the end of the quarter before. */
  before?: (indicator: string, unit: string) => EarlierValue | null
}

/**
 * Scores one indicator for all units of a group: the rule first, then shared work, then the policies for 不适用, 缺报 and
 * 补分 around it (§6.4-3). NA, MISSING and 0 stay three things: only a VALUE or an ESTIMATED reading reaches the rule.
 */
export function scoreIndicator(
  indicator: CompiledIndicator,
  scope: IndicatorScope & SettleScope
): Map<string, ScoredIndicator> {
  const nameOf = scope.nameOf ?? ((unit: string) => unit)
  const evaluated = evaluateIndicator(indicator, scope)
  return settleIndicator(shareScores(evaluated, { policies: scope.policies, nameOf }), scope)
}

/** Applies the scheme's policies to the outcomes of one indicator in one group. */
export function settleIndicator(
  evaluated: ReadonlyMap<string, EvaluatedIndicator>,
  scope: SettleScope
): Map<string, ScoredIndicator> {
  const rankedScores = [...evaluated.values()].flatMap(({ ranked, outcome }) =>
    ranked && outcome.status === 'SCORED' ? [outcome.score] : []
  )
  const groupMean = rankedScores.length === 0 ? null : mean(rankedScores)
  return new Map([...evaluated].map(([unit, entry]) => [unit, settleUnit(entry, groupMean, scope)]))
}

function settleUnit(
  entry: EvaluatedIndicator,
  groupMean: D | null,
  { period, policies, decisions, before }: SettleScope
): ScoredIndicator {
  const { indicator, subject, outcome } = entry
  const { code, nature } = indicator.definition
  // What does not apply, or was earned by others, has no value and no target of the unit's own to stand beside it.
  const { more, ...facts } =
    outcome.status === 'NA' || entry.credited === true
      ? NOTHING_MEASURED
      : measured(indicator, subject, {
          period,
          before: nature === 'CUMULATIVE' ? (before?.(code, subject.unit) ?? null) : null
        })
  const item: ItemFacts = { indicator, measured: facts, policies }
  const trace = extendTrace(outcome.trace, more)
  const veto = decisions?.struck(code, subject.unit) ?? null
  if (veto !== null && outcome.status !== 'NA') return struck(item, trace, veto)
  switch (outcome.status) {
    case 'SCORED':
      return counted(item, { status: 'SCORED', score: outcome.score, trace, reason: null })
    case 'REFUSED':
      return uncounted(item, { status: 'REFUSED', effect: 'BLOCKS', reason: outcome.reason, trace })
    case 'MISSING':
      return missing(item, trace)
    case 'NA':
      return notApplicable(item, trace, groupMean)
  }
}

/** 否决 of one item (S34): 0, whatever the rule gives. The rule's own sentence stays in the notes. */
function struck(item: ItemFacts, trace: Trace, veto: AppliedVeto): ScoredIndicator {
  const words = `「${veto.name}」否决这一项，计 0 分，依据：${veto.basis}，${veto.decidedBy}决定`
  const inputs = trace.inputs.map((input) =>
    input.key === 'fullMark' ? input : { ...input, leftOut: '已否决' }
  )
  const struckTrace = extendTrace(
    { ...trace, inputs, choices: [] },
    {
      sentence: `${words} → ${printScore(ZERO, item.policies)}`,
      steps: [traceStepOf('否决', `「${veto.name}」`, ZERO)],
      notes: [`否决前：${trace.sentence}`]
    }
  )
  return counted(item, {
    status: 'SCORED',
    score: ZERO,
    trace: struckTrace,
    reason: `${veto.name}，这一项计 0 分`
  })
}

function missing(item: ItemFacts, trace: Trace): ScoredIndicator {
  const byPolicy = missingScore(item.indicator, item.policies)
  if (byPolicy === null) {
    return uncounted(item, { status: 'MISSING', effect: 'BLOCKS', reason: trace.sentence, trace })
  }
  const { score, reason, more } = byPolicy
  const settled = extendTrace(trace, more)
  return score === null
    ? uncounted(item, { status: 'MISSING', effect: 'NOT_APPLICABLE', reason, trace: settled })
    : counted(item, { status: 'MISSING', score, trace: settled, reason })
}

/** 不适用: out of the calculation, or full marks, or the mean of the group's ranked units. */
function notApplicable(item: ItemFacts, trace: Trace, groupMean: D | null): ScoredIndicator {
  const { indicator, policies } = item
  if (policies.notApplicable === 'RESCALE') {
    return uncounted(item, { status: 'NA', effect: 'NOT_APPLICABLE', reason: '不适用', trace })
  }
  const byMean = policies.notApplicable === 'GROUP_MEAN'
  const score = byMean ? groupMean : indicator.fullMark
  if (score === null) {
    const reason = '不适用应按本组平均计，但本组没有单位有得分'
    const refused = extendTrace(trace, { sentence: `不能计分：${reason}` })
    return uncounted(item, { status: 'REFUSED', effect: 'BLOCKS', reason, trace: refused })
  }
  const what = byMean ? '本组平均' : '满分'
  return counted(item, {
    status: 'SCORED',
    score,
    trace: extendTrace(trace, {
      sentence: `不适用，按${what} ${printScore(score, policies)} 计`,
      steps: [traceStepOf('不适用计分', `按${what}计`, score)]
    }),
    reason: `不适用，按${what}计`
  })
}
