import { decisionsOf, type Decision } from '../decision/decision.ts'
import { dec, type D } from '../number/decimal.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'

/** 领导评价 of one unit: none in the scheme, the points, still to be given, or given beyond the share. */
export type Leadership =
  | { state: 'NONE' }
  | { state: 'GIVEN'; points: D }
  | { state: 'ABSENT' }
  | { state: 'OUT_OF_RANGE'; given: string }

/**
 * Points that the leadership gives for the year, 0 to the scheme's share of 100 (S33: 5). The newest decision counts;
 * `codes` are those that the unit has had, its own first.
 */
export function leadershipOf(
  decisions: readonly Decision[],
  race: RaceDefinition
): (codes: readonly string[]) => Leadership {
  const share = dec(race.year.leadership)
  const given = new Map(
    decisionsOf(decisions, 'LEADERSHIP')
      .filter(({ subject }) => subject.race === race.code)
      .map(({ subject }) => [subject.unit, subject.points])
  )
  return (codes) => {
    if (share.isZero()) return { state: 'NONE' }
    const points = codes.map((code) => given.get(code)).find((found) => found !== undefined)
    if (points === undefined) return { state: 'ABSENT' }
    const value = dec(points)
    const fits = !value.isNegative() && value.lessThanOrEqualTo(share)
    return fits ? { state: 'GIVEN', points: value } : { state: 'OUT_OF_RANGE', given: points }
  }
}
