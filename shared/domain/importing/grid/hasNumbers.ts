import { looksNumeric } from './looksNumeric.ts'
import type { SheetGrid } from './sheetGrid.ts'

/**
 * A page with three numbers or more in its body, or one beside a name that the catalogue knows, is taken for a table that
 * somebody meant to be read.
 */
export function hasNumbers(grid: SheetGrid, firstRow: number, known: (text: string) => boolean): boolean {
  let numbers = 0
  for (const row of grid.rows) {
    if (row < firstRow) continue
    const cells = grid.rowCells(row)
    numbers += cells.filter((cell) => cell.kind === 'number').length
    if (numbers >= 3) return true
    if (cells.some(looksNumeric) && cells.some((cell) => cell.kind === 'text' && known(cell.value)))
      return true
  }
  return false
}
