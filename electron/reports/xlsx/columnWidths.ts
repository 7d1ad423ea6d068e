import type { Worksheet } from 'exceljs'
import { cellText } from '#shared/domain/report/cellText.ts'
import type { ReportColumn, ReportTable } from '#shared/domain/report/reportTable.ts'
import { textWidth } from './sheetText.ts'
import { CELL_PADDING } from './table.ts'

const TEXT_PADDING = 3
const NUMBER_PADDING = 2

/** 「目标任务」 with its full mark beneath. */
export function headText({ head, fullMark }: ReportColumn): string {
  return fullMark == null ? head : `${head}\n(${fullMark})`
}

/** Width that text asks for: its own, or an even share of it where it must break. */
function textNeed(text: string, max: number): number {
  const width = Math.max(...text.split('\n').map(textWidth)) + TEXT_PADDING
  if (width <= max) return width
  const lines = Math.ceil(width / (max - TEXT_PADDING))
  return Math.min(max, Math.ceil(width / lines) + TEXT_PADDING)
}

/** Widths in Excel's characters from what stands in the columns. Numbers are never cut: they may go beyond `max`. */
export function columnWidths({ columns, rows, foot }: ReportTable): number[] {
  return columns.map((column) => {
    let text = textNeed(headText(column), column.max)
    let number = 0
    for (const { cells } of [...rows, ...foot]) {
      const cell = cells[column.id]
      if (typeof cell === 'string') text = Math.max(text, textNeed(cell, column.max))
      else if (cell != null) number = Math.max(number, textWidth(cellText(cell)) + NUMBER_PADDING)
    }
    const bandmates = columns.filter(({ band }) => band !== undefined && band === column.band).length
    const share = bandmates === 0 ? 0 : Math.ceil((textWidth(column.band!) + TEXT_PADDING) / bandmates)
    return Math.max(column.min, text, number, Math.min(share, column.max))
  })
}

export function setWidths(sheet: Worksheet, widths: readonly number[]): void {
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width + CELL_PADDING
  })
}
