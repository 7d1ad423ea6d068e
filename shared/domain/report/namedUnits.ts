import { dec } from '../number/decimal.ts'
import type { UnitResult } from '../ranking/resultSet.ts'
import type { ReportOptions } from './reportOptions.ts'

/** The units of a group that may be named: all, or only those placed at or above N (with all tied at N). */
export function namedUnits<U extends Pick<UnitResult, 'rank'>>(
  group: { units: U[] },
  topOnly: number | null
): U[] {
  if (topOnly === null) return group.units
  return group.units.filter((unit) => unit.rank !== null && unit.rank <= topOnly)
}

/**
 * The units of a group that a table of units lists: `namedUnits`, and with `bottom: 'COUNT'` only those above the first one
 * whose total is below the group's mean, without those that wait for data. The others are counted.
 */
export function listedUnits<U extends Pick<UnitResult, 'rank' | 'total' | 'state'>>(
  group: { units: U[]; mean: { total: string } | null },
  { topOnly, bottom }: Pick<ReportOptions, 'topOnly' | 'bottom'>
): U[] {
  const named = namedUnits(group, topOnly)
  const { mean } = group
  if (bottom === 'NAMES' || mean === null) return named
  const below = named.findIndex(
    ({ rank, total }) => rank !== null && (total === null || dec(total.printed).lessThan(dec(mean.total)))
  )
  return named.filter(({ rank, state }, index) =>
    rank === null ? state !== 'BLOCKED' : below < 0 || index < below
  )
}
