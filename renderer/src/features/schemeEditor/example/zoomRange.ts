import { canonical, D, dec, type DecimalString } from '#shared/domain/number/decimal.ts'
import type { CurvePoint, ScoreCurve } from '#shared/domain/trial/scoreCurve.ts'

/** Steps that are shown on either side of the target. */
const STEPS = 5

/**
 * The part of a curve around the target in which single steps can be seen, for kinds that count in steps or in proportion.
 * Null where there are no steps to look at, or where the whole range is no wider.
 */
export function zoomRange(
  curve: ScoreCurve,
  target: DecimalString
): { from: DecimalString; to: DecimalString } | null {
  const steps = curve.mode === 'STEP' ? curve.points : curve.other?.mode === 'STEP' ? curve.other.points : []
  const width = stepWidth(steps)
  const first = steps[0]
  const last = steps.at(-1)
  if (width === null || first === undefined || last === undefined) return null
  const reach = width.times(STEPS)
  const whole = dec(last.value).minus(dec(first.value))
  if (reach.times(2).greaterThanOrEqualTo(whole)) return null
  return { from: canonical(dec(target).minus(reach)), to: canonical(dec(target).plus(reach)) }
}

/** The narrowest tread: the distance between two jumps, a jump being a change between values that nearly touch. */
function stepWidth(points: readonly CurvePoint[]): D | null {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return null
  const close = dec(last.value).minus(dec(first.value)).div(100_000)
  const jumps: D[] = []
  points.slice(1).forEach((point, index) => {
    const before = points[index]!
    const near = dec(point.value).minus(dec(before.value)).lessThan(close)
    if (near && point.score !== before.score) jumps.push(dec(point.value))
  })
  const gaps = jumps
    .slice(1)
    .map((jump, index) => jump.minus(jumps[index]!))
    .filter((gap) => gap.greaterThan(close.times(4)))
  return gaps.length === 0 ? null : D.min(...gaps)
}
