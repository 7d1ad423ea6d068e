import { dec } from '../number/decimal.ts'
import type { GroupResult, RaceResult } from './resultSet.ts'

/** Full marks for the heads of a table; null where the groups that it shows together have different ones. */
export interface FullMarks {
  base: string | null
  dimensions: { code: string; name: string; fullMark: string | null }[]
}

/**
 * What counts as full in these groups (S10: classes A, B and C with marks of their own): each group's own base, and each
 * dimension as its units have it. Results that do not say, and groups without units, go by the race.
 */
export function fullMarksOf(race: RaceResult, groups: readonly GroupResult[]): FullMarks {
  return {
    base: commonMark(groups.map((group) => group.fullMark ?? race.fullMark)),
    dimensions: race.dimensions.map(({ code, name, fullMark }) => ({
      code,
      name,
      fullMark: commonMark(groups.map((group) => dimensionMark(group, code) ?? fullMark))
    }))
  }
}

/** The one mark that all of them are; null where they differ or there is none. */
export function commonMark(marks: readonly string[]): string | null {
  const [first, ...others] = marks
  return first !== undefined && others.every((mark) => dec(mark).equals(dec(first))) ? first : null
}

function dimensionMark(group: GroupResult, code: string): string | undefined {
  return group.units.flatMap((unit) => unit.dimensions).find((dimension) => dimension.dimension === code)
    ?.fullMark
}
