import fc from 'fast-check'
import {
  compare,
  larger,
  minus,
  n,
  over,
  plus,
  smaller,
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
  REFUSED,
  scored,
  unless,
  type Oracle
} from '../oracleCase.ts'

/** The value so many % of the way through the sorted ones, on the line between its neighbours. */
function percentile(sorted: readonly Fraction[], percent: number): Fraction {
  const place = percent * (sorted.length - 1)
  const below = Math.floor(place / 100)
  const lower = sorted[below]!
  const upper = sorted[below + 1] ?? lower
  return plus(lower, times(minus(upper, lower), over(n(String(place - below * 100)), n('100'))))
}

/** 60–100 (S16, linear form): 60 + (x − worst) ÷ (best − worst) × 40. */
export const minMax: Oracle = {
  kind: 'MINMAX_60_100',
  cases: fc.record({
    params: fc
      .record({
        low: maybe(decimals(0, 70, 0)),
        high: maybe(decimals(80, 100, 0)),
        allEqual: maybe(fc.constantFrom('100', '80')),
        tail: maybe(fc.constantFrom('0', '10', '25'))
      })
      .map(present),
    direction,
    measure: fc.constant('个'),
    fullMark,
    group: fc.constant('g'),
    participants: participants(
      fc.record({ actual: given(fc.oneof(decimals(1, 4, 0), decimals(-20, 90))) }),
      6
    )
  }),
  solve(whole, own) {
    const open = unless(own.actual)
    if (open !== null) return open
    const { params } = whole
    const values = poolOf(whole, own).flatMap(({ actual }) => (isNumber(actual) ? [n(actual)] : []))
    const sorted = values.sort(compare)
    const tail = Number(param(params, 'tail', '0'))
    const [min, max] = [percentile(sorted, tail), percentile(sorted, 100 - tail)]
    const scaled = (mark: ReturnType<typeof n>) => over(times(mark, n(whole.fullMark)), n('100'))
    if (compare(sorted[0]!, sorted.at(-1)!) === 0) {
      return params['allEqual'] === undefined ? REFUSED : scored(scaled(n(params['allEqual'] as string)))
    }
    // Percentiles that meet leave nothing to measure by.
    if (compare(min, max) === 0) return REFUSED
    const [worst, best] = whole.direction === 'UP' ? [min, max] : [max, min]
    const [low, high] = [n(param(params, 'low', '60')), n(param(params, 'high', '100'))]
    const inside = larger(min, smaller(max, n(own.actual!)))
    const share = over(minus(inside, worst), minus(best, worst))
    return scored(scaled(plus(low, times(share, minus(high, low)))))
  }
}
