import type { EmptyWordMeaning } from '../../scheme/schemeDefinition.ts'

export type EmptyWords = ReadonlyMap<string, EmptyWordMeaning>

const DASHES = /^[-‐‑‒–—―−─－~～]+$/

function wordKey(text: string): string {
  const key = text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .toLowerCase()
  // Clerks do not tell one dash from another, nor one from three.
  return DASHES.test(key) ? '-' : key
}

/** Later tables win: the scheme's words first, then what the clerk said for this file. */
export function emptyWords(...tables: readonly Readonly<Record<string, EmptyWordMeaning>>[]): EmptyWords {
  const words = new Map<string, EmptyWordMeaning>()
  for (const table of tables) {
    for (const [word, meaning] of Object.entries(table)) words.set(wordKey(word), meaning)
  }
  return words
}

export function emptyWordMeaning(text: string, words: EmptyWords): EmptyWordMeaning | null {
  return words.get(wordKey(text)) ?? null
}
