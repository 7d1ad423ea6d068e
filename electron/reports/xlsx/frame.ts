import type { Worksheet } from 'exceljs'
import { META, NOTE, TITLE, type Align } from './style.ts'
import { lineCount, textWidth } from './sheetText.ts'
import { putAcross, rowHeight, widthOf, type Span } from './table.ts'

/** What frames a sheet on the screen and on paper. */
export interface SheetFrame {
  title: string
  /** Left and right of the line beneath the title. */
  left: string
  right: string
  /** Head of the printed page on a preview, '' on a frozen snapshot. */
  mark: string
  /** Foot of the printed page: snapshot id or 预览. */
  provenance: string
}

export const TITLE_ROW = 1
export const META_ROW = 2
export const HEAD_ROW = 3

/** Title and meta line over the columns of `span`. */
export function writeTitle(sheet: Worksheet, frame: SheetFrame, span: Span): void {
  const [first, last] = span
  putAcross(sheet, TITLE_ROW, span, frame.title, TITLE)
  // 18 pt takes 1.8 times the room of body text.
  sheet.getRow(TITLE_ROW).height = 12 + 26 * lineCount(frame.title, widthOf(sheet, span) / 1.8)
  sheet.getRow(META_ROW).height = 21
  const aligned = (horizontal: Align): typeof META => ({
    ...META,
    alignment: { horizontal, vertical: 'middle' }
  })
  if (first === last) {
    putAcross(sheet, META_ROW, span, `${frame.left}\u3000${frame.right}`, aligned('left'))
    return
  }
  const share = textWidth(frame.left) / (textWidth(frame.left) + textWidth(frame.right))
  let middle = first
  while (middle < last - 1 && widthOf(sheet, [first, middle]) < widthOf(sheet, span) * share) middle += 1
  putAcross(sheet, META_ROW, [first, middle], frame.left, aligned('left'))
  putAcross(sheet, META_ROW, [middle + 1, last], frame.right, aligned('right'))
}

/** A paragraph below the table, as high as it needs to be. */
export function writeNote(sheet: Worksheet, row: number, span: Span, text: string): void {
  putAcross(sheet, row, span, text, NOTE)
  sheet.getRow(row).height = rowHeight(lineCount(text, widthOf(sheet, span)))
}

/** Who signs, spread over the width. */
export function writeSignatures(
  sheet: Worksheet,
  row: number,
  span: Span,
  signatures: readonly string[]
): void {
  const free = widthOf(sheet, span) - textWidth(signatures.join('')) - 4
  const gap = '\u3000'.repeat(Math.max(3, Math.floor(free / signatures.length / 2)))
  putAcross(sheet, row, span, signatures.join(gap), META)
  sheet.getRow(row).height = 32
}
