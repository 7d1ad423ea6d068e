import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import { groupedBy } from '#shared/domain/groupedBy.ts'
import { DEFAULT_READ_LIMITS } from '../readLimits.ts'
import { applyEdits } from './applyEdits.ts'
import { BookPackage } from './bookPackage.ts'
import { dropStaleChartCaches } from './chartCaches.ts'
import { withColumnWidth } from './columnWidths.ts'
import { dependentsOf, formulasOf, namesOf, StaleCells } from './dependents.ts'
import { dropResults } from './dropResults.ts'
import type { CellEdit, FilledWorkbook, FillNote, FillOptions, Refusal } from './fillTypes.ts'
import { placeEdits, refusal, refusedError, type PlacedEdit } from './refusals.ts'
import { renameSheets } from './renameSheets.ts'
import { findSharedTexts } from './richTexts.ts'
import { SheetView } from './sheetView.ts'
import { StylesPart } from './stylesPart.ts'
import { withFullCalculation } from './workbookPart.ts'

export type {
  CellContent,
  CellEdit,
  FilledWorkbook,
  FillNote,
  FillOptions,
  Refusal,
  RefusalCode
} from './fillTypes.ts'

interface EditedSheet {
  view: SheetView
  placed: PlacedEdit[]
}

/**
 * Writes into the cells of an existing .xlsx or .xlsm and leaves everything else of it as it is: only the edited sheets,
 * the list of cell formats (for marks), formulas' stored results and charts' copies of cells that changed, and the
 * order to calculate anew are touched; all other parts keep their bytes. Same input, same bytes.
 * @throws AppError FILE_UNSUPPORTED (.xls, .et, .csv …, with how to save it as .xlsx), FILE_TRUNCATED,
 *   FILE_UNREADABLE, FILE_TOO_COMPLEX; VALIDATION_FAILED when an edit is refused and `refused` is `THROW`
 */
export function fillWorkbook(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  options: FillOptions
): FilledWorkbook {
  const book = new BookPackage(bytes, options.file, DEFAULT_READ_LIMITS)
  const stylesPath = book.relationsOf(book.workbook).find(({ type }) => type === 'styles')?.target
  const parsed =
    stylesPath !== undefined && book.has(stylesPath) ? new StylesPart(book.text(stylesPath)) : null
  const styles = parsed?.usable === true ? parsed : null
  const { sheets, refused } = placeAll(book, edits, styles)
  if (refused.length > 0 && options.refused !== 'LEAVE') throw refusedError(refused, options.file)

  const notes = sheets.flatMap(({ view, placed }) => notesOn(book, view, placed))
  if (styles === null && edits.some((edit) => edit.mark !== undefined)) notes.push(NO_STYLES)
  for (const { view, placed } of sheets) book.replace(view.part.path, applyEdits(view, placed, styles))
  if (styles !== null) book.replace(stylesPath!, styles.toXml())
  const recalculated = settleResults(book, sheets)
  for (const { sheet, column, width } of options.widths ?? []) {
    const path = book.sheets().find((part) => part.name === sheet)?.path
    if (path !== undefined) book.replace(path, withColumnWidth(book.text(path), column, width))
  }
  notes.push(...bookNotes(book), ...renameSheets(book, options.renames ?? new Map()))
  return { bytes: book.toBytes(), notes, refused, recalculated }
}

const NO_STYLES: FillNote = {
  code: 'NO_STYLES',
  sheet: null,
  address: null,
  message: '这个工作簿没有单元格格式，标记的底色没有加上。'
}

function placeAll(
  book: BookPackage,
  edits: readonly CellEdit[],
  styles: StylesPart | null
): { sheets: EditedSheet[]; refused: Refusal[] } {
  const parts = new Map(book.sheets().map((part) => [part.name, part]))
  const sheets: EditedSheet[] = []
  const refused: Refusal[] = []
  for (const [name, ofSheet] of groupedBy(edits, (edit) => edit.sheet)) {
    const part = parts.get(name)
    if (part === undefined || !part.isWorksheet) {
      refused.push(...ofSheet.map((edit) => refusal('NO_SHEET', edit)))
      continue
    }
    const view = new SheetView(book, part)
    const result = placeEdits(ofSheet, view, styles)
    refused.push(...result.refused)
    sheets.push({ view, placed: result.placed })
  }
  return { sheets, refused }
}

function notesOn(book: BookPackage, view: SheetView, placed: readonly PlacedEdit[]): FillNote[] {
  const shared = findSharedTexts(book)
  return placed.flatMap(({ edit, point }): FillNote[] => {
    const at = { sheet: edit.sheet, address: edit.address }
    const { set } = edit
    if (set?.kind === 'number' && set.value.replace(/^-?0*\.?0*|\./g, '').replace(/0+$/, '').length > 15)
      return [
        { code: 'LONG_NUMBER', ...at, message: `${set.value} 超过 15 位，表格软件打开后只保留前 15 位。` }
      ]
    const cell = set?.kind === 'text' ? view.cellAt(point) : null
    if (cell === null || !shared.isRich(view.xml, cell)) return []
    return [
      { code: 'RICH_TEXT', ...at, message: '这一格里的文字原来有几种字体或颜色，改写后只剩单元格的格式。' }
    ]
  })
}

/** Takes out what was calculated from cells that changed, in sheets and charts; tells which formulas. */
function settleResults(book: BookPackage, sheets: readonly EditedSheet[]): FilledWorkbook['recalculated'] {
  const stale = new StaleCells()
  let anyStale = false
  for (const { view, placed } of sheets) {
    for (const { edit, point } of placed) {
      if (edit.set === undefined) continue
      stale.add(view.part.name, point)
      anyStale = true
    }
  }
  if (!anyStale) return []
  const parts = book.sheets().filter((part) => part.isWorksheet)
  const formulas = parts.flatMap((part) => formulasOf(part.name, book.text(part.path)))
  const names = namesOf(book.text(book.workbook))
  const dependents = dependentsOf(stale, formulas, names)
  const recalculated: FilledWorkbook['recalculated'] = []
  for (const [sheet, ofSheet] of groupedBy(dependents, (formula) => formula.sheet)) {
    const { path } = parts.find((part) => part.name === sheet)!
    const { xml, dropped } = dropResults(book.text(path), ofSheet)
    book.replace(path, xml)
    recalculated.push(...dropped.map(({ row, col }) => ({ sheet, address: cellAddress(row, col) })))
  }
  dropStaleChartCaches(book, stale, names)
  if (formulas.length > 0) book.replace(book.workbook, withFullCalculation(book.text(book.workbook)))
  return recalculated
}

/** What cannot be brought up to date without an office program. */
function bookNotes(book: BookPackage): FillNote[] {
  const has = (pattern: RegExp): boolean => book.paths().some((path) => pattern.test(path))
  const note = (code: FillNote['code'], message: string): FillNote => ({
    code,
    sheet: null,
    address: null,
    message
  })
  return [
    ...(has(/pivotcachedefinition\d*\.xml$/i)
      ? [note('PIVOT', '工作簿里有数据透视表，它显示的还是旧数，打开后请刷新。')]
      : []),
    ...(has(/^_xmlsignatures\//i) ? [note('SIGNATURE', '工作簿原来有数字签名，改动后签名失效。')] : [])
  ]
}
