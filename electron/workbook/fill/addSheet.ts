import { posix } from 'node:path'
import { DEFAULT_READ_LIMITS } from '../readLimits.ts'
import { xmlAttribute } from '../xmlTokens.ts'
import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import { BookPackage, relationsPath } from './bookPackage.ts'
import { cellXml, MAX_TEXT } from './cellXml.ts'
import { StylesPart } from './stylesPart.ts'
import { mainNamespace, relationsNamespace, withSheet } from './workbookPart.ts'
import { applySplices, escapeXml, findElement, findTags } from './xmlEdit.ts'

export interface TextSheet {
  /** Made safe and unique: at most 31 characters, none of `[]:*?/\`. */
  name: string
  /** Texts row by row; '' leaves a cell empty. Longer than a cell holds is cut with 「…（已截断）」. */
  rows: readonly (readonly string[])[]
  /** Widths of the columns in characters. */
  widths?: readonly number[]
  /** Rows at the top with a light fill. */
  headerRows?: number
}

const HEADER_FILL = 'DDEBF7'
const CUT_MARK = '…（已截断）'
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

/**
 * Adds a sheet of texts behind the others of an .xlsx or .xlsm. Besides the new part only the workbook part, its
 * relations, the content types and the list of cell formats change.
 * @returns the new bytes and the name that the sheet got
 * @throws AppError as `fillWorkbook`
 */
export function addSheet(
  bytes: Uint8Array,
  sheet: TextSheet,
  file: string
): { bytes: Uint8Array; name: string } {
  const book = new BookPackage(bytes, file, DEFAULT_READ_LIMITS)
  const name = freeName(sheet.name, new Set(book.sheets().map((part) => part.name.toLowerCase())))
  const path = freePath(book)
  const workbook = book.text(book.workbook)
  book.add(path, sheetXml(sheet, styleIndexes(book), mainNamespace(workbook)))
  const relation = addRelation(book, path, relationsNamespace(workbook))
  book.replace(book.workbook, withSheet(workbook, { name, relation }))
  const types = book.text('[Content_Types].xml')
  const list = findElement(types, 'Types')!
  const override = `<${list.open.prefix}Override PartName="/${path}" ContentType="${WORKSHEET_TYPE}"/>`
  book.replace(
    '[Content_Types].xml',
    applySplices(types, [{ start: list.innerEnd, end: list.innerEnd, text: override }])
  )
  return { bytes: book.toBytes(), name }
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = wanted.replace(/[\\/*?:[\]]/g, '_').replace(/^'+|'+$/g, '')
  const base = Array.from(clean === '' ? '_' : clean)
    .slice(0, 28)
    .join('')
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}${count}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

function freePath(book: BookPackage): string {
  const folder = posix.join(posix.dirname(book.workbook), 'worksheets')
  for (let count = book.sheets().length + 1; ; count++) {
    const path = `${folder}/sheet${count}.xml`
    if (!book.has(path)) return path
  }
}

function addRelation(book: BookPackage, path: string, namespace: string): string {
  const relations = relationsPath(book.workbook)
  const xml = book.text(relations)
  const list = findElement(xml, 'Relationships')!
  const taken = new Set(findTags(xml, ['Relationship']).map((tag) => xmlAttribute(tag.attributes, 'Id')))
  let count = taken.size + 1
  while (taken.has(`rId${count}`)) count++
  const tag = `<${list.open.prefix}Relationship Id="rId${count}" Type="${namespace}/worksheet" Target="/${path}"/>`
  book.replace(relations, applySplices(xml, [{ start: list.innerEnd, end: list.innerEnd, text: tag }]))
  return `rId${count}`
}

interface StyleIndexes {
  plain: string | null
  header: string | null
  /** The same for texts that begin like a formula. */
  quoted: string | null
}

function styleIndexes(book: BookPackage): StyleIndexes {
  const path = book.relationsOf(book.workbook).find(({ type }) => type === 'styles')?.target
  const styles = path !== undefined && book.has(path) ? new StylesPart(book.text(path)) : null
  if (styles === null || !styles.usable) return { plain: null, header: null, quoted: null }
  const found = {
    plain: styles.derive(null, { wrap: true }),
    header: styles.derive(null, { wrap: true, mark: HEADER_FILL }),
    quoted: styles.derive(null, { wrap: true, quoted: true })
  }
  book.replace(path!, styles.toXml())
  return found
}

function sheetXml(sheet: TextSheet, styles: StyleIndexes, namespace: string): string {
  const widths = sheet.widths ?? []
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  )
  const rows = sheet.rows.map((texts, row) => {
    // A title or a sentence alone in its row runs over the columns instead of being squeezed into the first one.
    const alone = texts.filter((text) => text !== '').length === 1
    const usual = alone ? null : row < (sheet.headerRows ?? 0) ? styles.header : styles.plain
    const cells = texts.map((text, col) => textCell(text, row, col, usual, styles.quoted))
    return `<row r="${row + 1}">${cells.join('')}</row>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${escapeXml(namespace)}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>',
    '</worksheet>'
  ].join('')
}

function textCell(
  text: string,
  row: number,
  col: number,
  usual: string | null,
  quoted: string | null
): string {
  if (text === '') return ''
  const value = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT - CUT_MARK.length) + CUT_MARK : text
  const style = /^[=+\-@\t\r]/.test(value) ? quoted : usual
  return cellXml({ prefix: '', attributes: ` r="${cellAddress(row, col)}"` }, { kind: 'text', value }, style)
}
