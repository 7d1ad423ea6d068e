import ExcelJS, { type Cell, type Style, type Workbook, type Worksheet } from 'exceljs'
import { finishPackage } from '../xlsx/finishPackage.ts'
import { columnLetter, lineCount } from '../xlsx/sheetText.ts'
import { body, HEAD, NOTE } from '../xlsx/style.ts'
import { CELL_PADDING, put, putAcross, rowHeight } from '../xlsx/table.ts'
import {
  FIRST_FORM_ROW,
  HEADER_ROW,
  INTRO_ROW,
  type FormCell,
  type FormColumn,
  type FormSheet
} from './formSheet.ts'

/** Sheet of the words of all drop-downs; hidden, so that nobody mistakes it for something to fill in. */
const OPTIONS_SHEET = '选项'

/** Writes a workbook to be filled in. The same sheets give the same bytes. */
export async function writeFormWorkbook(sheets: readonly FormSheet[], at: Date): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '亮绩赛马'
  workbook.lastModifiedBy = '亮绩赛马'
  workbook.created = at
  workbook.modified = at
  const worksheets = sheets.map((sheet) => workbook.addWorksheet(sheet.name))
  const lists = optionLists(workbook)
  sheets.forEach((sheet, index) => writeSheet(worksheets[index]!, sheet, sheets, lists))
  return finishPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), [], at)
}

interface OptionLists {
  /** Reference to the range that holds these words. */
  rangeOf(options: readonly string[]): string
}

function optionLists(workbook: Workbook): OptionLists {
  const ranges = new Map<string, string>()
  let sheet: Worksheet | null = null
  return {
    rangeOf(options) {
      const key = options.join('\n')
      const known = ranges.get(key)
      if (known !== undefined) return known
      sheet ??= workbook.addWorksheet(OPTIONS_SHEET, { state: 'hidden' })
      const column = ranges.size + 1
      options.forEach((option, index) => put(sheet!.getCell(index + 1, column), option))
      const letter = columnLetter(column)
      const range = `'${OPTIONS_SHEET}'!$${letter}$1:$${letter}$${options.length}`
      ranges.set(key, range)
      return range
    }
  }
}

function writeSheet(sheet: Worksheet, form: FormSheet, all: readonly FormSheet[], lists: OptionLists): void {
  form.columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width + CELL_PADDING
  })
  const width = form.columns.reduce((total, column) => total + column.width, 0)
  putAcross(sheet, INTRO_ROW, [1, form.columns.length], form.intro, NOTE)
  sheet.getRow(INTRO_ROW).height = rowHeight(lineCount(form.intro, width), 24)
  writeHeader(sheet, form.columns)
  form.rows.forEach((row, index) => writeRow(sheet, FIRST_FORM_ROW + index, form.columns, row))
  const last = FIRST_FORM_ROW + form.rows.length + form.spare - 1
  for (let row = FIRST_FORM_ROW + form.rows.length; row <= last; row += 1) {
    writeRow(sheet, row, form.columns, [])
  }
  addDropDowns(sheet, form, all, lists, last)
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: HEADER_ROW, showGridLines: false }]
  sheet.pageSetup = {
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${INTRO_ROW}:${HEADER_ROW}`
  }
}

function writeHeader(sheet: Worksheet, columns: readonly FormColumn[]): void {
  columns.forEach((column, index) => {
    const cell = sheet.getCell(HEADER_ROW, index + 1)
    cell.style = HEAD
    put(cell, column.header)
    if (column.help !== undefined)
      cell.note = { texts: [{ text: column.help }], margins: { insetmode: 'auto' } }
  })
  sheet.getRow(HEADER_ROW).height = 30
}

const FIXED: Partial<Style> = { ...body('left'), fill: HEAD.fill! }

function writeRow(
  sheet: Worksheet,
  rowNumber: number,
  columns: readonly FormColumn[],
  row: readonly FormCell[]
): void {
  let lines = 1
  columns.forEach((column, index) => {
    const text = row[index]?.text ?? ''
    const cell = sheet.getCell(rowNumber, index + 1)
    cell.style = column.fixed === true ? FIXED : body('left', { wrap: true })
    putText(cell, text)
    lines = Math.max(lines, lineCount(text, column.width - 2))
  })
  sheet.getRow(rowNumber).height = rowHeight(lines)
}

/**
 * A number that a cell holds without losing a digit becomes one; everything else is text, so that Excel neither
 * computes it (`=`, `+`, `-`, `@`) nor turns `1-2` into a date when somebody edits it.
 */
function putText(cell: Cell, text: string): void {
  if (text === '') return
  const number = Number(text)
  if (/^-?\d+(\.\d+)?$/.test(text) && String(number) === text) {
    cell.value = number
    return
  }
  put(cell, text)
  cell.numFmt = '@'
}

function addDropDowns(
  sheet: Worksheet,
  form: FormSheet,
  all: readonly FormSheet[],
  lists: OptionLists,
  last: number
): void {
  form.columns.forEach((column, index) => {
    const range = column.options === undefined ? rangeIn(all, column.from) : lists.rangeOf(column.options)
    if (range === null) return
    for (let row = FIRST_FORM_ROW; row <= last; row += 1) dropDown(sheet.getCell(row, index + 1), range)
  })
  form.rows.forEach((row, rowIndex) =>
    row.forEach((cell, index) => {
      if (cell.options !== undefined) {
        dropDown(sheet.getCell(FIRST_FORM_ROW + rowIndex, index + 1), lists.rangeOf(cell.options))
      }
    })
  )
}

/** The cells below a header of another sheet, its spare rows included: what is added there can be chosen here. */
function rangeIn(all: readonly FormSheet[], from: FormColumn['from']): string | null {
  const sheet = all.find((candidate) => candidate.name === from?.sheet)
  if (sheet === undefined) return null
  const column = sheet.columns.findIndex((candidate) => candidate.header === from?.header) + 1
  const last = FIRST_FORM_ROW + sheet.rows.length + sheet.spare - 1
  if (column === 0 || last < FIRST_FORM_ROW) return null
  const letter = columnLetter(column)
  return `'${sheet.name}'!$${letter}$${FIRST_FORM_ROW}:$${letter}$${last}`
}

/** Other text is let in: a name that the list does not have yet is told when the file is read, with its cell. */
function dropDown(cell: Cell, range: string): void {
  cell.dataValidation = { type: 'list', allowBlank: true, showErrorMessage: false, formulae: [range] }
}
