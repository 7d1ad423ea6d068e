import type { GroupResult, RaceResult } from '#shared/domain/ranking/resultSet.ts'

/** A tie that somebody is about to settle. */
export interface AskedTie {
  race: string
  group: string
  rank: number
  units: readonly { unit: string; name: string }[]
}

/** Places of a group that several units share, best first. */
export function tiesOf(race: RaceResult, group: GroupResult): AskedTie[] {
  const ranks = [
    ...new Set(group.units.flatMap((unit) => (unit.tied && unit.rank !== null ? [unit.rank] : [])))
  ]
  return ranks.map((rank) => ({
    race: race.race,
    group: group.group,
    rank,
    units: group.units.filter((unit) => unit.rank === rank).map(({ unit, name }) => ({ unit, name }))
  }))
}
