import { cellText as printed } from '#shared/domain/report/cellText.ts'
import type { NumberCell, ReportColumn, ReportRow, TableCell } from '#shared/domain/report/reportTable.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import type { Cell } from 'exceljs'
import { columnWidths, headText, setWidths } from './columnWidths.ts'
import { HEAD_ROW, writeNote, writeSignatures, writeTitle, type SheetFrame } from './frame.ts'
import { planPages, setUpPage } from './pageSetup.ts'
import { cellText, lineCount } from './sheetText.ts'
import { BAND, body, cellStyle, formatOf, HEAD, PLAIN_FORMAT, type BodyStyle } from './style.ts'
import { put, putAcross, rowHeight, widthOf } from './table.ts'
import { cellFormula, type TablePlan } from './tablePlan.ts'

/** What an indent and the cell's own margins take, in characters. */
const INDENT = 1.5
/** Tables that somebody signs are what a meeting sees: airier than the details. */
const SIGNED_ROW = 25
const PLAIN_ROW = 22

/** Writes the table of a plan; formulas may look into the other `plans`. */
export function writeTableSheet(plan: TablePlan, plans: readonly TablePlan[], frame: SheetFrame): void {
  const { table, sheet } = plan
  const { columns, pinned } = table
  setWidths(sheet, columnWidths(table))
  const pages = planPages(sheet, columns.length, pinned, table.orientation)
  writeTitle(sheet, frame, pages.span)
  writeHead(plan)
  table.rows.forEach((row, index) => {
    const rowNumber = plan.firstBody + index
    writeRow(plan, plans, row, rowNumber, { apart: index > 0 && row.opens === true })
  })
  columns.forEach((column, index) => {
    if (column.hidden === true) sheet.getColumn(index + 1).hidden = true
    if (column.choices === undefined) return
    const formulae = [`"${column.choices.join(',')}"`]
    for (let row = plan.firstBody; row <= plan.lastBody; row += 1)
      sheet.getCell(row, index + 1).dataValidation = { type: 'list', allowBlank: true, formulae }
  })
  let next = Math.max(plan.firstBody, plan.lastBody + 1)
  table.foot.forEach((row, index) => {
    writeRow(plan, plans, row, next, { bold: true, apart: index === 0 || row.opens === true })
    next += 1
  })
  if (table.filter && table.rows.length > 0) {
    sheet.autoFilter = {
      from: { row: plan.lastHead, column: 1 },
      to: { row: plan.lastBody, column: columns.length }
    }
  }
  for (const text of [...table.remarks, ...(table.sheetRemarks ?? [])]) {
    writeNote(sheet, next, pages.span, text)
    next += 1
  }
  if (table.signatures.length > 0) {
    writeSignatures(sheet, next, pages.span, table.signatures)
    next += 1
  }
  setUpPage(sheet, frame, {
    lastColumn: columns.length,
    lastRow: Math.max(plan.firstBody, next - 1),
    lastHead: plan.lastHead,
    pinned,
    orientation: table.orientation,
    plan: pages
  })
}

/** Column heads with their full marks; bands above those that share one, the others over both rows. */
function writeHead({ table: { columns }, sheet, lastHead }: TablePlan): void {
  let lines = 2
  columns.forEach((column, index) => {
    const at = index + 1
    for (let row = HEAD_ROW; row <= lastHead; row += 1) sheet.getCell(row, at).style = HEAD
    const text = headText(column)
    const alone = column.band === undefined && lastHead > HEAD_ROW
    if (alone) sheet.mergeCells(HEAD_ROW, at, lastHead, at)
    put(sheet.getCell(alone ? HEAD_ROW : lastHead, at), text)
    if (!alone) lines = Math.max(lines, lineCount(text, sheet.getColumn(at).width! + 0.5))
  })
  for (const { from, to, text } of bandsOf(columns)) {
    putAcross(sheet, HEAD_ROW, [from, to], text, HEAD)
    const bandLines = lineCount(text, widthOf(sheet, [from, to]))
    sheet.getRow(HEAD_ROW).height = Math.max(sheet.getRow(HEAD_ROW).height ?? 0, rowHeight(bandLines))
  }
  sheet.getRow(lastHead).height = rowHeight(lines)
}

