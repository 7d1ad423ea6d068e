import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { input } from '../../../unit/domain/scoring/build.ts'
import type { ExpectedUnit, PublishedQuarter } from '../../../fixtures/schemes/publishedScheme.ts'

type Found = Omit<ExpectedUnit, 'items' | 'total' | 'rank'> & {
  items: Record<string, string | undefined>
  total: string | undefined
  rank: number | null
}

/** What the engine makes of a published quarter, in the form of the published numbers, by unit. */
export function foundNumbers(
  scheme: SchemeDefinition,
  { period, readings, adjustments }: PublishedQuarter
): Found[] {
  const result = computeResults(input(scheme, { period, readings, adjustments }))
  const found = result.races[0]!.groups.flatMap((group) => group.units).map((unit) => ({
    unit: unit.unit,
    items: Object.fromEntries(
      unit.dimensions.flatMap((dimension) =>
        dimension.indicators.map((item) => [item.indicator, item.score?.printed])
      )
    ),
    total: unit.total?.printed,
    rank: unit.rank
  }))
  return byUnit(found)
}

export function byUnit<T extends { unit: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => a.unit.localeCompare(b.unit, 'en'))
}
