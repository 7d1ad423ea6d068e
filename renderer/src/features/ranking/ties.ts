/** A tie that somebody is about to settle. */
export interface AskedTie {
  race: string
  group: string
  rank: number
  units: readonly { unit: string; name: string }[]
}

interface Placed {
  unit: string
  name: string
  rank: number | null
  tied: boolean
}

/** Places of a group, in a quarter or a year, that several units share, best first. */
export function tiesOf(race: string, group: { group: string; units: readonly Placed[] }): AskedTie[] {
  const ranks = [
    ...new Set(group.units.flatMap((unit) => (unit.tied && unit.rank !== null ? [unit.rank] : [])))
  ]
  return ranks.map((rank) => ({
    race,
    group: group.group,
    rank,
    units: group.units.filter((unit) => unit.rank === rank).map(({ unit, name }) => ({ unit, name }))
  }))
}
