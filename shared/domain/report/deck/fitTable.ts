import { cellText } from '../cellText.ts'
import { textWidth } from '../chart/textMeasure.ts'
import type { ReportColumn, ReportRow } from '../reportTable.ts'
import type { SlideTable } from './deckContent.ts'
import { LINE, TABLE_SIZES, type Box } from './slideRoom.ts'
import { linesOf } from './slideText.ts'

/** Room left and right of a cell's text, in points. */
export const CELL_SIDE = 7
/** Room above and below it. */
export const CELL_EDGE = 1.5
/** Least width of a column of words, in em: as a rule, and where there is no other way. */
const NARROW_TEXT = 5
const NARROWEST_TEXT = 2.5
/** Rows may stretch to this share of what they need, so that a short table does not look lost. */
const STRETCH = 1.6

export interface TableFit {
  /** Type, in points. */
  size: number
  /** Rows are so many times as high as they need be. */
  stretch: number
  /** Of the columns, in points. */
  widths: number[]
  headHeight: number
  /** Of rows, then of foot rows, in points. */
  heights: number[]
  /** False: even the smallest type needs more height than there is. */
  fits: boolean
  /** Columns of words are narrower than their texts. */
  squeezed: boolean
  /** Rows (without the foot) that stand in the box at this size; at least one. */
  rowsThatFit: number
}

export function headText({ head, fullMark }: ReportColumn): string {
  return fullMark == null ? head : `${head}（${fullMark}）`
}

export interface SlideCell {
  text: string
  /** Columns that it takes. */
  span: number
  /** Index of its first column. */
  at: number
  align: ReportColumn['align']
}

/** Cells of a row from left to right, a merged text over its columns. */
export function cellsOf(row: ReportRow, columns: readonly ReportColumn[]): SlideCell[] {
  if (row.band !== undefined) return [{ text: row.band, span: columns.length, at: 0, align: 'left' }]
  const from = columns.findIndex((column) => column.id === row.merged?.from)
  const to = columns.findIndex((column) => column.id === row.merged?.to)
  return columns.flatMap((column, at): SlideCell[] => {
    if (row.merged !== undefined && at === from)
      return [{ text: row.merged.text, span: to - from + 1, at, align: 'left' }]
    if (row.merged !== undefined && at > from && at <= to) return []
    return [{ text: cellText(row.cells[column.id]), span: 1, at, align: column.align }]
  })
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Widths that texts would like, shrunk where they are words, grown where room is left. */
function widthsFor(
  { columns, rows, foot }: SlideTable,
  width: number,
  size: number
): { widths: number[]; squeezed: boolean } {
  const room = 2 * CELL_SIDE + 0.8 * size
  const cells = [...rows, ...foot].flatMap((row) => cellsOf(row, columns)).filter(({ span }) => span === 1)
  const wanted = columns.map((column, at) => {
    const texts = [headText(column), ...cells.filter((cell) => cell.at === at).map((cell) => cell.text)]
    return Math.max(...texts.map((text) => textWidth(text, size, true))) + room
  })
  const over = total(wanted) - width
  if (over <= 0) return { widths: wanted.map((each) => (each * width) / total(wanted)), squeezed: false }
  const narrowed = (em: number): number[] =>
    columns.map((column, at) =>
      column.align === 'left' ? Math.min(wanted[at]!, em * size + room) : wanted[at]!
    )
  // Numbers never wrap: words give way as far as they can.
  const [usual, most] = [narrowed(NARROW_TEXT), narrowed(NARROWEST_TEXT)]
  const least = total(usual) <= width ? usual : most
  const give = total(wanted) - total(least)
  const share = give === 0 ? 0 : Math.min(1, over / give)
  const shrunk = wanted.map((each, at) => each - (each - least[at]!) * share)
  const scale = Math.min(1, width / total(shrunk))
  return { widths: shrunk.map((each) => each * scale), squeezed: true }
}

function heightOf(cells: readonly SlideCell[], widths: readonly number[], size: number): number {
  const lines = cells.map(({ text, span, at }) => {
    const width = total(widths.slice(at, at + span)) - 2 * CELL_SIDE
    return linesOf(text, width, size, true)
  })
  return Math.max(1, ...lines) * size * LINE + 2 * CELL_EDGE
}

function fitAt(table: SlideTable, box: Pick<Box, 'width' | 'height'>, size: number): TableFit {
  const { columns } = table
  const { widths, squeezed } = widthsFor(table, box.width, size)
  const heads = columns.map((column, at) => ({
    text: headText(column),
    span: 1,
    at,
    align: column.align
  }))
  const headHeight = heightOf(heads, widths, size)
  const rows = table.rows.map((row) => heightOf(cellsOf(row, columns), widths, size))
  const foot = table.foot.map((row) => heightOf(cellsOf(row, columns), widths, size))
  const free = box.height - headHeight - total(foot)
  let rowsThatFit = rows.length
  while (rowsThatFit > 1 && total(rows.slice(0, rowsThatFit)) > free) rowsThatFit -= 1
  return {
    size,
    squeezed,
    stretch: 1,
    widths,
    headHeight,
    heights: [...rows, ...foot],
    fits: total(rows) <= free,
    rowsThatFit
  }
}

/** Type and stretch that a neighbour has: tables side by side look alike. */
export interface FitLimit {
  size: number
  stretch: number
}

/** The table in the largest type at which all of it stands in the box; else in the smallest, with how much does. */
export function fitTable(table: SlideTable, box: Pick<Box, 'width' | 'height'>, limit?: FitLimit): TableFit {
  const sizes = TABLE_SIZES.filter((size) => limit === undefined || size <= limit.size)
  const fitting = sizes.map((size) => fitAt(table, box, size))
  // Smaller type on one line reads better than larger type that wraps.
  const fit =
    fitting.find((each) => each.fits && !each.squeezed) ??
    fitting.find((each) => each.fits) ??
    fitting.at(-1)!
  const needed = fit.headHeight + total(fit.heights)
  const stretch = Math.max(1, Math.min(limit?.stretch ?? STRETCH, box.height / needed))
  return {
    ...fit,
    stretch,
    headHeight: fit.headHeight * stretch,
    heights: fit.heights.map((height) => height * stretch)
  }
}
