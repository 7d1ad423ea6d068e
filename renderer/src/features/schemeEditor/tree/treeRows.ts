import type { Draft, DraftDimension, DraftIndicator, DraftRace } from '../editorTab.ts'
import { rowKey, type RowPath } from '../draft/rowPath.ts'

interface Common {
  key: string
  path: RowPath
  /** 1 for a race, 2 for a dimension, 3 for an indicator. */
  level: 1 | 2 | 3
  /** Whether its rows are folded away; null where there are none. */
  folded: boolean | null
}

export type TreeRow = Common &
  (
    | { kind: 'race'; race: DraftRace }
    | { kind: 'dimension'; race: DraftRace; dimension: DraftDimension }
    | { kind: 'indicator'; race: DraftRace; dimension: DraftDimension; indicator: DraftIndicator }
  )

/** Races, their dimensions, their indicators, one row each; what is folded keeps its own row only. */
export function treeRows(draft: Draft, folded: ReadonlySet<string>): TreeRow[] {
  return (draft.races ?? []).flatMap((race, index) => {
    const path: RowPath = { race: index, dimension: null, indicator: null }
    const key = rowKey(path)
    const dimensions = race.dimensions ?? []
    const own: TreeRow = {
      kind: 'race',
      key,
      path,
      level: 1,
      folded: dimensions.length === 0 ? null : folded.has(key),
      race
    }
    if (folded.has(key)) return [own]
    return [
      own,
      ...dimensions.flatMap((dimension, at) =>
        dimensionRows(race, dimension, { ...path, dimension: at }, folded)
      )
    ]
  })
}

function dimensionRows(
  race: DraftRace,
  dimension: DraftDimension,
  path: RowPath,
  folded: ReadonlySet<string>
): TreeRow[] {
  const key = rowKey(path)
  const indicators = dimension.indicators ?? []
  const own: TreeRow = {
    kind: 'dimension',
    key,
    path,
    level: 2,
    folded: indicators.length === 0 ? null : folded.has(key),
    race,
    dimension
  }
  if (folded.has(key)) return [own]
  return [
    own,
    ...indicators.map((indicator, index): TreeRow => {
      const place = { ...path, indicator: index }
      return {
        kind: 'indicator',
        key: rowKey(place),
        path: place,
        level: 3,
        folded: null,
        race,
        dimension,
        indicator
      }
    })
  ]
}
