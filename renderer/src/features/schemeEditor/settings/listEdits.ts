/** Small steps on the lists and objects of a draft. Nothing is changed in place; unknown fields travel along. */

export function replaceAt<T>(list: readonly T[] | undefined, index: number, update: (item: T) => T): T[] {
  return (list ?? []).map((item, at) => (at === index ? update(item) : item))
}

export function removeAt<T>(list: readonly T[] | undefined, index: number): T[] {
  return (list ?? []).filter((_, at) => at !== index)
}

/** Moves one item; a step over either end changes nothing. */
export function moveAt<T>(list: readonly T[] | undefined, from: number, to: number): T[] {
  const items = [...(list ?? [])]
  if (from < 0 || from >= items.length || to < 0 || to >= items.length) return items
  const [item] = items.splice(from, 1)
  items.splice(to, 0, item!)
  return items
}

/** Sets a field; `undefined` takes the field away, so that the scheme's default counts again. */
export function put<T extends object, K extends keyof T>(object: T, key: K, value: T[K] | undefined): T {
  if (value !== undefined) return { ...object, [key]: value }
  const { [key]: _gone, ...rest } = object
  return rest as T
}

/** A list that becomes empty is left out of the file. */
export function orNothing<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list]
}
