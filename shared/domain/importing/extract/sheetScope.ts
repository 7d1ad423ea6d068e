import type { StagedReading } from '../importPlan.ts'
import type { HeaderRows } from '../header/composeHeader.ts'
import type { ImportContext } from '../importContext.ts'
import type { LayoutKind } from '../importPlan.ts'
import type { PlannedColumn } from '../columns/plannedColumn.ts'
import type { ProblemSink } from '../problems/problemSink.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'

/** Everything that the extraction of one sheet works on. */
export interface SheetScope {
  context: ImportContext
  grid: SheetGrid
  sheet: string
  layout: LayoutKind
  header: HeaderRows
  columns: readonly PlannedColumn[]
  sheetUnit: string | null
  sheetIndicator: string | null
  /** 评委姓名：张三 above a sheet that holds one rater's marks. */
  sheetRater: StagedReading['rater']
  /** Evaluator group that the whole sheet's votes belong to. */
  sheetGroup: string | null
  /** Measures of a line 单位：万元. */
  measures: readonly string[]
  sink: ProblemSink
}

/** Where a value belongs. */
export interface Coordinates {
  unit: string
  indicator: string
  field: StagedReading['field']
  rater: StagedReading['rater']
}
