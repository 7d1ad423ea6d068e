import type { Problem } from '../../problem.ts'
import type { IndicatorDefinition } from '../scheme/schemeDefinition.ts'
import { compileIndicator, type CompiledIndicator } from '../scoring/compileIndicator.ts'
import type { Reading } from '../scoring/reading.ts'
import { indexReadings } from '../scoring/readingIndex.ts'
import { scoreIndicator } from '../scoring/scoreIndicator.ts'
import type { ScoredIndicator } from '../scoring/scoredIndicator.ts'
import { readyCase, type ReadyCase } from './parseTrialCase.ts'
import { TRIAL_INDICATOR, trialReadings, trialTargets } from './trialReadings.ts'
import type { TrialCase, TrialResult } from './trialCase.ts'

/** A case made ready for the engine: compiled once, scored as often as needed. */
export interface Trial {
  given: TrialCase
  indicator: CompiledIndicator
  readings: readonly Reading[]
}

/**
 * 试算: scores one indicator of made-up participants exactly as a quarter would (compileIndicator, scoreIndicator): rule,
 * policies for 不适用, 缺报 and 补分, rounding. Throws SCHEME_INVALID for an unknown kind or parameters that cannot be read.
 */
export function runTrial(given: TrialCase): TrialResult {
  const trial = prepareTrial(readyCase(given))
  const { kind, params, definition } = trial.indicator
  const scored = scoreTrial(trial)
  return {
    kind: kind.kind,
    kindName: kind.name,
    ruleInWords: kind.describe(params, definition),
    sources: [...kind.sources],
    fullMark: definition.fullMark,
    decimals: given.policies.decimals,
    problems: kind.check(params, definition).map(asSentences),
    results: given.participants.map(({ unit }) => {
      const { indicator: _code, ...result } = scored.get(unit)!.result
      return { unit, ...result }
    })
  }
}

/** Checks write clauses, because a scheme puts the indicator's name in front of them. */
function asSentences(problem: Problem): Problem {
  const { message, suggestion } = problem
  return {
    ...problem,
    message: `${message}。`,
    ...(suggestion === undefined ? {} : { suggestion: `${suggestion}。` })
  }
}

export function prepareTrial({ given, params }: ReadyCase): Trial {
  const { indicator, rule, policies } = given
  const definition: IndicatorDefinition = {
    ...indicator,
    code: TRIAL_INDICATOR,
    aliases: [],
    appliesTo: {},
    byGroup: [],
    // As they were read, with every default in them: compiling reads them again and finds them canonical.
    rule: { kind: rule.kind, params: params as Record<string, unknown> },
    targets: trialTargets(given)
  }
  return { given, indicator: compileIndicator(definition, policies), readings: trialReadings(given) }
}

/** Scores the participants (all, or those named) with these readings. */
export function scoreTrial(
  { given, indicator, readings }: Trial,
  participants: TrialCase['participants'] = given.participants
): Map<string, ScoredIndicator> {
  return scoreIndicator(indicator, {
    period: given.period,
    group: given.group,
    policies: given.policies,
    readings: indexReadings(readings),
    participants: participants.map(({ unit, ranked }) => ({ unit, ranked }))
  })
}
