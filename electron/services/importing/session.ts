import { randomUUID } from 'node:crypto'
import type { AppError } from '#shared/appError.ts'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import { importFixes, type ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { RawWorkbook } from '#shared/domain/importing/rawWorkbook.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Problem } from '#shared/problem.ts'

/** One file of an import that is under way. */
export interface SessionFile {
  id: string
  name: string
  bytes: number
  raw: RawWorkbook | null
  /** Why it could not be read. */
  error: AppError | null
  /** The same bytes are in another file of this import or in an earlier batch. */
  duplicateOf: string | null
  skipped: boolean
  fixes: ImportFixes
  analysis: WorkbookAnalysis | null
  /** Contradictions with other files of the same import. */
  conflicts: Problem[]
}

/** An import between picking files and confirming. It lives in memory only: nothing of it counts yet. */
export interface ImportSession {
  id: string
  period: PeriodKey
  files: SessionFile[]
}

export function newSession(period: PeriodKey): ImportSession {
  return { id: randomUUID(), period, files: [] }
}

export function newFile(name: string, bytes: number): SessionFile {
  return {
    id: randomUUID(),
    name,
    bytes,
    raw: null,
    error: null,
    duplicateOf: null,
    skipped: false,
    fixes: importFixes.parse({}),
    analysis: null,
    conflicts: []
  }
}

/** A file whose cells are to be counted. */
export type ReadyFile = SessionFile & { raw: RawWorkbook; analysis: WorkbookAnalysis }

export function isReady(file: SessionFile): file is ReadyFile {
  return (
    !file.skipped &&
    file.error === null &&
    file.duplicateOf === null &&
    file.analysis !== null &&
    file.raw !== null
  )
}
