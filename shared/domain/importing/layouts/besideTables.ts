import type { HeaderRows } from '../header/composeHeader.ts'
import { findHeader, headerAround } from '../header/findHeader.ts'
import { keywordsOf, type Keyword } from '../header/headerKeywords.ts'
import type { ImportContext } from '../importContext.ts'
import { nameKey } from '../names/normaliseLabel.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import { sheetGrid, type SheetGrid } from '../grid/sheetGrid.ts'

/** One of several tables beside each other: the sheet as if it held this one alone, under the lines above all of them. */
export interface BesideTable {
  raw: RawSheet
  grid: SheetGrid
  header: HeaderRows
}

/** Words over a column of names. */
const NAME_WORDS: readonly Keyword[] = ['unit', 'indicator', 'rater', 'class', 'reason']

interface Span {
  left: number
  right: number
}

/**
 * Tables side by side (excel.md §3 g) with different headers: apart by an empty column, or each with a 序号 of its own. One
 * table whose header repeats is none of these; its blocks are read together. A single span: the sheet holds one table.
 */
export function besideTables(
  raw: RawSheet,
  grid: SheetGrid,
  header: HeaderRows,
  context: ImportContext
): BesideTable[] {
  const spans = spansOf(grid, header)
  if (spans.length < 2 || haveOneHeader(grid, header, spans)) return []
  const tables = spans.flatMap((span) => {
    const own = within(raw, header, span)
    const ownGrid = sheetGrid(own)
    const found = hasLabels(ownGrid, header)
      ? headerAround(ownGrid, header.last)
      : findHeader(ownGrid, context.known)
    return found === null
      ? []
      : [{ raw: own, grid: ownGrid, header: { first: found.first, last: found.last } }]
  })
  return tables.length === spans.length && tables.every((table) => beginsWithNames(table, context))
    ? tables
    : []
}

function spansOf(grid: SheetGrid, header: HeaderRows): Span[] {
  const used = new Set<number>()
  const serials = new Set<number>()
  for (const row of grid.rows) {
    if (row < header.first) continue
    for (const { col, value } of grid.rowCells(row)) {
      used.add(col)
      if (row <= header.last && keywordsOf(value).has('serial')) serials.add(col)
      const merge = grid.mergeAt(row, col)
      for (let under = col + 1; under <= Math.min(merge?.right ?? col, grid.colCount - 1); under++)
        used.add(under)
    }
  }
  const spans: Span[] = []
  let begun = 0
  for (const col of [...used].sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last === undefined || col > last.right + 1 || (serials.has(col) && begun > 0)) {
      spans.push({ left: col, right: col })
      begun = 0
    } else last.right = col
    if (serials.has(col)) begun++
  }
  return spans.every(({ left, right }) => right > left) ? spans : []
}

/**
 * Every table names what its rows are about in its first column, or behind its serial numbers. Numbers behind an empty column
 * under the names of units belong to the names left of the gap.
 */
function beginsWithNames({ grid, header }: BesideTable, { known }: ImportContext): boolean {
  const rows = grid.rows.filter((row) => row >= header.first)
  const columns = [...new Set(rows.flatMap((row) => grid.rowCells(row).map(({ col }) => col)))].sort(
    (a, b) => a - b
  )
  const words = (col: number): ReadonlySet<Keyword>[] =>
    rows.filter((row) => row <= header.last).map((row) => keywordsOf(grid.at(row, col)?.value ?? ''))
  const first = columns.find((col) => !words(col).some((set) => set.has('serial')))
  if (first === undefined) return false
  if (words(first).some((set) => NAME_WORDS.some((word) => set.has(word)))) return true
  const cells = rows.filter((row) => row > header.last).flatMap((row) => grid.own(row, first) ?? [])
  return cells.length > 0 && cells.filter(({ value }) => known(value)).length * 2 >= cells.length
}

/** 序号 | 单位 | 完成 twice: the same table in two columns of the page. */
function haveOneHeader(grid: SheetGrid, header: HeaderRows, spans: readonly Span[]): boolean {
  const heads = spans.map(({ left, right }) =>
    Array.from({ length: right - left + 1 }, (_, step) =>
      Array.from({ length: header.last - header.first + 1 }, (_row, down) =>
        nameKey(grid.at(header.first + down, left + step)?.value ?? '')
      ).join('/')
    ).join('|')
  )
  return new Set(heads).size === 1
}

function hasLabels(grid: SheetGrid, header: HeaderRows): boolean {
  return grid.rowCells(header.first).filter((cell) => cell.kind === 'text').length >= 2
}

function within(raw: RawSheet, header: HeaderRows, { left, right }: Span): RawSheet {
  return {
    ...raw,
    cells: raw.cells.filter(({ row, col }) => row < header.first || (col >= left && col <= right)),
    merges: raw.merges.filter(
      (merge) => merge.bottom < header.first || (merge.left >= left && merge.right <= right)
    )
  }
}
