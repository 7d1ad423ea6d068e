/** JSON of a scheme that may be incomplete: a draft goes out and comes back as it is. */
export type Json = Record<string, unknown>

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list; anything else there is left to the sheet 其他设置. */
export function listIn(value: unknown, key: string): Json[] {
  const list = isJson(value) ? value[key] : undefined
  return Array.isArray(list) ? list.filter(isJson) : []
}

export function textIn(value: unknown, key: string): string | undefined {
  const found = isJson(value) ? value[key] : undefined
  return typeof found === 'string' ? found : undefined
}

export function valueAt(item: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((here, key) => (isJson(here) ? here[key] : undefined), item)
}

export function setAt(item: Json, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path as readonly [string, ...string[]]
  if (rest.length === 0) {
    item[key] = value
    return
  }
  const inner = isJson(item[key]) ? item[key] : {}
  item[key] = inner
  setAt(inner, rest, value)
}

export function indicatorsIn(definition: Json): { race: Json; dimension: Json; indicator: Json }[] {
  return listIn(definition, 'races').flatMap((race) =>
    listIn(race, 'dimensions').flatMap((dimension) =>
      listIn(dimension, 'indicators').map((indicator) => ({ race, dimension, indicator }))
    )
  )
}
