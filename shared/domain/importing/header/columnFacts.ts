import { fieldOf } from './headerKeywords.ts'
import type { ImportContext } from '../importContext.ts'
import { looksNumeric } from '../grid/looksNumeric.ts'
import { isMeasureText } from '../values/measures.ts'
import { tidy } from '../names/normaliseLabel.ts'
import { raterLabel } from '../names/raterLabel.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'

/** Rows looked at to learn what a column holds. */
const SAMPLE = 200
/** Longer texts are no names of anything. */
const MAX_NAME = 12

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
  /** Options of ballots, items of deductions, providers of marks. */
  votes: number
  events: number
  marks: number
  /** Evaluator groups and circumstances. */
  groups: number
  /** Classes of bonuses and deductions. */
  classes: number
  /** Texts that tell something rather than name it. */
  prose: number
}

export function columnFacts(grid: SheetGrid, rows: readonly number[], context: ImportContext): ColumnFacts[] {
  const facts = Array.from({ length: grid.colCount }, (): ColumnFacts => ({
    filled: 0,
    numeric: 0,
    texts: 0,
    units: 0,
    indicators: 0,
    measures: 0,
    fields: 0,
    raters: 0,
    votes: 0,
    events: 0,
    marks: 0,
    groups: 0,
    classes: 0,
    prose: 0
  }))
  for (const row of rows.slice(0, SAMPLE)) {
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
  if (tidy(text).length > MAX_NAME) fact.prose++
  if (text.length > 60) return
  const unit = context.units.match(text).status
  if (unit === 'FOUND' || unit === 'SKIP') fact.units++
  const indicator = context.indicators.match(text).status
  if (indicator === 'FOUND' || indicator === 'SKIP') fact.indicators++
  if (isMeasureText(text)) fact.measures++
  if (fieldOf(text) !== null) fact.fields++
  if (raterLabel([text]) !== null) fact.raters++
  const kinds = new Set(context.parts.hits(text).map(({ kind }) => kind))
  if (kinds.has('VOTES')) fact.votes++
  if (kinds.has('EVENTS')) fact.events++
  if (kinds.has('MARKS')) fact.marks++
  if (context.parts.groupsOf(text).length > 0) fact.groups++
  if (context.classes.lookup(text).status === 'FOUND') fact.classes++
}
