import ExcelJS, { type Cell, type Workbook, type Worksheet } from 'exceljs'
import type { RawCell, RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { isReturnSheet, RETURN_COLUMN, RETURN_SHEET } from '#shared/domain/importing/grid/returned.ts'
import { finishPackage } from '../xlsx/finishPackage.ts'
import { lineCount, sheetName, textWidth } from '../xlsx/sheetText.ts'
import { body, HEAD, META, TITLE } from '../xlsx/style.ts'
import { CELL_PADDING, put, rowHeight } from '../xlsx/table.ts'
import {
  EXPLANATION_HEADING,
  EXPLANATION_WIDTHS,
  explanationRows,
  MARK,
  REASON_WIDTH,
  type ReturnPlan,
  type SheetReturn
} from './returnPlan.ts'

const NARROWEST = 8
const WIDEST = 40
/** Merging looks at all earlier merges: beyond this many it would take minutes. */
const MOST_MERGES = 3000

const PAGE: Partial<ExcelJS.PageSetup> = {
  orientation: 'landscape',
  paperSize: 9,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0
}
/** A row with so many texts is part of a table; beyond so many cells lines would only make the file large. */
const TABLE_ROW = 3
const MOST_LINED = 200_000

const MARKED = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${MARK}` } } as const
const ERRORS = new Set(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'])

/**
 * The workbook that goes back, built anew from what was read of it: for files that cannot be edited in place (.xls, .et,
 * .csv, HTML, files too large to keep). Cells, merges, hidden rows and columns are as they were; colours are not.
 */
export async function rebuildWorkbook(plan: ReturnPlan, at: Date): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '亮绩赛马'
  workbook.lastModifiedBy = '亮绩赛马'
  workbook.created = at
  workbook.modified = at
  const sheets = plan.raw.sheets.filter((sheet) => !isReturnSheet(sheet))
  const taken = sheets.map((sheet) => sheet.name)
  writeExplanation(
    workbook.addWorksheet(sheetName(RETURN_SHEET, taken)),
    explanationRows(plan, ['原文件不能直接标注，这里按读到的内容重做，颜色等格式可能不同。'])
  )
  for (const sheet of sheets) {
    writeSheet(workbook, sheet, plan.sheets.find((entry) => entry.sheet === sheet) ?? null)
  }
  return finishPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), [], at)
}

function writeExplanation(sheet: Worksheet, rows: readonly string[][]): void {
  EXPLANATION_WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width + CELL_PADDING
  })
  rows.forEach((texts, row) => {
    let lines = 1
    texts.forEach((text, col) => {
      const cell = sheet.getCell(row + 1, col + 1)
      cell.style =
        row === 0
          ? TITLE
          : row < EXPLANATION_HEADING
            ? META
            : row === EXPLANATION_HEADING
              ? HEAD
              : body('left')
      put(cell, text)
      if (row > EXPLANATION_HEADING) {
        cell.numFmt = '@'
        lines = Math.max(lines, lineCount(text, EXPLANATION_WIDTHS[col]! - 2))
      }
    })
    sheet.getRow(row + 1).height = rowHeight(lines, row === 0 ? 36 : 22)
  })
  sheet.mergeCells(1, 1, 1, EXPLANATION_WIDTHS.length)
  sheet.pageSetup = PAGE
}

function writeSheet(workbook: Workbook, raw: RawSheet, back: SheetReturn | null): void {
  const taken = workbook.worksheets.map((sheet) => sheet.name)
  const sheet = workbook.addWorksheet(sheetName(raw.name, taken), { state: raw.visibility })
  const outdated = new Set(back?.outdated)
  for (const cell of raw.cells) {
    if (!outdated.has(cell)) writeCell(sheet.getCell(cell.row + 1, cell.col + 1), cell)
  }
  dressTable(sheet, raw)
  mergeAs(sheet, raw)
  widthsOf(raw).forEach((width, col) => {
    sheet.getColumn(col + 1).width = width + CELL_PADDING
  })
  sheet.pageSetup = PAGE
  for (const row of raw.hiddenRows) if (row < raw.rowCount) sheet.getRow(row + 1).hidden = true
  for (const col of raw.hiddenCols) if (col < raw.colCount) sheet.getColumn(col + 1).hidden = true
  if (back !== null) markSheet(sheet, back)
}

/** Text stays text, numbers keep every digit that the file had; a formula gives its last result. */
function writeCell(cell: Cell, raw: RawCell): void {
  cell.style = { font: body('left').font!, alignment: { vertical: 'middle', wrapText: true } }
  switch (raw.kind) {
    case 'number': {
      const number = Number(raw.value)
      if (String(number) !== raw.value) return put(cell, raw.value)
      cell.value = number
      break
    }
    case 'date': {
      const date = new Date(raw.value.includes('T') ? `${raw.value}Z` : `${raw.value}T00:00:00Z`)
      if (Number.isNaN(date.getTime())) return put(cell, raw.shown)
      cell.value = date
      cell.numFmt = raw.format ?? 'yyyy-mm-dd'
      return
    }
    case 'boolean':
      cell.value = raw.value === 'TRUE'
      return
    case 'error':
      if (!ERRORS.has(raw.value)) return put(cell, raw.value)
      cell.value = { error: raw.value as ExcelJS.CellErrorValue['error'] }
      return
    case 'formula-without-value':
      return put(cell, `=${raw.formula ?? ''}`)
    case 'text':
      put(cell, raw.value)
      cell.numFmt = '@'
      return
  }
  if (raw.format !== undefined) cell.numFmt = raw.format
}

/** Lines around the rows of tables, and titles over them in the middle: what was read says nothing of either. */
function dressTable(sheet: Worksheet, raw: RawSheet): void {
  const filled = new Map<number, number>()
  for (const { row } of raw.cells) filled.set(row, (filled.get(row) ?? 0) + 1)
  const { border } = body('left')
  const tableRows = Array.from(filled).flatMap(([row, count]) => (count >= TABLE_ROW ? [row] : []))
  if (tableRows.length * raw.colCount <= MOST_LINED) {
    for (const row of tableRows) {
      for (let col = 1; col <= raw.colCount; col += 1) {
        const cell = sheet.getCell(row + 1, col)
        cell.style = { ...cell.style, border: border! }
      }
    }
  }
  for (const merge of raw.merges) {
    if (merge.top >= TABLE_ROW || (merge.right - merge.left + 1) * 2 <= raw.colCount) continue
    const cell = sheet.getCell(merge.top + 1, merge.left + 1)
    cell.style = { ...cell.style, alignment: { ...cell.style.alignment, horizontal: 'center' } }
  }
}

/** Merges within what the sheet holds: a format filled down to the last row would make a million cells. */
function mergeAs(sheet: Worksheet, raw: RawSheet): void {
  for (const merge of raw.merges.slice(0, MOST_MERGES)) {
    const bottom = Math.min(merge.bottom, raw.rowCount - 1)
    const right = Math.min(merge.right, Math.max(raw.colCount - 1, merge.left))
    if (merge.top > bottom || (merge.top === bottom && merge.left === right)) continue
    sheet.mergeCells(merge.top + 1, merge.left + 1, bottom + 1, right + 1)
  }
}

/** From the longest text of each column; texts that run over merged columns say nothing about one. */
function widthsOf(raw: RawSheet): number[] {
  const widths = Array.from({ length: raw.colCount }, () => NARROWEST)
  const spread = new Set(
    raw.merges.filter((merge) => merge.right > merge.left).map((merge) => `${merge.top},${merge.left}`)
  )
  for (const { row, col, shown } of raw.cells) {
    if (spread.has(`${row},${col}`)) continue
    const longest = Math.max(...shown.split('\n').map(textWidth)) + 2
    widths[col] = Math.min(WIDEST, Math.max(widths[col]!, longest))
  }
  return widths
}

function markSheet(sheet: Worksheet, back: SheetReturn): void {
  for (const address of back.marks) {
    const cell = sheet.getCell(address)
    cell.style = { ...cell.style, fill: MARKED }
  }
  if (back.reasonColumn === null) return
  const column = back.reasonColumn + 1
  sheet.getColumn(column).width = REASON_WIDTH + CELL_PADDING
  for (const row of back.headings) {
    const cell = sheet.getCell(row + 1, column)
    cell.style = HEAD
    put(cell, RETURN_COLUMN)
  }
  for (const [row, reason] of back.reasons) {
    const cell = sheet.getCell(row + 1, column)
    cell.style = body('left')
    put(cell, reason)
  }
}
