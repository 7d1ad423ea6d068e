import type { SheetAnalysis } from '../analysis.ts'
import type { HeaderRows } from '../header/composeHeader.ts'
import type { ImportContext } from '../importContext.ts'
import type { ImportFixes } from '../importPlan.ts'
import type { ProblemSink } from '../problems/problemSink.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'

/** One table to be understood, and what is known of it from outside. */
export interface TableRequest {
  /** The rows of this table and all below it. */
  grid: SheetGrid
  sheetName: string
  header: HeaderRows
  fix: ImportFixes['sheets'][string] | undefined
  /** What the table above says for this one as well, unless it says otherwise. */
  above: { unit: SheetAnalysis['unit']; measures: readonly string[] } | null
  context: ImportContext
  sink: ProblemSink
}
