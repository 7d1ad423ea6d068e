import type { Cell, Worksheet } from 'exceljs'
import { body, HEAD, META, NOTE, TITLE, type Align } from './style.ts'
import { cellText, columnLetter, looksLikeFormula, textWidth } from './sheetText.ts'

/** A value of a report cell: text, a number with its format, or nothing. */
export type Value = string | { number: string; format: string } | null

export interface Column<Row> {
  header: string
  align: Align
  /** Bounds of the width in Excel's characters. */
  min: number
  max: number
  value(row: Row): Value
  bold?: boolean
  tint?: boolean
  red?(row: Row): boolean
}

export interface PageSetup {
  title: string
  /** Left and right of the line beneath the title. */
  left: string
  right: string
  /** Text of the printed header on a preview, '' on a frozen snapshot. */
  pageHeader: string
  /** Snapshot id or 预览. */
  pageFooter: string
}

export const TITLE_ROW = 1
export const META_ROW = 2
export const HEAD_ROW = 3
export const FIRST_ROW = 4

/** Writes one value. Numbers that came as decimal text become real numbers: a reader may sum them. */
export function put(cell: Cell, value: Value): void {
  if (value === null) return
  if (typeof value === 'string') {
    const text = cellText(value)
    cell.value = text
    // Keeps Excel from evaluating the text when somebody edits the cell and presses Enter.
    if (looksLikeFormula(text)) cell.style = { ...cell.style, quotePrefix: true } as Cell['style']
    return
  }
  const number = Number(value.number)
  if (!Number.isFinite(number)) throw new RangeError(`not a number for a cell: ${value.number}`)
  cell.value = number
  cell.numFmt = value.format
}

/** Title, meta line and header of a sheet; the body starts at FIRST_ROW. */
export function writeHead<Row>(sheet: Worksheet, columns: readonly Column<Row>[], page: PageSetup): void {
  const last = columns.length
  sheet.mergeCells(TITLE_ROW, 1, TITLE_ROW, last)
  const title = sheet.getCell(TITLE_ROW, 1)
  title.value = cellText(page.title)
  title.style = TITLE
  sheet.getRow(TITLE_ROW).height = 36
  const half = Math.max(1, Math.floor(last / 2))
  if (half > 1) sheet.mergeCells(META_ROW, 1, META_ROW, half)
  if (last > half + 1) sheet.mergeCells(META_ROW, half + 1, META_ROW, last)
  const left = sheet.getCell(META_ROW, 1)
  left.value = cellText(page.left)
  left.style = { ...META, alignment: { horizontal: 'left', vertical: 'middle' } }
  const right = sheet.getCell(META_ROW, last > 1 ? half + 1 : 1)
  if (last > 1) {
    right.value = cellText(page.right)
    right.style = { ...META, alignment: { horizontal: 'right', vertical: 'middle' } }
  }
  sheet.getRow(META_ROW).height = 20
  columns.forEach((column, index) => {
    const cell = sheet.getCell(HEAD_ROW, index + 1)
    cell.value = cellText(column.header)
    cell.style = HEAD
  })
  sheet.getRow(HEAD_ROW).height = 34
}

export function writeRow<Row>(
  sheet: Worksheet,
  rowNumber: number,
  columns: readonly Column<Row>[],
  row: Row,
  extra: { apart?: boolean; bold?: boolean } = {}
): void {
  columns.forEach((column, index) => {
    const cell = sheet.getCell(rowNumber, index + 1)
    cell.style = body(column.align, {
      bold: (column.bold ?? false) || (extra.bold ?? false),
      apart: extra.apart ?? false,
      tint: column.tint ?? false,
      red: column.red?.(row) ?? false
    })
    put(cell, column.value(row))
  })
}

const shown = (value: Value): string => (value === null ? '' : typeof value === 'string' ? value : value.number.slice(0, 10))

/** Widths from what stands in the columns, and row heights from how often wrapped text breaks. */
export function fitColumns<Row>(sheet: Worksheet, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  columns.forEach((column, index) => {
    const header = Math.max(...column.header.split('\n').map(textWidth))
    const widest = rows.reduce((width, row) => Math.max(width, textWidth(shown(column.value(row)))), header)
    sheet.getColumn(index + 1).width = Math.min(column.max, Math.max(column.min, widest + 2))
  })
}

/** Lines that the widest wrapped cell of a row needs, for its height. */
export function linesOf<Row>(columns: readonly Column<Row>[], row: Row): number {
  return columns.reduce((lines, column) => {
    const text = shown(column.value(row))
    const width = column.align === 'left' ? column.max - 1 : Infinity
    return Math.max(lines, ...text.split('\n').map((part) => Math.ceil(textWidth(part) / width)))
  }, 1)
}

export function writeNote(sheet: Worksheet, rowNumber: number, lastColumn: number, text: string, height = 20): void {
  sheet.mergeCells(rowNumber, 1, rowNumber, lastColumn)
  const cell = sheet.getCell(rowNumber, 1)
  put(cell, text)
  cell.style = { ...NOTE, ...(looksLikeFormula(text) ? { quotePrefix: true } : {}) }
  sheet.getRow(rowNumber).height = height
}

/** A4 landscape, fit to width, header rows on every page, page numbers, frozen header and names. */
export function setUpPage(
  sheet: Worksheet,
  page: PageSetup,
  area: { lastColumn: number; lastRow: number; frozenColumns: number }
): void {
  sheet.views = [{ state: 'frozen', xSplit: area.frozenColumns, ySplit: HEAD_ROW, topLeftCell: `${columnLetter(area.frozenColumns + 1)}${FIRST_ROW}`, showGridLines: false }]
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    printTitlesRow: `${TITLE_ROW}:${HEAD_ROW}`,
    // exceljs writes an absolute range only from this form; a plain A1:G18 is ignored by LibreOffice.
    printArea: `A$${TITLE_ROW}:$${columnLetter(area.lastColumn)}$${area.lastRow}`
  }
  const preview = page.pageHeader === '' ? '' : `&C&"黑体,Regular"&12${page.pageHeader}`
  sheet.headerFooter = {
    oddHeader: preview,
    oddFooter: `&L&9${page.pageFooter.replaceAll('&', '&&')}&C第 &P 页 共 &N 页`
  }
}
