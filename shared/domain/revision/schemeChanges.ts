import { canonicalJson } from '../scoring/canonicalInput.ts'
import type { SchemeDefinition } from '../scheme/schemeDefinition.ts'
import { schemePath } from '../scheme/schemePath.ts'
import { choicesAt } from '../scheme/words/choiceWords.ts'
import type { InputChange } from './revisionDiff.ts'

type Json = Record<string, unknown>
type Path = readonly (string | number)[]

/** One place where the two definitions differ, with its path on the side that has it. */
interface Difference {
  path: Path
  side: 'before' | 'after'
  before: unknown
  after: unknown
}

/** Parts of the scheme that differ, targets apart (they have their own lines), in the order of the scheme file. */
export function schemeChanges(before: SchemeDefinition, after: SchemeDefinition): InputChange[] {
  return differences(withoutTargets(before), withoutTargets(after), [], []).map((found) => ({
    kind: 'SCHEME',
    unit: null,
    unitName: null,
    what: schemePath(found.side === 'before' ? before : after, found.path),
    before: valueText(found.before, found.path),
    after: valueText(found.after, found.path),
    sourceBefore: null,
    sourceAfter: null
  }))
}

function withoutTargets(scheme: SchemeDefinition): SchemeDefinition {
  return {
    ...scheme,
    races: scheme.races.map((race) => ({
      ...race,
      dimensions: race.dimensions.map((dimension) => ({
        ...dimension,
        indicators: dimension.indicators.map((indicator) => ({ ...indicator, targets: [] }))
      }))
    }))
  }
}

/** Both paths run along, since a thing of a list may stand at another place on the other side. */
function differences(before: unknown, after: unknown, old: Path, now: Path): Difference[] {
  if (isObject(before) && isObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      differences(before[key], after[key], [...old, key], [...now, key])
    )
  }
  if (Array.isArray(before) && Array.isArray(after) && haveKeys(before) && haveKeys(after))
    return listDifferences(before, after, old, now)
  if ((before === undefined) === (after === undefined) && canonicalJson(before) === canonicalJson(after))
    return []
  return after === undefined
    ? [{ path: old, side: 'before', before, after }]
    : [{ path: now, side: 'after', before, after }]
}

/** Things of a list are known by their code, not by their place; a changed order is one difference of its own. */
function listDifferences(
  before: readonly Json[],
  after: readonly Json[],
  old: Path,
  now: Path
): Difference[] {
  const oldPlaces = placesOf(before)
  const newPlaces = placesOf(after)
  const kept = (places: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] =>
    [...places.keys()].filter((key) => other.has(key))
  const [oldOrder, newOrder] = [kept(oldPlaces, newPlaces), kept(newPlaces, oldPlaces)]
  const moved: Difference[] =
    oldOrder.join('\n') === newOrder.join('\n')
      ? []
      : [{ path: now, side: 'after', before: namesOf(before, oldOrder), after: namesOf(after, newOrder) }]
  const both = [...newPlaces].flatMap(([key, place]) => {
    const oldPlace = oldPlaces.get(key)
    return differences(
      oldPlace === undefined ? undefined : before[oldPlace],
      after[place],
      [...old, oldPlace ?? place],
      [...now, place]
    )
  })
  const gone = [...oldPlaces].flatMap(([key, place]) =>
    newPlaces.has(key) ? [] : differences(before[place], undefined, [...old, place], [...now, place])
  )
  return [...moved, ...both, ...gone]
}

const KEYS = ['code', 'unit', 'group', 'race', 'grade'] as const

function keyOf(value: unknown): string | null {
  if (!isObject(value)) return null
  const key = KEYS.map((name) => value[name]).find((entry) => typeof entry === 'string')
  return key === undefined ? null : String(key)
}

function haveKeys(list: readonly unknown[]): list is readonly Json[] {
  const keys = list.map(keyOf)
  return keys.every((key) => key !== null) && new Set(keys).size === keys.length
}

function placesOf(list: readonly Json[]): Map<string, number> {
  return new Map(list.map((entry, place) => [keyOf(entry) ?? '', place]))
}

function namesOf(list: readonly Json[], keys: readonly string[]): string {
  const places = placesOf(list)
  const names = keys.map((key) => {
    const name = list[places.get(key) ?? -1]?.['name']
    return typeof name === 'string' ? name : key
  })
  return `顺序：${names.join('、')}`
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueText(value: unknown, path: Path): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return choicesAt(path)?.[value] ?? value
  if (isObject(value) && typeof value['name'] === 'string') return value['name']
  return JSON.stringify(value)
}
