import type { GridRows, Merge } from './useGridRows.ts'

/** A rectangle of the sheet that is drawn as one cell. 0-based, inclusive. */
export interface DrawnCell {
  row: number
  col: number
  bottom: number
  right: number
  merged: boolean
  text: string
  numeric: boolean
}

export interface Window {
  top: number
  bottom: number
  left: number
  right: number
}

const meets = (merge: Merge, { top, bottom, left, right }: Window): boolean =>
  merge.top <= bottom && merge.bottom >= top && merge.left <= right && merge.right >= left

/**
 * The cells to draw in a window of the sheet: merges once, from their own corner even when it lies outside; text
 * that is longer than its cell runs on over empty neighbours where `spills` allows it, as in Excel.
 */
export function cellsInWindow(rows: GridRows, window: Window, spills: (row: number) => boolean): DrawnCell[] {
  const merges = rows.merges.filter((merge) => meets(merge, window))
  const covered = new Set<string>()
  const drawn: DrawnCell[] = []
  for (const merge of merges) {
    for (let row = Math.max(merge.top, window.top); row <= Math.min(merge.bottom, window.bottom); row += 1) {
      for (
        let col = Math.max(merge.left, window.left);
        col <= Math.min(merge.right, window.right);
        col += 1
      ) {
        covered.add(`${row}:${col}`)
      }
    }
    const cell = rows.cell(merge.top, merge.left)
    drawn.push({
      row: merge.top,
      col: merge.left,
      bottom: merge.bottom,
      right: merge.right,
      merged: true,
      text: cell?.text ?? '',
      numeric: cell?.numeric ?? false
    })
  }
  for (let row = window.top; row <= window.bottom; row += 1) {
    for (let col = window.left; col <= window.right; col += 1) {
      if (covered.has(`${row}:${col}`)) continue
      const cell = rows.cell(row, col)
      const text = cell?.text ?? ''
      let right = col
      if (text.length > 6 && cell?.numeric === false && spills(row)) {
        while (
          right < window.right &&
          !covered.has(`${row}:${right + 1}`) &&
          (rows.cell(row, right + 1)?.text ?? '') === ''
        ) {
          right += 1
        }
      }
      for (let over = col + 1; over <= right; over += 1) covered.add(`${row}:${over}`)
      drawn.push({ row, col, bottom: row, right, merged: false, text, numeric: cell?.numeric ?? false })
    }
  }
  return drawn
}

/**
 * The same for rows picked out of the sheet: a merge over several rows stands whole in each of them, because the rows
 * between may not be drawn.
 */
export function cellsInRows(rows: GridRows, shown: readonly number[], window: Window): DrawnCell[] {
  const drawn: DrawnCell[] = []
  for (const row of shown) {
    let col = window.left
    while (col <= window.right) {
      const here = col
      const merge = rows.merges.find(
        ({ top, bottom, left, right }) => row >= top && row <= bottom && here >= left && here <= right
      )
      const cell = merge === undefined ? rows.cell(row, col) : rows.cell(merge.top, merge.left)
      const right = merge?.right ?? col
      drawn.push({
        row,
        col: merge?.left ?? col,
        bottom: row,
        right,
        merged: merge !== undefined,
        text: cell?.text ?? '',
        numeric: cell?.numeric ?? false
      })
      col = right + 1
    }
  }
  return drawn
}
