import { z } from 'zod'
import { circularPart } from '../reportOptions.ts'

/** Words, or a number or name of the snapshot (`fact`) that may be moved and dropped but not changed. */
export const circularPiece = z.object({
  text: z.string(),
  fact: z.string().optional(),
  /** Code of the unit that the fact belongs to. */
  unit: z.string().optional()
})
export type CircularPiece = z.infer<typeof circularPiece>

/** A paragraph of the 通报 as the editor shows it. */
export const circularParagraph = z.object({
  key: z.string(),
  part: circularPart,
  /** Printed as （一） … with a short first sentence in 楷体. */
  numbered: z.boolean(),
  /** What stands in the document now: as computed, or as the clerk worded it. [] where the clerk dropped it. */
  pieces: z.array(circularPiece),
  computed: z.array(circularPiece),
  edited: z.boolean(),
  /**
   * The clerk's wording where the facts have changed under it: other units, other sentences. Then the paragraph stands as
   * computed, and this is shown beside it with the facts as they were; null otherwise.
   */
  stale: z.array(circularPiece).nullable()
})
export type CircularParagraph = z.infer<typeof circularParagraph>

/** A tie of two thousand units names them all. */
const MOST_CHARACTERS = 200_000
const MOST_PIECES = 20_000

/** How the clerk worded a paragraph. */
export const circularEdit = z.object({
  /** Text in which `⟦id⟧` stands for a fact and `⟦⟦` for the bracket itself. Line breaks make further paragraphs; '' drops it. */
  text: z.string().max(MOST_CHARACTERS),
  /** The paragraph as it was computed when it was worded: what the wording rests on. */
  basis: z.array(circularPiece).max(MOST_PIECES)
})
export type CircularEdit = z.infer<typeof circularEdit>

/** By paragraph key. */
export const circularEdits = z.record(z.string(), circularEdit)
export type CircularEdits = z.infer<typeof circularEdits>

/** What the editor shows of the 通报. */
export const circularView = z.object({
  /** Of all parts, those left out among them. */
  paragraphs: z.array(circularParagraph),
  /** Every wording, also of paragraphs that there are none of now. */
  edits: circularEdits,
  /** The attachments that there would be, in order; those left out among them. */
  attachments: z.array(z.object({ part: circularPart, title: z.string() }))
})
export type CircularView = z.infer<typeof circularView>
