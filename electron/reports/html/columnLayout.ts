import { cellText } from '#shared/domain/report/cellText.ts'
import type { ReportColumn, ReportTable } from '#shared/domain/report/reportTable.ts'
import { textWidth } from '../xlsx/sheetText.ts'

/** Columns that stand beside each other on a page. */
export interface ColumnPart {
  /** Their places among the table's columns. */
  at: readonly number[]
  /** Room for text in half-width characters, per column. */
  chars: readonly number[]
  /** Share of the table's width in percent, per column. */
  shares: readonly number[]
}

export interface ColumnLayout {
  /** In pt. */
  size: number
  /** More than one when the columns do not fit on a page: the pinned ones begin each part. */
  parts: readonly ColumnPart[]
}

/** Above it text wraps rather than shrinks further. */
const WRAPS_FROM = 10.5
const PT_PER_MM = 72 / 25.4
/** Both sides of a cell with its rule, in half-width characters. */
const PADDING = 2.1
/** Digits of some fonts are wider than half their height. */
const DIGITS = 1.1

interface Wish {
  at: number
  /** Without it digits would break. */
  need: number
  /** As much of the words as the report lets stand in a line. */
  want: number
  /** All words in a line. */
  whole: number
}

function evenUp(width: number): number {
  return Math.ceil(width / 2) * 2
}

/** Longest line that the heads of a column need: two lines of a long head, three where there is no room. */
function headWidth({ head, fullMark }: ReportColumn, lines: number): number {
  const longest = Math.max(...head.split('\n').map(textWidth))
  const mark = fullMark == null ? 0 : textWidth(`(${fullMark})`)
  return Math.max(mark, longest <= 4 ? longest : Math.max(4, evenUp(longest / lines)))
}

/** What the column at `at` wishes, over tables of the same columns. */
function wishOf(tables: readonly ReportTable[], at: number): Wish {
  const columns = tables.map((table) => table.columns[at]!)
  const { id, min, max, toFill = false } = columns[0]!
  let digits = 0
  let words = 0
  for (const { cells, merged, band } of tables.flatMap((table) => [...table.rows, ...table.foot])) {
    const cell = band !== undefined || merged?.from === id ? null : (cells[id] ?? null)
    if (cell === null) continue
    const longest = Math.max(...cellText(cell).split('\n').map(textWidth))
    if (typeof cell === 'string') words = Math.max(words, longest)
    else digits = Math.max(digits, longest * DIGITS)
  }
  const head = (lines: (column: ReportColumn) => number): number =>
    Math.max(...columns.map((column) => headWidth(column, lines(column))))
  return {
    at,
    need: Math.max(
      head(() => 3),
      digits,
      words <= 6 ? words : 0,
      toFill ? min : Math.min(min, words)
    ),
    want: Math.max(
      head((column) => (headIsShort(column) ? 1 : 2)),
      digits,
      Math.min(Math.max(words, min), max)
    ),
    whole: words
  }
}

function headIsShort({ head }: ReportColumn): boolean {
  return textWidth(head) <= 8
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

function room(width: number, size: number, columns: number): number {
  return (width * PT_PER_MM) / (size / 2) - columns * PADDING
}

/** Between need and want, as far as the room allows; what is left goes to words that would break, the rest to all. */
function partOf(wishes: readonly Wish[], available: number): ColumnPart {
  const need = sum(wishes.map((wish) => wish.need))
  const want = sum(wishes.map((wish) => wish.want))
  const give = want <= need ? 1 : Math.max(0, Math.min(1, (available - need) / (want - need)))
  const hunger = wishes.map((wish) => Math.max(0, wish.whole - wish.want))
  const left = Math.max(0, Math.min(available - want, sum(hunger)))
  const widths = wishes.map((wish, index) => {
    const more = left === 0 ? 0 : (left * hunger[index]!) / sum(hunger)
    return wish.need + (wish.want - wish.need) * give + more + PADDING
  })
  const total = sum(widths)
  const scale = (available + wishes.length * PADDING) / total
  return {
    at: wishes.map(({ at }) => at),
    chars: widths.map((width) => width * scale - PADDING),
    shares: widths.map((width) => (width / total) * 100)
  }
}

/** Parts of about the same width, each beginning with the pinned columns. */
function split(wishes: readonly Wish[], pinned: number, width: number, size: number): ColumnPart[] {
  const first = wishes.slice(0, pinned)
  const others = wishes.slice(pinned)
  const available = (count: number): number => room(width, size, count)
  const fits = (part: readonly Wish[]): boolean =>
    sum([...first, ...part].map((wish) => wish.need)) <= available(first.length + part.length)
  let least = 2
  for (; least < others.length; least += 1) {
    if (chunks(others, Math.ceil(others.length / least)).every(fits)) break
  }
  return chunks(others, Math.ceil(others.length / least)).map((part) => {
    const all = [...first, ...part]
    return partOf(all, available(all.length))
  })
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size)
  )
}

/**
 * Widths of a table's columns by what stands in them, and the size of its letters: the largest at which every column has
 * the width that it wants; else text wraps; else the columns stand on several pages.
 * @param tables tables of the same columns, which are to look the same
 * @param width of the page's type area in mm
 * @param sizes of letters in pt that may be chosen, largest first
 */
export function columnLayout(
  tables: readonly ReportTable[],
  width: number,
  sizes: readonly number[]
): ColumnLayout {
  const { columns, pinned } = tables[0]!
  const wishes = columns.map((_column, at) => wishOf(tables, at))
  const smallest = sizes.at(-1)!
  const fitting = (share: number, from: number): number | undefined =>
    sizes.find(
      (size) =>
        size <= from &&
        sum(wishes.map(({ need, want }) => need + (want - need) * share)) <= room(width, size, columns.length)
    )
  const size = fitting(1, Infinity) ?? fitting(0.5, WRAPS_FROM) ?? fitting(0, smallest)
  if (size === undefined && columns.length > pinned + 1)
    return { size: smallest, parts: split(wishes, pinned, width, smallest) }
  const used = size ?? smallest
  return { size: used, parts: [partOf(wishes, room(width, used, columns.length))] }
}