function bandsOf(columns: readonly ReportColumn[]): { from: number; to: number; text: string }[] {
  const bands: { from: number; to: number; text: string }[] = []
  columns.forEach(({ band }, index) => {
    if (band === undefined) return
    const last = bands.at(-1)
    if (last?.text === band && last.to === index) last.to = index + 1
    else bands.push({ from: index + 1, to: index + 1, text: band })
  })
  return bands
}

function writeRow(
  plan: TablePlan,
  plans: readonly TablePlan[],
  row: ReportRow,
  rowNumber: number,
  extra: BodyStyle
): void {
  const { table, sheet } = plan
  if (row.band !== undefined) {
    putAcross(sheet, rowNumber, [1, table.columns.length], row.band, BAND)
    sheet.getRow(rowNumber).height = PLAIN_ROW
    return
  }
  let lines = 1
  table.columns.forEach((column, index) => {
    const value = covered(table.columns, row, index) ? null : (row.cells[column.id] ?? null)
    const room = sheet.getColumn(index + 1).width! - (column.align === 'left' ? INDENT : 0)
    const wrapped = typeof value === 'string' ? lineCount(value, room) : 1
    const look = {
      bold: column.bold === true || extra.bold === true,
      tint: column.tint ?? false,
      red: row.red?.includes(column.id) ?? false,
      apart: extra.apart ?? false,
      ...(wrapped > 1 ? { wrap: true } : {})
    }
    const cell = sheet.getCell(rowNumber, index + 1)
    cell.style = cellStyle(column.align, look, formatFor(value, column))
    putCell(cell, value, (formula) => cellFormula(formula, rowNumber, plan, plans))
    lines = Math.max(lines, wrapped)
  })
  sheet.getRow(rowNumber).height = rowHeight(lines, table.signatures.length > 0 ? SIGNED_ROW : PLAIN_ROW)
  if (row.merged !== undefined) spanReason(plan, row.merged, rowNumber, extra)
}

function covered(columns: readonly ReportColumn[], { merged }: ReportRow, index: number): boolean {
  if (merged === undefined) return false
  const at = (id: string): number => columns.findIndex((column) => column.id === id)
  return index >= at(merged.from) && index <= at(merged.to)
}

/** A unit without a score has one merged cell with the reason: never a row of empty or zero cells. */
function spanReason(
  { table: { columns }, sheet }: TablePlan,
  { from, to, text }: NonNullable<ReportRow['merged']>,
  row: number,
  { apart }: BodyStyle
): void {
  const at = (id: string): number => columns.findIndex((column) => column.id === id) + 1
  const span = [at(from), at(to)] as const
  putAcross(sheet, row, span, text, body('center', { apart: apart ?? false, wrap: true }))
  const height = rowHeight(lineCount(text, widthOf(sheet, span)))
  sheet.getRow(row).height = Math.max(sheet.getRow(row).height, height)
}

/** Words among numbers keep the room at the right that the numbers have. */
function formatFor(value: TableCell, { align }: ReportColumn): string {
  if (value === null) return ''
  if (typeof value === 'string') return align === 'right' ? PLAIN_FORMAT : ''
  return formatOf(value, align)
}

function putCell(cell: Cell, value: TableCell, resolve: (formula: string) => string): void {
  if (value === null) return
  if (typeof value === 'string') put(cell, value)
  else if (value.formula !== undefined) {
    const formula = { formula: resolve(value.formula), result: Number(value.exact ?? value.number) }
    // The types of exceljs do not know array formulas, its writer does.
    const array = { ...formula, shareType: 'array', ref: cell.address }
    cell.value = value.array === true ? array : formula
  } else if (value.exact !== undefined) cell.value = Number(value.exact)
  else if (isDouble(value)) cell.value = Number(value.number)
  else put(cell, cellText(printed(value)))
}

/** Whether a spreadsheet's number can hold it: one that it would change stays text. */
function isDouble({ number }: NumberCell): boolean {
  return dec(Number(number)).equals(dec(number))
}
