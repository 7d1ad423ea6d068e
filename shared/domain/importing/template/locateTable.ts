import type { SheetGrid } from '../grid/sheetGrid.ts'
import { labelText, type KeySheet } from './templateKey.ts'

/** Where the rows and columns of an issued sheet are now; somebody may have inserted, moved or sorted some. */
export interface TableLocation {
  /** How many rows the table as a whole has moved down. */
  shift: number
  header: { first: number; last: number }
  /** The column with this header: where it was, else the only one elsewhere; null when there is none or several. */
  colOf(path: string, col: number): number | null
  /** The row of this name, alike. */
  rowOf(label: string, row: number): number | null
  /** The names that stand in a row now. */
  labelAt(row: number): string
}

/**
 * Finds the table by its header: at its old place, else where most of its columns stand together. Null when no row has
 * any of them. `paths` are the headers of the columns to fill in.
 */
export function locateTable(
  grid: SheetGrid,
  key: KeySheet,
  paths: ReadonlySet<string>
): TableLocation | null {
  const height = key.headerLast - key.headerFirst
  const pathAt = (top: number, col: number): string =>
    labelText(
      Array.from({ length: height + 1 }, (_, level) => grid.at(top + level, col)?.value ?? '').filter(
        (text, level, all) => text !== '' && text !== all[level - 1]
      )
    )
  const wanted = new Set([...paths, ...key.labels.map(({ path }) => path)])
  const columnsAt = (top: number): Map<string, number[]> => {
    const found = new Map<string, number[]>()
    for (let col = 0; col < grid.colCount; col += 1) {
      const path = pathAt(top, col)
      if (path !== '') found.set(path, [...(found.get(path) ?? []), col])
    }
    return found
  }
  const fit = (columns: ReadonlyMap<string, unknown>): number =>
    [...wanted].filter((path) => columns.has(path)).length
  let top = key.headerFirst
  let columns = columnsAt(top)
  for (let candidate = 0; fit(columns) < wanted.size && candidate < grid.rowCount; candidate += 1) {
    const other = columnsAt(candidate)
    if (fit(other) > fit(columns)) [top, columns] = [candidate, other]
  }
  if (fit(columns) === 0) return null

  const shift = top - key.headerFirst
  const colOf = (path: string, col: number): number | null => {
    const found = columns.get(path) ?? []
    return found.includes(col) ? col : found.length === 1 ? found[0]! : null
  }
  const labelCols = key.labels.map(({ path, col }) => colOf(path, col))
  const labelAt = (row: number): string =>
    labelText(labelCols.map((col) => (col === null ? '' : (grid.at(row, col)?.value ?? ''))))
  const rows = new Map<string, number[]>()
  for (let row = top + height + 1; row < grid.rowCount; row += 1) {
    const label = labelAt(row)
    if (label !== '') rows.set(label, [...(rows.get(label) ?? []), row])
  }
  return {
    shift,
    header: { first: top, last: top + height },
    colOf,
    rowOf: (label, row) => {
      const found = rows.get(label) ?? []
      return found.includes(row + shift) ? row + shift : found.length === 1 ? found[0]! : null
    },
    labelAt
  }
}
