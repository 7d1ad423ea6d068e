import type { TableOutcome } from './analyseTable.ts'
import type { TableAnalysis } from '../analysis.ts'
import type { HeaderRows } from '../header/composeHeader.ts'
import type { ColumnPlan } from '../importPlan.ts'

/** The columns as the clerk sees them; those of a table that was not understood have no use yet. */
export function plansOf(table: TableOutcome): ColumnPlan[] {
  if (table.layout === null) {
    return table.columns.map(({ col, letter, path, unitText }) => ({
      col,
      letter,
      path,
      role: { role: 'ignore', reason: '没有看懂这张表' },
      unitText,
      by: 'none'
    }))
  }
  return table.columns.map(({ col, letter, path, role, unitText, by }) => ({
    col,
    letter,
    path,
    role,
    unitText,
    by
  }))
}

export function tableAnalysisOf(table: TableOutcome, { first, last }: HeaderRows): TableAnalysis {
  return {
    layout: table.layout,
    header: { first, last },
    columns: plansOf(table),
    unit: table.layout === null ? null : (table.unit?.code ?? null)
  }
}
