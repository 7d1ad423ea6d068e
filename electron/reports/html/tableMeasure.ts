import { cellText } from '#shared/domain/report/cellText.ts'
import type { ReportColumn, ReportRow, ReportTable } from '#shared/domain/report/reportTable.ts'
import { lineCount, textWidth } from '../xlsx/sheetText.ts'
import type { ColumnLayout, ColumnPart } from './columnLayout.ts'

/** Row heights in em of the table's letters: as roomy as one page allows, or the usual one over several pages. */
const ROW = { roomy: 2.4, usual: 1.75, closest: 1.55, line: 1.3, padding: 0.25, head: 0.6 } as const
const PT_PER_MM = 72 / 25.4

/** Columns of this part that one text covers; empty when none. */
export function covered(
  { merged }: ReportRow,
  all: readonly ReportColumn[],
  at: readonly number[]
): number[] {
  if (merged === undefined) return []
  const first = all.findIndex(({ id }) => id === merged.from)
  const last = all.findIndex(({ id }) => id === merged.to)
  return at.filter((index) => index >= first && index <= last)
}

/** Lines of the tallest cell. */
function linesOf(row: ReportRow, columns: readonly ReportColumn[], { at, chars }: ColumnPart): number {
  if (row.band !== undefined) return 1
  const under = covered(row, columns, at)
  const lines = at.map((index, place) =>
    under.includes(index) ? 1 : lineCount(cellText(row.cells[columns[index]!.id]), chars[place]!)
  )
  return Math.max(1, ...lines)
}

/** Rows of a table, heads not counted, in em of its letters. */
function rowsHeight(table: ReportTable, part: ColumnPart, row: number): number {
  const heights = [...table.rows, ...table.foot].map((each) =>
    Math.max(row, linesOf(each, table.columns, part) * ROW.line + ROW.padding)
  )
  return heights.reduce((total, height) => total + height, 0)
}

/**
 * Height of a row in em, so that a table that fits on one page fills it and is not torn for a line.
 * @param room for the rows, in em
 */
function fillingRow(table: ReportTable, part: ColumnPart, room: number): number {
  if (rowsHeight(table, part, ROW.closest) > room) return ROW.usual
  let row: number = ROW.closest
  while (row < ROW.roomy && rowsHeight(table, part, row + 0.05) <= room) row += 0.05
  return row
}

/** Heads in em: lines of the longest one, a band above. */
function headHeight(columns: readonly ReportColumn[], { at, chars }: ColumnPart): number {
  const lines = at.map((index, place) => {
    const { head, fullMark } = columns[index]!
    return Math.ceil(textWidth(head) / Math.max(2, chars[place]!)) + (fullMark == null ? 0 : 1)
  })
  const band = at.some((index) => columns[index]!.band !== undefined) ? ROW.line + ROW.head : 0
  return Math.max(...lines) * ROW.line + ROW.head + band
}

/** What frames a table besides its rows and heads, in mm: title, meta line, remarks, signatures. */
function frameHeight({ title, left, right, remarks, signatures }: ReportTable, width: number): number {
  // Remarks are set in 9.5 pt, a line is 5.2 mm.
  const line = (width * PT_PER_MM) / (9.5 / 2)
  const lines = remarks.reduce((total, text) => total + lineCount(text, line), 0)
  return (
    (title === '' ? 0 : 10) +
    (left === '' && right === '' ? 0 : 8) +
    (lines === 0 ? 0 : lines * 5.2 + 1.5) +
    (signatures.length === 0 ? 0 : 12)
  )
}

/** Height of a table in mm, as if on one page. */
export function tableHeight(table: ReportTable, { size, parts }: ColumnLayout, width: number): number {
  const em = parts.map((part) => headHeight(table.columns, part) + rowsHeight(table, part, ROW.closest))
  return frameHeight(table, width) + (em.reduce((total, each) => total + each, 0) * size) / PT_PER_MM
}

/** Height of a row in em: filling the page where it is the table's own, close where there is something else on it. */
export function rowHeight(
  table: ReportTable,
  part: ColumnPart,
  size: number,
  page: { width: number; height: number } | null
): number {
  if (page === null) return ROW.closest
  const height = ((page.height - frameHeight(table, page.width)) * PT_PER_MM) / size
  return fillingRow(table, part, height - headHeight(table.columns, part))
}
