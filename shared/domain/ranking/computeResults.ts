import type { ScoringInput } from '../scoring/scoringInput.ts'
import type { ComputedGroup } from './computeGroup.ts'
import { countsOf } from './countsOf.ts'
import { footerOf } from './footer.ts'
import { raceContext } from './raceContext.ts'
import { raceStandings, type RaceChoices } from './raceStandings.ts'
import type { RaceResult, ResultSet } from './resultSet.ts'
import { prepareInput, scoreRace } from './scoreRace.ts'
import { raceTotals } from './sideRankings/raceTotals.ts'
import type { UnitScore } from './unitScore.ts'

/**
 * The one computation: indicators → dimensions → base → adjustments → total → rounding → rank in group → movement.
 * Pure and deterministic: the order of readings and entries never matters, the order of units only inside a tie.
 * `inputsHash` stays empty for the caller to fill. Throws SCHEME_INVALID for a rule that cannot be read.
 */
export function computeResults(input: ScoringInput): ResultSet {
  const { scheme } = input
  const prepared = prepareInput(input)
  const scores: UnitScore[] = []
  const groups: ComputedGroup[] = []
  const choices = new Map<string, RaceChoices>()
  const races = scheme.races.map((race): RaceResult => {
    const scored = scoreRace(prepared, race)
    const standings = raceStandings(scored, raceContext(input, race), input)
    scores.push(...scored.flatMap((group) => group.scores))
    groups.push(...standings.groups)
    choices.set(race.code, standings.choices)
    return standings.result
  })
  const totals = raceTotals(scheme, races)
  return {
    format: 'liangji-result',
    formatVersion: 1,
    period: input.period,
    month: input.month,
    previousPeriod: input.previous?.period ?? null,
    scheme: {
      code: scheme.code,
      title: scheme.title,
      version: input.schemeVersion,
      organisation: scheme.organisation
    },
    inputsHash: '',
    decimals: scheme.policies.decimals,
    races,
    totals: totals.map((total) => total.result),
    footer: footerOf({ races, totals, choices, month: input.month, scores, groups }, scheme),
    counts: countsOf(races, scores)
  }
}
