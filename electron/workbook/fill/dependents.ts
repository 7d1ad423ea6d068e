import type { CellPoint } from './a1Ref.ts'
import type { RawRange } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { decodeXml, xmlAttribute } from '../xmlTokens.ts'
import { formulaReads, type FormulaReads, type ReadArea } from './formulaRefs.ts'
import { scanFormulas } from './scanSheet.ts'
import { walkTags } from './xmlEdit.ts'

/** Cells whose value is no longer what the file says, by lower-case sheet name. */
export class StaleCells {
  private readonly rows = new Map<string, Map<number, Set<number>>>()

  add(sheet: string, { row, col }: CellPoint): void {
    const key = sheet.toLowerCase()
    const rows = this.rows.get(key) ?? new Map<number, Set<number>>()
    this.rows.set(key, rows)
    const cols = rows.get(row) ?? new Set<number>()
    rows.set(row, cols.add(col))
  }

  touches(sheet: string, range: RawRange): boolean {
    const rows = this.rows.get(sheet.toLowerCase())
    if (rows === undefined) return false
    const has = (cols: ReadonlySet<number>): boolean => {
      for (const col of cols) if (col >= range.left && col <= range.right) return true
      return false
    }
    // Whichever is fewer: the rows of the range, or those with stale cells.
    if (range.bottom - range.top < rows.size) {
      for (let row = range.top; row <= range.bottom; row++) {
        const cols = rows.get(row)
        if (cols !== undefined && has(cols)) return true
      }
      return false
    }
    for (const [row, cols] of rows) if (row >= range.top && row <= range.bottom && has(cols)) return true
    return false
  }
}

export interface SheetFormula {
  sheet: string
  point: CellPoint
  /** Everything that it fills: its own cell, or the area of an array formula. */
  fills: RawRange
  reads: FormulaReads
}

/** Every formula of a sheet with what it reads. */
export function formulasOf(sheet: string, xml: string): SheetFormula[] {
  const shared = new Map<string, { text: string; point: CellPoint }>()
  const found: SheetFormula[] = []
  for (const formula of scanFormulas(xml)) {
    const { row, col } = formula.cell
    const point = { row, col }
    let text = decodeXml(formula.text)
    let offset = { rows: 0, cols: 0 }
    if (formula.shared !== null) {
      const first = shared.get(formula.shared)
      if (text !== '') shared.set(formula.shared, { text, point })
      else if (first !== undefined) {
        text = first.text
        offset = { rows: row - first.point.row, cols: col - first.point.col }
      }
    }
    const own: RawRange = { top: row, left: col, bottom: row, right: col }
    const reads = text === '' ? { areas: [], names: [], unsure: true } : formulaReads(text, offset)
    found.push({ sheet, point, fills: formula.fills ?? own, reads })
  }
  return found
}

/** What each defined name stands for. Two sheets may each have one of the same name: they count together. */
export function namesOf(workbookXml: string): ReadonlyMap<string, FormulaReads> {
  const names = new Map<string, FormulaReads>()
  const tags = [...walkTags(workbookXml, ['definedName'])]
  tags.forEach((tag, index) => {
    const name = xmlAttribute(tag.attributes, 'name')?.toLowerCase()
    if (tag.kind !== 'open' || name === undefined) return
    const reads = formulaReads(decodeXml(workbookXml.slice(tag.end, tags[index + 1]?.start)))
    const other = names.get(name)
    names.set(name, {
      areas: [...(other?.areas ?? []), ...reads.areas],
      names: [...(other?.names ?? []), ...reads.names],
      unsure: reads.unsure || other?.unsure === true
    })
  })
  return names
}

/** Areas that something reads, names followed; null where that cannot be told. */
export function resolvedAreas(
  reads: FormulaReads,
  names: ReadonlyMap<string, FormulaReads>,
  depth = 0
): ReadArea[] | null {
  if (reads.unsure || depth > 8) return null
  const areas = [...reads.areas]
  for (const name of reads.names) {
    const meant = names.get(name)
    const more = meant === undefined ? null : resolvedAreas(meant, names, depth + 1)
    if (more === null) return null
    areas.push(...more)
  }
  return areas
}

/** Beyond this number of formulas they are not told apart: all count as depending. */
const MAX_TRACED = 50_000

/** Formulas whose result may depend on stale cells, directly or through others; their cells become stale too. */
export function dependentsOf(
  stale: StaleCells,
  formulas: readonly SheetFormula[],
  names: ReadonlyMap<string, FormulaReads>
): SheetFormula[] {
  if (formulas.length > MAX_TRACED) return [...formulas]
  let waiting = formulas.map((formula) => ({ formula, areas: resolvedAreas(formula.reads, names) }))
  const found: SheetFormula[] = []
  for (let grew = true; grew;) {
    grew = false
    waiting = waiting.filter(({ formula, areas }) => {
      const depends =
        areas === null || areas.some((area) => stale.touches(area.sheet ?? formula.sheet, area.range))
      if (!depends) return true
      markStale(stale, formula)
      found.push(formula)
      grew = true
      return false
    })
  }
  return found
}

const MAX_FILLED = 100_000

function markStale(stale: StaleCells, { sheet, fills }: SheetFormula): void {
  let marked = 0
  for (let row = fills.top; row <= fills.bottom; row++) {
    for (let col = fills.left; col <= fills.right; col++) {
      if (++marked > MAX_FILLED) return
      stale.add(sheet, { row, col })
    }
  }
}
