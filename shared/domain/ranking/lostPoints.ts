import { dec, sum, type D } from '../number/decimal.ts'
import type { IndicatorResult, UnitResult } from './resultSet.ts'

export interface LostPoints {
  indicator: IndicatorResult
  /** In points of the dimension; below 0 where a rule gives more than the full mark. */
  lost: D
}

/**
 * Points lost in the dimension's own scale: a weighted dimension (满分 15 of marks out of 80 and 20) counts each
 * mark for less than one point, so full mark − score is scaled as the dimension scales it. Items without a score lose none.
 */
export function lostPoints(unit: Pick<UnitResult, 'dimensions'>): LostPoints[] {
  return unit.dimensions.flatMap((dimension) => {
    const scored = dimension.indicators.filter((indicator) => indicator.score !== null)
    const marks = sum(scored.map((indicator) => dec(indicator.score!.exact)))
    const fulls = sum(scored.map((indicator) => dec(indicator.fullMark)))
    if (dimension.score === null || fulls.isZero()) return []
    const scale = marks.isZero()
      ? dec(dimension.effectiveFullMark).div(fulls)
      : dec(dimension.score.exact).div(marks)
    return scored.map((indicator) => ({
      indicator,
      lost: dec(indicator.fullMark).minus(dec(indicator.score!.exact)).times(scale)
    }))
  })
}
