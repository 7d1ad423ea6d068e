import { cellAddress, columnLetter } from '#shared/domain/importing/grid/a1.ts'
import type { RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { RETURN_COLUMN, RETURN_SHEET } from '#shared/domain/importing/grid/returned.ts'
import { addSheet } from '../../workbook/fill/addSheet.ts'
import { fillWorkbook, type CellEdit } from '../../workbook/fill/fillWorkbook.ts'
import {
  EXPLANATION_HEADING,
  EXPLANATION_WIDTHS,
  explanationRows,
  MARK,
  REASON_WIDTH,
  type ReturnPlan,
  type SheetReturn
} from './returnPlan.ts'

/**
 * The workbook that goes back, as an edit of the file that came: everything but marks, reasons and the explanation is
 * as its department made it. Throws what `fillWorkbook` throws for files that cannot be edited.
 */
export function markOriginal(plan: ReturnPlan, original: Uint8Array): Uint8Array {
  const file = plan.raw.fileName
  const marks = plan.sheets.flatMap(marksOf)
  const reasons = plan.sheets.flatMap(reasonsOf)
  const widths = plan.sheets.flatMap(({ sheet, reasonColumn }) =>
    reasonColumn === null
      ? []
      : [{ sheet: sheet.name, column: columnLetter(reasonColumn), width: REASON_WIDTH }]
  )
  const { oldExplanation } = plan
  const rows = explanationRows(
    plan,
    oldExplanation === null ? [] : ['上次退回时标红的格底色还在，以本表所列为准。']
  )
  const explanation = oldExplanation === null ? [] : replaced(oldExplanation, rows)
  // A cell that cannot be marked or written beside (a formula in the way) is still told in the explanation.
  const filled = fillWorkbook(original, [...marks, ...reasons, ...explanation], {
    file,
    refused: 'LEAVE',
    widths
  })
  if (oldExplanation !== null) return filled.bytes
  return addSheet(
    filled.bytes,
    {
      name: RETURN_SHEET,
      rows,
      widths: EXPLANATION_WIDTHS,
      headerRows: EXPLANATION_HEADING + 1
    },
    file
  ).bytes
}

function marksOf({ sheet, marks }: SheetReturn): CellEdit[] {
  return marks.map((address) => ({ sheet: sheet.name, address, mark: MARK }))
}

function reasonsOf({ sheet, reasonColumn, headings, reasons, outdated }: SheetReturn): CellEdit[] {
  if (reasonColumn === null) return []
  const write = (row: number, value: string): CellEdit => ({
    sheet: sheet.name,
    address: cellAddress(row, reasonColumn),
    set: { kind: 'text', value },
    wrap: true
  })
  return [
    ...outdated
      .filter((cell) => !reasons.has(cell.row))
      .map((cell): CellEdit => ({ sheet: sheet.name, address: cell.address, set: { kind: 'clear' } })),
    ...headings.map((row) => write(row, RETURN_COLUMN)),
    ...Array.from(reasons, ([row, reason]) => write(row, reason))
  ]
}

/** New texts in the explanation of an earlier return, and nothing of the old ones. */
function replaced(sheet: RawSheet, rows: readonly (readonly string[])[]): CellEdit[] {
  const texts = rows.flatMap((row, index) =>
    row.map((value, col): CellEdit => ({
      sheet: sheet.name,
      address: cellAddress(index, col),
      set: value === '' ? { kind: 'clear' } : { kind: 'text', value },
      wrap: true
    }))
  )
  const written = new Set(texts.map((edit) => edit.address))
  const old = sheet.cells.filter((cell) => !written.has(cell.address))
  return [
    ...texts,
    ...old.map((cell): CellEdit => ({ sheet: sheet.name, address: cell.address, set: { kind: 'clear' } }))
  ]
}
