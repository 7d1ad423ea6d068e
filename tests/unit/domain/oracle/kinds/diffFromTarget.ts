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
  type Oracle,
  type OracleCase
} from '../oracleCase.ts'

const ZERO = n('0')
const abs = (value: Fraction): Fraction => (compare(value, ZERO) < 0 ? minus(ZERO, value) : value)

/** Relative to the target, but in 百分点 for %-typed indicators (§2.1 trap, ambiguity 5). */
function relative({ params, measure }: OracleCase): boolean {
  const choice = param(params, 'deviation', 'AUTO')
  return choice === 'AUTO' ? measure !== '%' : choice === 'RELATIVE'
}

/** 达标基础上加减分 (S10, S12, S81a): a step is a whole one, toward the target (ambiguity 6). */
export const diffFromTarget: Oracle = {
  kind: 'DIFF_FROM_TARGET',
  cases: fc.record({
    params: fc
      .record({
        base: maybe(decimals(0, 30, 0)),
        baseIn: maybe(fc.constantFrom('POINTS', 'PERCENT')),
        upPer: maybe(positive(10)),
        upPoints: maybe(decimals(0, 3)),
        upCap: maybe(decimals(0, 10, 1)),
        downPer: maybe(positive(10)),
        downPoints: maybe(decimals(0, 3)),
        downCap: maybe(decimals(0, 10, 1)),
        floor: maybe(decimals(0, 2, 1)),
        mode: maybe(fc.constantFrom('LINEAR', 'STEP')),
        deviation: maybe(fc.constantFrom('AUTO', 'RELATIVE', 'ABSOLUTE')),
        cliff: maybe(fc.constantFrom('70', '80')),
        cliffInclusive: maybe(fc.boolean())
      })
      .map(present),
    direction: anyDirection,
    measure: fc.constantFrom('万元', '%'),
    fullMark,
    group: fc.constant('g'),
    participants: participants(
      fc.record({
        target: fc.oneof(fc.constant('100'), decimals(80, 100, 0), decimals(-5, 120)),
        actual: given(fc.oneof(fc.constantFrom('70', '80'), decimals(50, 130, 0), decimals(-20, 300)))
      })
    )
  }),
  solve(whole, { target, actual }) {
    const open = unless(actual)
    if (open !== null) return open
    const { params, direction } = whole
    const [goal, value, full] = [n(target!), n(actual!), n(whole.fullMark)]
    const goalPositive = compare(goal, ZERO) > 0
    const isRelative = relative(whole)
    if (direction === 'TARGET' || (isRelative && !goalPositive)) return REFUSED
    if (params['cliff'] !== undefined) {
      if (direction === 'DOWN' || !goalPositive) return REFUSED
      const side = compare(over(times(value, n('100')), goal), n(params['cliff'] as string))
      if (side < 0 || (side === 0 && params['cliffInclusive'] !== false)) return scored(ZERO)
    }
    const difference = minus(value, goal)
    const better = direction === 'UP' ? compare(difference, ZERO) >= 0 : compare(difference, ZERO) <= 0
    const size = isRelative ? over(times(abs(difference), n('100')), goal) : abs(difference)
    const [per, each, cap] = better
      ? [param(params, 'upPer', '1'), param(params, 'upPoints', '0'), params['upCap']]
      : [param(params, 'downPer', '1'), param(params, 'downPoints', '1'), params['downCap']]
    const exactSteps = over(size, n(per))
    const steps =
      params['mode'] === 'STEP' ? { top: exactSteps.top / exactSteps.bottom, bottom: 1n } : exactSteps
    const uncapped = times(steps, n(each))
    const points = cap === undefined ? uncapped : smaller(uncapped, n(cap as string))
    const given = params['base'] as string | undefined
    const base =
      given === undefined
        ? full
        : params['baseIn'] === 'PERCENT'
          ? over(times(full, n(given)), n('100'))
          : n(given)
    return scored(larger(better ? plus(base, points) : minus(base, points), n(param(params, 'floor', '0'))))
  }
}
