import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AppError, isAppError } from '#shared/appError.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import type { ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import type { ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { listAliases } from '#db/repos/organisationRepo.ts'
import { findMergedBySha } from '#db/repos/batchRepo.ts'
import type { WorkbookReader } from '../../workbook/workbookReader.ts'
import { scoringInputOf } from '../compute.ts'
import type { Library } from '../library.ts'
import { catalogueOf } from './catalogueOf.ts'
import { findConflicts } from './conflicts.ts'
import { newFile, newSession, type ImportSession, type SessionFile } from './session.ts'

/** Suffixes that a folder import picks up; single files may have any. */
const SHEET_SUFFIX = /\.(xlsx|xlsm|xlsb|xls|et|ods|csv|tsv|htm|html)$/i
/** Lock files that Excel and WPS leave beside an open workbook (`~$表.xlsx`, `.~表.et`). */
const LOCK_FILE = /^(~\$|\.~)/

export type FileSource = { path: string } | { name: string; bytes: Uint8Array }

export interface ReadingJob {
  signal?: AbortSignal
  progress?(label: string, done: number, total: number): void
}

/** The name without its suffix, so that 「表.xlsx」 comes before its copy 「表 - 副本.xlsx」. */
const stem = (path: string): string => basename(path, extname(path))

/** Workbooks of a folder, in name order; subfolders are not searched. */
export async function workbooksIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && SHEET_SUFFIX.test(entry.name) && !LOCK_FILE.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort((a, b) => stem(a).localeCompare(stem(b), 'zh-CN'))
}

/**
 * The imports that are under way: reading files, analysing them with the clerk's answers, telling what is wrong.
 * Committing is in `commit.ts`, counting for the screen in `sessionView.ts`.
 */
export function createImportSessions(library: Library, reader: WorkbookReader) {
  const sessions = new Map<string, ImportSession>()

  /** All names that an import of the period may meet. Throws when it has no scheme. */
  function catalogue(period: PeriodKey): ImportCatalogue {
    return catalogueOf(scoringInputOf(library, period).scheme, period, listAliases(library.db))
  }

  function analyse(session: ImportSession, files: readonly SessionFile[]): void {
    const names = catalogue(session.period)
    for (const file of files) {
      if (file.raw !== null) file.analysis = analyseWorkbook(file.raw, names, file.fixes)
    }
    findConflicts(session)
  }

  function markDuplicate(session: ImportSession, file: SessionFile): void {
    const sha = file.raw!.sha256
    const other = session.files.find((candidate) => candidate !== file && candidate.raw?.sha256 === sha)
    if (other !== undefined) {
      file.duplicateOf = `与《${other.name}》内容完全相同`
      return
    }
    const earlier = findMergedBySha(library.db, session.period, sha)
    // A file that left cells out may be sent again as it is, to repair them here.
    if (earlier !== null && earlier.counts.left === 0)
      file.duplicateOf = `${earlier.at.slice(0, 10)} 已导入过（《${earlier.fileName}》）`
  }

  return {
    catalogue,
    /** Reads files into a session (a new one when `sessionId` is null). Unreadable files stay in it with their reason. */
    async add(
      period: PeriodKey,
      sessionId: string | null,
      sources: readonly FileSource[],
      job: ReadingJob = {}
    ): Promise<ImportSession> {
      catalogue(period)
      const session = sessionId === null ? newSession(period) : this.get(sessionId)
      const added: SessionFile[] = []
      for (const [index, source] of sources.entries()) {
        const name = 'path' in source ? basename(source.path) : source.name
        job.progress?.(name, index, sources.length)
        const file = newFile(name, 0)
        try {
          file.raw = await reader.read(source, job.signal === undefined ? {} : { signal: job.signal })
          file.bytes = file.raw.bytes
        } catch (error) {
          if (!isAppError(error)) throw error
          if (error.code === 'CANCELLED') throw error
          file.error = error
        }
        added.push(file)
      }
      // Only now: a cancelled read leaves the session as it was.
      for (const file of added) {
        session.files.push(file)
        if (file.raw !== null) markDuplicate(session, file)
      }
      sessions.set(session.id, session)
      analyse(session, added)
      return session
    },
    get(id: string): ImportSession {
      const session = sessions.get(id)
      if (session === undefined) throw new AppError('NOT_FOUND', '这次导入已经结束，请重新选择文件。')
      return session
    },
    find(id: string): ImportSession | null {
      return sessions.get(id) ?? null
    },
    current(period: PeriodKey): ImportSession | null {
      return [...sessions.values()].filter((session) => session.period === period).at(-1) ?? null
    },
    file(sessionId: string, fileId: string): SessionFile {
      const file = this.get(sessionId).files.find((candidate) => candidate.id === fileId)
      if (file === undefined) throw new AppError('NOT_FOUND', '这个文件已经不在本次导入里。')
      return file
    },
    fix(sessionId: string, fileId: string, fixes: ImportFixes): SessionFile {
      const file = this.file(sessionId, fileId)
      file.fixes = fixes
      analyse(this.get(sessionId), [file])
      return file
    },
    /** One answer for a unit name in all files. `unit` null leaves the rows of that name out. */
    fixUnit(sessionId: string, text: string, unit: string | null, remember: boolean): ImportSession {
      const session = this.get(sessionId)
      for (const file of session.files) {
        file.fixes = {
          ...file.fixes,
          units: { ...file.fixes.units, [text]: unit === null ? 'SKIP' : { unit, remember } }
        }
      }
      analyse(session, session.files)
      return session
    },
    skip(sessionId: string, fileId: string, skip: boolean): ImportSession {
      const session = this.get(sessionId)
      this.file(sessionId, fileId).skipped = skip
      findConflicts(session)
      return session
    },
    discard(id: string): void {
      sessions.delete(id)
    }
  }
}
export type ImportSessions = ReturnType<typeof createImportSessions>
