import { cleanText } from './cleanText.ts'
import { listIn, textIn, indicatorsIn, type Json } from './loose.ts'

/** What cells refer to by name. */
export type NamedKind = 'lines' | 'units' | 'groups' | 'races' | 'dimensions' | 'indicators' | 'boards'

export const KIND_WORDS: Record<NamedKind, string> = {
  lines: '战线',
  units: '单位',
  groups: '组别',
  races: '赛项',
  dimensions: '板块',
  indicators: '指标',
  boards: '榜单'
}

/** People write names where the file has codes; both are understood, spaces and full-width signs do not matter. */
export interface Names {
  add(kind: NamedKind, thing: Json): void
  /** The name when it leads back to the code, else the code. */
  nameOf(kind: NamedKind, code: string): string
  /** `undefined` when nothing is called so, `null` when several things are. */
  codeOf(kind: NamedKind, text: string): string | null | undefined
}

export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

export function createNames(): Names {
  const codes = new Map<string, Set<string>>()
  const names = new Map<string, string>()
  const known = new Map<string, Set<string>>()
  const note = (index: Map<string, Set<string>>, key: string, code: string): void => {
    const found = index.get(key)
    if (found) found.add(code)
    else index.set(key, new Set([code]))
  }
  const codeOf = (kind: NamedKind, text: string): string | null | undefined => {
    if (known.get(kind)?.has(text) === true) return text
    // The name itself comes before other ways to write it (简称, 别名).
    const found = codes.get(`${kind}|name|${plain(text)}`) ?? codes.get(`${kind}|alias|${plain(text)}`)
    if (found === undefined) return known.get(kind)?.has(plain(text)) === true ? plain(text) : undefined
    return found.size === 1 ? [...found][0] : null
  }
  return {
    add(kind, thing) {
      const code = textIn(thing, 'code')
      if (code === undefined) return
      note(known, kind, code)
      const name = textIn(thing, 'name')
      if (name !== undefined) {
        names.set(`${kind}|${code}`, name)
        note(codes, `${kind}|name|${plain(name)}`, code)
      }
      const aliases = Array.isArray(thing['aliases']) ? (thing['aliases'] as unknown[]) : []
      for (const other of [thing['shortName'], ...aliases]) {
        if (typeof other === 'string') note(codes, `${kind}|alias|${plain(other)}`, code)
      }
    },
    nameOf(kind, code) {
      const name = names.get(`${kind}|${code}`)
      // A name that a cell would bend stands on 其他设置, where nothing can refer to it.
      const usable = name !== undefined && cleanText(name) === name && codeOf(kind, name) === code
      return usable ? name : code
    },
    codeOf
  }
}

/** Everything that a definition has names for. */
export function namesIn(definition: Json): Names {
  const names = createNames()
  for (const kind of ['lines', 'units', 'groups', 'races'] as const) {
    for (const thing of listIn(definition, kind)) names.add(kind, thing)
  }
  for (const race of listIn(definition, 'races')) {
    for (const dimension of listIn(race, 'dimensions')) names.add('dimensions', dimension)
    for (const board of listIn(race, 'boards')) names.add('boards', board)
  }
  for (const { indicator } of indicatorsIn(definition)) names.add('indicators', indicator)
  return names
}
