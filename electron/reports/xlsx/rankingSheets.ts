import type { Workbook, Worksheet } from 'exceljs'
import type { GroupResult, RaceResult } from '#shared/domain/ranking/resultSet.ts'
import type { ReportInput } from '../registry.ts'
import { pageOf } from './pageOf.ts'
import { namedUnits, rankingColumns, type RankingRow } from './rankingRows.ts'
import { columnLetter, sheetName } from './sheetText.ts'
import { body, META, numberFormat } from './style.ts'
import { FIRST_ROW, fitColumns, linesOf, put, setUpPage, writeHead, writeNote, writeRow, type Column } from './table.ts'

const ROW_HEIGHT = 21
/** Rows that a chart takes below the table. */
const CHART_ROWS = 16

/** Where a group's chart finds its numbers. */
export interface ChartAnchor {
  sheetIndex: number
  sheetName: string
  title: string
  nameColumn: string
  totalColumn: string
  firstRow: number
  lastRow: number
  /** 0-based row beneath which the chart may stand, and how many columns it may take. */
  topRow: number
  columns: number
  names: string[]
  totals: string[]
}

function addSheet(workbook: Workbook, name: string): Worksheet {
  return workbook.addWorksheet(
    sheetName(
      name,
      workbook.worksheets.map((sheet) => sheet.name)
    )
  )
}

/** One sheet per group: the ranking itself. */
export function writeGroupSheet(workbook: Workbook, input: ReportInput, race: RaceResult, group: GroupResult): ChartAnchor | null {
  const sheet = addSheet(workbook, group.name)
  const columns = rankingColumns(race, input.results.decimals, input.options, false)
  const rows = namedUnits(group, input.options.topOnly).map((unit) => ({ unit, groupName: group.name }))
  const page = pageOf(input, `${group.name}${race.name}排名表`, '单位：分')
  writeHead(sheet, columns, page)
  fitColumns(sheet, columns, rows)
  let row = writeRows(sheet, columns, rows, FIRST_ROW)
  if (group.mean !== null) row = writeMeanRow(sheet, columns, race, group, row, input.results.decimals)
  row = writeClosing(sheet, input, columns.length, group, rows.length, row)

  const ranked = rows.filter((entry) => entry.unit.rank !== null)
  const chartTop = row
  const withChart = input.options.charts && ranked.length > 0
  setUpPage(sheet, page, {
    lastColumn: columns.length,
    lastRow: withChart ? chartTop + chartRows(ranked.length) : row,
    frozenColumns: 2
  })
  if (!withChart) return null
  const total = columns.findIndex((column) => column.header === '总得分') + 1
  return {
    sheetIndex: workbook.worksheets.length,
    sheetName: sheet.name,
    title: `${group.name}总得分`,
    nameColumn: columnLetter(2),
    totalColumn: columnLetter(total),
    firstRow: FIRST_ROW,
    lastRow: FIRST_ROW + ranked.length - 1,
    topRow: chartTop,
    columns: columns.length,
    names: ranked.map((entry) => entry.unit.name),
    totals: ranked.map((entry) => entry.unit.total!.printed)
  }
}

export function chartRows(units: number): number {
  return Math.max(CHART_ROWS, Math.min(60, units + 4))
}

/** Ranked rows first (the result set's own order); the first unranked one gets the thick rule above it. */
function writeRows(sheet: Worksheet, columns: readonly Column<RankingRow>[], rows: readonly RankingRow[], first: number): number {
  let row = first
  let apart = false
  for (const entry of rows) {
    const opens = entry.unit.rank === null && !apart
    if (opens) apart = true
    writeRow(sheet, row, columns, entry, { apart: opens })
    if (entry.unit.state === 'BLOCKED') spanReason(sheet, columns, entry, row)
    sheet.getRow(row).height = Math.max(ROW_HEIGHT, linesOf(columns, entry) * 15 + 6)
    row += 1
  }
  return row
}

/** A unit without a score has one merged cell with the reason: never a row of empty or zero cells. */
function spanReason(sheet: Worksheet, columns: readonly Column<RankingRow>[], entry: RankingRow, row: number): void {
  const first = columns.findIndex((column) => column.header.startsWith('基础分')) + 1
  const last = columns.findIndex((column) => column.header === '总得分') + 1
  for (let column = first; column <= last; column += 1) sheet.getCell(row, column).value = null
  sheet.mergeCells(row, first, row, last)
  const cell = sheet.getCell(row, first)
  put(cell, `缺报，不计分：${entry.unit.reasons.join('；')}`)
  cell.style = { ...cell.style, alignment: { horizontal: 'center', vertical: 'middle', shrinkToFit: true } }
}

function writeMeanRow(
  sheet: Worksheet,
  columns: readonly Column<RankingRow>[],
  race: RaceResult,
  group: GroupResult,
  row: number,
  decimals: number
): number {
  const mean = group.mean!
  const format = numberFormat(decimals)
  const values = new Map<string, string>([
    ['基础分', mean.base],
    ['加分', mean.bonus],
    ['减分', mean.deduction],
    ['总得分', mean.total],
    ...race.dimensions.flatMap((d) => (mean.dimensions[d.code] === undefined ? [] : [[d.name, mean.dimensions[d.code]!] as const]))
  ])
  columns.forEach((column, index) => {
    const cell = sheet.getCell(row, index + 1)
    cell.style = body(column.align, { bold: true, apart: true, tint: column.tint ?? false })
    const value = values.get(column.header.split('\n')[0]!)
    if (value !== undefined) put(cell, { number: value, format })
    else if (column.header === '单位') put(cell, `组平均（${group.rankedCount} 个单位）`)
  })
  sheet.getRow(row).height = ROW_HEIGHT
  return row + 1
}

/** What is counted but not named, the chosen rules in short, and who signs. */
function writeClosing(sheet: Worksheet, input: ReportInput, columns: number, group: GroupResult, named: number, from: number): number {
  let row = from
  const unnamed = group.units.length - named
  if (unnamed > 0) {
    writeNote(sheet, row, columns, `其余 ${unnamed} 个单位名次略。`)
    row += 1
  }
  writeNote(sheet, row, columns, input.results.footer.slice(0, 3).join('　'), 30)
  row += 1
  sheet.mergeCells(row, 1, row, columns)
  const sign = sheet.getCell(row, 1)
  sign.value = '制表人：　　　　　　　审核人：　　　　　　　负责人：　　　　　　　分管领导审签：　　　　　　　日期：　　　　　　　'
  sign.style = { ...META, alignment: { horizontal: 'left', vertical: 'middle' } }
  sheet.getRow(row).height = 28
  return row
}

/** All groups one after another, with their names. */
export function writeOverallSheet(workbook: Workbook, input: ReportInput, race: RaceResult): void {
  const sheet = addSheet(workbook, input.results.races.length > 1 ? `${race.name}总表` : '单位总表')
  const columns = rankingColumns(race, input.results.decimals, input.options, true)
  const rows = race.groups.flatMap((group) =>
    namedUnits(group, input.options.topOnly).map((unit) => ({ unit, groupName: group.name }))
  )
  const page = pageOf(input, `${race.name}单位总表`, '单位：分　名次在各组内排列')
  writeHead(sheet, columns, page)
  fitColumns(sheet, columns, rows)
  let row = FIRST_ROW
  for (const group of race.groups) {
    row = writeRows(sheet, columns, rows.filter((entry) => entry.unit.group === group.group), row)
  }
  setUpPage(sheet, page, { lastColumn: columns.length, lastRow: row - 1, frozenColumns: 2 })
}
