import type { CircularEdit, CircularParagraph, CircularPiece } from './circularText.ts'
import { factsOf, markedText, piecesOf } from './markedText.ts'
import type { Passage } from './passage.ts'

/** A wording with the facts given; with those that it was written over it is read as it was then. */
export function wordingOf(edit: CircularEdit, facts: readonly CircularPiece[] = edit.basis): CircularPiece[] {
  const known = factsOf(facts)
  return piecesOf(edit.text, (id) => known.get(id) ?? null)
}

/** What a wording is saved as. */
export function circularEditOf(
  pieces: readonly CircularPiece[],
  computed: readonly CircularPiece[]
): CircularEdit {
  return { text: markedText(pieces), basis: [...computed] }
}

/**
 * A paragraph with the clerk's wording. New numbers flow into it as long as the computed sentences are the same; when they
 * say something else (another first unit, a tie, one riser more), the computed paragraph stands and the wording is `stale`:
 * no sentence of the clerk's is printed over facts that it was not written for.
 */
export function wordedParagraph(passage: Passage, edit: CircularEdit | undefined): CircularParagraph {
  const { key, part, numbered, pieces: computed } = passage
  const paragraph = { key, part, numbered, computed, pieces: computed, edited: false, stale: null }
  if (edit === undefined || edit.text === markedText(computed)) return paragraph
  if (markedText(edit.basis) !== markedText(computed)) return { ...paragraph, stale: wordingOf(edit) }
  return { ...paragraph, pieces: wordingOf(edit, computed), edited: true }
}
