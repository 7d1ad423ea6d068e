import { formulaOf, type CellSpot } from '../../workbook/fill/scanSheet.ts'
import { styleOf, type SheetView } from '../../workbook/fill/sheetView.ts'
import { findElement } from '../../workbook/fill/xmlEdit.ts'
import type { PatternRow } from './sheetPlan.ts'

function isEmpty(xml: string, cell: CellSpot): boolean {
  if (cell.tag.kind === 'empty') return true
  const inner = xml.slice(cell.tag.end, cell.innerEnd)
  return ['v', 'is', 'f'].every((name) => findElement(inner, name) === null)
}

/** A plain number that nobody calculated: the numbering of a form. */
export function constantNumber(xml: string, cell: CellSpot): string | null {
  if (cell.tag.kind === 'empty' || formulaOf(xml, cell) !== null) return null
  if (/\st=["'](?!n["'])/.test(cell.tag.attributes)) return null
  return /<(?:[\w.-]+:)?v[^>]*>\s*([^<\s]+)\s*</.exec(xml.slice(cell.tag.end, cell.innerEnd))?.[1] ?? null
}

/** Horizontal merges of a row, and whether a merge crosses it. */
function mergesOf(view: SheetView, row: number): string {
  return JSON.stringify(
    view.merges
      .filter((merge) => row >= merge.top && row <= merge.bottom)
      .map(({ top, left, bottom, right }) => [left, right, top === bottom])
      .sort()
  )
}

/** Rows right below the pattern row that are like it and wait to be written into: how many. */
export function spareRows(view: SheetView, pattern: PatternRow, taken: ReadonlySet<number>): number {
  const cols = new Set(pattern.segments.flatMap(({ cells }) => cells.map(({ col }) => col)))
  const styles = new Map(view.cellsOf(pattern.row).map((cell) => [cell.col, styleOf(cell)]))
  const merges = mergesOf(view, pattern.row)
  const isSpare = (row: number): boolean => {
    const cells = view.cellsOf(row)
    if (cells.length === 0 || taken.has(row) || mergesOf(view, row) !== merges) return false
    const byCol = new Map(cells.map((cell) => [cell.col, cell]))
    for (const col of cols) {
      const cell = byCol.get(col)
      if (cell === undefined || !isEmpty(view.xml, cell) || styleOf(cell) !== (styles.get(col) ?? null))
        return false
    }
    // Beside them there may be what a form has in every row: formulas and numbering.
    return cells.every(
      (cell) =>
        cols.has(cell.col) ||
        isEmpty(view.xml, cell) ||
        formulaOf(view.xml, cell) !== null ||
        constantNumber(view.xml, cell) !== null
    )
  }
  let count = 0
  while (isSpare(pattern.row + count + 1)) count++
  return count
}
