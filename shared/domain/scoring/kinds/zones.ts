import { canonical, dec, HUNDRED, type D } from '../../number/decimal.ts'
import { settle } from '../../number/settle.ts'
import type { LineAxis, LineSegment, RuleLine } from '../ruleLine.ts'
import { boundOf, coverageOf, type IntervalRow, type Piece } from './intervalCoverage.ts'

/** A stretch of an axis where one thing holds. Without `from` (or `to`) it has no end on that side. */
export interface Zone {
  from?: string
  /** Default true. */
  fromInclusive?: boolean
  to?: string
  /** Default false: zones that follow each other meet without an overlap. */
  toInclusive?: boolean
  label: string
}

const GAP_LABEL = '没有规定，不能计分'

/** The number line of zones, with what nobody covers as GAP and what several cover as OVERLAP. */
export function lineOf(axis: LineAxis, label: string, zones: readonly Zone[]): RuleLine {
  const rows = zones.map((zone): IntervalRow => ({
    lo: zone.from,
    loInclusive: zone.fromInclusive ?? true,
    hi: zone.to,
    hiInclusive: zone.toInclusive ?? false,
    secondLoInclusive: true,
    secondHiInclusive: false
  }))
  const segments = coverageOf(rows).segments.map((segment) =>
    segmentOf(
      segment,
      segment.rows.map((index) => zones[index]!.label)
    )
  )
  return { axis, label, segments }
}

export function segmentOf(piece: Piece, labels: readonly string[]): LineSegment {
  return {
    from: piece.lo,
    fromInclusive: piece.loInclusive,
    to: piece.hi,
    toInclusive: piece.hiInclusive,
    kind: labels.length === 0 ? 'GAP' : labels.length === 1 ? 'COVERED' : 'OVERLAP',
    label: labels.length === 0 ? GAP_LABEL : labels.join('；又')
  }
}

/** Zones without those that contain nothing, so that a floor of 0 or a dead band of 0 leaves no empty piece. */
export function nonEmpty(zones: readonly Zone[]): Zone[] {
  return zones.filter(({ from, fromInclusive = true, to, toInclusive = false }) => {
    if (from === undefined || to === undefined) return true
    const order = boundOf(from).comparedTo(boundOf(to))
    return order < 0 || (order === 0 && fromInclusive && toInclusive)
  })
}

/** Whole steps beyond which a curve is drawn without its stairs: they would be closer than a pixel. */
const MOST_STEPS = 60

/** `origin` and the ends of the first steps of `width` away from it, towards one side (`width` carries the sign). */
export function stairs(origin: D, width: D): D[] {
  return Array.from({ length: MOST_STEPS + 1 }, (_, step) => origin.plus(width.times(step)))
}

/** Values at the given completion rates (%) of a higher-is-better target. */
export function valuesAtRates(target: D, rates: readonly string[]): D[] {
  return rates.map((rate) => target.times(boundOf(rate)).div(HUNDRED))
}

/** How long the points of one side take to reach their limit, in the measure of `per`; null when they never do. */
export function reachOf(limit: D | null, per: string, points: string): D | null {
  if (limit === null || dec(points).isZero()) return null
  return limit.times(dec(per)).div(dec(points))
}

/** One side of a target: what happens on the way, and from which distance on nothing changes any more (null: never). */
export interface Side {
  label: string
  end: D | null
  endLabel: string
}

/** Zones on the axis of the distance from a target: below, on target (within `band`), above. */
export function deviationZones(onTarget: string, band: D, below: Side, above: Side): Zone[] {
  const at = (distance: D): string => canonical(settle(distance))
  const end = (side: Side): D | null =>
    side.end === null ? null : side.end.greaterThan(band) ? side.end : band
  const [low, high] = [end(below), end(above)]
  const near = band.negated()
  return nonEmpty([
    ...(low === null
      ? [{ to: at(near), label: below.label }]
      : [
          { to: at(low.negated()), toInclusive: !low.equals(band), label: below.endLabel },
          { from: at(low.negated()), fromInclusive: false, to: at(near), label: below.label }
        ]),
    { from: at(near), to: at(band), toInclusive: true, label: onTarget },
    ...(high === null
      ? [{ from: at(band), fromInclusive: false, label: above.label }]
      : [
          { from: at(band), fromInclusive: false, to: at(high), label: above.label },
          { from: at(high), fromInclusive: !high.equals(band), label: above.endLabel }
        ])
  ])
}
