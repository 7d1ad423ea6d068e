import fc from 'fast-check'
import {
  compare,
  larger,
  minus,
  n,
  over,
  plus,
  smaller,
  times
} from '../../../../fixtures/sample/fraction.ts'
import {
  decimals,
  fullMark,
  given,
  isNumber,
  maybe,
  param,
  participants,
  positive,
  present,
  REFUSED,
  scored,
  unless,
  type Oracle
} from '../oracleCase.ts'

const ZERO = n('0')

/** SASAC 2009 growth rates (S11): the bonus is capped by how far the target was set below the baseline (ambiguity 17). */
export const sasacGrowth: Oracle = {
  kind: 'SASAC_GROWTH',
  cases: fc.record({
    params: fc
      .record({
        base: maybe(decimals(0, 30, 0)),
        per: maybe(positive(2)),
        upPoints: maybe(decimals(0, 3, 1)),
        downPoints: maybe(decimals(0, 3, 1)),
        downCap: maybe(decimals(0, 8, 1)),
        capMet: maybe(decimals(0, 8, 1)),
        capNear: maybe(decimals(0, 8, 1)),
        capMid: maybe(decimals(0, 8, 1)),
        capFar: maybe(decimals(0, 8, 1)),
        capNegative: maybe(decimals(0, 2, 1)),
        nearInclusive: maybe(fc.boolean()),
        baselines: maybe(
          fc.array(fc.record({ unit: fc.constantFrom('a', '*'), value: decimals(-2, 12, 0) }), {
            minLength: 1,
            maxLength: 1
          })
        )
      })
      .map(present),
    direction: fc.constant('UP' as const),
    measure: fc.constant('%'),
    fullMark,
    group: fc.constant('g'),
    participants: participants(
      fc.record({
        target: fc.oneof(fc.constantFrom('7', '5'), decimals(-3, 12, 0), decimals(-3, 12)),
        actual: given(decimals(-10, 25, 1)),
        ratings: given(fc.oneof(decimals(-2, 12, 0), fc.constantFrom('10', '8'))).map((value) => [
          { group: '', name: '基准值', value }
        ])
      })
    )
  }),
  solve({ params, fullMark: full }, { unit, target, actual, ratings }) {
    const open = unless(actual)
    if (open !== null) return open
    const stated = (params['baselines'] as { unit: string; value: string }[] | undefined) ?? []
    const own = stated.find((entry) => entry.unit === unit) ?? stated.find((entry) => entry.unit === '*')
    const baselineText = own?.value ?? ratings?.[0]?.value
    if (!isNumber(baselineText)) return REFUSED
    const [goal, value, baseline] = [n(target!), n(actual!), n(baselineText)]
    if (compare(baseline, ZERO) <= 0) return REFUSED
    const percentBelow = over(times(minus(baseline, goal), n('100')), baseline)
    const cap =
      compare(goal, ZERO) < 0
        ? param(params, 'capNegative', '0')
        : compare(goal, baseline) >= 0
          ? param(params, 'capMet', '4')
          : compare(percentBelow, n('30')) < (params['nearInclusive'] === false ? 0 : 1)
            ? param(params, 'capNear', '3')
            : compare(percentBelow, n('50')) < 0
              ? param(params, 'capMid', '2')
              : param(params, 'capFar', '1')
    const difference = minus(value, goal)
    const base = n(param(params, 'base', full))
    const per = n(param(params, 'per', '1'))
    if (compare(difference, ZERO) >= 0) {
      const bonus = over(times(difference, n(param(params, 'upPoints', '1'))), per)
      return scored(plus(base, smaller(bonus, n(cap))))
    }
    const loss = over(times(minus(ZERO, difference), n(param(params, 'downPoints', '1'))), per)
    return scored(larger(minus(base, smaller(loss, n(param(params, 'downCap', '4')))), ZERO))
  }
}
