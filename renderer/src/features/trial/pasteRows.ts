import { EMPTY_ROW, type TrialRow } from './trialModel.ts'

/** Columns of the table in the order in which they stand; `unit` is the first. */
export type PasteColumn = string

/**
 * Lays a block of cells out of Excel over the table, from the cell where it was pasted: missing rows are added, cells that stick out
 * on the right are dropped. A text without tabs and line breaks is no block: null, for an ordinary paste.
 */
export function pasteRows(
  rows: readonly TrialRow[],
  columns: readonly PasteColumn[],
  at: { row: number; column: PasteColumn },
  text: string
): TrialRow[] | null {
  if (!/[\t\r\n]/.test(text.trim())) return null
  const lines = text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/)
  const first = columns.indexOf(at.column)
  const next = [...rows]
  lines.forEach((line, offset) => {
    const index = at.row + offset
    while (next.length <= index) next.push(EMPTY_ROW)
    line.split('\t').forEach((cell, step) => {
      const column = columns[first + step]
      if (column !== undefined) next[index] = withCell(next[index]!, column, cell.trim())
    })
  })
  return next
}

export function withCell(row: TrialRow, column: PasteColumn, text: string): TrialRow {
  return column === 'unit' ? { ...row, unit: text } : { ...row, cells: { ...row.cells, [column]: text } }
}
