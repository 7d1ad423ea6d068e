import type { Workbook } from 'exceljs'
import { META_ROW, writeNote, writeTitle, type SheetFrame } from './frame.ts'
import { framePage } from './pageSetup.ts'
import { columnLetter } from './sheetText.ts'
import { CELL_PADDING } from './table.ts'
import { addSheet } from './tablePlan.ts'

/** One column as wide as the page would be cut by LibreOffice, which scales only whole columns. */
const COLUMNS = 10
const WIDTH = 13
const SPAN = [1, COLUMNS] as const

/** 说明: paragraphs over the width of the page. */
export function writeNotesSheet(
  workbook: Workbook,
  name: string,
  lines: readonly string[],
  frame: SheetFrame
): void {
  const sheet = addSheet(workbook, name)
  for (let column = 1; column <= COLUMNS; column += 1) sheet.getColumn(column).width = WIDTH + CELL_PADDING
  writeTitle(sheet, frame, SPAN)
  lines.forEach((line, index) => writeNote(sheet, META_ROW + 1 + index, SPAN, line))
  sheet.views = [{ state: 'normal', showGridLines: false }]
  sheet.pageSetup = {
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printArea: `A$1:${columnLetter(COLUMNS)}$${META_ROW + lines.length}`,
    printTitlesRow: `1:${META_ROW}`
  }
  framePage(sheet, frame, 'LANDSCAPE')
}
