import type { Workbook } from 'exceljs'
import type { ReportChart } from '#shared/domain/report/reportChart.ts'
import type { NativeChart } from './chartXml.ts'
import { META_ROW, TITLE_ROW, writeTitle, type SheetFrame } from './frame.ts'
import { nativeChart, type ChartCells } from './nativeChart.ts'
import { framePage } from './pageSetup.ts'
import { columnLetter } from './sheetText.ts'
import { CELL_PADDING } from './table.ts'
import { addSheet, type TablePlan } from './tablePlan.ts'

/**
 * Charts have a sheet of their own: below a table that is scaled to the page, page breaks would cut them at places that
 * nobody can foresee. Here a page holds 20 rows of 21 points below its title, as many as A4 landscape has room for, so
 * that the set breaks and Excel's own ones fall together.
 */
const COLUMNS = 12
const COLUMN_WIDTH = 10
const ROW = 21
const ROWS_PER_PAGE = 20
/** Rows of a chart for its title and axis. */
const AROUND = 4

export interface ChartSheet {
  /** 1-based. */
  sheetNumber: number
  charts: NativeChart[]
}

function rowsOf(chart: ReportChart): number {
  const bars = { BARS: 1, PROFILE: 1.6, TREND: 0 }[chart.kind]
  const count = chart.kind === 'BARS' ? chart.bars.length : chart.kind === 'PROFILE' ? chart.rows.length : 0
  return Math.min(ROWS_PER_PAGE, chart.kind === 'TREND' ? 10 : Math.ceil(count * bars) + AROUND)
}

/** Writes a sheet for the charts of one table, several on a page where they fit. */
export function writeChartSheet(
  workbook: Workbook,
  name: string,
  drawn: readonly ReportChart[],
  plans: readonly TablePlan[],
  frame: SheetFrame
): ChartSheet {
  const sheet = addSheet(workbook, name)
  const cells: ChartCells = { sheet, column: COLUMNS + 2 }
  for (let column = 1; column <= COLUMNS; column += 1)
    sheet.getColumn(column).width = COLUMN_WIDTH + CELL_PADDING
  writeTitle(sheet, frame, [1, COLUMNS])
  sheet.getRow(TITLE_ROW).height = 38

  const charts: NativeChart[] = []
  let row = META_ROW
  let left = ROWS_PER_PAGE
  for (const chart of drawn) {
    const rows = rowsOf(chart)
    if (rows > left) {
      row += left
      sheet.getRow(row).addPageBreak()
      left = ROWS_PER_PAGE
    }
    charts.push({ ...nativeChart(chart, plans, cells), topRow: row, rows, columns: COLUMNS })
    row += rows
    left -= rows
  }
  for (let at = META_ROW + 1; at <= row; at += 1) sheet.getRow(at).height = ROW
  sheet.views = [{ state: 'normal', showGridLines: false }]
  sheet.pageSetup = {
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${TITLE_ROW}:${META_ROW}`,
    printArea: `A$1:${columnLetter(COLUMNS)}$${row}`
  }
  framePage(sheet, frame, 'LANDSCAPE')
  return { sheetNumber: workbook.worksheets.length, charts }
}
