import { readBytes } from '#electron/workbook/readBytes.ts'
import { DEFAULT_READ_LIMITS } from '#electron/workbook/readLimits.ts'
import type { RawCell } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { zipOf } from './packages.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="仿宋_GB2312"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><alignment horizontal="center"/><protection locked="0"/></xf><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`

export interface MadeBook {
  /** Rows of the first sheet, as XML. */
  rows?: string
  /** What stands before and behind `sheetData` there. */
  head?: string
  tail?: string
  /** The whole part instead. */
  sheet?: string | Uint8Array
  /** Rows of a second sheet called 乙表. */
  second?: string
  /** What the workbook part holds behind its sheets. */
  bookTail?: string
  shared?: string
  styles?: string | null
  /** More parts by path, relations of the first sheet, and of the workbook. */
  parts?: Readonly<Record<string, string | Uint8Array>>
  sheetRelations?: string
}

export const worksheet = (rows: string, head = '', tail = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
const relations = (...list: string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`

/** A package as an office program would write it, around the parts that a test is about. */
export function madeBook(given: MadeBook): Promise<Uint8Array> {
  const { rows = '', styles = STYLES, second, shared } = given
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
  ]
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="甲表" sheetId="1" r:id="rId1"/>${second === undefined ? '' : '<sheet name="乙表" sheetId="2" r:id="rId2"/>'}</sheets>${given.bookTail ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      second === undefined ? '' : relation('rId2', 'worksheet', 'worksheets/sheet2.xml'),
      styles === null ? '' : relation('rId3', 'styles', 'styles.xml'),
      shared === undefined ? '' : relation('rId4', 'sharedStrings', 'sharedStrings.xml')
    ),
    'xl/worksheets/sheet1.xml': given.sheet ?? worksheet(rows, given.head, given.tail)
  }
  if (second !== undefined) parts['xl/worksheets/sheet2.xml'] = worksheet(second)
  if (styles !== null) parts['xl/styles.xml'] = styles
  if (shared !== undefined) parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${shared}</sst>`
  if (given.sheetRelations !== undefined)
    parts['xl/worksheets/_rels/sheet1.xml.rels'] = relations(given.sheetRelations)
  return zipOf({ ...parts, ...given.parts })
}

export { relation }

/** Cells by `sheet!address`, as the importer reads them. */
export async function readCells(bytes: Uint8Array): Promise<Map<string, RawCell>> {
  const raw = await readBytes({ bytes, file: '表.xlsx', limits: DEFAULT_READ_LIMITS })
  return new Map(
    raw.sheets.flatMap((sheet) => sheet.cells.map((cell) => [`${sheet.name}!${cell.address}`, cell] as const))
  )
}
