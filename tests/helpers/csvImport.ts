import { commitSession, type FileOutcome } from '#electron/services/importing/commit.ts'
import type { ImportSession } from '#electron/services/importing/session.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { officeScheme } from './smallQuarter.ts'
import { freshWorkspace } from './workspace.ts'

export const CSV_PERIOD = '2026Q3'
const NAMES = { a: '甲处', b: '乙处', c: '丙处', d: '丁处' } as const

/** One department's row: 产出 and 综合评价 as written in the sheet. */
export type Row = readonly [output: string, mark: string]

/** A sheet as a department exports it: 单位 | 产出 | 综合评价, one row a unit. Rows may carry names of their own. */
export function officeCsv(
  rows: Readonly<Partial<Record<keyof typeof NAMES, Row>> & Record<string, Row>>
): string {
  const lines = Object.entries(rows).map(([unit, row]) =>
    [NAMES[unit as keyof typeof NAMES] ?? unit, ...row].join(',')
  )
  return ['单位,产出（万元）,综合评价', ...lines].join('\n')
}

/** The office of `smallQuarter` with its third quarter open and empty. */
export function emptyOffice(workspace: Workspace = freshWorkspace()): Workspace {
  loadScheme(workspace.library, officeScheme(), CSV_PERIOD)
  return workspace
}

export function sessionOf(
  { imports }: Workspace,
  files: Readonly<Record<string, string>>,
  period: PeriodKey = CSV_PERIOD
): Promise<ImportSession> {
  return imports.add(
    period,
    null,
    Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
  )
}

/** Reads and commits sheets in one import; cells with problems are left out. */
export async function importCsv(
  workspace: Workspace,
  files: Readonly<Record<string, string>>
): Promise<FileOutcome[]> {
  const session = await sessionOf(workspace, files)
  const outcomes = commitSession(workspace.library, session, true)
  workspace.imports.discard(session.id)
  return outcomes
}
