import type { RawCell, RawRange, RawSheet } from './rawWorkbook.ts'

/**
 * Sheets may declare more merged rows than they hold cells. Legal merges never overlap, so their heights stay
 * far below this; a file that goes beyond it was made to exhaust memory, and its further merges are not indexed.
 */
const MAX_MERGE_ENTRIES = 2_000_000

/** Indexed view of one sheet: every lookup is constant or logarithmic, whatever the sheet's declared size. */
export interface SheetGrid {
  readonly sheet: RawSheet
  /** Rows that hold at least one non-blank cell, ascending. */
  readonly rows: readonly number[]
  /** One past the last row and column that hold a non-blank cell. */
  readonly rowCount: number
  readonly colCount: number
  /** The non-blank cells of a row that are no shadow under a merge, left to right. */
  rowCells(row: number): readonly RawCell[]
  /** The cell itself; null under a merge (unless at its anchor) and where there is nothing. */
  own(row: number, col: number): RawCell | null
  /** As `own`, but everywhere under a merge the anchor's cell. */
  at(row: number, col: number): RawCell | null
  mergeAt(row: number, col: number): RawRange | null
}

/** Blank means nothing to read: no text, or only spaces of any kind. */
export function isBlank(cell: RawCell | null): boolean {
  return cell === null || (cell.kind === 'text' && /^[\s\u200b-\u200f\u2060\ufeff]*$/.test(cell.value))
}

export function sheetGrid(sheet: RawSheet): SheetGrid {
  const filled = sheet.cells.filter((cell) => !isBlank(cell))
  const rowCount = filled.reduce((most, cell) => Math.max(most, cell.row + 1), 0)
  const colCount = filled.reduce((most, cell) => Math.max(most, cell.col + 1), 0)
  const merges = indexMerges(sheet.merges, rowCount, colCount)
  const mergeAt = (row: number, col: number): RawRange | null => findMerge(merges.get(row), col)

  const byRow = new Map<number, RawCell[]>()
  for (const cell of filled) {
    const merge = mergeAt(cell.row, cell.col)
    if (merge && (merge.top !== cell.row || merge.left !== cell.col)) continue
    const row = byRow.get(cell.row)
    if (row) row.push(cell)
    else byRow.set(cell.row, [cell])
  }
  for (const cells of byRow.values()) cells.sort((a, b) => a.col - b.col)
  const own = (row: number, col: number): RawCell | null => findCell(byRow.get(row), col)

  return {
    sheet,
    rows: [...byRow.keys()].sort((a, b) => a - b),
    rowCount,
    colCount,
    rowCells: (row) => byRow.get(row) ?? [],
    own,
    at: (row, col) => {
      const merge = mergeAt(row, col)
      return merge ? own(merge.top, merge.left) : own(row, col)
    },
    mergeAt
  }
}

function indexMerges(
  merges: readonly RawRange[],
  rowCount: number,
  colCount: number
): Map<number, RawRange[]> {
  const byRow = new Map<number, RawRange[]>()
  let entries = 0
  for (const merge of merges) {
    if (merge.top >= rowCount || merge.left >= colCount) continue
    const bottom = Math.min(merge.bottom, rowCount - 1)
    entries += bottom - merge.top + 1
    if (entries > MAX_MERGE_ENTRIES) break
    for (let row = merge.top; row <= bottom; row++) {
      const list = byRow.get(row)
      if (list) list.push(merge)
      else byRow.set(row, [merge])
    }
  }
  for (const list of byRow.values()) list.sort((a, b) => a.left - b.left)
  return byRow
}

/** Rows are short next to their number: a search in the row costs less than an index of all places. */
function findCell(cells: readonly RawCell[] | undefined, col: number): RawCell | null {
  if (!cells) return null
  let low = 0
  let high = cells.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const cell = cells[middle]!
    if (cell.col === col) return cell
    if (cell.col < col) low = middle + 1
    else high = middle - 1
  }
  return null
}

/** Binary search for the last merge that starts at or left of the column. */
function findMerge(list: readonly RawRange[] | undefined, col: number): RawRange | null {
  if (!list) return null
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const merge = list[middle]!
    if (merge.left > col) high = middle - 1
    else if (merge.right < col) low = middle + 1
    else return merge
  }
  return null
}
