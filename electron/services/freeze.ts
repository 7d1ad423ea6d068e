import { AppError } from '#shared/appError.ts'
import { PERIOD_STATE_NAMES } from '#shared/domain/period/periodState.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { canonicalInput } from '#shared/domain/scoring/canonicalInput.ts'
import type { FreezeCheck } from '#shared/ipc/period.ts'
import { append } from '#db/repos/auditRepo.ts'
import { bumpRevision, movePeriod } from '#db/repos/periodRepo.ts'
import { carryReportTexts } from '#db/repos/reportTextRepo.ts'
import { latestHead } from '#db/repos/snapshotHeads.ts'
import { insertSnapshot, type SnapshotRow } from '#db/repos/snapshotRepo.ts'
import { tx } from '#db/tx.ts'
import { backupLibrary } from './backups.ts'
import { resultsOf, scoringInputOf } from './compute.ts'
import { freezeChecks } from './freezeChecks.ts'
import type { Library } from './library.ts'
import { requirePeriod } from './periods.ts'

export interface FreezeRequest {
  period: PeriodKey
  /** Codes of non-blocking checks that are accepted as they are. */
  accept: readonly string[]
  reason: string
}

/**
 * Freezes a period: backup, then one transaction that writes the immutable snapshot and moves the state.
 * Throws FREEZE_BLOCKED with the checks that stand in the way.
 */
export async function freezePeriod(library: Library, request: FreezeRequest): Promise<SnapshotRow> {
  acceptedChecks(library, request)
  await backupLibrary(library, '冻结前')
  return tx(library.db, () => {
    // Checked again inside the transaction: the backup took time.
    const accepted = acceptedChecks(library, request)
    const input = scoringInputOf(library, request.period)
    const results = resultsOf(input)
    const at = library.now()
    const who = library.operator()
    const row = requirePeriod(library, request.period)
    const snapshot = insertSnapshot(library.db, {
      period: request.period,
      revision: row.revision,
      schemeVersionId: row.schemeVersionId!,
      results,
      inputs: canonicalInput(input),
      appVersion: library.appVersion,
      at,
      by: who,
      reason: request.reason
    })
    carryReportTexts(library.db, request.period, { from: null, to: snapshot.publicId })
    movePeriod(library.db, request.period, 'frozen', who, at, request.reason === '' ? '冻结' : request.reason)
    append(library.db, {
      at,
      who,
      what: '冻结',
      subject: `${request.period} · ${snapshot.publicId}`,
      after: accepted.length === 0 ? null : `接受：${accepted.map((check) => check.detail).join('；')}`,
      reason: request.reason === '' ? null : request.reason
    })
    return snapshot
  })
}

/** What is not as it should be and was accepted as it is. Throws when anything else stands in the way. */
function acceptedChecks(library: Library, request: FreezeRequest): FreezeCheck[] {
  const failed = freezeChecks(library, request.period).filter((check) => !check.ok)
  const open = failed.filter((check) => check.blocking || !request.accept.includes(check.code))
  if (open.length === 0) return failed
  throw new AppError(
    open.some((check) => check.code === 'NOT_FROZEN') ? 'PERIOD_FROZEN' : 'FREEZE_BLOCKED',
    `还不能冻结${periodTitle(request.period)}：${open.map((check) => check.detail).join('；')}`,
    { checks: open.map((check) => check.code) }
  )
}

/** Marks a frozen period as published (通报已发出). The snapshot stays what it is. */
export function publishPeriod(library: Library, period: PeriodKey): void {
  tx(library.db, () => {
    const row = requirePeriod(library, period)
    if (row.state !== 'frozen') {
      throw new AppError('PERIOD_STATE', `${periodTitle(period)}还没有冻结，不能标记为已发布。`, {
        action: '请先冻结本季度。'
      })
    }
    const at = library.now()
    const who = library.operator()
    movePeriod(library.db, period, 'published', who, at, '发布')
    append(library.db, {
      at,
      who,
      what: '发布',
      subject: `${period} · ${latestHead(library.db, period)?.publicId ?? ''}`
    })
  })
}

/** Closes a published period for good (归档): nothing of it can be reopened after that. */
export function archivePeriod(library: Library, period: PeriodKey): void {
  tx(library.db, () => {
    const row = requirePeriod(library, period)
    if (row.state !== 'published') {
      throw new AppError(
        'PERIOD_STATE',
        `${periodTitle(period)}现在是「${PERIOD_STATE_NAMES[row.state]}」，不能归档；没有任何改动。`,
        { action: '通报发出、标记为已发布之后才能归档。' }
      )
    }
    const at = library.now()
    const who = library.operator()
    movePeriod(library.db, period, 'archived', who, at, '归档')
    append(library.db, {
      at,
      who,
      what: '归档',
      subject: `${period} · ${latestHead(library.db, period)?.publicId ?? ''}`
    })
  })
}

/** Reopens a frozen period for correction: a reason is required, the old snapshot stays, the revision goes up. */
export function reopenPeriod(library: Library, period: PeriodKey, reason: string): void {
  tx(library.db, () => {
    const row = requirePeriod(library, period)
    if (row.state !== 'frozen' && row.state !== 'published') {
      throw new AppError(
        'PERIOD_STATE',
        row.state === 'archived'
          ? `${periodTitle(period)}已归档，不能重开；没有任何改动。`
          : `${periodTitle(period)}没有冻结，不需要重开。`
      )
    }
    const at = library.now()
    const who = library.operator()
    const before = latestHead(library.db, period)
    bumpRevision(library.db, period)
    if (before !== null) carryReportTexts(library.db, period, { from: before.publicId, to: null })
    movePeriod(library.db, period, 'checking', who, at, reason)
    append(library.db, { at, who, what: '重开', subject: `${period} · ${before?.publicId ?? ''}`, reason })
  })
}
