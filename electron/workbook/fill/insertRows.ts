import { AppError } from '#shared/appError.ts'
import { DEFAULT_READ_LIMITS } from '../readLimits.ts'
import { decodeXml, xmlAttribute } from '../xmlTokens.ts'
import { BookPackage, type SheetPart } from './bookPackage.ts'
import { expandShared, sharesReferences } from './expandShared.ts'
import { arrayAcross, withInsertedRows } from './insertedRows.ts'
import {
  withMovedAddresses,
  withMovedAnchors,
  withMovedRules,
  withMovedSheet,
  withMovedVml
} from './movedParts.ts'
import { movedFormula, movedRefs, type Insertion } from './rowMap.ts'
import { textSplices } from './textSplices.ts'
import { scanFormulas } from './scanSheet.ts'
import { applySplices, escapeXml, findTags, withAttribute, type Splice } from './xmlEdit.ts'

export type { Insertion } from './rowMap.ts'

/**
 * Puts copies of a row behind it, as an office program inserts copied rows, in an .xlsx or .xlsm: rows below move down
 * with their formats, merges, rules, links, notes, pictures and page breaks; formulas, names (print areas, titles), charts,
 * tables and pivot sources follow. A range that ends at the row takes in its copies (`SUM(D5:D5)`). Only parts that
 * speak of moved rows change; the list in which cells were last calculated is taken out, office programs make it anew.
 * @param insertions made in this order, each in the rows that the one before left
 * @throws AppError as `fillWorkbook`; VALIDATION_FAILED where a sheet is not there, or an array formula over several
 *   rows, or a data table, lies across the row
 */
export function insertRows(bytes: Uint8Array, insertions: readonly Insertion[], file: string): Uint8Array {
  const real = insertions.filter(({ count }) => count > 0)
  if (real.length === 0) return bytes
  const book = new BookPackage(bytes, file, DEFAULT_READ_LIMITS)
  for (const insertion of real) insertInto(book, insertion)
  const chain = book.relationsOf(book.workbook).find(({ type }) => type === 'calcChain')?.target
  if (chain !== undefined) book.remove(chain, book.workbook)
  return book.toBytes()
}

function insertInto(book: BookPackage, insertion: Insertion): void {
  const { sheet, row } = insertion
  const parts = book.sheets()
  const part = parts.find(({ name, isWorksheet }) => isWorksheet && name === sheet)
  if (part === undefined) throw refused(book.file, sheet, '工作簿里没有这张工作表。')
  const expanded = expandShared(book.text(part.path))
  const array = arrayAcross(expanded, insertion)
  if (array !== null)
    throw refused(
      book.file,
      sheet,
      `第 ${row + 1} 行要按单位重复，可是 ${array} 的数组公式（或模拟运算表）跨过了这一行，不能插行。请把它改成每行一个普通公式。`
    )
  book.replace(part.path, withMovedSheet(withInsertedRows(expanded, insertion), insertion))
  moveAttachedParts(book, part, insertion)
  for (const other of parts) if (other !== part && other.isWorksheet) moveOtherSheet(book, other, insertion)
  moveNames(book, insertion)
  for (const path of book.paths()) moveWholeBookPart(book, path, insertion)
}

function refused(file: string, sheet: string, message: string): AppError {
  return new AppError('VALIDATION_FAILED', message, { place: { file, sheet } })
}

/** What hangs on the sheet itself. */
function moveAttachedParts(book: BookPackage, part: SheetPart, insertion: Insertion): void {
  for (const { type, target } of book.relationsOf(part.path)) {
    if (!book.has(target)) continue
    const xml = (): string => book.text(target)
    if (type === 'drawing') book.replace(target, withMovedAnchors(xml(), insertion))
    else if (type === 'vmlDrawing') book.replace(target, withMovedVml(xml(), insertion))
    else if (['table', 'comments', 'threadedComment', 'pivotTable'].includes(type))
      book.replace(target, withMovedAddresses(xml(), insertion))
  }
}

