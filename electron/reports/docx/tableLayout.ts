import { cellText } from '#shared/domain/report/cellText.ts'
import type { ReportColumn, ReportTable } from '#shared/domain/report/reportTable.ts'
import { lineWidth, longestPiece } from './measure.ts'

/** Widths here are in half-width characters of the table's size, unless they say twips. */

/** Columns that stand beside each other on one page. */
export interface TablePart {
  columns: readonly ReportColumn[]
  /** In twips, together the width of the text. */
  widths: readonly number[]
}

export interface TableLayout {
  /** In points. */
  size: number
  parts: readonly TablePart[]
}

/** From comfortable to 小五, the smallest that is printed. */
const SIZES = [12, 11, 10.5, 10, 9.5, 9] as const
/** 五号. Larger only where nothing breaks. */
const USUAL = 10.5
const SMALLEST = 9
/** Left and right of a cell's text, in twips. */
export const CELL_SIDE = 60
/** Times New Roman's capitals and some signs are wider than half a character. */
const SLACK = 0.6

interface Need {
  /** Below it words or numbers would be torn. */
  least: number
  /** At which nothing needs to break, or as wide as the column may be. */
  wanted: number
}

/** Up to six Chinese characters stay together where there is any way. */
const SHORT = 12

function needOfText(text: string, lines: number, short: number): Need {
  const wanted = Math.max(0, ...text.split('\n').map(lineWidth))
  const broken = Math.max(longestPiece(text), Math.min(wanted, short), Math.ceil(wanted / lines / 2) * 2)
  return { least: Math.min(wanted, broken), wanted }
}

/** A figure torn in two is a wrong figure. */
function needOfNumber(text: string, bold: boolean): Need {
  const width = lineWidth(text) * (bold ? 1.1 : 1)
  return { least: width, wanted: width }
}

/** Heads may break into three lines, words into four. */
function needOf(column: ReportColumn, table: ReportTable): Need {
  const head = needOfText(column.head, 3, 4)
  const mark = column.fullMark == null ? 0 : lineWidth(`(${column.fullMark})`)
  const toFill = column.toFill === true ? column.min : 0
  let least = Math.max(head.least, mark, toFill)
  let wanted = Math.max(mark, toFill, Math.min(head.wanted, column.max))
  for (const { cells, merged, band } of [...table.rows, ...table.foot]) {
    const cell = cells[column.id]
    if (cell == null || merged?.from === column.id || band !== undefined) continue
    const text = cellText(cell)
    const need =
      typeof cell === 'string' ? needOfText(text, 4, SHORT) : needOfNumber(text, column.bold === true)
    least = Math.max(least, need.least)
    wanted = Math.max(wanted, typeof cell === 'string' ? Math.min(need.wanted, column.max) : need.wanted)
  }
  return { least: least + SLACK, wanted: Math.max(least, wanted) + SLACK }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** Half-width characters that `count` columns of together `width` twips hold. */
export function room(width: number, count: number, size: number): number {
  return (width - count * 2 * CELL_SIDE) / (size * 10)
}

/** Widths in twips that fill `width`: what is wanted where there is room, otherwise something between. */
function share(needs: readonly Need[], width: number, size: number): number[] {
  const available = room(width, needs.length, size)
  const wanted = sum(needs.map((need) => need.wanted))
  const least = sum(needs.map((need) => need.least))
  const characters =
    available >= wanted
      ? needs.map((need) => (need.wanted * available) / wanted)
      : needs.map((need) =>
          available <= least
            ? (need.least * available) / least
            : need.least + ((need.wanted - need.least) * (available - least)) / (wanted - least)
        )
  const twips = characters.map((each) => Math.floor(each * size * 10) + 2 * CELL_SIDE)
  twips[twips.length - 1]! += Math.max(0, width - sum(twips))
  return twips
}

/** Between least and wanted: names and remarks break once or twice. */
const middle = ({ least, wanted }: Need): number => (least + wanted) / 2

function fits(needs: readonly Need[], width: number, size: number, of: (need: Need) => number): boolean {
  return sum(needs.map(of)) <= room(width, needs.length, size)
}

/** Columns behind the pinned ones in as few parts as hold them, filled evenly. */
function splitColumns(needs: readonly Need[], pinned: number, width: number): number[][] {
  const lead = sum(needs.slice(0, pinned).map(middle))
  const others = needs.slice(pinned).map((need, index) => ({ index: index + pinned, width: middle(need) }))
  const total = sum(others.map((other) => other.width + (2 * CELL_SIDE) / (SMALLEST * 10)))
  const perPart = room(width, pinned, SMALLEST) - lead
  const goal = total / Math.max(1, Math.ceil(total / perPart))
  const parts: number[][] = [[]]
  let filled = 0
  for (const { index, width: own } of others) {
    const cell = own + (2 * CELL_SIDE) / (SMALLEST * 10)
    if (parts.at(-1)!.length > 0 && (filled + cell > perPart || filled + cell / 2 > goal)) {
      parts.push([])
      filled = 0
    }
    parts.at(-1)!.push(index)
    filled += cell
  }
  const leading = needs.slice(0, pinned).map((_, index) => index)
  return parts.map((part) => [...leading, ...part])
}

function layoutAt(table: ReportTable, needs: readonly Need[], width: number, size: number): TableLayout {
  return { size, parts: [{ columns: table.columns, widths: share(needs, width, size) }] }
}

/**
 * How a table can stand on `width` twips, largest type first: at every size at which little breaks; at 小五 what still
 * holds; otherwise in several parts at 小五, each with the pinned columns.
 */
export function tableLayouts(table: ReportTable, width: number, largest: number): TableLayout[] {
  const needs = table.columns.map((column) => needOf(column, table))
  const sizes = SIZES.filter(
    (size) => size <= largest && fits(needs, width, size, size > USUAL ? ({ wanted }) => wanted : middle)
  )
  if (sizes.length > 0) return sizes.map((size) => layoutAt(table, needs, width, size))
  if (fits(needs, width, SMALLEST, ({ least }) => least)) return [layoutAt(table, needs, width, SMALLEST)]
  const parts = splitColumns(needs, Math.min(table.pinned, table.columns.length - 1), width)
  return [
    {
      size: SMALLEST,
      parts: parts.map((indexes) => ({
        columns: indexes.map((index) => table.columns[index]!),
        widths: share(
          indexes.map((index) => needs[index]!),
          width,
          SMALLEST
        )
      }))
    }
  ]
}
