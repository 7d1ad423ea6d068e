import type {
  DimensionResult,
  GroupResult,
  IndicatorResult,
  RaceResult,
  UnitResult
} from '../../ranking/resultSet.ts'
import type { IndicatorDefinition, SchemeDefinition } from '../../scheme/schemeDefinition.ts'

/** One indicator of one unit with where it stands. */
export interface RaceItem {
  group: GroupResult
  unit: UnitResult
  dimension: DimensionResult
  item: IndicatorResult
  /** Place in 机构顺序. */
  order: number
}

/** All indicators of all units of a race; units in 机构顺序, each unit's indicators in the scheme's order. */
export function raceItems(race: RaceResult, scheme: SchemeDefinition): RaceItem[] {
  const orders = new Map(scheme.units.map(({ code }, index) => [code, index]))
  return race.groups
    .flatMap((group) =>
      group.units.map((unit) => ({ group, unit, order: orders.get(unit.unit) ?? orders.size }))
    )
    .sort((a, b) => a.order - b.order)
    .flatMap(({ group, unit, order }) =>
      unit.dimensions.flatMap((dimension) =>
        dimension.indicators.map((item): RaceItem => ({ group, unit, dimension, item, order }))
      )
    )
}

/** The scheme's indicators of a race by code. */
export function indicatorDefinitions(
  scheme: SchemeDefinition,
  race: string
): ReadonlyMap<string, IndicatorDefinition> {
  const definition = scheme.races.find(({ code }) => code === race)
  const indicators = definition?.dimensions.flatMap((dimension) => dimension.indicators) ?? []
  return new Map(indicators.map((indicator) => [indicator.code, indicator]))
}
