import { AGAINST_GROUP } from '../../scoring/kinds/ratioToBestParams.ts'
import type { CatalogueIndicator, CataloguePart, CatalogueParts } from '../catalogue.ts'
import { nameKey, normaliseLabel, tidy, withoutSerial } from './normaliseLabel.ts'

/** A part that a text names, and whose it is. */
export interface PartHit {
  indicator: string
  kind: CatalogueParts['kind']
  part: CataloguePart
  /** 对照 where the text says that it is the number a term is compared with. */
  group: string
  /** Named by a word that may mean something else as well. */
  isSynonym: boolean
}

/** The options, items, providers and terms of all indicators, by the words that sheets use for them. */
export interface PartIndex {
  /** Every indicator's part of that name; the same word (优秀) may belong to several indicators. */
  hits(text: string): readonly PartHit[]
  /** Indicators for whose parts the text is a group: A票, 上级已扣分. */
  groupsOf(text: string): readonly { indicator: string; group: string }[]
}

/** What stands behind a part's name without changing it: 优秀票数, 分管领导评分, 迟报次数. */
const TAIL = /(?:\((?:票|次数|扣分)\)|得票数?|票数|票|人数|次数|起数|扣分|打分|评分)$/
/** Longer texts are prose. */
const MAX_NAME = 60
const AGAINST = /(?:的?对照(?:数|值)?|\(对照(?:数|值)?\))$/

export function partIndex(
  indicators: readonly CatalogueIndicator[],
  /** The clerk's answers: text as written → name of the part. */
  answers: Readonly<Record<string, string>>
): PartIndex {
  const byKey = new Map<string, PartHit[]>()
  const groups = new Map<string, { indicator: string; group: string }[]>()
  const put = <T>(map: Map<string, T[]>, key: string, entry: T): void => {
    map.set(key, [...(map.get(key) ?? []), entry])
  }
  for (const { code, parts } of indicators) {
    if (!parts) continue
    for (const part of parts.parts) {
      const hit = { indicator: code, kind: parts.kind, part, group: '', isSynonym: false }
      put(byKey, nameKey(part.name), hit)
      for (const word of part.synonyms) {
        if (nameKey(word) !== nameKey(part.name)) put(byKey, nameKey(word), { ...hit, isSynonym: true })
      }
    }
    for (const group of parts.groups) put(groups, nameKey(group), { indicator: code, group })
  }
  const isEmpty = byKey.size === 0
  const met = new Map<string, readonly PartHit[]>()
  const find = (text: string): readonly PartHit[] => {
    const filed = tidy(text)
    const answer = Object.hasOwn(answers, filed) ? answers[filed]! : null
    const answered = answer === null ? [] : (byKey.get(nameKey(answer)) ?? [])
    if (answered.length > 0) return answered
    const named = forms(text).map((form) => byKey.get(form))
    return named.find((found) => found !== undefined) ?? against(byKey, text)
  }
  return {
    hits(text) {
      if (isEmpty || text.length > MAX_NAME) return []
      const known = met.get(text) ?? find(text)
      met.set(text, known)
      return known
    },
    groupsOf: (text) =>
      groups.size === 0 || text.length > MAX_NAME ? [] : (groups.get(normaliseLabel(text).key) ?? [])
  }
}

function forms(text: string): string[] {
  const { key } = normaliseLabel(text)
  const bare = withoutSerial(key)
  return [...new Set([nameKey(text), key, bare, bare.replace(TAIL, '')])].filter((form) => form !== '')
}

function against(byKey: ReadonlyMap<string, readonly PartHit[]>, text: string): PartHit[] {
  const { key } = normaliseLabel(text)
  if (!AGAINST.test(key)) return []
  const found = byKey.get(withoutSerial(key).replace(AGAINST, '')) ?? []
  return found.filter(({ kind }) => kind === 'TERMS').map((hit) => ({ ...hit, group: AGAINST_GROUP }))
}
