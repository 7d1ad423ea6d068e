import type { CircularPart } from '../reportOptions.ts'
import type { CircularPiece } from './circularText.ts'

/** A paragraph as computed. */
export interface Passage {
  /** Stable over recomputation: the clerk's wording is kept under it. */
  key: string
  part: CircularPart
  /** （一） …: the first sentence is its lead. */
  numbered: boolean
  pieces: CircularPiece[]
}

/** The passage, or none where there is nothing to say. */
export function passage(
  key: string,
  part: CircularPart,
  pieces: CircularPiece[] | null,
  numbered = true
): Passage[] {
  return pieces === null || pieces.length === 0 ? [] : [{ key, part, numbered, pieces }]
}
