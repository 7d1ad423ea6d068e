import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'

/** The sheet with every row and column sent elsewhere; merges stretch over what is put in between. */
function moved(sheet: RawSheet, rowOf: (row: number) => number, colOf: (col: number) => number): RawSheet {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const [row, col] = [rowOf(cell.row), colOf(cell.col)]
      return { ...cell, row, col, address: cellAddress(row, col) }
    }),
    merges: sheet.merges.map((merge) => ({
      top: rowOf(merge.top),
      left: colOf(merge.left),
      bottom: rowOf(merge.bottom),
      right: colOf(merge.right)
    })),
    hiddenRows: sheet.hiddenRows.map(rowOf),
    hiddenCols: sheet.hiddenCols.map(colOf),
    rowCount: rowOf(sheet.rowCount),
    colCount: colOf(sheet.colCount)
  }
}

const same = (index: number): number => index

export const shifted = (sheet: RawSheet, rows: number, cols: number): RawSheet =>
  moved(
    sheet,
    (row) => row + rows,
    (col) => col + cols
  )

export const withEmptyRow = (sheet: RawSheet, at: number): RawSheet =>
  moved(sheet, (row) => (row >= at ? row + 1 : row), same)

export const withEmptyCol = (sheet: RawSheet, at: number): RawSheet =>
  moved(sheet, same, (col) => (col >= at ? col + 1 : col))

/** A merged title over everything. */
export function withTitle(sheet: RawSheet, title: string): RawSheet {
  const under = shifted(sheet, 1, 0)
  const right = Math.max(0, ...under.cells.map((cell) => cell.col))
  const cell = { row: 0, col: 0, address: 'A1', kind: 'text' as const, value: title, shown: title }
  return {
    ...under,
    cells: [cell, ...under.cells],
    merges: right > 0 ? [...under.merges, { top: 0, left: 0, bottom: 0, right }] : under.merges
  }
}
