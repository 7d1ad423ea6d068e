import type { Workbook } from 'exceljs'
import type { ReportInput } from '../reportWriter.ts'
import { addSheet } from './addSheet.ts'
import type { BarChart } from './chartXml.ts'
import { pageOf } from './pageOf.ts'
import { framePage } from './pageSetup.ts'
import type { ChartSource } from './rankingSheets.ts'
import { columnLetter } from './sheetText.ts'
import { numberFormat } from './style.ts'
import { CELL_PADDING, META_ROW, TITLE_ROW, writeTitle } from './table.ts'

/**
 * Charts have a sheet of their own: below a table that is scaled to the page, page breaks would cut them at places that
 * nobody can foresee. Here a page holds 20 rows of 21 points below its title, as many as A4 landscape has room for, so
 * that the set breaks and Excel's own ones fall together.
 */
const COLUMNS = 12
const COLUMN_WIDTH = 10
const ROW = 21
const ROWS_PER_PAGE = 20
const BARS_PER_CHART = 25

/** Shares `count` bars evenly between as few charts as can be read: 13 + 13 rather than 25 + 1. */
function slices(count: number): { from: number; to: number }[] {
  const charts = Math.ceil(count / BARS_PER_CHART)
  const each = Math.ceil(count / charts)
  return Array.from({ length: charts }, (_, index) => ({
    from: index * each,
    to: Math.min(count, (index + 1) * each)
  }))
}

/** Writes the sheet and returns its charts with their places; [] when there is nothing to draw. */
export function writeChartSheet(
  workbook: Workbook,
  input: ReportInput,
  sources: readonly ChartSource[]
): BarChart[] {
  if (sources.length === 0) return []
  const sheet = addSheet(workbook, '得分图')
  for (let column = 1; column <= COLUMNS; column += 1)
    sheet.getColumn(column).width = COLUMN_WIDTH + CELL_PADDING
  const page = pageOf(input, '得分图', '单位：分')
  writeTitle(sheet, page, [1, COLUMNS])
  sheet.getRow(TITLE_ROW).height = 38

  const charts: BarChart[] = []
  let row = META_ROW
  let left = ROWS_PER_PAGE
  for (const source of sources) {
    const parts = slices(source.names.length)
    for (const { from, to } of parts) {
      const rows = Math.min(ROWS_PER_PAGE, Math.ceil((to - from) * 1.2) + 4)
      if (rows > left) {
        row += left
        sheet.getRow(row).addPageBreak()
        left = ROWS_PER_PAGE
      }
      charts.push({
        title: parts.length === 1 ? source.title : `${source.title}（${from + 1}—${to}）`,
        sheetName: source.sheetName,
        nameColumn: source.nameColumn,
        totalColumn: source.totalColumn,
        firstRow: source.firstRow + from,
        names: source.names.slice(from, to),
        totals: source.totals.slice(from, to),
        scaleOf: source.totals,
        format: numberFormat(input.results.decimals),
        topRow: row,
        rows,
        columns: COLUMNS
      })
      row += rows
      left -= rows
    }
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
  framePage(sheet, page)
  return charts
}
