/** A cell of the grid, 0-based. */
export interface CellSpot {
  row: number
  col: number
}

/** Where a key moves the active cell to; null for keys that are not the grid's. */
export function cellAfterKey(
  key: string,
  now: CellSpot | null,
  size: { rows: number; cols: number; page: number }
): CellSpot | null {
  const { row, col } = now ?? { row: 0, col: 0 }
  const targets: Record<string, CellSpot> = {
    ArrowDown: { row: row + 1, col },
    ArrowUp: { row: row - 1, col },
    ArrowRight: { row, col: col + 1 },
    ArrowLeft: { row, col: col - 1 },
    PageDown: { row: row + size.page, col },
    PageUp: { row: row - size.page, col },
    Home: { row, col: 0 },
    End: { row, col: size.cols - 1 }
  }
  const target = targets[key]
  if (target === undefined || size.rows === 0 || size.cols === 0) return null
  return {
    row: Math.min(size.rows - 1, Math.max(0, target.row)),
    col: Math.min(size.cols - 1, Math.max(0, target.col))
  }
}
