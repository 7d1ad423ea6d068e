import { AppError } from '#shared/appError.ts'
import { samePerson } from '#shared/domain/samePerson.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  batchFacts,
  finishBatch,
  getBatch,
  markRejected,
  problemsOfBatch,
  type BatchRow
} from '#db/repos/batchRepo.ts'
import { sourceOfBatch } from '#db/repos/batchSourceRepo.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import {
  decideReview,
  requestReview,
  reviewedContent,
  reviewOf,
  type ReviewDecision,
  type ReviewRow
} from '#db/repos/reviewRepo.ts'
import { dryRun, tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { changesOf, type FileOutcome } from './fileOutcome.ts'
import { assertOpen, startChecking } from './importPeriod.ts'
import { assertSameMeaning } from './sameMeaning.ts'
import type { ReadyFile } from './session.ts'
import { openBatch, problemsOfFile, writeBatch, type WrittenBatch } from './writeBatch.ts'

/**
 * Keeps a file for a second person: what was understood of it is stored whole, nothing of it counts. The counts are those
 * of writing it now, by writing it and rolling back.
 */
export function askForReview(library: Library, period: PeriodKey, file: ReadyFile): FileOutcome {
  const { db } = library
  const by = library.operator()
  if (by.trim() === '') {
    throw new AppError('VALIDATION_FAILED', '导入要复核，但还没有写明是谁导入的；没有导入任何数据。', {
      action: '请先到「设置」填写操作人姓名。'
    })
  }
  const problems = problemsOfFile(file)
  const left = problems.filter((problem) => problem.level === 'error')
  const batchId = openBatch(library, period, file)
  const { counts, readings, items } = dryRun(db, () =>
    writeBatch(library, period, batchId, file, left.length)
  )
  finishBatch(db, batchId, { counts, problems, state: 'confirmed' })
  const schemeVersionId = getPeriod(db, period)!.schemeVersionId!
  requestReview(db, batchId, {
    content: { analysis: file.analysis, schemeVersionId },
    by,
    at: library.now()
  })
  append(db, {
    at: library.now(),
    who: by,
    what: '提交复核',
    subject: `${period} · ${file.name}`,
    after: JSON.stringify(counts)
  })
  const changed = changesOf(file.name, readings)
  return { batchId, fileName: file.name, waiting: true, ...counts, changed, left, rows: items }
}

export interface ReviewRequest {
  batch: number
  decision: ReviewDecision
  /** Who decides; the operator when absent. */
  by?: string
  reason?: string
}

const AUDIT = { APPROVED: '复核通过', REJECTED: '复核退回', WITHDRAWN: '收回导入' } as const

/**
 * The second person's word on a batch that waits: APPROVED writes what was stored and nothing else, REJECTED and WITHDRAWN
 * end it. Throws NOT_FOUND, CONFLICT (no longer waiting, the wrong person, a changed scheme), VALIDATION_FAILED (no
 * reason, no name) or PERIOD_FROZEN; then nothing has changed.
 */
export function reviewBatch(library: Library, request: ReviewRequest): BatchRow {
  const { db } = library
  const by = (request.by ?? library.operator()).trim()
  const reason = (request.reason ?? '').trim()
  return tx(db, () => {
    const batch = getBatch(db, request.batch)
    if (batch === null) throw new AppError('NOT_FOUND', '没有这次导入的记录。')
    assertMay(batch, reviewOf(db, batch.id), { ...request, by, reason })
    const at = library.now()
    decideReview(db, batch.id, {
      decision: request.decision,
      by,
      at,
      reason: reason === '' ? null : reason
    })
    const written = request.decision === 'APPROVED' ? approve(library, batch) : null
    if (written === null) markRejected(db, batch.id)
    append(db, {
      at,
      who: by,
      what: AUDIT[request.decision],
      subject: `${batch.period} · ${batch.fileName}`,
      after: written === null ? null : JSON.stringify(written.counts),
      reason: reason === '' ? null : reason
    })
    return getBatch(db, batch.id)!
  })
}

function assertMay(
  batch: BatchRow,
  review: ReviewRow | null,
  { decision, by, reason }: Required<ReviewRequest>
): void {
  const file = `《${batch.fileName}》`
  if (review === null) throw new AppError('CONFLICT', `${file}导入时没有开启复核，不需要复核。`)
  if (batch.state !== 'confirmed') {
    const how = review.decision === null ? '撤销' : AUDIT[review.decision]
    throw new AppError('CONFLICT', `${file}已经${how}（${review.decidedBy ?? ''}），没有再次处理。`)
  }
  if (by === '') {
    throw new AppError('VALIDATION_FAILED', '没有写明是谁复核，没有处理。', { action: '请填写复核人姓名。' })
  }
  const own = samePerson(by, review.requestedBy)
  if (decision === 'WITHDRAWN' && !own) {
    throw new AppError('CONFLICT', `${file}是「${review.requestedBy}」导入的，只能由本人收回。`, {
      action: '复核人不同意时，请用「退回」并写明理由。'
    })
  }
  if (decision !== 'WITHDRAWN' && own) {
    throw new AppError('CONFLICT', `${file}是「${review.requestedBy}」本人导入的，复核要由另一个人做。`, {
      action: '请由另一位同志填写自己的姓名后复核；导入人自己可以收回。'
    })
  }
  if (decision === 'REJECTED' && reason === '') {
    throw new AppError('VALIDATION_FAILED', '退回要写明理由，没有退回。', {
      action: '请写明哪里不对、要怎么改。'
    })
  }
}

/** Runs the import that waited, from what was stored. */
function approve(library: Library, batch: BatchRow): WrittenBatch {
  assertOpen(library, batch.period)
  const written = writeWaiting(library, batch)
  finishBatch(library.db, batch.id, { counts: written.counts, problems: [] })
  startChecking(library, batch.period)
  return written
}

/** Writes the stored content of a waiting batch. Inside `dryRun` it tells what approving would do now. */
export function writeWaiting(library: Library, batch: BatchRow): WrittenBatch {
  const { db } = library
  const content = reviewedContent(db, batch.id)
  const raw = sourceOfBatch(db, batch.id)
  const facts = batchFacts(db, batch.id)
  if (content === null || raw === null || facts === null) {
    throw new AppError('CONFLICT', `《${batch.fileName}》等待复核的内容不完整，不能通过。`, {
      action: '请退回，再重新导入原表。'
    })
  }
  const { analysis, schemeVersionId } = content
  assertSameMeaning(library, batch, analysis, schemeVersionId)
  const left = problemsOfBatch(db, batch.id).filter((problem) => problem.level === 'error').length
  const file = { name: batch.fileName, fixes: facts.fixes, raw, analysis }
  return writeBatch(library, batch.period, batch.id, file, left)
}
