import type { LineSegment } from '#shared/domain/scoring/ruleLine.ts'
import { boundOf } from '#shared/domain/scoring/kinds/intervalCoverage.ts'

/** A piece of the picture: where it stands, in % of the width. */
export interface DrawnSegment {
  segment: LineSegment
  left: number
  width: number
}

/** Ends without a bound, single points and narrow holes still get this share of a middling piece. */
const LEAST = 0.45
const MOST = 2.2

function lengthOf({ from, to }: LineSegment): number | null {
  return from === null || to === null ? null : boundOf(to).minus(boundOf(from)).toNumber()
}

/**
 * Widths for the pieces of a number line. Not to scale on purpose: the hole between 59 and 60 must be seen beside a zone
 * of sixty. Longer pieces are still longer, within limits.
 */
export function lineLayout(segments: readonly LineSegment[]): DrawnSegment[] {
  const lengths = segments.map(lengthOf)
  const known = lengths.filter((length) => length !== null && length > 0) as number[]
  const middling = known.length === 0 ? 1 : known.reduce((total, length) => total + length, 0) / known.length
  const weights = lengths.map((length) =>
    length === null ? 0.8 : Math.min(MOST, Math.max(LEAST, length / middling))
  )
  const whole = weights.reduce((total, weight) => total + weight, 0)
  let left = 0
  return segments.map((segment, index) => {
    const width = ((weights[index] ?? 0) / whole) * 100
    const drawn = { segment, left, width }
    left += width
    return drawn
  })
}
