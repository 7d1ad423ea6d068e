import { columnLetter } from '../grid/a1.ts'
import { isMeasureText } from '../values/measures.ts'
import { normaliseLabel, tidy } from '../names/normaliseLabel.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'

export interface HeaderRows {
  /** 0-based, inclusive. */
  first: number
  last: number
}

export interface HeaderColumn {
  col: number
  letter: string
  /** Labels from top to bottom as written, merges filled, repeats of a vertical merge out. */
  path: string[]
  /** Where each label of `path` stands. */
  addresses: string[]
  /** Measure stated by the deepest label that states one. */
  unitText: string | null
  fullMark: string | null
}

/** Composes the header of every column that has one (domain.md §4.2: fill down and right inside merges). */
export function composeHeader(grid: SheetGrid, header: HeaderRows): HeaderColumn[] {
  const columns: HeaderColumn[] = []
  for (let col = 0; col < grid.colCount; col++) {
    const labels: Labelled[] = []
    for (let row = header.first; row <= header.last; row++) {
      const label = labelAt(grid, header, row, col)
      if (label && labels.at(-1)?.text !== label.text) labels.push(label)
    }
    const parts = labels.map((label) => normaliseLabel(label.text))
    const below = measureBelow(labels)
    if (below !== null) labels.pop()
    columns.push({
      col,
      letter: columnLetter(col),
      path: labels.map((label) => label.text),
      addresses: labels.map((label) => label.address),
      unitText: below ?? parts.findLast((part) => part.unitText !== null)?.unitText ?? null,
      fullMark: parts.findLast((part) => part.fullMark !== null)?.fullMark ?? null
    })
  }
  return columns
}

/** A row of measures under the names: 资金到位 over 亿元 is the same as 资金到位（亿元）. */
function measureBelow(labels: readonly Labelled[]): string | null {
  const text = labels.at(-1)?.text.replace(/^[(（]|[)）]$/g, '')
  return labels.length > 1 && text !== undefined && isMeasureText(text) ? text : null
}

interface Labelled {
  text: string
  address: string
}

function labelled(cell: RawCell): Labelled {
  return { text: tidy(cell.kind === 'text' ? cell.value : cell.shown), address: cell.address }
}

function labelAt(grid: SheetGrid, header: HeaderRows, row: number, col: number): Labelled | null {
  const cell = grid.at(row, col)
  if (cell) return labelled(cell)
  return row < header.last && grid.mergeAt(row, col) === null ? groupFromLeft(grid, row, col) : null
}

/**
 * CSV files and careless sheets write a group label once, over its first column only. It reaches right as far as
 * the row is empty and sub-labels stand below.
 */
function groupFromLeft(grid: SheetGrid, row: number, col: number): Labelled | null {
  if (grid.own(row + 1, col) === null) return null
  for (let left = col - 1; left >= 0; left--) {
    if (grid.own(row + 1, left) === null || grid.mergeAt(row, left)) return null
    const label = grid.own(row, left)
    if (label) return labelled(label)
  }
  return null
}
