import type { PreviousStanding, ScoringInput } from '../scoring/scoringInput.ts'
import type { Movement } from './resultSet.ts'

/** 升降 against the previous frozen quarter. A unit without a rank now has NA, one without a rank then is 新. */
export function movementOf(rank: number | null, previousRank: number | null): Movement {
  if (rank === null) return { kind: 'NA' }
  if (previousRank === null) return { kind: 'NEW' }
  if (rank === previousRank) return { kind: 'SAME' }
  return rank < previousRank
    ? { kind: 'UP', by: previousRank - rank }
    : { kind: 'DOWN', by: rank - previousRank }
}

/** Previous standings of one race. */
export interface PreviousRace {
  /** True when the race was held in the previous quarter at all. */
  held: boolean
  of(unit: string): PreviousStanding | null
}

/** `codesOf` are the codes that a unit has had, its own first: a renamed unit goes on from where its predecessor stood. */
export function previousRace(
  previous: ScoringInput['previous'],
  race: string,
  codesOf: (unit: string) => readonly string[]
): PreviousRace {
  const standings = (previous?.standings ?? []).filter((standing) => standing.race === race)
  const byUnit = new Map(standings.map((standing) => [standing.unit, standing]))
  return {
    held: standings.length > 0,
    of: (unit) => codesOf(unit).flatMap((code) => byUnit.get(code) ?? [])[0] ?? null
  }
}
