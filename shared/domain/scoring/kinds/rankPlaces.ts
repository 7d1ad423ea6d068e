import { dec, type D } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { memoByPool } from '../poolMemo.ts'
import { raterKey, ratingsOf } from '../ratings.ts'
import type { Reading } from '../reading.ts'
import type { RuleSubject } from '../ruleKind.ts'

/** A place and the number of units that hold it together. */
export interface PoolPlace {
  rank: number
  shared: number
}

/** The note by which a trace says that a place is shared; the report footer then names the tie policy. */
export const SHARED_PLACE_NOTE = '名次并列'

interface Places {
  /** Units that have a value, and so take part in this item. */
  size: number
  of: ReadonlyMap<string, PoolPlace>
}

/** Places of all units of the pool by their actual value, in the indicator's direction: 1-2-2-4. */
export const poolPlaces = memoByPool((pool, indicator: IndicatorDefinition): Places => {
  const entries = pool.flatMap((subject) => {
    const merit = meritOf(subject, indicator)
    return merit === null ? [] : [{ unit: subject.unit, merit }]
  })
  entries.sort((a, b) => b.merit.comparedTo(a.merit))
  const of = new Map<string, PoolPlace>()
  for (let start = 0; start < entries.length;) {
    let end = start
    while (end < entries.length && entries[end]!.merit.equals(entries[start]!.merit)) end++
    for (const entry of entries.slice(start, end))
      of.set(entry.unit, { rank: start + 1, shared: end - start })
    start = end
  }
  return { size: entries.length, of }
})

/** Higher is better. Null for a unit without a value: it takes no place. */
function meritOf(subject: RuleSubject, indicator: IndicatorDefinition): D | null {
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return null
  if (indicator.direction === 'UP') return actual.value
  if (indicator.direction === 'DOWN') return actual.value.negated()
  return subject.target === null ? null : actual.value.minus(subject.target.value).abs().negated()
}

/** A given place is a whole number from 1. */
export function givenPlace(value: D): number | null {
  return value.isInteger() && value.greaterThanOrEqualTo(1) && value.lessThan(100_000)
    ? value.toNumber()
    : null
}

/**
 * How many units of the pool hold a given rank together: on one evaluator's list (`by`), or, with null, by their
 * plain `actual` rank.
 */
export function sharesOfRank(pool: readonly RuleSubject[], by: Reading | null, rank: D): number {
  const list = by === null ? PLAIN : raterKey(by)
  if (list === null) return 1
  return rankCounts(pool, ANY).get(countKey(list, rank)) ?? 1
}

const PLAIN = 'actual'
/** Counts depend on the pool alone; the memo wants an object beside it. */
const ANY = {}

const countKey = (list: string, rank: D): string => `${list}#${rank.toFixed()}`

const rankCounts = memoByPool((pool): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const count = (list: string, rank: D): void => {
    const key = countKey(list, rank)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const subject of pool) {
    const plain = pickReading(subject, 'actual')
    if (hasNumber(plain)) count(PLAIN, plain.value)
    for (const reading of ratingsOf(subject).list) {
      const list = raterKey(reading)
      if (list === null || reading.value === null) continue
      if (reading.state === 'VALUE' || reading.state === 'ESTIMATED') count(list, dec(reading.value))
    }
  }
  return counts
})
