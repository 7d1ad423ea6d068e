import type { IndicatorDefinition, SchemeDefinition } from '../scheme/schemeDefinition.ts'

/** Names and order of what two schemes speak of: the newer one's, else the older one's, else the code. */
export interface RevisionNames {
  unit(code: string): string
  indicator(code: string): string
  adjustmentClass(code: string): string
  /** Unit of measurement of an indicator. */
  measure(code: string): string
  /** 机构顺序, then order of the indicators, for sorting. */
  orderOf(unit: string | null, indicator: string): number
}

export function revisionNames(before: SchemeDefinition, after: SchemeDefinition): RevisionNames {
  const units = named(after.units, before.units)
  const indicators = named(indicatorsOf(after), indicatorsOf(before))
  const classes = named(classesOf(after), classesOf(before))
  const unitOrder = orderOf(units)
  const indicatorOrder = orderOf(indicators)
  return {
    unit: (code) => (code === '*' ? '所有单位' : (units.get(code)?.name ?? code)),
    indicator: (code) => indicators.get(code)?.name ?? code,
    adjustmentClass: (code) => classes.get(code)?.name ?? code,
    measure: (code) => indicators.get(code)?.unit ?? '',
    orderOf: (unit, indicator) =>
      (unit === null ? -1 : (unitOrder.get(unit) ?? units.size)) * (indicators.size + 1) +
      (indicatorOrder.get(indicator) ?? indicators.size)
  }
}

function named<T extends { code: string }>(after: readonly T[], before: readonly T[]): Map<string, T> {
  const found = new Map(after.map((entry) => [entry.code, entry]))
  for (const entry of before) if (!found.has(entry.code)) found.set(entry.code, entry)
  return found
}

function orderOf(things: ReadonlyMap<string, unknown>): Map<string, number> {
  return new Map([...things.keys()].map((code, index) => [code, index]))
}

function indicatorsOf(scheme: SchemeDefinition): IndicatorDefinition[] {
  return scheme.races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
}

function classesOf(scheme: SchemeDefinition): SchemeDefinition['races'][number]['adjustments']['classes'] {
  return scheme.races.flatMap((race) => race.adjustments.classes)
}
