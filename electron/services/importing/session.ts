import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { AppError } from '#shared/appError.ts'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import { importFixes, type ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { TextEncoding } from '#shared/ipc/importViews.ts'
import type { Problem } from '#shared/problem.ts'

export type FileSource = { path: string } | { name: string; bytes: Uint8Array }

/** One file of an import that is under way. */
export interface SessionFile {
  id: string
  name: string
  /** Folder inside the chosen one, '' where it lay in it. */
  folder: string
  bytes: number
  /** Where it came from, to read it again. */
  source: FileSource
  pasted: boolean
  /** Chosen by the clerk over what the bytes suggest. */
  encoding: TextEncoding | null
  /** The file byte for byte, kept with its batch; null where it is too large. */
  original: Uint8Array | null
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

/** The answers of all files before a repair, to take it back. */
export type FixSnapshot = ReadonlyMap<string, { fixes: ImportFixes; skipped: boolean }>

/** An import between picking files and confirming. It lives in memory only: nothing of it counts yet. */
export interface ImportSession {
  id: string
  period: PeriodKey
  files: SessionFile[]
  /** Newest last. */
  undo: FixSnapshot[]
}

export function newSession(period: PeriodKey): ImportSession {
  return { id: randomUUID(), period, files: [], undo: [] }
}

export function newFile(source: FileSource, folder = '', pasted = false): SessionFile {
  return {
    id: randomUUID(),
    name: 'path' in source ? basename(source.path) : source.name,
    folder,
    bytes: 'path' in source ? 0 : source.bytes.length,
    source: 'path' in source ? { path: source.path } : { name: source.name, bytes: source.bytes },
    pasted,
    encoding: null,
    original: null,
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