/** Formulas of another sheet that read the moved one. */
function moveOtherSheet(book: BookPackage, part: SheetPart, insertion: Insertion): void {
  let xml = book.text(part.path)
  if (!xml.includes('!')) return
  if (sharesReferences(xml)) xml = expandShared(xml)
  const splices: Splice[] = []
  for (const { cell, text } of scanFormulas(xml)) {
    if (!text.includes('!')) continue
    const inner = xml.slice(cell.tag.end, cell.innerEnd)
    const before = decodeXml(text)
    const after = movedFormula(insertion, before, { sheet: part.name })
    if (after === before) continue
    const start = cell.tag.end + inner.indexOf(`>${text}<`) + 1
    splices.push({ start, end: start + text.length, text: escapeXml(after) })
  }
  book.replace(part.path, withMovedRules(applySplices(xml, splices), insertion, part.name))
}

function moveNames(book: BookPackage, insertion: Insertion): void {
  const xml = book.text(book.workbook)
  const splices = textSplices(xml, ['definedName'], (text) => movedFormula(insertion, text, { sheet: null }))
  book.replace(book.workbook, applySplices(xml, splices))
}

/** Data of a series: one cell of the pattern row becomes the list. A series' name stays one cell. */
const LISTED = /<(?:[\w.-]+:)?(?:cat|val|xVal|yVal|bubbleSize|plus|minus)>\s*(?:<[^>]*>\s*)*$/

function moveChart(xml: string, insertion: Insertion): string {
  const splices = textSplices(xml, ['f'], (text, tag) =>
    movedFormula(insertion, text, {
      sheet: null,
      growsSingle: LISTED.test(xml.slice(Math.max(0, tag.start - 200), tag.start))
    })
  )
  return applySplices(xml, splices)
}

/** Attributes of drawings and controls that link to a cell. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  sp: ['textlink'],
  formControlPr: ['fmlaLink', 'fmlaRange', 'fmlaGroup', 'fmlaTxbx'],
  controlPr: ['linkedCell', 'listFillRange']
}

function moveLinks(xml: string, insertion: Insertion): string {
  const splices = findTags(xml, Object.keys(LINKS)).flatMap((tag) => {
    let { attributes } = tag
    for (const name of LINKS[tag.name]!) {
      const value = xmlAttribute(attributes, name)
      if (value === undefined) continue
      const moved = movedFormula(insertion, value, { sheet: null })
      if (moved !== value) attributes = withAttribute(attributes, name, moved)
    }
    if (attributes === tag.attributes) return []
    const slash = tag.kind === 'empty' ? '/' : ''
    return [{ start: tag.start, end: tag.end, text: `<${tag.prefix}${tag.name}${attributes}${slash}>` }]
  })
  return applySplices(xml, splices)
}

function movePivotSource(xml: string, insertion: Insertion): string {
  const splices = findTags(xml, ['worksheetSource']).flatMap((tag) => {
    const [ref, sheet] = ['ref', 'sheet'].map((name) => xmlAttribute(tag.attributes, name))
    if (ref === undefined || sheet !== insertion.sheet) return []
    const attributes = withAttribute(tag.attributes, 'ref', movedRefs(insertion, ref))
    const slash = tag.kind === 'empty' ? '/' : ''
    return [{ start: tag.start, end: tag.end, text: `<${tag.prefix}worksheetSource${attributes}${slash}>` }]
  })
  return applySplices(xml, splices)
}

function moveWholeBookPart(book: BookPackage, path: string, insertion: Insertion): void {
  const move = /(^|\/)charts?(ex)?\/[^/]+\.xml$/i.test(path)
    ? moveChart
    : /(^|\/)(drawings|ctrlProps)\/[^/]+\.xml$/i.test(path)
      ? moveLinks
      : /pivotCacheDefinition\d*\.xml$/i.test(path)
        ? movePivotSource
        : null
  if (move !== null) book.replace(path, move(book.text(path), insertion))
}
