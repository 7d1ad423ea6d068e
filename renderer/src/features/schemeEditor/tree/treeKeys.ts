import { TREE_COLUMNS, type TreeColumn } from './cellOf.ts'

/** The cell that the keyboard is in. */
export interface TreeSpot {
  key: string
  column: TreeColumn
}

/** The cell after an arrow key, Home, End or a page key; null for every other key. */
export function spotAfterKey(
  pressed: string,
  keys: readonly string[],
  spot: TreeSpot,
  page = 12
): TreeSpot | null {
  const row = Math.max(0, keys.indexOf(spot.key))
  const column = TREE_COLUMNS.indexOf(spot.column)
  const steps: Record<string, [rows: number, columns: number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-page, 0],
    PageDown: [page, 0],
    Home: [0, -TREE_COLUMNS.length],
    End: [0, TREE_COLUMNS.length]
  }
  const step = steps[pressed]
  if (step === undefined) return null
  const key = keys[Math.min(keys.length - 1, Math.max(0, row + step[0]))]
  const next = TREE_COLUMNS[Math.min(TREE_COLUMNS.length - 1, Math.max(0, column + step[1]))]
  return key === undefined || next === undefined ? null : { key, column: next }
}

/** The next cell to the right that can be typed in, or the first of the next row. */
export function spotToTheRight(keys: readonly string[], spot: TreeSpot): TreeSpot {
  const right = spotAfterKey('ArrowRight', keys, spot)
  if (right === null) return spot
  if (right.column === 'sum') return spotToTheRight(keys, right)
  if (right.column !== spot.column) return right
  const below = spotAfterKey('ArrowDown', keys, spot)
  return below === null ? spot : { key: below.key, column: TREE_COLUMNS[0] }
}
