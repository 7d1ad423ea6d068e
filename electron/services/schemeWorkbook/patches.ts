import { sameJson } from '#shared/domain/scheme/compactScheme.ts'
import { isJson, type Json } from './loose.ts'

/**
 * What the sheets cannot carry: a value that belongs somewhere else than they say. `was` is what the sheets themselves
 * give there; when somebody changed that, the sheet counts and the patch is left out.
 */
export interface Patch {
  /** Keys, and codes inside of lists: `races.quarter.dimensions.goals.indicators.funds.shared`. */
  path: readonly string[]
  was: unknown
  value: unknown
}

/** Patches that turn `from` into `to`, as deep as keys and codes lead. */
export function patchesFor(from: unknown, to: unknown, path: readonly string[] = []): Patch[] {
  if (sameJson(from, to)) return []
  if (isJson(from) && isJson(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])]
    return keys.flatMap((key) => patchesFor(from[key], to[key], [...path, key]))
  }
  const [before, after] = [codesIn(from), codesIn(to)]
  if (before !== null && after !== null && sameJson([...before.keys()], [...after.keys()])) {
    return [...before].flatMap(([code, entry]) => patchesFor(entry, after.get(code), [...path, code]))
  }
  return [{ path, was: from, value: to }]
}

/** The entries of a list by code, or null where they have none or share one. */
function codesIn(list: unknown): Map<string, Json> | null {
  if (!Array.isArray(list) || list.length === 0) return null
  const found = new Map<string, Json>()
  for (const entry of list as unknown[]) {
    const code = isJson(entry) ? entry['code'] : undefined
    if (typeof code !== 'string' || found.has(code)) return null
    found.set(code, entry as Json)
  }
  return found
}

/** Applies a patch in place. False when its place is gone or says something else by now. */
export function applyPatch(root: Json, { path, was, value }: Patch): boolean {
  let here: unknown = root
  for (const key of path.slice(0, -1)) here = step(here, key)
  const last = path.at(-1)
  if (last === undefined || last === '__proto__' || !sameJson(step(here, last), was)) return false
  if (isJson(here)) {
    if (value === undefined) delete here[last]
    else here[last] = value
    return true
  }
  return false
}

function step(here: unknown, key: string): unknown {
  if (isJson(here)) return Object.hasOwn(here, key) ? here[key] : undefined
  return codesIn(here)?.get(key)
}
