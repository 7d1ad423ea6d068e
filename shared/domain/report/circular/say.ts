import type { CircularPiece } from './circularText.ts'
import { joined } from './markedText.ts'

export type Phrase = string | CircularPiece | readonly Phrase[]

function flat(phrase: Phrase): CircularPiece[] {
  if (typeof phrase === 'string') return [{ text: phrase }]
  if (isList(phrase)) return phrase.flatMap(flat)
  return [phrase]
}

function isList(phrase: Phrase): phrase is readonly Phrase[] {
  return Array.isArray(phrase)
}

/** Words around facts: say`平均${mean}分`. */
export function say(words: TemplateStringsArray, ...phrases: readonly Phrase[]): CircularPiece[] {
  return joined(words.flatMap((text, index) => [{ text }, ...flat(phrases[index] ?? '')]))
}

/** A number or text of the snapshot. Ids name the role and its scope, never a value: `mean.race.group`. */
export function fact(id: string, text: string | number): CircularPiece {
  return { text: String(text), fact: id }
}

/** A printed score, with the true minus; of a unit, where it is one unit's. */
export function points(id: string, printed: string, unit?: string): CircularPiece {
  const piece = fact(id, printed.replace(/^-/, '−'))
  return unit === undefined ? piece : { ...piece, unit }
}

export function unitName(role: string, { unit, name }: { unit: string; name: string }): CircularPiece {
  return { text: name, fact: `${role}.${unit}`, unit }
}

/** A、B、C. */
export function listed(phrases: readonly Phrase[], separator = '、'): Phrase[] {
  return phrases.flatMap((phrase, index) => (index === 0 ? [phrase] : [separator, phrase]))
}
