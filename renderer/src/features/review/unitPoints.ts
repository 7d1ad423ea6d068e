import { dec, type D } from '#shared/domain/number/decimal.ts'
import { formatSignedGap } from '#shared/domain/number/format.ts'
import type { GroupResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'

/** Most sentences under a head. */
const MOST = 3

/** A dimension of a unit beside its group, as far as it can be drawn. */
export interface DimensionBar {
  code: string
  name: string
  fullMark: string
  score: string | null
  /** Shares of the full mark in percent, for the drawing only. */
  width: number
  mean: number | null
  gap: string | null
  ahead: boolean
}

const share = (value: string, fullMark: string): number =>
  dec(fullMark).isZero() ? 0 : Math.min(100, Math.max(0, dec(value).div(dec(fullMark)).times(100).toNumber()))

export function dimensionBars(unit: UnitResult, group: GroupResult, decimals: number): DimensionBar[] {
  return unit.dimensions.map(({ dimension, name, fullMark, effectiveFullMark, score }) => {
    const mean = group.mean?.dimensions[dimension] ?? null
    const gap = score === null || mean === null ? null : dec(score.printed).minus(dec(mean))
    return {
      ...{ code: dimension, name, fullMark, score: score?.printed ?? null },
      width: score === null ? 0 : share(score.printed, effectiveFullMark),
      mean: mean === null ? null : share(mean, fullMark),
      gap: gap === null ? null : formatSignedGap(gap, decimals),
      ahead: gap !== null && gap.greaterThan(0)
    }
  })
}

/** 亮点: dimensions above the mean, bonuses; 短板: where most points were lost. All from the result, nothing guessed. */
export function unitPoints(
  unit: UnitResult,
  group: GroupResult,
  decimals: number
): { strong: string[]; weak: string[] } {
  const above = dimensionBars(unit, group, decimals)
    .filter(({ ahead }) => ahead)
    .map(({ name, gap }) => `${name}高于组均 ${gap}`)
  const bonuses = unit.adjustments.entries
    .filter(({ sign }) => sign === 'BONUS')
    .map(({ entry }) => `${entry.reason}，加 ${entry.points.replace('-', '')}`)
  const deductions = unit.adjustments.entries
    .filter(({ sign }) => sign === 'DEDUCTION')
    .map(({ entry }) => `${entry.reason}，减 ${entry.points.replace('-', '')}`)
  const lost = unit.dimensions
    .flatMap(({ indicators }) => indicators)
    .flatMap((item): { text: string; lost: D }[] => {
      if (item.status === 'MISSING' && item.score === null)
        return [{ text: `${item.name}缺报`, lost: dec(item.fullMark) }]
      if (item.score === null) return []
      const points = dec(item.fullMark).minus(dec(item.score.printed))
      return points.greaterThan(0)
        ? [{ text: `${item.name} ${item.score.printed} / ${item.fullMark}`, lost: points }]
        : []
    })
    .sort((a, b) => b.lost.comparedTo(a.lost))
    .map(({ text }) => text)
  return { strong: [...bonuses, ...above].slice(0, MOST), weak: [...lost, ...deductions].slice(0, MOST) }
}
