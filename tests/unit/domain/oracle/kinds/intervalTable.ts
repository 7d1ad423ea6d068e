import fc from 'fast-check'
import { compare, minus, n, over, plus, times, type Fraction } from '../../../../fixtures/sample/fraction.ts'
import {
  decimals,
  given,
  isNumber,
  participants,
  REFUSED,
  scored,
  unless,
  type Oracle
} from '../oracleCase.ts'

interface Row {
  lo?: string
  loInclusive?: boolean
  hi?: string
  hiInclusive?: boolean
  value?: string
  min?: string
  max?: string
  atLo?: string
  atHi?: string
}

function holds(row: Row, value: Fraction): boolean {
  const low = row.lo === undefined ? 1 : compare(value, n(row.lo))
  const high = row.hi === undefined ? 1 : compare(n(row.hi), value)
  return (
    (low > 0 || (low === 0 && row.loInclusive !== false)) &&
    (high > 0 || (high === 0 && row.hiInclusive === true))
  )
}

/** Rows between cuts; each cut belongs to the row above it, to the one below, to both or to none. */
function rows(
  cuts: readonly string[],
  edges: readonly number[],
  points: readonly string[],
  range: number
): Row[] {
  return [...cuts, null].map((hi, index): Row => {
    const lower = index === 0 ? {} : { lo: cuts[index - 1]!, loInclusive: edges[index - 1]! % 2 === 0 }
    const upper = hi === null ? {} : { hi, hiInclusive: edges[index]! > 0 && edges[index]! < 3 }
    const inner = index > 0 && hi !== null
    const worth =
      index === range
        ? { min: '1', max: '3' }
        : inner && index % 2 === 1
          ? { atLo: points[index - 1]!, atHi: points[index]! }
          : { value: points[index]! }
    return { ...lower, ...upper, ...worth }
  })
}

/** 按区间给分 (S2, S18): the one row that holds; a row with a range waits for a mark by hand within it. */
export const intervalTable: Oracle = {
  kind: 'INTERVAL_TABLE',
  cases: fc.record({
    params: fc
      .tuple(
        fc.constantFrom('ACTUAL', 'RATE'),
        fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
        fc.array(decimals(0, 5, 1), { minLength: 5, maxLength: 5 }),
        fc.nat(6)
      )
      .map(([variable, cuts, edges, points, range]) => ({
        variable,
        rows: rows(
          cuts.sort((a, b) => a - b).map((cut) => String(cut * 10)),
          edges,
          points,
          range
        )
      })),
    direction: fc.constant('UP' as const),
    measure: fc.constant('%'),
    fullMark: fc.constant('5'),
    group: fc.constant('g'),
    participants: participants(
      fc.record({
        target: fc.constantFrom('100', '50', '3', '0'),
        actual: given(
          fc.oneof(
            decimals(0, 13, 0).map((tens) => (tens === '0' ? '0' : `${tens}0`)),
            decimals(-5, 140)
          )
        ),
        score: given(decimals(0, 4, 1))
      })
    )
  }),
  solve({ params }, { target, actual, score }) {
    const open = unless(actual)
    if (open !== null) return open
    let value = n(actual!)
    if (params['variable'] === 'RATE') {
      if (compare(n(target!), n('0')) <= 0) return REFUSED
      value = over(times(value, n('100')), n(target!))
    }
    const found = (params['rows'] as Row[]).filter((row) => holds(row, value))
    const row = found[0]
    if (row === undefined || found.length > 1) return REFUSED
    if (row.value !== undefined) return scored(n(row.value))
    if (row.atLo !== undefined) {
      const share = over(minus(value, n(row.lo!)), minus(n(row.hi!), n(row.lo!)))
      return scored(plus(n(row.atLo), times(share, minus(n(row.atHi!), n(row.atLo)))))
    }
    const wanting = unless(score)
    if (wanting !== null) return wanting
    const fits = isNumber(score) && compare(n(score), n(row.min!)) >= 0 && compare(n(score), n(row.max!)) <= 0
    return fits ? scored(n(score)) : REFUSED
  }
}
