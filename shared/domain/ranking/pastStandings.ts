import { dec } from '../number/decimal.ts'
import type { AgainstTarget, PastStanding } from '../scoring/scoringInput.ts'
import type { GroupResult, IndicatorResult, RaceResult, ResultSet, UnitResult } from './resultSet.ts'

/** What a result says of each unit, as far as later quarters look back on it for streaks. */
export function pastStandings(result: Pick<ResultSet, 'races'>): PastStanding[] {
  return result.races.flatMap(standingsOfRace)
}

export function standingsOfRace(race: RaceResult): PastStanding[] {
  const boards = boardsByUnit(race)
  return race.groups.flatMap((group) =>
    group.units.map((unit): PastStanding => ({
      race: race.race,
      unit: unit.unit,
      group: group.group,
      rank: unit.rank,
      total: unit.total?.printed ?? null,
      rankedCount: group.rankedCount,
      belowMean: isBelowMean(unit, group),
      grade: unit.grade?.grade ?? null,
      boards: boards.get(unit.unit) ?? [],
      indicators: indicatorsOf(unit)
    }))
  )
}

/** Below the group's printed mean (S37). Units without a place are compared with nobody. */
export function isBelowMean(unit: UnitResult, group: GroupResult): boolean {
  if (unit.rank === null || unit.total === null || group.mean === null) return false
  return dec(unit.total.printed).lessThan(dec(group.mean.total))
}

function boardsByUnit(race: RaceResult): Map<string, PastStanding['boards']> {
  const found = new Map<string, PastStanding['boards']>()
  for (const { code, entries } of race.boards) {
    for (const { unit, side } of entries) {
      const boards = found.get(unit) ?? []
      if (boards.some((entry) => entry.board === code && entry.side === side)) continue
      found.set(unit, [...boards, { board: code, side }])
    }
  }
  return found
}

function indicatorsOf(unit: UnitResult): Record<string, AgainstTarget> {
  const all = unit.dimensions.flatMap((dimension) => dimension.indicators)
  return Object.fromEntries(
    all.flatMap((indicator) => {
      const standing = standingOf(indicator)
      return standing === null ? [] : [[indicator.indicator, standing] as const]
    })
  )
}

/** A target that nothing was handed in for has not been reached. */
function standingOf({ againstTarget, target, status }: IndicatorResult): AgainstTarget | null {
  if (againstTarget !== null || target === null || status === 'NA') return againstTarget
  return 'UNMET'
}
