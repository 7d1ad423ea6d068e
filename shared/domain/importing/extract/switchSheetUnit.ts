import { unitProblem } from '../names/nameProblems.ts'
import { nameKey } from '../names/normaliseLabel.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import type { SheetScope } from './sheetScope.ts'

/** Neither rows nor columns name units: all values belong to one, until a line names the next. */
export function restsOnUnit({ columns, layout }: Pick<SheetScope, 'columns' | 'layout'>): boolean {
  const named = columns.some(
    ({ role }) => role.role === 'unit' || (role.role === 'value' && role.unit !== null)
  )
  return !named && layout !== 'INDICATOR_BY_UNIT'
}

const UNIT_WORD = /(?:处|科|室|中心|局|所|站|馆|校|院|委|部|协会|公司|集团)(?:\(.*\))?$/

/** A unit that the catalogue knows, or a short heading that ends like one: then the unit above ends there as well. */
export function soundsLikeUnit(text: string, { context }: SheetScope): boolean {
  if (context.units.match(text).status !== 'UNKNOWN') return true
  const key = nameKey(text)
  return key.length <= 16 && UNIT_WORD.test(key) && context.indicators.match(text).status === 'UNKNOWN'
}

/** Stacked tables: from a line 填报单位：X on, rows belong to X. Sheets whose rows name their units are not touched. */
export function switchSheetUnit(scope: SheetScope, text: string, cell: RawCell): SheetScope {
  if (!restsOnUnit(scope)) return scope
  const match = scope.context.units.match(text)
  if (match.status === 'FOUND') return { ...scope, sheetUnit: match.code }
  const problem = unitProblem(text, match, scope.context)
  if (problem) scope.sink.add({ address: cell.address, value: text }, problem)
  return { ...scope, sheetUnit: null }
}
