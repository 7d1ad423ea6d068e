import fc from 'fast-check'
import { n } from '../../../../fixtures/sample/fraction.ts'
import {
  decimals,
  fullMark,
  given,
  maybe,
  participants,
  present,
  REFUSED,
  scored,
  unless,
  type Oracle
} from '../oracleCase.ts'

interface Row {
  from?: number
  to?: number
  points: string
}

/** Cuts into rows: from −∞ up to the first cut, …, beyond the last; `hole` leaves one row out. */
function table(cuts: readonly number[], points: readonly string[], hole: number): Row[] {
  const rows = [...cuts, null].map((to, index): Row => {
    const from = index === 0 ? undefined : cuts[index - 1]! + 1
    return present({ from, to: to ?? undefined, points: points[index] }) as unknown as Row
  })
  return rows.filter((_, index) => index !== hole)
}

/** 按上级排名给分 (seed 排位目标, S83a): a points table over the place, or over the places behind the target. */
export const externalRank: Oracle = {
  kind: 'EXTERNAL_RANK',
  cases: fc.record({
    params: fc
      .tuple(
        fc.constantFrom('PLACE', 'BEHIND_TARGET'),
        fc.uniqueArray(fc.integer({ min: -3, max: 12 }), { minLength: 1, maxLength: 4 }),
        fc.array(decimals(-4, 7, 1), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 8 })
      )
      .map(([by, cuts, points, hole]) => ({
        by,
        rows: table(
          [...cuts].sort((a, b) => a - b),
          points,
          hole
        )
      })),
    direction: fc.constant('UP' as const),
    measure: fc.constant('名'),
    fullMark,
    group: fc.constant('g'),
    participants: participants(
      fc.record({
        target: maybe(decimals(1, 9, 0)),
        actual: given(fc.oneof(decimals(1, 20, 0), fc.constantFrom('0', '2.5', '-1')))
      })
    )
  }),
  solve({ params }, { target, actual }) {
    const open = unless(actual)
    if (open !== null) return open
    const place = Number(actual)
    if (!Number.isInteger(place) || place < 1) return REFUSED
    const behind = params['by'] === 'BEHIND_TARGET'
    // Without a rank target nothing can be said about places behind it.
    if (behind && target === undefined) return REFUSED
    const looked = behind ? place - Number(target) : place
    const rows = (params['rows'] as Row[]).filter(
      ({ from, to }) => (from === undefined || looked >= from) && (to === undefined || looked <= to)
    )
    return rows.length === 1 ? scored(n(rows[0]!.points)) : REFUSED
  }
}
