import type { CircularPiece } from './circularText.ts'

const OPEN = '⟦'
const CLOSE = '⟧'
const MARKS = /⟦⟦|⟦([^⟦⟧\n]+)⟧/g

/** `[最高, {fact: 'highest.race'}]` → `最高⟦highest.race⟧`. A bracket in the words is doubled. */
export function markedText(pieces: readonly CircularPiece[]): string {
  return pieces
    .map(({ text, fact }) =>
      fact === undefined ? text.replaceAll(OPEN, `${OPEN}${OPEN}`) : `${OPEN}${fact}${CLOSE}`
    )
    .join('')
}

/** Joins neighbouring words and leaves out empty ones, so that equal texts are equal pieces. */
export function joined(pieces: readonly CircularPiece[]): CircularPiece[] {
  const result: CircularPiece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.fact !== undefined) result.push(piece)
    else if (last !== undefined && last.fact === undefined)
      result[result.length - 1] = { text: last.text + piece.text }
    else if (piece.text !== '') result.push({ text: piece.text })
  }
  return result
}

/**
 * The pieces of a marked text. `factOf` gives the piece of an id, or null where nothing is known by it: then the mark stays
 * as it was typed.
 */
export function piecesOf(marked: string, factOf: (id: string) => CircularPiece | null): CircularPiece[] {
  const pieces: CircularPiece[] = []
  let from = 0
  for (const match of marked.matchAll(MARKS)) {
    pieces.push({ text: marked.slice(from, match.index) })
    from = match.index + match[0].length
    const id = match[1]
    pieces.push(id === undefined ? { text: OPEN } : (factOf(id) ?? { text: match[0] }))
  }
  return joined([...pieces, { text: marked.slice(from) }])
}

/** The facts among the pieces, by id. */
export function factsOf(pieces: readonly CircularPiece[]): Map<string, CircularPiece> {
  return new Map(pieces.flatMap((piece) => (piece.fact === undefined ? [] : [[piece.fact, piece]])))
}

/** As it is read. */
export function plainText(pieces: readonly CircularPiece[]): string {
  return pieces.map(({ text }) => text).join('')
}
