import { AppError } from '#shared/appError.ts'
import { computeYear } from '#shared/domain/period/computeYear.ts'
import { quarterOf } from '#shared/domain/period/periodKey.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { spanTitle } from '#shared/domain/period/spans.ts'
import type { YearInput } from '#shared/domain/period/yearInput.ts'
import { changedSince, yearInputsOf, yearInputsText } from '#shared/domain/period/yearInputs.ts'
import type { YearSpan } from '#shared/domain/period/yearResult.ts'
import type { YearView } from '#shared/ipc/year.ts'
import { append } from '#db/repos/auditRepo.ts'
import { listPeriods } from '#db/repos/periodRepo.ts'
import { insertYearSnapshot, latestYearSnapshot, type YearSnapshotRow } from '#db/repos/yearSnapshotRepo.ts'
import { tx } from '#db/tx.ts'
import { backupLibrary } from './backups.ts'
import type { Library } from './library.ts'
import { yearInputOf } from './yearInput.ts'

/** Years that have a frozen quarter, newest first. */
export function listYears(library: Library): number[] {
  const frozen = listPeriods(library.db).filter((row) => isFrozenState(row.state))
  return [...new Set(frozen.map((row) => quarterOf(row.key).year))].sort((a, b) => b - a)
}

/**
 * A year or half-year: its snapshot when frozen, with what has changed since as open points; otherwise computed from the
 * quarters that are frozen so far.
 */
export function yearView(library: Library, year: number, span: YearSpan): YearView {
  const input = yearInputOf(library, year, span)
  const frozen = latestYearSnapshot(library.db, year, span)
  return frozen === null ? { result: computeYear(input), snapshot: null } : frozenView(frozen, input)
}

function frozenView(frozen: YearSnapshotRow, input: YearInput): YearView {
  const changes = changedSince(frozen.inputs, yearInputsOf(input))
  const stale =
    changes.length === 0
      ? []
      : [
          `${spanTitle(input.year, input.span)}冻结以后有变动：${changes.join('；')}。要采用变动，请再次冻结。`
        ]
  return {
    // Newly frozen results have no open points; what is added here is said of the snapshot, not stored with it.
    result: { ...frozen.result, open: [...frozen.result.open, ...stale] },
    snapshot: { id: frozen.publicId, frozenAt: frozen.frozenAt, by: frozen.by }
  }
}

export interface FreezeYearRequest {
  year: number
  span: YearSpan
  reason: string
}

/**
 * Freezes a year: backup, then one transaction that writes the immutable snapshot. Throws FREEZE_BLOCKED with the open
 * points, and CONFLICT when it is frozen already and nothing has changed since. Again after a quarter was reopened and
 * frozen, it becomes the next revision; the old one stays.
 */
export async function freezeYear(library: Library, request: FreezeYearRequest): Promise<YearView> {
  assertFreezable(library, request)
  await backupLibrary(library, '年度冻结前')
  return tx(library.db, () => {
    // Checked again inside the transaction: the backup took time.
    const input = assertFreezable(library, request)
    const { year, span, reason } = request
    const at = library.now()
    const by = library.operator()
    const frozen = insertYearSnapshot(library.db, {
      result: computeYear(input),
      inputs: yearInputsText(input),
      appVersion: library.appVersion,
      at,
      by,
      reason
    })
    append(library.db, {
      at,
      who: by,
      what: '冻结年度',
      subject: `${spanTitle(year, span)} · ${frozen.publicId}`,
      after: frozen.result.quarters
        .map(({ period, snapshot }) => snapshot ?? `${period} 没有快照`)
        .join('、'),
      reason: reason === '' ? null : reason
    })
    return frozenView(frozen, input)
  })
}

/** The input that is to be frozen; throws when it may not be. */
function assertFreezable(library: Library, { year, span }: FreezeYearRequest): YearInput {
  const input = yearInputOf(library, year, span)
  const title = spanTitle(year, span)
  const { open } = computeYear(input)
  if (open.length > 0) {
    throw new AppError('FREEZE_BLOCKED', `还不能冻结${title}成绩：${open.join('')}`, { open })
  }
  const frozen = latestYearSnapshot(library.db, year, span)
  if (frozen !== null && changedSince(frozen.inputs, yearInputsOf(input)).length === 0) {
    throw new AppError('CONFLICT', `${title}成绩已经冻结（${frozen.publicId}），以后没有变动，不用再冻结。`)
  }
  return input
}
