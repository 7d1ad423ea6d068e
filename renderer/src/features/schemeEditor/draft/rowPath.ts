import type { Draft, DraftDimension, DraftIndicator, DraftRace } from '../editorTab.ts'

/**
 * Where a row of the tree stands. Positions, not codes: a draft may hold two things with one code, or with none, and
 * each must still be editable by itself.
 */
export interface RowPath {
  race: number
  dimension: number | null
  indicator: number | null
}

/** `0`, `0/2`, `0/2/5`: key of a row on the screen. */
export function rowKey({ race, dimension, indicator }: RowPath): string {
  return [race, dimension, indicator].filter((part) => part !== null).join('/')
}

export function pathOfKey(key: string): RowPath {
  const [race = 0, dimension = null, indicator = null] = key.split('/').map(Number)
  return { race, dimension, indicator }
}

export function raceAt(draft: Draft, path: RowPath): DraftRace | undefined {
  return draft.races?.[path.race]
}

export function dimensionAt(draft: Draft, path: RowPath): DraftDimension | undefined {
  return path.dimension === null ? undefined : raceAt(draft, path)?.dimensions?.[path.dimension]
}

export function indicatorAt(draft: Draft, path: RowPath): DraftIndicator | undefined {
  return path.indicator === null ? undefined : dimensionAt(draft, path)?.indicators?.[path.indicator]
}

export interface PlacedIndicator {
  path: RowPath
  race: DraftRace
  dimension: DraftDimension
  indicator: DraftIndicator
}

/** All indicators in the order of the tree. */
export function allIndicators(draft: Draft): PlacedIndicator[] {
  return (draft.races ?? []).flatMap((race, raceIndex) =>
    (race.dimensions ?? []).flatMap((dimension, dimensionIndex) =>
      (dimension.indicators ?? []).map((indicator, index) => ({
        path: { race: raceIndex, dimension: dimensionIndex, indicator: index },
        race,
        dimension,
        indicator
      }))
    )
  )
}

/** A list with one entry replaced; the list itself when there is no such entry. */
function replaced<T>(list: readonly T[] | undefined, index: number, update: (item: T) => T): T[] {
  return (list ?? []).map((item, at) => (at === index ? update(item) : item))
}

export function withRace(draft: Draft, path: RowPath, update: (race: DraftRace) => DraftRace): Draft {
  return { ...draft, races: replaced(draft.races, path.race, update) }
}

export function withDimension(
  draft: Draft,
  path: RowPath,
  update: (dimension: DraftDimension) => DraftDimension
): Draft {
  const { dimension } = path
  if (dimension === null) return draft
  return withRace(draft, path, (race) => ({
    ...race,
    dimensions: replaced(race.dimensions, dimension, update)
  }))
}

export function withIndicator(
  draft: Draft,
  path: RowPath,
  update: (indicator: DraftIndicator) => DraftIndicator
): Draft {
  const { indicator } = path
  if (indicator === null) return draft
  return withDimension(draft, path, (dimension) => ({
    ...dimension,
    indicators: replaced(dimension.indicators, indicator, update)
  }))
}

/** Sets one field of a thing, or takes it out: a field that is not filled in is absent, never an empty text. */
export function withField<T extends object, K extends keyof T>(thing: T, key: K, value: T[K] | undefined): T {
  const rest = { ...thing }
  if (value === undefined) delete rest[key]
  else rest[key] = value
  return rest
}
