import { cellAddress } from '../grid/a1.ts'
import type { HeaderRows } from '../header/composeHeader.ts'
import type { ImportContext } from '../importContext.ts'
import type { ColumnPlan, ColumnRole, ImportFixes, LayoutKind } from '../importPlan.ts'
import type { ProblemSink } from '../problems/problemSink.ts'
import type { ColumnReading } from '../header/readColumns.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'
import type { ReadingField } from '../../scoring/reading.ts'

/** A column with what the extraction needs beside the plan that the clerk sees. */
export interface PlannedColumn extends ColumnPlan {
  /** False where header and row name no field: the indicator's rule decides. */
  explicitField: boolean
  /** Tables side by side repeat their key column; a value belongs to the block whose key stands left of it. */
  block: number
  /** Address of the deepest header label; the body's column letter alone where there is none. */
  headerAddress: string
  fullMark: string | null
  /** In a list with both 本季 and 累计: which of them this column is, and where the other stands. Rows choose. */
  alternative: { span: 'PERIOD' | 'CUMULATIVE'; col: number } | null
}

export interface PlanRequest {
  layout: LayoutKind
  grid: SheetGrid
  header: HeaderRows
  columns: readonly ColumnReading[]
  sheetName: string
  sheetIndicator: string | null
  fix: ImportFixes['sheets'][string] | undefined
  context: ImportContext
  sink: ProblemSink
}

export type RoleChoice = { role: ColumnRole; by: ColumnPlan['by']; explicitField?: boolean }

export function ignored(reason: string): RoleChoice {
  return { role: { role: 'ignore', reason }, by: 'keyword' }
}

/** Where to point at for a column: the given label, or the deepest one. */
export function headerSpot(
  column: Pick<ColumnReading, 'path' | 'addresses' | 'col'>,
  label?: string
): { address: string; value: string } {
  const index = label === undefined ? column.path.length - 1 : column.path.lastIndexOf(label)
  const found = column.addresses[index] ?? column.addresses.at(-1)
  return { address: found ?? cellAddress(0, column.col), value: label ?? column.path.at(-1) ?? '' }
}

export function valueRole(
  field: ReadingField,
  subject: { unit?: string; indicator?: string | null; rater?: { group: string; name: string } },
  by: RoleChoice['by'],
  explicitField = true
): RoleChoice {
  const role = {
    role: 'value' as const,
    field,
    indicator: subject.indicator ?? null,
    unit: subject.unit ?? null,
    rater: subject.rater ?? null
  }
  return { role, by, explicitField }
}
