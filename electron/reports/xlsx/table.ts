import type { Cell, Worksheet } from 'exceljs'
import type { PageFrame } from './pageOf.ts'
import { body, HEAD, META, NOTE, PLAIN_FORMAT, TITLE, type Align, type BodyStyle } from './style.ts'
import { cellText, lineCount, looksLikeFormula, textWidth } from './sheetText.ts'

/** A value of a report cell: text, a number (decimal text) with its format, or nothing. */
export type Value = string | { number: string; format: string } | null

export interface Column<Row> {
  id: string
  header: string
  align: Align
  /** Bounds of the width in Excel's characters. Numbers are never cut: they may go beyond `max`. */
  min: number
  max: number
  value(row: Row): Value
  bold?: boolean
  tint?: boolean
  red?(row: Row): boolean
}

export const TITLE_ROW = 1
export const META_ROW = 2
export const HEAD_ROW = 3
export const FIRST_ROW = 4

/** What an indent and the cell's own margins take, in characters. */
const INDENT = 1.5
/**
 * What a stored width has beyond the characters: 5 of 7 pixels. It also keeps widths off 9, which exceljs takes for the
 * default and leaves out.
 */
export const CELL_PADDING = 0.71
const TEXT_PADDING = 3
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

/** First and last column (1-based) of something that spans several. */
export type Span = readonly [number, number]

/** Title and meta line over the columns of `span`. */
export function writeTitle(sheet: Worksheet, page: PageFrame, span: Span): void {
  const [first, last] = span
  putAcross(sheet, TITLE_ROW, span, page.title, TITLE)
  // 18 pt takes 1.8 times the room of body text.
  sheet.getRow(TITLE_ROW).height = 12 + 26 * lineCount(page.title, widthOf(sheet, span) / 1.8)
  const share = textWidth(page.left) / (textWidth(page.left) + textWidth(page.right))
  let middle = first
  while (middle < last - 1 && widthOf(sheet, [first, middle]) < widthOf(sheet, span) * share) middle += 1
  const aligned = (horizontal: Align): Cell['style'] => ({
    ...META,
    alignment: { horizontal, vertical: 'middle' }
  })
  putAcross(sheet, META_ROW, [first, middle], page.left, aligned('left'))
  putAcross(sheet, META_ROW, [middle + 1, last], page.right, aligned('right'))
  sheet.getRow(META_ROW).height = 21
}

/** Widths of columns `first` to `last` together. */
export function widthOf(sheet: Worksheet, [first, last]: Span): number {
  let width = 0
  for (let column = first; column <= last; column += 1) width += sheet.getColumn(column).width ?? 9
  return width
}

/** The header of the table; the body starts at FIRST_ROW. */
export function writeHeader<Row>(sheet: Worksheet, columns: readonly Column<Row>[]): void {
  let lines = 2
  columns.forEach((column, index) => {
    const cell = sheet.getCell(HEAD_ROW, index + 1)
    cell.style = HEAD
    put(cell, column.header)
    lines = Math.max(lines, lineCount(column.header, sheet.getColumn(index + 1).width! + 0.5))
  })
  sheet.getRow(HEAD_ROW).height = rowHeight(lines)
}

export function writeRow<Row>(
  sheet: Worksheet,
  rowNumber: number,
  columns: readonly Column<Row>[],
  row: Row,
  extra: BodyStyle = {},
  least?: number
): void {
  let lines = 1
  columns.forEach((column, index) => {
    const cell = sheet.getCell(rowNumber, index + 1)
    const value = column.value(row)
    cell.style = body(column.align, {
      bold: column.bold ?? false,
      tint: column.tint ?? false,
      red: column.red?.(row) ?? false,
      ...extra
    })
    put(cell, value)
    if (typeof value === 'string' && column.align === 'right') cell.numFmt = PLAIN_FORMAT
    if (typeof value === 'string' && column.align === 'left') {
      lines = Math.max(lines, lineCount(value, sheet.getColumn(index + 1).width! - INDENT))
    }
  })
  sheet.getRow(rowNumber).height = rowHeight(lines, least)
}

/** Characters that a number takes: its format may show more digits, a sign, and a word behind it. */
function numberWidth({ number, format }: { number: string; format: string }): number {
  const pattern = format.split(';')[0]!.replace(/["_]/g, '').trim()
  const whole = number.replace('-', '').split('.')[0]!.length
  const shown = pattern.includes('General') ? number.length : whole - 1 + textWidth(pattern)
  return shown + (number.startsWith('-') ? 1 : 0)
}

/** Width that text asks for: its own, or an even share of it where it must break. */
function textNeed(text: string, max: number): number {
  const width = Math.max(...text.split('\n').map(textWidth)) + TEXT_PADDING
  if (width <= max) return width
  const lines = Math.ceil(width / (max - TEXT_PADDING))
  return Math.min(max, Math.ceil(width / lines) + TEXT_PADDING)
}

/** Widths from what stands in the columns. */
export function fitColumns<Row>(
  sheet: Worksheet,
  columns: readonly Column<Row>[],
  rows: readonly Row[]
): void {
  columns.forEach((column, index) => {
    let text = textNeed(column.header, column.max)
    let number = 0
    for (const row of rows) {
      const value = column.value(row)
      if (typeof value === 'string') text = Math.max(text, textNeed(value, column.max))
      else if (value !== null) number = Math.max(number, numberWidth(value) + 2)
    }
    sheet.getColumn(index + 1).width = Math.max(column.min, text, number) + CELL_PADDING
  })
}

/** A paragraph below the table, as high as it needs to be. */
export function writeNote(sheet: Worksheet, rowNumber: number, span: Span, text: string): void {
  putAcross(sheet, rowNumber, span, text, NOTE)
  sheet.getRow(rowNumber).height = rowHeight(lineCount(text, widthOf(sheet, span)))
}
