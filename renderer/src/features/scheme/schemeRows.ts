import { unitsOfIndicator } from '#shared/domain/scheme/appliesTo.ts'
import type {
  DimensionDefinition,
  IndicatorDefinition,
  RaceDefinition,
  SchemeDefinition
} from '#shared/domain/scheme/schemeDefinition.ts'
import type { Problem } from '#shared/problem.ts'

export type SchemeRow =
  | { kind: 'dimension'; key: string; dimension: DimensionDefinition; race: RaceDefinition }
  | {
      kind: 'indicator'
      key: string
      indicator: IndicatorDefinition
      dimension: DimensionDefinition
      race: RaceDefinition
    }

/** Dimensions with their indicators below them; only those of one unit when `unit` is given. */
export function schemeRows(scheme: SchemeDefinition, unit: string | null): SchemeRow[] {
  return scheme.races.flatMap((race) =>
    race.dimensions.flatMap((dimension): SchemeRow[] => {
      const indicators = dimension.indicators.filter(
        (indicator) => unit === null || unitsOfIndicator(scheme, race, indicator).includes(unit)
      )
      if (indicators.length === 0) return []
      return [
        { kind: 'dimension', key: `${race.code}/${dimension.code}`, dimension, race },
        ...indicators.map((indicator): SchemeRow => ({
          kind: 'indicator',
          key: indicator.code,
          indicator,
          dimension,
          race
        }))
      ]
    })
  )
}

/** Problems that name an indicator: checkScheme puts its name in front. */
export function problemsOf(problems: readonly Problem[], indicator: IndicatorDefinition): Problem[] {
  return problems.filter((problem) => problem.message.includes(indicator.name))
}

export function unitName(scheme: SchemeDefinition, code: string | undefined): string | null {
  return scheme.units.find((unit) => unit.code === code)?.name ?? null
}
