import {
  labelText,
  type KeyCell,
  type KeyFixed,
  type TemplateKey
} from '#shared/domain/importing/template/templateKey.ts'
import type { TemplateSheet, TemplateWorkbook } from './templateSheet.ts'

/** Title, and the line beneath it. */
export const ROWS_ABOVE = 2

/** 0-based rows of a sheet's header and body. */
export function placeSheet(sheet: TemplateSheet): { headerFirst: number; headerLast: number; body: number } {
  const levels = Math.max(...sheet.columns.map((column) => column.path.length))
  return { headerFirst: ROWS_ABOVE, headerLast: ROWS_ABOVE + levels - 1, body: ROWS_ABOVE + levels }
}

/** What the key sheet says of a workbook: every cell to fill in and every printed number, with its place and names. */
export function keyOf({ head, sheets }: TemplateWorkbook): TemplateKey {
  const cells: KeyCell[] = []
  const fixed: KeyFixed[] = []
  for (const sheet of sheets) {
    const { body } = placeSheet(sheet)
    sheet.rows.forEach((row, index) => {
      const label = labelText(sheet.labels.map((col) => textAt(sheet, index, col)))
      row.forEach((cell, col) => {
        const place = { sheet: sheet.name, row: body + index, col, label, path: pathOf(sheet, col) }
        if (cell.kind === 'input') {
          const { unit, indicator, name, field, rater, measure, blank } = cell.asked
          cells.push({ kind: 'cell', ...place, unit, indicator, name, field, rater, measure, blank })
        } else if (cell.kind === 'number')
          fixed.push({ kind: 'fixed', ...place, value: cell.value, target: cell.target })
      })
    })
  }
  return {
    head,
    sheets: sheets.map((sheet) => {
      const { headerFirst, headerLast } = placeSheet(sheet)
      return {
        kind: 'sheet',
        sheet: sheet.name,
        headerFirst,
        headerLast,
        labels: sheet.labels.map((col) => ({ col, path: pathOf(sheet, col) })),
        remark: sheet.remark === null ? null : { col: sheet.remark, path: pathOf(sheet, sheet.remark) },
        unit: sheet.unit
      }
    }),
    cells,
    fixed
  }
}

function pathOf(sheet: TemplateSheet, col: number): string {
  return labelText(sheet.columns[col]!.path)
}

function textAt(sheet: TemplateSheet, row: number, col: number): string {
  for (let index = row; index >= 0; index -= 1) {
    const cell = sheet.rows[index]![col]!
    if (cell.kind !== 'above') return cell.kind === 'text' ? cell.text : ''
  }
  return ''
}
