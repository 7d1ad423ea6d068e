import * as XLSX from 'xlsx'
import * as codepages from 'xlsx/dist/cpexcel.full.mjs'
import { CHINESE_BUILTIN_FORMATS } from './numberFormats.ts'

/** A container of named streams or parts: an OLE2 file, or the parts of a zip package. */
export interface Container {
  FullPaths: string[]
  FileIndex: { name: string; size: number; content: Uint8Array }[]
}

/** The library's exports that its type file leaves out or calls `any`. */
interface Internals {
  CFB: {
    read(bytes: Buffer, options: { type: 'buffer' }): Container
    utils: { cfb_new(): Container; cfb_add(container: Container, path: string, content: Buffer): unknown }
  }
  SSF: {
    get_table(): Record<number, string>
    load(format: string, id: number): void
    format(format: string, value: number, options: object): string
  }
  parse_zip(container: Container, options: XLSX.ParsingOptions): XLSX.WorkBook
  parse_xlscfb(container: Container | Buffer, options: XLSX.ParsingOptions): XLSX.WorkBook
}

const internals: Internals = XLSX as unknown as Internals

// The ES module build knows no code page but Western Europe's; .xls up to Excel 95 needs 936 and friends.
XLSX.set_cptable(codepages)

const OPTIONS: XLSX.ParsingOptions = {
  dense: true,
  nodim: true,
  cellFormula: true,
  cellNF: true,
  // Formatting every number is half of the reading time; `shownNumber` formats only those that have a format.
  cellText: false,
  cellHTML: false,
  cellDates: false,
  raw: true
}

const FIRST_CUSTOM_FORMAT = 164

/** The format table outlives a file when the old format is read: another file's formats must not shine through. */
function resetFormats(): void {
  const table = internals.SSF.get_table()
  for (const id of Object.keys(table)) if (Number(id) >= FIRST_CUSTOM_FORMAT) delete table[Number(id)]
  for (const [id, format] of Object.entries(CHINESE_BUILTIN_FORMATS)) {
    internals.SSF.load(format, Number(id))
  }
}

/** Opens a copy: streams may be views of the bytes, and reading changes them. */
export function openOle(bytes: Uint8Array): Container {
  return internals.CFB.read(Buffer.from(bytes), { type: 'buffer' })
}

export function newPackage(): Container {
  return internals.CFB.utils.cfb_new()
}

export function addPart(target: Container, path: string, content: Buffer): void {
  internals.CFB.utils.cfb_add(target, `/${path}`, content)
}

/** Reads .xls/.et from an opened OLE2 container, or from a bare BIFF stream (Excel 2–5). */
export function parseBiff(source: Container | Buffer): XLSX.WorkBook {
  resetFormats()
  // Rows' and columns' hidden marks come only together with styles; the format bounds both, so that is safe here.
  return internals.parse_xlscfb(source, { ...OPTIONS, cellStyles: true })
}

/** Reads the parts of .xlsx or .xlsm. Hidden rows and columns are found by our own scan of the parts. */
export function parsePackage(parts: Container): XLSX.WorkBook {
  return internals.parse_zip(parts, { ...OPTIONS })
}

/** Reads the binary parts of .xlsb. */
export function parseBinaryPackage(parts: Container): XLSX.WorkBook {
  return internals.parse_zip(parts, { ...OPTIONS, cellStyles: true })
}

/** Reads SpreadsheetML 2003 and UOF from text that is already decoded. */
export function parseXmlText(text: string): XLSX.WorkBook {
  return XLSX.read(text, { ...OPTIONS, type: 'string' })
}

/** Longest number that the General format shows with all its digits. */
const GENERAL_DIGITS = 11

/** What a number cell shows on screen. `plain` is its value as plain decimal text. */
export function shownNumber(
  value: number,
  plain: string,
  format: string | undefined,
  date1904: boolean
): string {
  if (format === undefined || format === 'General') {
    return plain.length <= GENERAL_DIGITS ? plain : internals.SSF.format('General', value, {})
  }
  try {
    return internals.SSF.format(format, value, { date1904 })
  } catch {
    // A format code that Excel would refuse; the value itself is not in doubt.
    return plain
  }
}

export type { CellObject, WorkBook, WorkSheet } from 'xlsx'
