import { AppError } from '#shared/appError.ts'
import type { ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { TextEncoding } from '#shared/ipc/importViews.ts'
import { findMergedBySha } from '#db/repos/batchRepo.ts'
import type { WorkbookReader } from '../../workbook/workbookReader.ts'
import type { Library } from '../library.ts'
import { findConflicts } from './conflicts.ts'
import { createFileReading, type ReadingJob } from './fileReading.ts'
import { findLedgerMeetings } from './meetsLedger.ts'
import { fixesForAll, type FixesForAll } from './fixesForAll.ts'
import { pastedName } from './pastedFile.ts'
import { newFile, newSession, type FileSource, type ImportSession, type SessionFile } from './session.ts'

export type { FileSource, ReadingJob }

/** A file on its way into an import. */
export type AddedSource = FileSource & { folder?: string; pasted?: boolean }

/** Answers of one file: what a repair changes. */
type Answers = Partial<Pick<SessionFile, 'fixes' | 'skipped'>>

/**
 * The imports that are under way: reading files, analysing them with the clerk's answers, telling what is wrong.
 * Committing is in `commit.ts`, counting for the screen in `sessionView.ts`.
 */
export function createImportSessions(library: Library, reader: WorkbookReader) {
  const sessions = new Map<string, ImportSession>()
  const reading = createFileReading(library, reader)
  /** Repairs in the order in which they were asked for: the last answer of the clerk is the one that stands. */
  let repairs: Promise<unknown> = Promise.resolve()

  /** What the files say against each other, and against what people entered in the window. */
  function compare(session: ImportSession): void {
    findConflicts(session)
    findLedgerMeetings(library, session)
  }

  function markDuplicate(session: ImportSession, file: SessionFile): void {
    file.duplicateOf = null
    const sha = file.raw!.sha256
    const other = session.files.find((candidate) => candidate !== file && candidate.raw?.sha256 === sha)
    if (other !== undefined) {
      file.duplicateOf = `与《${other.name}》内容完全相同`
      return
    }
    const earlier = findMergedBySha(library.db, session.period, sha)
    if (earlier?.state === 'confirmed') {
      file.duplicateOf = `${earlier.at.slice(0, 10)} 已导入（《${earlier.fileName}》），正在等待复核；要改请先收回`
      return
    }
    // A file that left cells out may be sent again as it is, to repair them here.
    if (earlier !== null && earlier.counts.left === 0)
      file.duplicateOf = `${earlier.at.slice(0, 10)} 已导入过（《${earlier.fileName}》）`
  }

  function remember(session: ImportSession): void {
    session.undo.push(
      new Map(session.files.map((file) => [file.id, { fixes: file.fixes, skipped: file.skipped }]))
    )
  }

  /**
   * Analyses files with other answers. All or nothing: where one cannot be analysed, or the work is cancelled, every
   * file keeps the answers that it had, and nothing is to be taken back.
   */
  function answer(
    session: ImportSession,
    answersOf: () => ReadonlyMap<SessionFile, Answers>,
    settle: () => void,
    job: ReadingJob
  ): Promise<void> {
    const turn = repairs.then(() => answerNow(session, answersOf(), settle, job))
    repairs = turn.catch(() => undefined)
    return turn
  }

  async function answerNow(
    session: ImportSession,
    answers: ReadonlyMap<SessionFile, Answers>,
    settle: () => void,
    job: ReadingJob
  ): Promise<void> {
    const reanalysed = [...answers].filter(([, { fixes }]) => fixes !== undefined)
    const analyses = await reading.analyse(
      session.period,
      reanalysed.map(([file, { fixes }]) => ({ file, fixes: fixes! })),
      job
    )
    settle()
    for (const [file, given] of answers)
      Object.assign(file, given, { analysis: analyses.get(file) ?? file.analysis })
    compare(session)
  }

  return {
    /** All names that an import of the period may meet. Throws when it has no scheme. */
    catalogue: (period: PeriodKey) => reading.names(period).catalogue,
    /** Reads files into a session (a new one when `sessionId` is null). Unreadable files stay in it with their reason. */
    async add(
      period: PeriodKey,
      sessionId: string | null,
      sources: readonly AddedSource[],
      job: ReadingJob = {}
    ): Promise<ImportSession> {
      const session = sessionId === null ? newSession(period) : this.get(sessionId)
      const added = sources.map((source) => {
        const name = source.pasted === true && 'bytes' in source ? pastedName(session, source.name) : null
        return newFile(name === null ? source : { ...source, name }, source.folder, source.pasted)
      })
      await reading.readAll(session.period, added, job)
      // Only now: a cancelled read leaves the session as it was.
      for (const file of added) {
        session.files.push(file)
        if (file.raw !== null) markDuplicate(session, file)
      }
      sessions.set(session.id, session)
      compare(session)
      return session
    },
    /**
     * Reads one file again: with a password, in another encoding, or after another program let go of it. A file that
     * was read before stays as it is when this fails.
     */
    async reread(
      sessionId: string,
      fileId: string,
      how: { password?: string; encoding?: TextEncoding },
      job: ReadingJob = {}
    ): Promise<ImportSession> {
      const session = this.get(sessionId)
      const file = this.file(sessionId, fileId)
      await reading.readAgain(session.period, file, how, job)
      if (file.raw !== null) markDuplicate(session, file)
      compare(session)
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
    async fix(
      sessionId: string,
      fileId: string,
      fixes: ImportFixes,
      job: ReadingJob = {}
    ): Promise<SessionFile> {
      const session = this.get(sessionId)
      const file = this.file(sessionId, fileId)
      await answer(
        session,
        () => new Map([[file, { fixes }]]),
        () => remember(session),
        job
      )
      return file
    },
    /** One answer for everything alike in all files. */
    async fixAll(sessionId: string, fixes: FixesForAll, job: ReadingJob = {}): Promise<ImportSession> {
      const session = this.get(sessionId)
      const answers = (): Map<SessionFile, Answers> =>
        new Map(session.files.map((file) => [file, { fixes: fixesForAll(file, fixes) }]))
      await answer(session, answers, () => remember(session), job)
      return session
    },
    /** One answer for a unit name in all files. `unit` null leaves the rows of that name out. */
    fixUnit(sessionId: string, text: string, unit: string | null, remember: boolean): Promise<ImportSession> {
      return this.fixAll(sessionId, { units: { [text]: unit === null ? 'SKIP' : { unit, remember } } })
    },
    /** Takes the last repair back; nothing happens when there is none. */
    async undoFix(sessionId: string, job: ReadingJob = {}): Promise<ImportSession> {
      const session = this.get(sessionId)
      const answers = (): Map<SessionFile, Answers> => {
        const before = session.undo.at(-1)
        const changed = new Map<SessionFile, Answers>()
        for (const file of session.files) {
          const old = before?.get(file.id)
          if (old !== undefined) changed.set(file, old.fixes === file.fixes ? { skipped: old.skipped } : old)
        }
        return changed
      }
      await answer(session, answers, () => void session.undo.pop(), job)
      return session
    },
    skip(sessionId: string, fileId: string, skip: boolean): ImportSession {
      const session = this.get(sessionId)
      const file = this.file(sessionId, fileId)
      remember(session)
      file.skipped = skip
      compare(session)
      return session
    },
    discard(id: string): void {
      sessions.delete(id)
    }
  }
}
export type ImportSessions = ReturnType<typeof createImportSessions>
