import { dec, HUNDRED, type D } from '../../number/decimal.ts'
import type { Direction } from '../../scheme/schemeDefinition.ts'
import { diffBase, diffMost, type DiffParams } from './diffParams.ts'

/** How one reading of the rule scores one value: the same numbers whichever of its open questions is asked. */
export interface DiffPoints {
  gains: boolean
  /** Distance from the target in the rule's measure. */
  distance: D
  /** Points of that distance before the side's cap, and after it. */
  full: D
  points: D
  raw: D
  score: D
}

export interface DiffReading {
  mode: DiffParams['mode']
  relative: boolean
}

/** Base plus or minus the points of the distance, each side within its cap, the whole between `floor` and `max`. */
export function diffPoints(
  rule: DiffParams,
  { mode, relative }: DiffReading,
  direction: Direction,
  [value, target, fullMark]: readonly [D, D, D]
): DiffPoints {
  const difference = value.minus(target)
  const gains = difference.isPositive() === (direction === 'UP')
  const size = relative ? difference.abs().times(HUNDRED) : difference.abs()
  const scale = relative ? target : dec(1)
  const side = gains
    ? { per: dec(rule.upPer), each: dec(rule.upPoints), cap: rule.upCap }
    : { per: dec(rule.downPer), each: dec(rule.downPoints), cap: rule.downCap }
  const per = scale.times(side.per)
  // Whole steps only, toward the target on both sides (G2: 96 % loses nothing).
  const full = mode === 'STEP' ? size.div(per).trunc().times(side.each) : size.times(side.each).div(per)
  const points = side.cap !== undefined && full.greaterThan(dec(side.cap)) ? dec(side.cap) : full
  const base = diffBase(rule, fullMark)
  const raw = gains ? base.plus(points) : base.minus(points)
  const floor = dec(rule.floor)
  const most = diffMost(rule, fullMark)
  const score = raw.lessThan(floor) ? floor : most !== null && raw.greaterThan(most) ? most : raw
  return { gains, distance: size.div(scale), full, points, raw, score }
}
