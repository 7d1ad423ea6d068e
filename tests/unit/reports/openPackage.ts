import { createRequire } from 'node:module'
import JSZip from 'jszip'
import XLSX from 'xlsx'
import { writeWorkbook } from '#electron/reports/xlsx/writeWorkbook.ts'
import { rankingReport } from '#shared/domain/report/ranking/rankingReport.ts'
import type { ReportDefinition } from '#shared/domain/report/reportDefinition.ts'
import type { ReportInput } from './fixture.ts'

/** A written workbook, opened by a library that had no part in writing it, with its raw parts beside. */
export interface Opened {
  bytes: Uint8Array
  book: XLSX.WorkBook
  /** Path → text of every part. */
  parts: Map<string, string>
}

export async function open(bytes: Uint8Array): Promise<Opened> {
  const zip = await JSZip.loadAsync(bytes)
  const parts = new Map<string, string>()
  for (const [path, entry] of Object.entries(zip.files))
    if (!entry.dir) parts.set(path, await entry.async('string'))
  return { bytes, book: XLSX.read(bytes, { cellStyles: true, cellNF: true }), parts }
}

/** The workbook of a report; 排名表 where none is named. */
export async function written(
  { facts, options }: ReportInput,
  report: ReportDefinition = rankingReport
): Promise<Uint8Array> {
  return writeWorkbook(report.workbook!(facts, options), facts.generatedAt)
}

export async function writeAndOpen(input: ReportInput, report?: ReportDefinition): Promise<Opened> {
  return open(await written(input, report))
}

export function sheetOf({ book }: Opened, name: string): XLSX.WorkSheet {
  const sheet = book.Sheets[name]
  if (sheet === undefined) throw new Error(`no sheet ${name} among ${book.SheetNames.join('、')}`)
  return sheet
}

/** Value of a cell: a number, a text, or undefined where there is none. */
export function at(sheet: XLSX.WorkSheet, address: string): string | number | undefined {
  return (sheet[address] as XLSX.CellObject | undefined)?.v as string | number | undefined
}

/** The cell as the reader sees it, without the room that formats leave at the right. */
export function shown(sheet: XLSX.WorkSheet, address: string): string | undefined {
  const cell = sheet[address] as XLSX.CellObject | undefined
  if (cell?.v === undefined) return undefined
  const { format } = XLSX.SSF as { format: (pattern: string | number, value: unknown) => string }
  return format(cell.z ?? 'General', cell.v).trim()
}

/** Number of the last row of the head: 3, or 4 where dimensions stand above indicators. */
export function headRow(sheet: XLSX.WorkSheet): number {
  const two = (sheet['!merges'] ?? []).some(({ s, e }) => s.c === 0 && s.r === 2 && e.r === 3)
  return two ? 4 : 3
}

/** Texts of the lower head without line breaks → column letters. */
export function headers(sheet: XLSX.WorkSheet): Map<string, string> {
  const found = new Map<string, string>()
  const row = headRow(sheet)
  for (let column = 0; ; column += 1) {
    const letter = XLSX.utils.encode_col(column)
    const text = at(sheet, `${letter}${row}`) ?? at(sheet, `${letter}3`)
    if (text === undefined) return found
    found.set(String(text).replaceAll('\n', ''), letter)
  }
}

/** The part of a sheet by name. */
export function sheetPart(opened: Opened, name: string): { path: string; text: string } {
  const workbook = parse(opened.parts.get('xl/workbook.xml')!)
  const sheet = [...workbook.getElementsByTagName('sheet')].find(
    (element) => element.getAttribute('name') === name
  )!
  const target = relations(opened, 'xl/workbook.xml').get(sheet.getAttribute('r:id')!)!
  return { path: target, text: opened.parts.get(target)! }
}

/** Relationship ids of a part → paths of the parts. */
export function relations(opened: Opened, path: string): Map<string, string> {
  const slash = path.lastIndexOf('/')
  const [folder, file] = [path.slice(0, slash + 1), path.slice(slash + 1)]
  const text = opened.parts.get(`${folder}_rels/${file}.rels`)
  if (text === undefined) return new Map()
  return new Map(
    [...parse(text).getElementsByTagName('Relationship')].map((element) => {
      const target = new URL(element.getAttribute('Target')!, `http://package/${folder}`).pathname.slice(1)
      return [element.getAttribute('Id')!, target]
    })
  )
}

/** jsdom has no types; its parser is a browser's. */
interface Jsdom {
  JSDOM: new (html: string) => { window: { DOMParser: typeof DOMParser } }
}
const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom
const parser = new new JSDOM('').window.DOMParser()

/** Parses XML strictly. */
export function parse(text: string): Document {
  const document = parser.parseFromString(text, 'application/xml')
  const error = document.getElementsByTagName('parsererror')[0]
  if (error !== undefined) throw new Error(`not well-formed: ${error.textContent}`)
  return document
}

/** Text of a defined name of a sheet, such as `_xlnm.Print_Area`. */
export function definedName({ book }: Opened, sheet: string, name: string): string | undefined {
  const index = book.SheetNames.indexOf(sheet)
  return book.Workbook?.Names?.find((entry) => entry.Name === name && entry.Sheet === index)?.Ref
}
