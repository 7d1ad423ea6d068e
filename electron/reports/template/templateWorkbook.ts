import ExcelJS, { type Workbook } from 'exceljs'
import { KEY_SHEET, keyLines } from '#shared/domain/importing/template/templateKey.ts'
import { finishPackage } from '../xlsx/finishPackage.ts'
import { lineCount } from '../xlsx/sheetText.ts'
import { NOTE, TITLE } from '../xlsx/style.ts'
import { CELL_PADDING, put, rowHeight } from '../xlsx/table.ts'
import { keyOf } from './placeSheet.ts'
import type { TemplateWorkbook } from './templateSheet.ts'
import { writeTemplateSheet } from './writeTemplateSheet.ts'

export const NOTES_SHEET = '填表说明'
/** A4 portrait holds so many characters of body text in a row. */
const NOTE_WIDTH = 84

/** Writes a workbook to be filled in, with its key; the same workbook gives the same bytes. */
export async function writeTemplateWorkbook(
  template: TemplateWorkbook,
  at: Date
): Promise<{ bytes: Uint8Array; checksum: string }> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '亮绩赛马'
  workbook.lastModifiedBy = '亮绩赛马'
  workbook.created = at
  workbook.modified = at
  for (const sheet of template.sheets) await writeTemplateSheet(workbook, sheet)
  await writeNotes(workbook, template.notes)
  const checksum = writeKey(workbook, template)
  const bytes = await finishPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), [], at)
  return { bytes, checksum }
}

async function writeNotes(workbook: Workbook, notes: TemplateWorkbook['notes']): Promise<void> {
  const sheet = workbook.addWorksheet(NOTES_SHEET)
  sheet.getColumn(1).width = NOTE_WIDTH + CELL_PADDING
  const title = sheet.getCell(1, 1)
  title.style = TITLE
  put(title, notes.title)
  sheet.getRow(1).height = 12 + 26 * lineCount(notes.title, NOTE_WIDTH / 1.8)
  notes.paragraphs.forEach((text, index) => {
    const cell = sheet.getCell(index + 2, 1)
    cell.style = NOTE
    put(cell, text)
    sheet.getRow(index + 2).height = rowHeight(lineCount(text, NOTE_WIDTH))
  })
  sheet.views = [{ state: 'normal', showGridLines: false }]
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.7, right: 0.7, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 }
  }
  await sheet.protect('', { selectLockedCells: true })
}

function writeKey(workbook: Workbook, template: TemplateWorkbook): string {
  const { lines, checksum } = keyLines(keyOf(template))
  const sheet = workbook.addWorksheet(KEY_SHEET, { state: 'veryHidden' })
  lines.forEach((line, index) => put(sheet.getCell(index + 1, 1), line))
  return checksum
}
