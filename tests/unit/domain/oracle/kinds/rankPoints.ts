import fc from 'fast-check'
import {
  average,
  compare,
  larger,
  minus,
  n,
  over,
  times,
  type Fraction
} from '../../../../fixtures/sample/fraction.ts'
import {
  decimals,
  direction,
  fullMark,
  given,
  isNumber,
  maybe,
  param,
  participants,
  poolOf,
  present,
  scored,
  unless,
  type Oracle
} from '../oracleCase.ts'

/** Points of a place: the first has the full mark, each further one less by the step, never below the floor (S2, S3). */
function pointsOf(place: number, full: Fraction, step: Record<string, unknown>): Fraction {
  const each = n(step['decrement'] as string)
  const fall = step['decrementIn'] === 'POINTS' ? each : over(times(full, each), n('100'))
  return larger(minus(full, times(fall, n(String(place - 1)))), n(param(step, 'floor', '0')))
}

/** 按名次给分 (S2, S3; S4: another step for a group; S84a: the mean of the places that tied units hold). */
export const rankPoints: Oracle = {
  kind: 'RANK_POINTS',
  cases: fc.record({
    params: fc
      .record({
        decrement: decimals(0, 9, 1),
        decrementIn: maybe(fc.constantFrom('PERCENT', 'POINTS')),
        floor: maybe(fc.constantFrom('0', '0.1')),
        tie: maybe(fc.constantFrom('SAME_RANK', 'MEAN_OF_PLACES')),
        byGroup: maybe(fc.constant([{ group: 'zone', decrement: '0.5', decrementIn: 'POINTS', floor: '0' }]))
      })
      .map(present),
    direction,
    measure: fc.constant('个'),
    fullMark,
    group: fc.constantFrom('g', 'zone'),
    participants: participants(fc.record({ actual: given(fc.oneof(decimals(1, 4, 0), decimals(-5, 20))) }), 7)
  }),
  solve(whole, own) {
    const open = unless(own.actual)
    if (open !== null) return open
    const { params, direction: way } = whole
    const value = n(own.actual!)
    const sides = poolOf(whole, own).flatMap(({ actual }) =>
      isNumber(actual) ? [compare(n(actual), value) * (way === 'UP' ? 1 : -1)] : []
    )
    const rank = 1 + sides.filter((side) => side > 0).length
    const shared = sides.filter((side) => side === 0).length
    const own1 = (params['byGroup'] as Record<string, unknown>[] | undefined)?.find(
      (entry) => entry['group'] === whole.group
    )
    const step = own1 ?? params
    const points = (place: number) => pointsOf(place, n(whole.fullMark), step)
    if (params['tie'] !== 'MEAN_OF_PLACES') return scored(points(rank))
    return scored(average(Array.from({ length: shared }, (_, offset) => points(rank + offset))))
  }
}
