import type { Draft } from '../editorTab.ts'
import { indicatorAt, raceAt, withDimension, withRace, type RowPath } from './rowPath.ts'
import type { Edited } from './treeEdits.ts'

function swapped<T>(list: readonly T[] | undefined, from: number, to: number): T[] {
  const all = [...(list ?? [])]
  const [item] = all.splice(from, 1)
  if (item !== undefined) all.splice(to, 0, item)
  return all
}

/**
 * One place up (−1) or down (+1) among its neighbours. An indicator at the edge of its dimension goes on into the
 * dimension beside it. Null where there is nowhere to go.
 */
export function moveRow(draft: Draft, path: RowPath, by: -1 | 1): Edited | null {
  const { race, dimension, indicator } = path
  if (dimension !== null && indicator !== null) return moveIndicator(draft, path, by)
  const last = (dimension === null ? draft.races : raceAt(draft, path)?.dimensions)?.length ?? 0
  const to = (dimension ?? race) + by
  if (to < 0 || to >= last) return null
  if (dimension === null) {
    return { path: { ...path, race: to }, draft: { ...draft, races: swapped(draft.races, race, to) } }
  }
  return {
    path: { ...path, dimension: to },
    draft: withRace(draft, path, (old) => ({ ...old, dimensions: swapped(old.dimensions, dimension, to) }))
  }
}

function moveIndicator(draft: Draft, path: RowPath, by: -1 | 1): Edited | null {
  const dimensions = raceAt(draft, path)?.dimensions ?? []
  const { dimension, indicator } = path
  const moving = indicatorAt(draft, path)
  if (dimension === null || indicator === null || moving === undefined) return null
  const count = dimensions[dimension]?.indicators?.length ?? 0
  const to = indicator + by
  if (to >= 0 && to < count) {
    return {
      path: { ...path, indicator: to },
      draft: withDimension(draft, path, (old) => ({
        ...old,
        indicators: swapped(old.indicators, indicator, to)
      }))
    }
  }
  const beside = dimensions[dimension + by]
  if (beside === undefined) return null
  const place = by === 1 ? 0 : (beside.indicators?.length ?? 0)
  const taken = withDimension(draft, path, (old) => ({
    ...old,
    indicators: (old.indicators ?? []).filter((_, index) => index !== indicator)
  }))
  const target = { ...path, dimension: dimension + by, indicator: place }
  return {
    path: target,
    draft: withDimension(taken, target, (old) => {
      const list = [...(old.indicators ?? [])]
      list.splice(place, 0, moving)
      return { ...old, indicators: list }
    })
  }
}
