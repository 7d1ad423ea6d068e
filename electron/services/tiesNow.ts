import type { DecisionOf } from '#shared/domain/decision/decision.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RaceResult } from '#shared/domain/ranking/resultSet.ts'
import { ALL_GROUPS } from '#shared/domain/ranking/ties/tieRulings.ts'
import { resultsOf, scoringInputOf } from './compute.ts'
import type { Library } from './library.ts'
import { yearTies } from './yearTies.ts'

interface Placed {
  unit: string
  rank: number | null
  tied: boolean
}

/**
 * Sets of units that share a place now, computed from the live data: in the group, over all groups of the race, or
 * across the last place of a grade; of a year or half-year, in its standings.
 */
export function tiesNow(
  library: Library,
  period: PeriodKey,
  subject: DecisionOf<'TIE'>['subject']
): readonly (readonly string[])[] {
  if (subject.span !== undefined) return yearTies(library, period, subject.span, subject)
  const results = resultsOf(scoringInputOf(library, period))
  const race = results.races.find((entry) => entry.race === subject.race)
  return race === undefined ? [] : tiesOfRace(race, subject.group)
}

function tiesOfRace(race: RaceResult, group: string): readonly (readonly string[])[] {
  const table = group === ALL_GROUPS ? null : group
  const undecided = race.grades
    .filter((grades) => grades.group === table)
    .flatMap((grades) => grades.undecided.map((entry) => entry.units))
  const lists: readonly (readonly Placed[])[] =
    group === ALL_GROUPS
      ? race.sideRankings.map((ranking) => ranking.rows)
      : race.groups.filter((entry) => entry.group === group).map((entry) => entry.units)
  return [...lists.flatMap(sharedPlaces), ...undecided]
}

function sharedPlaces(units: readonly Placed[]): string[][] {
  const byRank = new Map<number, string[]>()
  for (const { unit, rank, tied } of units) {
    if (rank !== null && tied) byRank.set(rank, [...(byRank.get(rank) ?? []), unit])
  }
  return [...byRank.values()]
}
