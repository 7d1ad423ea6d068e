import type { DimensionDefinition, IndicatorDefinition, RaceDefinition } from './schemeDefinition.ts'

/** The indicator as one group has it: its own full mark (S10), its own rule (S4), or both. */
export function indicatorForGroup(indicator: IndicatorDefinition, group: string): IndicatorDefinition {
  const variant = indicator.byGroup.find((entry) => entry.group === group)
  if (variant === undefined) return indicator
  return {
    ...indicator,
    fullMark: variant.fullMark ?? indicator.fullMark,
    rule: variant.rule ?? indicator.rule
  }
}

function dimensionForGroup(dimension: DimensionDefinition, group: string): DimensionDefinition {
  return {
    ...dimension,
    fullMark: fullMarkFor(dimension, group),
    indicators: dimension.indicators.map((indicator) => indicatorForGroup(indicator, group))
  }
}

/** The race as one group has it, with the full marks and rules that count there. */
export function raceForGroup(race: RaceDefinition, group: string): RaceDefinition {
  return {
    ...race,
    fullMark: fullMarkFor(race, group),
    dimensions: race.dimensions.map((dimension) => dimensionForGroup(dimension, group))
  }
}

function fullMarkFor(
  { byGroup, fullMark }: Pick<RaceDefinition, 'byGroup' | 'fullMark'>,
  group: string
): string {
  return byGroup.find((entry) => entry.group === group)?.fullMark ?? fullMark
}
