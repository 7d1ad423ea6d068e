import { compare, minus, n, over, times, total, type Fraction } from '../../../../fixtures/sample/fraction.ts'
import { solveItem, type ItemVerdict } from './itemOracle.ts'
import type { DimensionCase, RaceCase } from './raceCase.ts'

export interface BaseVerdict {
  items: readonly ItemVerdict[]
  /** Each dimension's score as it is shown; null where nothing of it counts, or something of it blocks. */
  dimensions: Readonly<Record<string, Fraction | null>>
  base: Fraction | null
  /** full ÷ (full − out) where points do not apply. */
  factor: Fraction | null
}

interface DimensionVerdict {
  code: string
  items: readonly ItemVerdict[]
  /** As the base adds it up. */
  score: Fraction | null
  shown: Fraction | null
  /** Points of the base that the dimension stands for, and those of them that do not count. */
  points: Fraction
  out: Fraction
}

const ZERO = n('0')
const marks = (items: readonly ItemVerdict[]): Fraction => total(items.map(({ item }) => n(item.fullMark)))

/** indicator → dimension → base (§6.3), with score × full ÷ (full − 不适用) (§6.4-4; ambiguities 1 and 2). */
export function solveBase(given: RaceCase, index: number): BaseVerdict {
  const parts = given.dimensions.map((dimension) => solveDimension(given, dimension, index))
  const items = parts.flatMap((part) => part.items)
  const dimensions = Object.fromEntries(parts.map((part) => [part.code, part.shown]))
  const none = { items, dimensions, base: null, factor: null }
  if (items.some((item) => item.effect === 'BLOCKS') || !items.some((item) => item.effect === 'COUNTS')) {
    return none
  }
  const sum = total(parts.map((part) => part.score ?? ZERO))
  const out = total(parts.map((part) => part.out))
  if (compare(out, ZERO) === 0) return { ...none, base: sum }
  const full = {
    DECLARED: n(given.fullMark),
    ITEMS: total(parts.map((part) => part.points)),
    HUNDRED: n('100')
  }[given.policies.rescaleTo]
  // Nothing is published for a full mark that is used up: no number rather than an absurd one.
  if (compare(full, out) <= 0) return none
  const factor = over(full, minus(full, out))
  return { ...none, base: times(sum, factor), factor }
}

/**
 * SUM adds its items; WEIGHTED is Σ scores ÷ Σ full marks × full mark over the items that count, so that one that does not
 * leaves the dimension's weight alone, and only a dimension of which nothing counts falls out of the base.
 */
function solveDimension(given: RaceCase, dimension: DimensionCase, index: number): DimensionVerdict {
  const { code, composition } = dimension
  const items = dimension.items.map((item) => solveItem(given, item, index))
  const outside = items.filter((item) => item.effect === 'OUT')
  const inside = items.filter((item) => item.effect !== 'OUT')
  const full = n(dimension.fullMark)
  const sums = composition === 'SUM'
  const points = sums ? marks(items) : full
  const out = sums ? marks(outside) : inside.length === 0 ? full : ZERO
  if (inside.length === 0 || inside.some((item) => item.effect === 'BLOCKS')) {
    return { code, items, score: null, shown: null, points, out }
  }
  const sum = total(inside.map((item) => item.score!))
  const score = sums ? sum : over(times(sum, full), marks(inside))
  const left = minus(full, out)
  const shown =
    given.policies.rescaleDimensions && compare(left, ZERO) > 0 ? over(times(score, full), left) : score
  return { code, items, score, shown, points, out }
}
