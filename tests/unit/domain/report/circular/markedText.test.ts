import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import {
  factsOf,
  joined,
  markedText,
  piecesOf,
  plainText
} from '#shared/domain/report/circular/markedText.ts'

const FACTS: CircularPiece[] = [
  { text: '96.15', fact: 'highest.race.g1' },
  { text: '群众体育处', fact: 'highest.race.g1.mass', unit: 'mass' },
  { text: '⟦n.race⟧', fact: 'n.race' }
]
const known = factsOf(FACTS)
const factOf = (id: string): CircularPiece | null => known.get(id) ?? null

/** Words that a clerk types, brackets among them, between facts. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(...FACTS),
      fc
        .string({ unit: fc.constantFrom('分', '，', '⟦', '⟧', '\n', 'a', '9', '.', 'n.race') })
        .map((text) => ({ text }))
    )
  )
  .map(joined)

describe('text with marks', () => {
  it('gives back the pieces it was made of', () => {
    fc.assert(
      fc.property(pieces, (made) => {
        expect(piecesOf(markedText(made), factOf)).toEqual(made)
      })
    )
  })

  it('never has a fact that says anything but what the snapshot says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('⟦', '⟧', 'n.race', 'x', '1') }), (typed) => {
        for (const piece of piecesOf(typed, factOf))
          if (piece.fact !== undefined) expect(piece).toBe(known.get(piece.fact))
      })
    )
  })

  it('takes a bracket of the clerk as a bracket', () => {
    const typed: CircularPiece[] = [{ text: '见⟦n.race⟧' }]
    expect(markedText(typed)).toBe('见⟦⟦n.race⟧')
    expect(piecesOf('见⟦⟦n.race⟧', factOf)).toEqual(typed)
    expect(plainText(piecesOf('没有关上的⟦n.race', factOf))).toBe('没有关上的⟦n.race')
  })

  it('leaves an unknown mark as it was typed', () => {
    expect(piecesOf('a⟦gone⟧b', factOf)).toEqual([{ text: 'a⟦gone⟧b' }])
  })
})
