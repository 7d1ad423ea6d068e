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
  anyDirection,
  decimals,
  fullMark,
  given,
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

/** 按偏离目标加减分 (S17): 100 at the target; a dead band counts from its end (ambiguity 5). */
export const directionTable: Oracle = {
  kind: 'DIRECTION_TABLE',
  cases: fc.record({
    params: fc
      .record({
        gainPer: maybe(positive(10)),
        gainPoints: maybe(decimals(0, 10)),
        lossPer: maybe(positive(10)),
        lossPoints: maybe(decimals(0, 10)),
        mode: maybe(fc.constantFrom('LINEAR', 'STEP')),
        cap: maybe(decimals(100, 150, 0)),
        floor: maybe(decimals(0, 60, 0)),
        deadBand: maybe(decimals(0, 10, 1)),
        deadBandFrom: maybe(fc.constantFrom('BAND_END', 'TARGET')),
        deviation: maybe(fc.constantFrom('AUTO', 'RELATIVE', 'ABSOLUTE'))
      })
      .map(present),
    direction: anyDirection,
    measure: fc.constantFrom('万元', '%'),
    fullMark,
    group: fc.constant('g'),
    participants: participants(
      fc.record({
        target: fc.oneof(fc.constantFrom('100', '10'), decimals(-5, 120)),
        actual: given(fc.oneof(decimals(0, 130, 0), decimals(-20, 300)))
      })
    )
  }),
  solve({ params, direction, measure, fullMark: full }, { target, actual }) {
    const open = unless(actual)
    if (open !== null) return open
    const [goal, value] = [n(target!), n(actual!)]
    const choice = param(params, 'deviation', 'AUTO')
    const relative = choice === 'AUTO' ? direction !== 'TARGET' && measure !== '%' : choice === 'RELATIVE'
    if (relative && compare(goal, ZERO) <= 0) return REFUSED
    const difference = minus(value, goal)
    const above = compare(difference, ZERO) > 0
    const distance = above ? difference : minus(ZERO, difference)
    const measured = relative ? over(times(distance, n('100')), goal) : distance
    const band = n(param(params, 'deadBand', '0'))
    const counted =
      compare(measured, band) <= 0
        ? ZERO
        : params['deadBandFrom'] === 'TARGET'
          ? measured
          : minus(measured, band)
    const better = direction === (above ? 'UP' : 'DOWN')
    const [per, each] = better
      ? [param(params, 'gainPer', '5'), param(params, 'gainPoints', '5')]
      : [param(params, 'lossPer', '5'), param(params, 'lossPoints', '5')]
    const exactSteps = over(counted, n(per))
    const steps =
      params['mode'] === 'STEP' ? { top: exactSteps.top / exactSteps.bottom, bottom: 1n } : exactSteps
    const points = times(steps, n(each))
    const mark = better ? plus(n('100'), points) : minus(n('100'), points)
    const limited = smaller(larger(mark, n(param(params, 'floor', '0'))), n(param(params, 'cap', '120')))
    return scored(over(times(limited, n(full)), n('100')))
  }
}
