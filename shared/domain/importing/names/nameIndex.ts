import { nameKey, tidy } from './normaliseLabel.ts'
import { similarity } from './similarity.ts'

export interface NamedEntry {
  code: string
  name: string
  shortName: string | null
  aliases: readonly string[]
}

export type NameMatch =
  | { status: 'FOUND'; code: string; by: 'exact' | 'alias' }
  /** Two or more fit equally well: the clerk decides. */
  | { status: 'AMBIGUOUS'; codes: string[] }
  | { status: 'UNKNOWN' }

export interface NameCandidate {
  code: string
  name: string
}

export interface NameIndex {
  readonly lookup: (text: string) => NameMatch
  /** Codes whose name, short name or alias stands inside the text, names inside longer names left out. */
  readonly within: (text: string) => string[]
  /** The most similar entries, best first. */
  readonly candidates: (text: string) => NameCandidate[]
  readonly nameOf: (code: string) => string
  /** Another file begins: the texts that were compared for the last one no longer count against the limit. */
  readonly beginFile: () => void
}

const MIN_SIMILARITY = 0.3
const MAX_CANDIDATES = 5
/** Longer texts are prose, not names. */
const MAX_NAME = 200
/** The index outlives a file; what it was asked need not. */
const MAX_KEPT_TEXTS = 50_000
/** A file of 100,000 unknown texts is no list of units; comparing each with every name would take minutes. */
const MAX_COMPARED_TEXTS = 300

/**
 * Finds names in the order exact → short name → alias → normalised (width, spaces, brackets, the given variants).
 * Nothing similar is ever a match. `variants` lists further forms of a normalised key, least changed first.
 */
export function nameIndex(
  entries: readonly NamedEntry[],
  variants: (key: string) => readonly string[]
): NameIndex {
  const exact = [
    collect(entries, (entry) => [entry.name]),
    collect(entries, (entry) => (entry.shortName === null ? [] : [entry.shortName])),
    collect(entries, (entry) => entry.aliases)
  ]
  const keys = collect(entries, (entry) =>
    allNames(entry).flatMap((name) => [nameKey(name), ...variants(nameKey(name))])
  )
  const plainKeys = collect(entries, (entry) => allNames(entry).map(nameKey))
  const names = new Map(entries.map((entry) => [entry.code, entry.name]))
  const found = new Map<string, NameMatch>()
  const compared = new Map<string, NameCandidate[]>()

  function find(text: string): NameMatch {
    if (text.length > MAX_NAME) return { status: 'UNKNOWN' }
    for (const [tier, map] of exact.entries()) {
      const match = decide(map.get(tidy(text)), tier === 0 ? 'exact' : 'alias')
      if (match) return match
    }
    const key = nameKey(text)
    if (key === '') return { status: 'UNKNOWN' }
    const plain = decide(plainKeys.get(key), 'alias')
    if (plain) return plain
    for (const form of [key, ...variants(key)]) {
      const match = decide(keys.get(form), 'alias')
      if (match) return match
    }
    return { status: 'UNKNOWN' }
  }

  return {
    lookup(text) {
      const known = found.get(text)
      if (known) return known
      const match = find(text)
      if (found.size >= MAX_KEPT_TEXTS) found.clear()
      found.set(text, match)
      return match
    },
    within: (text) => namesWithin(nameKey(text), plainKeys),
    candidates(text) {
      const known = compared.get(text)
      if (known) return known
      if (compared.size >= MAX_COMPARED_TEXTS) return []
      const ranked = rank(text, entries, variants)
      compared.set(text, ranked)
      return ranked
    },
    nameOf: (code) => names.get(code) ?? code,
    beginFile: () => compared.clear()
  }
}

function allNames(entry: NamedEntry): string[] {
  return [entry.name, ...(entry.shortName === null ? [] : [entry.shortName]), ...entry.aliases]
}

function collect(
  entries: readonly NamedEntry[],
  texts: (entry: NamedEntry) => readonly string[]
): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>()
  for (const entry of entries) {
    for (const text of texts(entry)) {
      if (text === '') continue
      const codes = map.get(text)
      if (codes) codes.add(entry.code)
      else map.set(text, new Set([entry.code]))
    }
  }
  return map
}

function decide(codes: ReadonlySet<string> | undefined, by: 'exact' | 'alias'): NameMatch | null {
  if (!codes || codes.size === 0) return null
  const list = [...codes]
  return list.length === 1 ? { status: 'FOUND', code: list[0]!, by } : { status: 'AMBIGUOUS', codes: list }
}

function namesWithin(text: string, keys: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const hits = [...keys.keys()].filter((key) => key.length >= 2 && text.includes(key))
  const longest = hits.filter((key) => !hits.some((other) => other !== key && other.includes(key)))
  return [...new Set(longest.flatMap((key) => [...keys.get(key)!]))]
}

function rank(
  text: string,
  entries: readonly NamedEntry[],
  variants: (key: string) => readonly string[]
): NameCandidate[] {
  const forms = [nameKey(text), ...variants(nameKey(text))]
  return entries
    .map((entry) => ({
      entry,
      score: Math.max(
        ...allNames(entry).flatMap((name) => forms.map((form) => similarity(form, nameKey(name))))
      )
    }))
    .filter(({ score }) => score >= MIN_SIMILARITY)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_CANDIDATES)
    .map(({ entry }) => ({ code: entry.code, name: entry.name }))
}
