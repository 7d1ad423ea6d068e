import fc from 'fast-check'
import { compare, n } from '../../../../fixtures/sample/fraction.ts'
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
  type Oracle
} from '../oracleCase.ts'

/** 达标得分 (S82a): all or nothing. */
export const threshold: Oracle = {
  kind: 'THRESHOLD',
  cases: fc.record({
    params: fc
      .record({
        line: maybe(decimals(-5, 10, 0)),
        inclusive: maybe(fc.boolean()),
        pass: maybe(decimals(0, 20, 0)),
        fail: maybe(decimals(0, 5, 0))
      })
      .map(present),
    direction: anyDirection,
    measure: fc.constant('万吨'),
    fullMark,
    group: fc.constant('g'),
    participants: participants(
      fc.record({ target: maybe(decimals(-5, 10, 0)), actual: given(decimals(-5, 10, 0)) })
    )
  }),
  solve({ params, direction, fullMark: full }, { target, actual }) {
    const open = unless(actual)
    if (open !== null) return open
    const line = (params['line'] as string | undefined) ?? target
    if (line === undefined || direction === 'TARGET') return REFUSED
    const side = compare(n(actual!), n(line)) * (direction === 'UP' ? 1 : -1)
    const passes = side > 0 || (side === 0 && params['inclusive'] !== false)
    return scored(n(passes ? param(params, 'pass', full) : param(params, 'fail', '0')))
  }
}
