import { fieldName } from './words/fieldNames.ts'

/**
 * A path inside a scheme file as words, with the names of the things on the way:
 * `赛项「季度赛马」› 板块「目标任务」› 指标「资金到位」› 满分`.
 */
export function schemePath(root: unknown, path: readonly PropertyKey[]): string {
  const parts: string[] = []
  let here: unknown = root
  let parent: string | undefined
  for (const key of path) {
    here = member(here, key)
    if (typeof key === 'number') {
      const named = nameOf(here, root)
      parts.push(`${parts.pop() ?? ''}${named === null ? `第 ${key + 1} 项` : `「${named}」`}`)
    } else {
      // A word of the sheets (空缺用语) or a key that no scheme has stands as it is.
      parts.push(fieldName(parent, String(key)) ?? `「${String(key)}」`)
      parent = String(key)
    }
  }
  return parts.join(' › ')
}

function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined
}

/** What a thing of a list is called: its name, the name of the unit or group that it is about, or its code. */
function nameOf(value: unknown, root: unknown): string | null {
  const own = member(value, 'name')
  if (isText(own)) return own
  for (const [key, list] of [
    ['unit', 'units'],
    ['group', 'groups'],
    ['race', 'races']
  ] as const) {
    const code = member(value, key)
    if (isText(code)) return listedName(member(root, list), code) ?? code
  }
  const code = member(value, 'code')
  return isText(code) ? code : null
}

function listedName(list: unknown, code: string): string | null {
  if (!Array.isArray(list)) return null
  const name = member(
    list.find((entry: unknown) => member(entry, 'code') === code),
    'name'
  )
  return isText(name) ? name : null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
