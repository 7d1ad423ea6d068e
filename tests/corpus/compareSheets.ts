import type { RawCell, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { expectedName, type ExpectedSheet } from '../helpers/corpus.ts'
import { compareCell } from './compareCell.ts'

export interface Comparison {
  sheets: number
  /** Cells that both sides could be asked about. */
  cells: number
  /** Formulas without a stored result: LibreOffice calculated one, the reader says that there is none. */
  uncalculated: number
  differences: string[]
}

function compareSheet(
  cells: readonly RawCell[],
  expected: ExpectedSheet,
  sheet: string,
  into: Comparison
): void {
  const left = new Map(cells.map((cell) => [`${cell.row},${cell.col}`, cell]))
  expected.forEach((fields, row) => {
    fields.forEach((text, col) => {
      const cell = left.get(`${row},${col}`)
      left.delete(`${row},${col}`)
      if (text === '' && (cell === undefined || cell.value === '')) return
      into.cells++
      const result = cell === undefined ? 'different' : compareCell(cell, text)
      if (result === 'uncomparable') into.uncalculated++
      if (result !== 'different') return
      const found = cell === undefined ? 'nothing' : `${cell.kind} ${JSON.stringify(cell.value)}`
      into.differences.push(`${sheet}!R${row + 1}C${col + 1}: ${found} instead of ${JSON.stringify(text)}`)
    })
  })
  for (const cell of left.values()) {
    if (cell.value !== '')
      into.differences.push(`${sheet}!${cell.address}: ${JSON.stringify(cell.value)} instead of nothing`)
  }
}

/** Compares a workbook with LibreOffice's reading, cell by cell, in both directions. */
export function compareSheets(
  workbook: RawWorkbook,
  expected: ReadonlyMap<string, ExpectedSheet>
): Comparison {
  const result: Comparison = { sheets: 0, cells: 0, uncalculated: 0, differences: [] }
  const unseen = new Map(expected)
  for (const sheet of workbook.sheets) {
    const name =
      unseen.size === 1 && workbook.sheets.length === 1 ? [...unseen.keys()][0] : expectedName(sheet.name)
    const found = unseen.get(name as string)
    if (found === undefined) {
      result.differences.push(`${sheet.name}: LibreOffice has no such sheet`)
      continue
    }
    unseen.delete(name as string)
    result.sheets++
    compareSheet(sheet.cells, found, sheet.name, result)
  }
  for (const [name, rows] of unseen) {
    if (rows.some((row) => row.some((text) => text !== '')))
      result.differences.push(`${name}: sheet not read`)
  }
  return result
}
