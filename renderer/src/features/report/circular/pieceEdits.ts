import type { CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import { joined } from '#shared/domain/report/circular/markedText.ts'

/** Places in a paragraph: each character of the words counts one, a fact counts one as a whole. */
export interface Span {
  start: number
  end: number
}

export function lengthOf(piece: CircularPiece): number {
  return piece.fact === undefined ? piece.text.length : 1
}

export function totalLength(pieces: readonly CircularPiece[]): number {
  return pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)
}

export function slicePieces(pieces: readonly CircularPiece[], start: number, end: number): CircularPiece[] {
  let at = 0
  const inside = pieces.flatMap((piece): CircularPiece[] => {
    const from = at
    at += lengthOf(piece)
    if (at <= start || from >= end) return []
    return piece.fact === undefined
      ? [{ text: piece.text.slice(Math.max(0, start - from), end - from) }]
      : [piece]
  })
  return joined(inside)
}

/** Puts pieces in the place of a span. */
export function replaceSpan(
  pieces: readonly CircularPiece[],
  { start, end }: Span,
  by: readonly CircularPiece[]
): CircularPiece[] {
  return joined([...slicePieces(pieces, 0, start), ...by, ...slicePieces(pieces, end, totalLength(pieces))])
}

/** The fact that begins at a place, or null. */
export function factAt(pieces: readonly CircularPiece[], place: number): CircularPiece | null {
  let at = 0
  for (const piece of pieces) {
    if (at === place && piece.fact !== undefined) return piece
    at += lengthOf(piece)
    if (at > place) return null
  }
  return null
}

/** Pasted pieces: facts that this paragraph has stay facts, all others become words. */
export function knownFacts(
  pasted: readonly CircularPiece[],
  computed: readonly CircularPiece[]
): CircularPiece[] {
  const known = new Map(computed.map((piece) => [piece.fact, piece]))
  return joined(
    pasted.map((piece) =>
      piece.fact === undefined ? piece : (known.get(piece.fact) ?? { text: piece.text })
    )
  )
}
