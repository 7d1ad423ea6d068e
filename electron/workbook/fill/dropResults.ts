import { isInside, type CellPoint } from './a1Ref.ts'
import type { SheetFormula } from './dependents.ts'
import { scanCells, scanRows } from './scanSheet.ts'
import { applySplices, findElement, withAttribute, type Splice } from './xmlEdit.ts'

/**
 * Takes the stored results of these formulas of one sheet out: a wrong number is worse than none, and office programs
 * calculate what is missing.
 */
export function dropResults(
  xml: string,
  formulas: readonly SheetFormula[]
): { xml: string; dropped: CellPoint[] } {
  const singles = new Set(formulas.map(({ point }) => `${point.row},${point.col}`))
  const areas = formulas.map(({ fills }) => fills).filter((f) => f.top !== f.bottom || f.left !== f.right)
  const rows = new Set(formulas.map(({ point }) => point.row))
  const splices: Splice[] = []
  const dropped: CellPoint[] = []
  for (const row of scanRows(xml).rows) {
    if (!rows.has(row.row) && !areas.some((area) => row.row >= area.top && row.row <= area.bottom)) continue
    for (const cell of scanCells(xml, row)) {
      if (cell.tag.kind === 'empty') continue
      if (!singles.has(`${cell.row},${cell.col}`) && !areas.some((area) => isInside(area, cell))) continue
      const inner = xml.slice(cell.tag.end, cell.innerEnd)
      const value = findElement(inner, 'v')
      if (value === null) continue
      const rest = inner.slice(0, value.open.start) + inner.slice(value.end)
      const { prefix: p } = cell.tag
      const attributes = withAttribute(cell.tag.attributes, 't', null)
      const text = rest.trim() === '' ? `<${p}c${attributes}/>` : `<${p}c${attributes}>${rest}</${p}c>`
      splices.push({ start: cell.tag.start, end: cell.end, text })
      dropped.push({ row: cell.row, col: cell.col })
    }
  }
  return { xml: applySplices(xml, splices), dropped }
}
