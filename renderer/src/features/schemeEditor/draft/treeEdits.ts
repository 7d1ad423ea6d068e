import { D } from '#shared/domain/number/decimal.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { Draft, DraftDimension, DraftIndicator, DraftRace } from '../editorTab.ts'
import { markOf } from './markOf.ts'
import { newCode } from './newCode.ts'
import {
  allIndicators,
  dimensionAt,
  indicatorAt,
  raceAt,
  withDimension,
  withRace,
  type RowPath
} from './rowPath.ts'

/** A changed draft and the row that should be chosen in it. */
export interface Edited {
  draft: Draft
  path: RowPath
}

const text = schemeEditorText.tree

function inserted<T>(list: readonly T[] | undefined, at: number, item: T): T[] {
  const all = [...(list ?? [])]
  all.splice(at, 0, item)
  return all
}

function without<T>(list: readonly T[] | undefined, at: number): T[] {
  return (list ?? []).filter((_, index) => index !== at)
}

const indicatorCodes = (draft: Draft): (string | undefined)[] =>
  allIndicators(draft).map(({ indicator }) => indicator.code)

/** What the dimension's declared full mark still leaves for a new indicator; nothing when it is used up. */
function remainingMark(dimension: DraftDimension): string | undefined {
  const declared = markOf(dimension.fullMark)
  if (declared === null) return undefined
  const used = (dimension.indicators ?? []).reduce(
    (total, { fullMark }) => total.plus(markOf(fullMark) ?? 0),
    new D(0)
  )
  const left = declared.minus(used)
  return left.greaterThan(0) ? left.toFixed() : undefined
}

/** A new indicator below the chosen one, or as the last of the chosen dimension. Null where there is no dimension. */
export function addIndicator(draft: Draft, at: RowPath): Edited | null {
  const dimension = dimensionAt(draft, { ...at, dimension: at.dimension ?? 0 })
  if (dimension === undefined) return null
  const count = dimension.indicators?.length ?? 0
  const path = {
    race: at.race,
    dimension: at.dimension ?? 0,
    indicator: at.indicator === null ? count : at.indicator + 1
  }
  const fullMark = remainingMark(dimension)
  const indicator: DraftIndicator = {
    code: newCode('i', indicatorCodes(draft)),
    name: text.newIndicator,
    ...(fullMark === undefined ? {} : { fullMark })
  }
  return {
    path,
    draft: withDimension(draft, path, (old) => ({
      ...old,
      indicators: inserted(old.indicators, path.indicator, indicator)
    }))
  }
}

/** A new empty dimension below the chosen one (or the one of the chosen indicator). */
export function addDimension(draft: Draft, at: RowPath): Edited | null {
  const race = raceAt(draft, at)
  if (race === undefined) return null
  const codes = (race.dimensions ?? []).map(({ code }) => code)
  const path = {
    race: at.race,
    dimension: at.dimension === null ? codes.length : at.dimension + 1,
    indicator: null
  }
  const dimension: DraftDimension = { code: newCode('d', codes), name: text.newDimension, indicators: [] }
  return {
    path,
    draft: withRace(draft, path, (old) => ({
      ...old,
      dimensions: inserted(old.dimensions, path.dimension, dimension)
    }))
  }
}

/** A new race after the chosen one, over the same groups: another of the six races is mostly run by the same units. */
export function addRace(draft: Draft, at: RowPath | null): Edited {
  const races = draft.races ?? []
  const index = at === null ? races.length : at.race + 1
  const race: DraftRace = {
    code: newCode(
      'r',
      races.map(({ code }) => code)
    ),
    name: text.newRace,
    groups: (at === null ? undefined : raceAt(draft, at)?.groups) ?? [],
    dimensions: [{ code: 'd1', name: text.newDimension, indicators: [] }]
  }
  return {
    path: { race: index, dimension: null, indicator: null },
    draft: { ...draft, races: inserted(races, index, race) }
  }
}

/** A copy below the row, with everything in it, under codes of its own. */
export function duplicateRow(draft: Draft, path: RowPath): Edited | null {
  const codes = indicatorCodes(draft)
  const copyIndicator = (indicator: DraftIndicator, name = indicator.name): DraftIndicator => {
    const code = newCode('i', codes)
    codes.push(code)
    return { ...indicator, code, ...(name === undefined ? {} : { name }) }
  }
  const copyDimension = (dimension: DraftDimension): DraftDimension => ({
    ...dimension,
    indicators: (dimension.indicators ?? []).map((indicator) => copyIndicator(indicator))
  })
  const indicator = indicatorAt(draft, path)
  if (indicator !== undefined && path.indicator !== null) {
    const next = { ...path, indicator: path.indicator + 1 }
    const copy = copyIndicator(indicator, text.copyOf(indicator.name ?? ''))
    return {
      path: next,
      draft: withDimension(draft, path, (old) => ({
        ...old,
        indicators: inserted(old.indicators, next.indicator, copy)
      }))
    }
  }
  const dimension = dimensionAt(draft, path)
  if (dimension !== undefined && path.dimension !== null) {
    const next = { ...path, dimension: path.dimension + 1 }
    return {
      path: next,
      draft: withRace(draft, path, (race) => ({
        ...race,
        dimensions: inserted(race.dimensions, next.dimension, {
          ...copyDimension(dimension),
          code: newCode(
            'd',
            (race.dimensions ?? []).map(({ code }) => code)
          ),
          name: text.copyOf(dimension.name ?? '')
        })
      }))
    }
  }
  const race = raceAt(draft, path)
  if (race === undefined) return null
  const next = { ...path, race: path.race + 1 }
  const copy = {
    ...race,
    code: newCode(
      'r',
      (draft.races ?? []).map(({ code }) => code)
    ),
    name: text.copyOf(race.name ?? ''),
    dimensions: (race.dimensions ?? []).map(copyDimension)
  }
  return { path: next, draft: { ...draft, races: inserted(draft.races, next.race, copy) } }
}

/** Takes a row out with everything below it; its upper neighbour is chosen afterwards. */
export function removeRow(draft: Draft, path: RowPath): Edited {
  const { race, dimension, indicator } = path
  if (dimension !== null && indicator !== null) {
    return {
      path: { ...path, indicator: indicator === 0 ? null : indicator - 1 },
      draft: withDimension(draft, path, (old) => ({ ...old, indicators: without(old.indicators, indicator) }))
    }
  }
  if (dimension !== null) {
    return {
      path: { ...path, dimension: dimension === 0 ? null : dimension - 1 },
      draft: withRace(draft, path, (old) => ({ ...old, dimensions: without(old.dimensions, dimension) }))
    }
  }
  return {
    path: { ...path, race: Math.max(0, race - 1) },
    draft: { ...draft, races: without(draft.races, race) }
  }
}
