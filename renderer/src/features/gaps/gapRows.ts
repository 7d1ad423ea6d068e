import { canonical, dec, mean, type D } from '#shared/domain/number/decimal.ts'
import { printFixed } from '#shared/domain/number/rounding.ts'
import { lostPoints } from '#shared/domain/ranking/lostPoints.ts'
import type { GroupResult, IndicatorResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'

export function indicatorsOf(unit: UnitResult): IndicatorResult[] {
  return unit.dimensions.flatMap((dimension) => dimension.indicators)
}

export interface HeatColumn {
  indicator: string
  name: string
  fullMark: string
}

/** Indicators that at least two units of the group have: only these compare units. */
export function sharedIndicators(group: GroupResult): HeatColumn[] {
  const counts = new Map<string, { column: HeatColumn; units: number }>()
  for (const indicator of group.units.flatMap(indicatorsOf)) {
    const { indicator: code, name, fullMark } = indicator
    const entry = counts.get(code) ?? { column: { indicator: code, name, fullMark }, units: 0 }
    if (indicator.status !== 'NA') entry.units += 1
    counts.set(code, entry)
  }
  return [...counts.values()].filter((entry) => entry.units > 1).map((entry) => entry.column)
}

/** The unit's lowest-rated indicator that no other unit of the group has; null when it has none. */
export function ownWeakest(unit: UnitResult, shared: readonly HeatColumn[]): IndicatorResult | null {
  const own = indicatorsOf(unit).filter(
    (indicator) =>
      indicator.rate !== null && !shared.some((column) => column.indicator === indicator.indicator)
  )
  return own.sort((a, b) => dec(a.rate!).comparedTo(dec(b.rate!)))[0] ?? null
}

/** Where a unit lost most points, with the printed loss; null when it lost none. */
export function biggestLoss(
  unit: UnitResult,
  decimals: number
): { indicator: IndicatorResult; lost: string } | null {
  const worst = lostPoints(unit).sort((a, b) => b.lost.comparedTo(a.lost))[0]
  if (worst === undefined || worst.lost.lessThanOrEqualTo(0)) return null
  return { indicator: worst.indicator, lost: printFixed(worst.lost, decimals) }
}

/** Mean rate of an indicator over the ranked units, 4 decimals; null when nobody has it. */
export function meanRate(group: GroupResult, code: string): string | null {
  const rates = group.units
    .filter((unit) => unit.rank !== null)
    .flatMap((unit) => indicatorsOf(unit).find((item) => item.indicator === code)?.rate ?? [])
  return rates.length === 0 ? null : canonical(mean(rates.map((rate) => dec(rate))).toDecimalPlaces(4))
}

/** Units in display order, or by the rate of one indicator from low to high; units without one come last. */
export function sortUnits(units: readonly UnitResult[], by: string | null): UnitResult[] {
  if (by === null) return [...units]
  const rate = (unit: UnitResult): D | null => {
    const value = indicatorsOf(unit).find((item) => item.indicator === by)?.rate ?? null
    return value === null ? null : dec(value)
  }
  return units
    .map((unit, order) => ({ unit, order, rate: rate(unit) }))
    .sort((a, b) => {
      if (a.rate === null || b.rate === null)
        return (a.rate === null ? 1 : 0) - (b.rate === null ? 1 : 0) || a.order - b.order
      return a.rate.comparedTo(b.rate) || a.order - b.order
    })
    .map((item) => item.unit)
}
