import { fieldOf } from './headerKeywords.ts'
import type { ImportContext } from './importContext.ts'
import { looksNumeric } from './looksNumeric.ts'
import { isMeasureText } from './measures.ts'
import { raterLabel } from './raterLabel.ts'
import type { SheetGrid } from './sheetGrid.ts'

/** Rows looked at to learn what a column holds. */
const SAMPLE = 200

/** What stands in the body of a column, counted over its first rows. */
export interface ColumnFacts {
  filled: number
  /** Numbers, as numbers or as text. */
  numeric: number
  texts: number
  units: number
  indicators: number
  measures: number
  fields: number
  raters: number
}

export function columnFacts(
  grid: SheetGrid,
  body: { first: number; end: number },
  context: ImportContext
): ColumnFacts[] {
  const facts = Array.from({ length: grid.colCount }, (): ColumnFacts => ({
    filled: 0,
    numeric: 0,
    texts: 0,
    units: 0,
    indicators: 0,
    measures: 0,
    fields: 0,
    raters: 0
  }))
  let seen = 0
  for (const row of grid.rows) {
    if (row < body.first) continue
    if (row >= body.end || ++seen > SAMPLE) break
    for (const cell of grid.rowCells(row)) {
      const fact = facts[cell.col]!
      fact.filled++
      if (looksNumeric(cell)) fact.numeric++
      else if (cell.kind === 'text') countText(fact, cell.value, context)
    }
  }
  return facts
}

function countText(fact: ColumnFacts, text: string, context: ImportContext): void {
  fact.texts++
  if (text.length > 60) return
  const unit = context.units.match(text).status
  if (unit === 'FOUND' || unit === 'SKIP') fact.units++
  const indicator = context.indicators.match(text).status
  if (indicator === 'FOUND' || indicator === 'SKIP') fact.indicators++
  if (isMeasureText(text)) fact.measures++
  if (fieldOf(text) !== null) fact.fields++
  if (raterLabel([text]) !== null) fact.raters++
}
