import iconv from 'iconv-lite'
import * as XLSX from 'xlsx'
import type { RawCell, RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { canonical, dec } from '#shared/domain/number/decimal.ts'
import { grouped } from './habits.ts'
import { book, bytesOf } from '../unit/workbook/makeFiles.ts'

export type FileKind = 'xlsx' | 'xls' | 'html' | 'csv' | 'csv in GBK' | 'tsv in UTF-16'

/** Serial of a day in the 1900 calendar. */
const serialOf = (day: string): number =>
  (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000

const UNFINISHED = '待核'

const ERRORS: Readonly<Record<string, number>> = { '#DIV/0!': 7, '#REF!': 23 }

function cellObject(cell: RawCell): XLSX.CellObject {
  const formula = cell.formula === undefined ? {} : { f: cell.formula.replace('#REF!', 'B1') }
  switch (cell.kind) {
    case 'number':
      return { t: 'n', v: Number(cell.value), ...(cell.format ? { z: cell.format } : {}), ...formula }
    case 'date':
      return { t: 'n', v: serialOf(cell.value), z: 'yyyy"年"m"月"d"日"' }
    case 'boolean':
      return { t: 'b', v: cell.value === 'TRUE' }
    case 'error':
      return { t: 'e', v: ERRORS[cell.value]!, w: cell.value, ...formula }
    case 'text':
      return { t: 's', v: cell.value }
    case 'formula-without-value':
      // Files keep no formula without a result, but whatever somebody typed instead.
      return { t: 's', v: UNFINISHED }
  }
}

/** The sheet as SheetJS holds it; also texts for the formats that know nothing else. */
function workSheet(sheet: RawSheet): XLSX.WorkSheet {
  const made: XLSX.WorkSheet = {}
  for (const cell of sheet.cells) made[cell.address] = cellObject(cell)
  const { rows, cols } = extent(sheet)
  made['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows - 1, c: cols - 1 } })
  made['!merges'] = sheet.merges.map((merge) => ({
    s: { r: merge.top, c: merge.left },
    e: { r: merge.bottom, c: merge.right }
  }))
  return made
}

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** What programs write where a file can only hold what is seen. */
function plainText(sheet: RawSheet, separator: string): string {
  const { rows, cols } = extent(sheet)
  const grid = Array.from({ length: rows }, () => Array.from({ length: cols }, () => ''))
  for (const cell of sheet.cells) grid[cell.row]![cell.col] = quoted(seen(cell), separator)
  return `${grid.map((row) => row.join(separator)).join('\r\n')}\r\n`
}

/** A table as web systems export it under the name of an .xls. */
function htmlTable(sheet: RawSheet): string {
  const byPlace = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.col}`, cell]))
  const { rows, cols } = extent(sheet)
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = Array.from({ length: cols }, (_cell, col) => {
      const merge = sheet.merges.find(
        (one) => row >= one.top && row <= one.bottom && col >= one.left && col <= one.right
      )
      if (merge && (merge.top !== row || merge.left !== col)) return ''
      const cell = byPlace.get(`${row},${col}`)
      const span = merge ? ` rowspan="${merge.bottom - row + 1}" colspan="${merge.right - col + 1}"` : ''
      return `<td${span}>${cell ? markup(seen(cell)) : ''}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<html><head><meta charset="utf-8"></head><body><table>${lines.join('\n')}</table></body></html>`
}

const markup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(/\r?\n/g, '<br>')

function extent(sheet: RawSheet): { rows: number; cols: number } {
  return {
    rows: Math.max(0, ...sheet.cells.map((cell) => cell.row)) + 1,
    cols: Math.max(0, ...sheet.cells.map((cell) => cell.col)) + 1
  }
}

/** What the screen shows, with as many places as the number has. */
function seen(cell: RawCell): string {
  if (cell.kind === 'formula-without-value') return UNFINISHED
  if (cell.kind !== 'number' || cell.format === undefined) return cell.value
  if (cell.format.endsWith('0%')) return `${canonical(dec(cell.value).times(100))}%`
  const measure = /"([^"]+)"/.exec(cell.format)?.[1]
  return measure === undefined ? grouped(cell.value) : `${cell.value}${measure}`
}

/** The bytes of a file of this kind that holds the sheet. */
export function fileBytes(sheet: RawSheet, kind: FileKind): Uint8Array<ArrayBuffer> {
  switch (kind) {
    case 'xlsx':
    case 'xls':
      return bytesOf(book({ [sheet.name]: workSheet(sheet) }), kind === 'xls' ? 'biff8' : kind)
    case 'html':
      return new Uint8Array(Buffer.from(htmlTable(sheet), 'utf8'))
    case 'csv':
      return new Uint8Array(Buffer.from(plainText(sheet, ','), 'utf8'))
    case 'csv in GBK':
      return new Uint8Array(iconv.encode(plainText(sheet, ','), 'gb18030'))
    case 'tsv in UTF-16':
      return new Uint8Array(iconv.encode(plainText(sheet, '\t'), 'utf16le', { addBOM: true }))
  }
}

export const SUFFIX: Readonly<Record<FileKind, string>> = {
  xlsx: 'xlsx',
  xls: 'xls',
  html: 'xls',
  csv: 'csv',
  'csv in GBK': 'csv',
  'tsv in UTF-16': 'txt'
}
