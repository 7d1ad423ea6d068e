import { unitProblem } from '../nameProblems.ts'
import type { RawCell } from '../rawWorkbook.ts'
import type { SheetScope } from './sheetScope.ts'

/** Stacked tables: from a line 填报单位：X on, rows belong to X. Sheets whose rows name their units are not touched. */
export function switchSheetUnit(scope: SheetScope, text: string, cell: RawCell): SheetScope {
  if (scope.columns.some((column) => column.role.role === 'unit') || scope.layout === 'INDICATOR_BY_UNIT')
    return scope
  const match = scope.context.units.match(text)
  if (match.status === 'FOUND') return { ...scope, sheetUnit: match.code }
  const problem = unitProblem(text, match, scope.context)
  if (problem) scope.sink.add({ address: cell.address, value: text }, problem)
  return { ...scope, sheetUnit: null }
}
