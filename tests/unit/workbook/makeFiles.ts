import JSZip from 'jszip'
import * as XLSX from 'xlsx'
import { readBytes } from '#electron/workbook/readBytes.ts'
import { DEFAULT_READ_LIMITS, type ReadLimits } from '#electron/workbook/readLimits.ts'
import { isAppError, type AppError } from '#shared/appError.ts'
import type { RawCell, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook in memory, written by SheetJS. */
export function book(sheets: Record<string, unknown[][] | XLSX.WorkSheet>): XLSX.WorkBook {
  const made = XLSX.utils.book_new()
  for (const [name, content] of Object.entries(sheets)) {
    XLSX.utils.book_append_sheet(
      made,
      Array.isArray(content) ? XLSX.utils.aoa_to_sheet(content) : content,
      name
    )
  }
  return made
}

export function bytesOf(made: XLSX.WorkBook, bookType: XLSX.BookType): Uint8Array<ArrayBuffer> {
  return new Uint8Array(XLSX.write(made, { type: 'buffer', bookType, compression: true }) as Buffer)
}

/** Replaces or adds parts of an .xlsx; null removes one. */
export async function withParts(
  bytes: Uint8Array,
  parts: Record<string, string | null>
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await JSZip.loadAsync(bytes)
  for (const [name, content] of Object.entries(parts)) {
    if (content === null) zip.remove(name)
    else zip.file(name, content)
  }
  return new Uint8Array(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))
}

export interface SheetXml {
  /** Before the rows: columns, dimension … */
  head?: string
  rows: string
  /** Behind the rows: merges, links … */
  tail?: string
}

/** An .xlsx whose only worksheet is written by hand; other parts as given. */
export async function xlsxOf(
  { head = '', rows, tail = '' }: SheetXml,
  parts: Record<string, string | null> = {}
): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = `<worksheet xmlns="${MAIN}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`
  return withParts(bytesOf(book({ 表1: [['x']] }), 'xlsx'), { 'xl/worksheets/sheet1.xml': sheet, ...parts })
}

/** A style sheet with one cell format per number format id: `s="1"` is the first. */
export function stylesXml(numFmtIds: readonly number[], custom: Record<number, string> = {}): string {
  const formats = Object.entries(custom)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('')
  const cells = [0, ...numFmtIds].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')
  const own = formats === '' ? '' : `<numFmts count="1">${formats}</numFmts>`
  return `<styleSheet xmlns="${MAIN}">${own}<cellXfs>${cells}</cellXfs></styleSheet>`
}

/** Reads bytes in this thread. */
export function read(
  file: string,
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {}
): Promise<RawWorkbook> {
  return readBytes({ file, bytes, limits: { ...DEFAULT_READ_LIMITS, ...limits } })
}

/** The failure of a read; fails where it succeeds. */
export async function refusal(reading: Promise<unknown>): Promise<AppError> {
  try {
    await reading
  } catch (error) {
    if (isAppError(error)) return error
    throw error
  }
  throw new Error('expected a refusal')
}

/** Cells of a sheet by address. */
export function cellsOf(workbook: RawWorkbook, sheet = 0): Record<string, RawCell> {
  return Object.fromEntries((workbook.sheets[sheet]?.cells ?? []).map((cell) => [cell.address, cell]))
}

export function codesOf(workbook: RawWorkbook): string[] {
  return workbook.problems.map((problem) => problem.code)
}
