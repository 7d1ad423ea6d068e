import * as XLSX from 'xlsx'
import { KEY_SHEET, keyCell, type KeyCell } from '#shared/domain/importing/template/templateKey.ts'

/** A workbook as a clerk's program would have it open: cells can be typed into, rows and sheets moved, and it is saved. */
export interface OpenWorkbook {
  book: XLSX.WorkBook
  /** What the hidden sheet says of the cells to fill in. */
  asked: readonly KeyCell[]
  sheet(name: string): XLSX.WorkSheet
  type(sheet: string, address: string, value: string | number): void
  save(bookType?: XLSX.BookType): Uint8Array<ArrayBuffer>
}

export function openFilled(bytes: Uint8Array): OpenWorkbook {
  const book = XLSX.read(bytes, { cellStyles: true })
  const sheet = (name: string): XLSX.WorkSheet => {
    const found = book.Sheets[name]
    if (found === undefined) throw new RangeError(`no sheet ${name}`)
    return found
  }
  return {
    book,
    asked: linesOf(book).flatMap((line) => {
      const cell = keyCell.safeParse(JSON.parse(line))
      return cell.success ? [cell.data] : []
    }),
    sheet,
    type(name, address, value) {
      sheet(name)[address] = { t: typeof value === 'number' ? 'n' : 's', v: value }
    },
    save: (bookType = 'xlsx') =>
      new Uint8Array(XLSX.write(book, { type: 'buffer', bookType, compression: true }) as Buffer)
  }
}

function linesOf(book: XLSX.WorkBook): string[] {
  const sheet = book.Sheets[KEY_SHEET]
  if (sheet === undefined) return []
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 })
  return rows.map((row) => row[0]!).filter((text) => text.startsWith('{'))
}

export const addressOf = ({ row, col }: { row: number; col: number }): string =>
  XLSX.utils.encode_cell({ r: row, c: col })

/** The text of a cell, of a merged one wherever it is asked. */
export function textAt(sheet: XLSX.WorkSheet, row: number, col: number): string {
  const merge = (sheet['!merges'] ?? []).find(
    ({ s, e }) => row >= s.r && row <= e.r && col >= s.c && col <= e.c
  )
  const cell = sheet[XLSX.utils.encode_cell(merge?.s ?? { r: row, c: col })] as XLSX.CellObject | undefined
  return String(cell?.v ?? '')
}

/** Inserts an empty row above `at` (0-based), as a program does: everything below moves, merges too. */
export function insertRow(sheet: XLSX.WorkSheet, at: number): void {
  moveCells(sheet, ({ r, c }) => ({ r: r >= at ? r + 1 : r, c }))
}

/** Inserts an empty column left of `at`. */
export function insertColumn(sheet: XLSX.WorkSheet, at: number): void {
  moveCells(sheet, ({ r, c }) => ({ r, c: c >= at ? c + 1 : c }))
}

/** Exchanges two rows. */
export function swapRows(sheet: XLSX.WorkSheet, one: number, other: number): void {
  moveCells(sheet, ({ r, c }) => ({ r: r === one ? other : r === other ? one : r, c }))
}

function moveCells(sheet: XLSX.WorkSheet, to: (at: XLSX.CellAddress) => XLSX.CellAddress): void {
  const cells = Object.entries(sheet).filter(([key]) => !key.startsWith('!'))
  for (const [key] of cells) delete sheet[key]
  const range = { s: { r: 0, c: 0 }, e: { r: 0, c: 0 } }
  for (const [key, cell] of cells) {
    const place = to(XLSX.utils.decode_cell(key))
    sheet[XLSX.utils.encode_cell(place)] = cell as XLSX.CellObject
    range.e.r = Math.max(range.e.r, place.r)
    range.e.c = Math.max(range.e.c, place.c)
  }
  sheet['!ref'] = XLSX.utils.encode_range(range)
  sheet['!merges'] = (sheet['!merges'] ?? []).map(({ s, e }) => ({ s: to(s), e: to(e) }))
}
