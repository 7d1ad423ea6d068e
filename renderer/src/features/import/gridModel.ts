import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { ImportFileDetail } from '#shared/ipc/importViews.ts'
import type { Problem } from '#shared/problem.ts'
import { parseAddress } from './address.ts'
import type { CellFix } from './fixes.ts'
import { sheetBlocks, type Block } from './sheetBlocks.ts'
import type { SheetDetail, StagedCell } from './sheetDetail.ts'

export type CellTint = 'header' | 'error' | 'confirm' | 'info' | 'skipped' | 'missing' | null

/** What the grid says about a sheet beside its text. Rows and columns are 0-based. */
export interface GridModel {
  blocks: readonly Block[]
  tint(row: number, col: number): CellTint
  staged(row: number, col: number): StagedCell | null
  problems(row: number, col: number): readonly Problem[]
  /** What the clerk answered for this cell. */
  answer(row: number, col: number): CellFix | null
  /** A confirmation is asked for here and open. */
  asks(row: number, col: number): boolean
  skippedReason(row: number): string | null
  /** Header rows and rows in which something is open, but for the hidden levels; ascending. */
  problemRows(hidden: readonly Problem['level'][]): number[]
}

const STRONGER: Record<Problem['level'], number> = { error: 3, confirm: 2, info: 1 }

interface Found {
  level: Problem['level']
  list: Problem[]
}

function problemsByAddress(detail: ImportFileDetail, sheet: string): Map<string, Found> {
  const found = new Map<string, Found>()
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
  const blocks = sheetBlocks(sheet)
  const inHeader = (row: number, col: number): boolean =>
    sheet.used &&
    blocks.some(
      ({ key, header, columns }) =>
        header !== null &&
        row >= header.first &&
        row <= header.last &&
        // A table beside the first one has its header in rows that are data elsewhere.
        (key === null || columns.some((column) => column.col === col))
    )
  return {
    blocks,
    tint(row, col) {
      const address = cellAddress(row, col)
      const found = problems.get(address)
      if (found !== undefined && found.level !== 'info') return found.level
      if (inHeader(row, col)) return 'header'
      if (!sheet.used || skipped.has(row)) return 'skipped'
      if (found !== undefined) return 'info'
      return staged.get(address)?.state === 'MISSING' ? 'missing' : null
    },
    staged: (row, col) => staged.get(cellAddress(row, col)) ?? null,
    problems: (row, col) => problems.get(cellAddress(row, col))?.list ?? [],
    answer: (row, col) => detail.fixes.cells[`${sheet.sheet}!${cellAddress(row, col)}`] ?? null,
    asks: (row, col) => problems.get(cellAddress(row, col))?.level === 'confirm',
    skippedReason: (row) => skipped.get(row) ?? null,
    problemRows(hidden) {
      const rows = new Set<number>()
      for (const { header } of blocks) {
        if (header === null) continue
        for (let row = header.first; row <= header.last; row += 1) rows.add(row)
      }
      for (const [address, { level }] of problems) {
        const spot = parseAddress(address)
        if (spot !== null && level !== 'info' && !hidden.includes(level)) rows.add(spot.row)
      }
      return [...rows].sort((a, b) => a - b)
    }
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
