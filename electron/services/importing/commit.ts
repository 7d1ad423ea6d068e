import { AppError } from '#shared/appError.ts'
import { allProblems } from '#shared/domain/importing/analysis.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Problem } from '#shared/problem.ts'
import { append } from '#db/repos/auditRepo.ts'
import { finishBatch } from '#db/repos/batchRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { getSettings } from '../settings.ts'
import { changesOf, type Change, type FileOutcome } from './fileOutcome.ts'
import { assertOpen, startChecking } from './importPeriod.ts'
import { askForReview } from './review.ts'
import { isReady, type ImportSession, type ReadyFile, type SessionFile } from './session.ts'
import { openBatch, problemsOfFile, writeBatch } from './writeBatch.ts'

export type { Change, FileOutcome }

/** Problems that keep a file from counting as it stands. */
export function openErrors(file: SessionFile): Problem[] {
  const own = file.analysis === null ? [] : allProblems(file.analysis)
  return [...own, ...file.conflicts].filter((problem) => problem.level === 'error')
}

/**
 * Writes all ready files of the session in one transaction; with 复核 on they wait instead, and nothing of them counts.
 * Conflicts between files always block; other open errors only when `leaveErrors` is false.
 */
export function commitSession(library: Library, session: ImportSession, leaveErrors: boolean): FileOutcome[] {
  return importSession(library, session, leaveErrors, getSettings(library).reviewImports ? 'REVIEW' : 'MERGE')
}

/**
 * Called with MERGE inside `dryRun` it is the preview, also where 复核 is on: there is no second code path, and the
 * clerk sees what the import would do once it is confirmed.
 */
export function importSession(
  library: Library,
  session: ImportSession,
  leaveErrors: boolean,
  how: 'MERGE' | 'REVIEW'
): FileOutcome[] {
  assertOpen(library, session.period)
  const files = session.files.filter(isReady)
  if (files.length === 0) throw new AppError('IMPORT_BLOCKED', '没有可以导入的文件。')
  const blocking = files.flatMap((file) =>
    leaveErrors ? file.conflicts.filter((p) => p.level === 'error') : openErrors(file)
  )
  if (blocking.length > 0) {
    throw new AppError('IMPORT_BLOCKED', `还有 ${blocking.length} 处必须修，没有导入任何数据。`, {
      problems: blocking
    })
  }
  return tx(library.db, () => {
    const take = how === 'MERGE' ? mergeFile : askForReview
    const outcomes = files.map((file) => take(library, session.period, file))
    if (how === 'MERGE') startChecking(library, session.period)
    return outcomes
  })
}

function mergeFile(library: Library, period: PeriodKey, file: ReadyFile): FileOutcome {
  const batchId = openBatch(library, period, file)
  const problems = problemsOfFile(file)
  const left = problems.filter((problem) => problem.level === 'error')
  const { counts, readings, items } = writeBatch(library, period, batchId, file, left.length)
  finishBatch(library.db, batchId, { counts, problems })
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what: '导入',
    subject: `${period} · ${file.name}`,
    after: JSON.stringify(counts)
  })
  return {
    batchId,
    fileName: file.name,
    waiting: false,
    ...counts,
    changed: changesOf(file.name, readings),
    left,
    rows: items
  }
}
