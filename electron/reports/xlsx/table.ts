import type { Cell, Worksheet } from 'exceljs'
import { cellText, looksLikeFormula } from './sheetText.ts'

/** A value of a cell: text, a number (decimal text) with its format, or nothing. */
export type Value = string | { number: string; format: string } | null

/**
 * What a stored width has beyond the characters: 5 of 7 pixels. It also keeps widths off 9, which exceljs takes for the
 * default and leaves out.
 */
export const CELL_PADDING = 0.71
const LINE_HEIGHT = 15
const TALLEST_ROW = 409

/** Height in points of a row with so many lines of body text. */
export function rowHeight(lines: number, least = 22): number {
  return Math.min(TALLEST_ROW, Math.max(least, lines * LINE_HEIGHT + 6))
}

/**
 * Writes one value. Numbers that came as decimal text become real numbers: a reader may sum them. Text that looks like
 * a formula is marked with `hidden`, which markQuoted turns into the apostrophe style.
 */
export function put(cell: Cell, value: Value): void {
  if (value === null) return
  if (typeof value === 'string') {
    const text = cellText(value)
    cell.value = text
    if (looksLikeFormula(text)) cell.style = { ...cell.style, protection: { hidden: true } }
    return
  }
  const number = Number(value.number)
  if (!Number.isFinite(number)) throw new RangeError(`not a number for a cell: ${value.number}`)
  cell.value = number
  cell.numFmt = value.format
}

/** First and last column (1-based) of something that spans several. */
export type Span = readonly [number, number]

/** One text over several columns of a row. */
export function putAcross(
  sheet: Worksheet,
  row: number,
  [first, last]: Span,
  text: string,
  style: Cell['style']
): void {
  if (last > first) sheet.mergeCells(row, first, row, last)
  const cell = sheet.getCell(row, first)
  cell.style = style
  put(cell, text)
}

/** Widths of columns `first` to `last` together. */
export function widthOf(sheet: Worksheet, [first, last]: Span): number {
  let width = 0
  for (let column = first; column <= last; column += 1) width += sheet.getColumn(column).width ?? 9
  return width
}
