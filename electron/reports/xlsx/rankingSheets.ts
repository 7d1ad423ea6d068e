import { noScoreReason } from '#shared/domain/ranking/noScoreReason.ts'
import type { Workbook, Worksheet } from 'exceljs'
import type { GroupResult, RaceResult } from '#shared/domain/ranking/resultSet.ts'
import type { ReportInput } from '../reportWriter.ts'
import { addSheet, raceLabel } from './addSheet.ts'
import { pageOf, provenance } from './pageOf.ts'
import { planPages, setUpPage } from './pageSetup.ts'
import { namedUnits, rankingColumns, type RankingColumn, type RankingRow } from './rankingRows.ts'
import { columnLetter, lineCount, textWidth } from './sheetText.ts'
import { body, META, numberFormat } from './style.ts'
import {
  FIRST_ROW,
  fitColumns,
  put,
  putAcross,
  rowHeight,
  widthOf,
  writeHeader,
  writeNote,
  writeRow,
  writeTitle,
  type Span
} from './table.ts'

/** 名次 and 单位 stay in sight and repeat on each page. */
const PINNED = 2
/** Airier than the details: this is what a meeting sees. */
const ROW_HEIGHT = 25

/** Where a group's charts find their numbers. Columns are letters, rows are 1-based. */
export interface ChartSource {
  sheetName: string
  title: string
  nameColumn: string
  totalColumn: string
  firstRow: number
  names: string[]
  totals: string[]
}

/** One sheet per group: the ranking itself. Null when no unit has a rank that a chart could show. */
export function writeGroupSheet(
  workbook: Workbook,
  input: ReportInput,
  race: RaceResult,
  group: GroupResult
): ChartSource | null {
  const label = raceLabel(input, race)
  const sheet = addSheet(workbook, label + group.name)
  const columns = rankingColumns(race, [group], input.results.decimals, input.options)
  const rows = namedUnits(group, input.options.topOnly).map((unit) => ({ unit, groupName: group.name }))
  const page = pageOf(input, `${group.name}${label}排名表`, '单位：分')
  fitColumns(sheet, columns, rows)
  const plan = planPages(sheet, columns.length, PINNED)
  writeTitle(sheet, page, plan.span)
  writeHeader(sheet, columns)
  let row = writeRows(sheet, columns, rows, FIRST_ROW, false)
  if (group.mean !== null) row = writeMeanRow(sheet, columns, group, row, input.results.decimals)
  row = writeClosing(sheet, input, plan.span, group.units.length - rows.length, row)
  setUpPage(sheet, page, { lastColumn: columns.length, lastRow: row - 1, pinned: PINNED, plan })

  const ranked = rows.filter((entry) => entry.unit.rank !== null)
  if (ranked.length === 0) return null
  const letter = (id: string): string => columnLetter(columns.findIndex((column) => column.id === id) + 1)
  return {
    sheetName: sheet.name,
    title: `${group.name}${label}总得分`,
    nameColumn: letter('UNIT'),
    totalColumn: letter('TOTAL'),
    firstRow: FIRST_ROW,
    names: ranked.map((entry) => entry.unit.name),
    totals: ranked.map((entry) => entry.unit.total!.printed)
  }
}

/** Rows in the result set's own order; a thick rule above the first that is not ranked. */
function writeRows(
  sheet: Worksheet,
  columns: readonly RankingColumn[],
  rows: readonly RankingRow[],
  first: number,
  opensGroup: boolean
): number {
  const firstUnranked = rows.findIndex((entry) => entry.unit.rank === null)
  rows.forEach((entry, index) => {
    const row = first + index
    const apart = index === firstUnranked || (index === 0 && opensGroup)
    writeRow(sheet, row, columns, entry, { apart }, ROW_HEIGHT)
    if (entry.unit.state === 'BLOCKED') spanReason(sheet, columns, entry, row, apart)
  })
  return first + rows.length
}

/** A unit without a score has one merged cell with the reason: never a row of empty or zero cells. */
function spanReason(
  sheet: Worksheet,
  columns: readonly RankingColumn[],
  { unit }: RankingRow,
  row: number,
  apart: boolean
): void {
  const first = columns.findIndex((column) => column.id === 'BASE') + 1
  const last = columns.findIndex((column) => column.id === 'TOTAL') + 1
  for (let column = first; column <= last; column += 1) sheet.getCell(row, column).value = null
  const text = noScoreReason(unit)
  putAcross(sheet, row, [first, last], text, body('center', { apart, wrap: true }))
  const height = rowHeight(lineCount(text, widthOf(sheet, [first, last])))
  sheet.getRow(row).height = Math.max(sheet.getRow(row).height, height)
}

function writeMeanRow(
  sheet: Worksheet,
  columns: readonly RankingColumn[],
  group: GroupResult,
  row: number,
  decimals: number
): number {
  const mean = group.mean!
  columns.forEach((column, index) => {
    const cell = sheet.getCell(row, index + 1)
    cell.style = body(column.align, { bold: true, apart: true, tint: column.tint ?? false })
    const printed = column.mean?.(mean)
    if (printed !== undefined) put(cell, { number: printed, format: numberFormat(decimals) })
    else if (column.id === 'UNIT') put(cell, `组平均（${group.rankedCount}个）`)
  })
  sheet.getRow(row).height = ROW_HEIGHT
  return row + 1
}

/** What is counted but not named, the chosen rules, and who signs. Returns the next free row. */
function writeClosing(
  sheet: Worksheet,
  input: ReportInput,
  span: Span,
  unnamed: number,
  from: number
): number {
  let row = from
  if (unnamed > 0) {
    writeNote(sheet, row, span, `其余 ${unnamed} 个单位名次略。`)
    row += 1
  }
  writeNote(sheet, row, span, `说明：${input.results.footer.join('')}「/」为不适用。${provenance(input)}。`)
  row += 1
  const people = ['制表人：', '审核人：', '负责人：', '分管领导审签：', '日期：']
  const free = widthOf(sheet, span) - textWidth(people.join('')) - 4
  const gap = '\u3000'.repeat(Math.max(3, Math.floor(free / people.length / 2)))
  putAcross(sheet, row, span, people.join(gap), META)
  sheet.getRow(row).height = 32
  return row + 1
}

/** All groups one after another, with their names; a thick rule between groups. */
export function writeOverallSheet(workbook: Workbook, input: ReportInput, race: RaceResult): void {
  const label = raceLabel(input, race)
  const sheet = addSheet(workbook, `${label}单位总表`)
  const columns = rankingColumns(race, race.groups, input.results.decimals, input.options)
  const groups = race.groups.map((group) =>
    namedUnits(group, input.options.topOnly).map((unit) => ({ unit, groupName: group.name }))
  )
  const page = pageOf(input, `${label}单位总表`, '名次在各组内排列　单位：分')
  fitColumns(sheet, columns, groups.flat())
  const plan = planPages(sheet, columns.length, PINNED)
  writeTitle(sheet, page, plan.span)
  writeHeader(sheet, columns)
  let row = FIRST_ROW
  for (const rows of groups) row = writeRows(sheet, columns, rows, row, row > FIRST_ROW)
  const unnamed = race.groups.reduce((count, group) => count + group.units.length, 0) - groups.flat().length
  if (unnamed > 0) {
    writeNote(sheet, row, plan.span, `其余 ${unnamed} 个单位名次略。`)
    row += 1
  }
  setUpPage(sheet, page, {
    lastColumn: columns.length,
    lastRow: Math.max(FIRST_ROW, row - 1),
    pinned: PINNED,
    plan
  })
}
