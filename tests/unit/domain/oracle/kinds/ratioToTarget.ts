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
  present,
  REFUSED,
  scored,
  unless,
  type Oracle,
  type Verdict
} from '../oracleCase.ts'

/** 按完成比例 (S9, S80a; cliff S10; floor and cap S76). Lower-is-better has two readings, none published. */
export const ratioToTarget: Oracle = {
  kind: 'RATIO_TO_TARGET',
  cases: fc.record({
    params: fc
      .record({
        cap: maybe(decimals(100, 150, 0)),
        floor: maybe(decimals(0, 60, 0)),
        cliff: maybe(fc.constantFrom('60', '70', '80')),
        cliffInclusive: maybe(fc.boolean()),
        stretchPoints: maybe(fc.constantFrom('2', '5')),
        down: maybe(fc.constantFrom('TARGET_OVER_VALUE', 'TWO_MINUS_RATIO'))
      })
      .map(present),
    direction: anyDirection,
    measure: fc.constant('个'),
    fullMark,
    group: fc.constant('g'),
    participants: participants(
      fc.record({
        target: fc.oneof(fc.constant('10'), decimals(1, 10, 0), decimals(-2, 200)),
        stretch: maybe(fc.oneof(fc.constant('12'), decimals(1, 20, 0))),
        actual: given(fc.oneof(fc.constantFrom('6', '7', '8'), decimals(0, 15, 0), decimals(-20, 300)))
      })
    )
  }),
  solve({ params, direction, fullMark: full }, { target, stretch, actual }) {
    const open = unless(actual)
    if (open !== null) return open
    const [goal, value, hundred] = [n(target!), n(actual!), n('100')]
    if (compare(goal, n('0')) <= 0 || direction === 'TARGET') return REFUSED
    const most = params['stretchPoints'] as string | undefined
    // Two ways to score above the full mark at once: the scheme must choose one.
    if (most !== undefined && compare(n(param(params, 'cap', '100')), hundred) > 0) return REFUSED
    const withStretch = (score: Fraction): Verdict => {
      if (most === undefined || stretch === undefined) return scored(score)
      const sign = direction === 'DOWN' ? minus(n('0'), n('1')) : n('1')
      const width = times(minus(n(stretch), goal), sign)
      if (compare(width, n('0')) <= 0) return REFUSED
      const beyond = larger(n('0'), smaller(width, times(minus(value, goal), sign)))
      return scored(plus(score, over(times(beyond, n(most)), width)))
    }
    const share = (percent: string) => over(times(n(full), n(percent)), hundred)
    const cap = param(params, 'cap', '100')
    let rate = over(value, goal)
    if (direction === 'DOWN') {
      if (params['down'] === undefined) return REFUSED
      if (params['down'] === 'TWO_MINUS_RATIO') rate = minus(n('2'), rate)
      else {
        const side = compare(value, n('0'))
        if (side < 0) return REFUSED
        if (side === 0) return withStretch(share(cap))
        rate = over(goal, value)
      }
    }
    const percent = times(rate, hundred)
    if (params['cliff'] !== undefined) {
      const side = compare(percent, n(params['cliff'] as string))
      if (side < 0 || (side === 0 && params['cliffInclusive'] !== false)) return scored(n('0'))
    }
    const floored = larger(
      smaller(times(rate, n(full)), share(cap)),
      smaller(share(param(params, 'floor', '0')), share(cap))
    )
    return withStretch(floored)
  }
}
