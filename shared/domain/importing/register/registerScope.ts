import { quarterOf } from '../../period/periodKey.ts'
import type { ProblemSource, RegisterType } from '../../register/registerItem.ts'
import type { HeaderRows } from '../header/composeHeader.ts'
import type { SheetMeta } from '../header/readMeta.ts'
import type { ImportContext } from '../importContext.ts'
import { tidy } from '../names/normaliseLabel.ts'
import type { ProblemSink } from '../problems/problemSink.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'
import type { ItemPlan } from './planRegister.ts'
import type { ItemColumn } from './stagedItem.ts'

/** Everything that reading one register works on. `band` is what the last heading inside the table said. */
export interface RegisterScope {
  context: ImportContext
  grid: SheetGrid
  sheet: string
  header: HeaderRows
  plans: readonly ItemPlan[]
  meta: SheetMeta
  sink: ProblemSink
  year: number
  /** Unit, register and source that hold for all rows that do not say otherwise. */
  unit: string | null
  type: RegisterType | null
  source: ProblemSource | null
  /** A heading inside the table that is neither of them: kept with its rows. */
  band: string | null
  /** Day that progress columns without one are of. */
  progressOn: string | null
}

export function yearOf(context: ImportContext): number {
  return quarterOf(context.catalogue.period).year
}

export function cellsOf(field: ItemColumn, row: number, scope: RegisterScope): RawCell[] {
  return scope.plans
    .filter((plan) => plan.field === field)
    .map((plan) => scope.grid.at(row, plan.col))
    .filter((cell) => cell !== null)
}

export function cellOf(field: ItemColumn, row: number, scope: RegisterScope): RawCell | null {
  return cellsOf(field, row, scope)[0] ?? null
}

/** The text of a cell with its line breaks, spaces at the ends of lines out; '' for one that only says that it is empty. */
export function wordsOf(cell: RawCell | null): string {
  if (cell === null) return ''
  const text = cell.kind === 'text' ? cell.value : cell.shown === '' ? cell.value : cell.shown
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => tidy(line))
    .filter((line) => line !== '')
  const words = lines.join('\n')
  return /^(?:\/|-+|—+|－+|无|暂无)$/.test(words) ? '' : words
}

export function textOf(field: ItemColumn, row: number, scope: RegisterScope): string {
  return wordsOf(cellOf(field, row, scope))
}

/** The clerk left the cell out. */
export function isSkipped(cell: RawCell, { context, sheet }: RegisterScope): boolean {
  return context.fixes.cells[`${sheet}!${cell.address}`]?.as === 'SKIP'
}
