/** What one key has on both sides; null where it does not exist. */
export interface Pair<T> {
  key: string
  before: T | null
  after: T | null
}

/** Joins two lists by key, in the order of the newer one, with what only the older one has at the end. */
export function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (entry: T) => string): Pair<T>[] {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]))
  const now = new Map(after.map((entry) => [keyOf(entry), entry]))
  return [
    ...[...now].map(([key, entry]) => ({ key, before: old.get(key) ?? null, after: entry })),
    ...[...old].flatMap(([key, entry]) => (now.has(key) ? [] : [{ key, before: entry, after: null }]))
  ]
}
