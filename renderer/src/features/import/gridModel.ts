import { cellAddress } from '#shared/domain/importing/a1.ts'
import type { ImportFileDetail } from '#shared/ipc/import.ts'
import type { Problem } from '#shared/problem.ts'

export type SheetDetail = ImportFileDetail['sheets'][number]
export type StagedCell = SheetDetail['staged'][number]

export type CellTint = 'header' | 'error' | 'confirm' | 'info' | 'skipped' | 'missing' | null

/** What the grid says about a sheet beside its text. Rows and columns are 0-based. */
export interface GridModel {
  tint(row: number, col: number): CellTint
  staged(row: number, col: number): StagedCell | null
  problems(row: number, col: number): readonly Problem[]
  skippedReason(row: number): string | null
}

const STRONGER: Record<Problem['level'], number> = { error: 3, confirm: 2, info: 1 }

function problemsByAddress(
  detail: ImportFileDetail,
  sheet: string
): Map<string, { level: Problem['level']; list: Problem[] }> {
  const found = new Map<string, { level: Problem['level']; list: Problem[] }>()
  for (const group of detail.groups) {
    for (const problem of group.problems) {
      if (problem.place.sheet !== sheet || problem.place.cell === undefined) continue
      // What the clerk agreed to is settled: it keeps a trace, but no longer asks.
      const level = group.accepted ? 'info' : problem.level
      const entry = found.get(problem.place.cell)
      if (entry === undefined) found.set(problem.place.cell, { level, list: [problem] })
      else {
        entry.list.push(problem)
        if (STRONGER[level] > STRONGER[entry.level]) entry.level = level
      }
    }
  }
  return found
}

export function gridModel(detail: ImportFileDetail, sheet: SheetDetail): GridModel {
  const problems = problemsByAddress(detail, sheet.sheet)
  const staged = new Map(sheet.staged.map((cell) => [cell.address, cell]))
  const skipped = new Map(sheet.skippedRows.map(({ row, reason }) => [row, reason]))
  const inHeader = (row: number): boolean =>
    sheet.used && sheet.header !== null && row >= sheet.header.first && row <= sheet.header.last
  return {
    tint(row, col) {
      const address = cellAddress(row, col)
      const found = problems.get(address)
      if (found !== undefined && found.level !== 'info') return found.level
      if (inHeader(row)) return 'header'
      if (!sheet.used || skipped.has(row)) return 'skipped'
      if (found !== undefined) return 'info'
      return staged.get(address)?.state === 'MISSING' ? 'missing' : null
    },
    staged: (row, col) => staged.get(cellAddress(row, col)) ?? null,
    problems: (row, col) => problems.get(cellAddress(row, col))?.list ?? [],
    skippedReason: (row) => skipped.get(row) ?? null
  }
}

/** Counts for the tab of a sheet: open problems only. */
export function sheetCounts(detail: ImportFileDetail, sheet: string): { errors: number; confirms: number } {
  const count = (level: Problem['level']): number =>
    detail.groups
      .filter((group) => group.level === level && !group.accepted)
      .reduce(
        (sum, group) => sum + group.problems.filter((problem) => problem.place.sheet === sheet).length,
        0
      )
  return { errors: count('error'), confirms: count('confirm') }
}
