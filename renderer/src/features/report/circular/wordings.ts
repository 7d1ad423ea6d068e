import type {
  CircularEdit,
  CircularEdits,
  CircularParagraph,
  CircularPiece,
  CircularView
} from '#shared/domain/report/circular/circularText.ts'
import { markedText, plainText } from '#shared/domain/report/circular/markedText.ts'
import { wordedParagraph, wordingOf } from '#shared/domain/report/circular/wordedParagraph.ts'
import type { CircularPart } from '#shared/domain/report/reportOptions.ts'

export const TEXT_PARTS = ['BASIS', 'OVERALL', 'HIGHLIGHTS', 'PROBLEMS', 'NEXT_STEPS'] as const
export const TABLE_PARTS = ['RANKING', 'MISSING', 'ADJUSTMENTS', 'BOARDS', 'HONOURS'] as const

/** The paragraphs with the wording as it is here, saved or not. */
export function wordedParagraphs(view: CircularView, edits: CircularEdits): CircularParagraph[] {
  return view.paragraphs.map((each) => wordedParagraph({ ...each, pieces: each.computed }, edits[each.key]))
}

/** Wordings with one more or one less; what says the same as the computed text is none. */
export function withEdit(
  edits: CircularEdits,
  { key, computed }: CircularParagraph,
  edit: CircularEdit | null
): CircularEdits {
  const { [key]: _old, ...others } = edits
  return edit === null || edit.text === markedText(computed) ? others : { ...others, [key]: edit }
}

/** Wordings of paragraphs that there are none of now. */
export function orphansOf(
  view: CircularView,
  edits: CircularEdits
): { key: string; pieces: CircularPiece[] }[] {
  const keys = new Set(view.paragraphs.map(({ key }) => key))
  return Object.entries(edits)
    .filter(([key, edit]) => !keys.has(key) && edit.text !== '')
    .map(([key, edit]) => ({ key, pieces: wordingOf(edit) }))
}

/** 自动 n 句. */
export function sentencesOf(paragraphs: readonly CircularParagraph[]): number {
  const ends = paragraphs.flatMap(({ computed }) => plainText(computed).match(/[。：]$|。/g) ?? [])
  return ends.length
}

/** 附件 n among those that are printed; null for one that is left out or that there is none of. */
export function attachmentNumber(
  { attachments }: CircularView,
  omit: readonly CircularPart[],
  part: CircularPart
): number | null {
  const printed = attachments.filter((each) => !omit.includes(each.part))
  const index = printed.findIndex((each) => each.part === part)
  return index < 0 ? null : index + 1
}
