import { AppError } from '#shared/appError.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { compareRevisions, type Revision } from '#shared/domain/revision/compareRevisions.ts'
import type { RevisionDiff } from '#shared/domain/revision/revisionDiff.ts'
import { scoringInput } from '#shared/domain/scoring/scoringInput.ts'
import type { RevisionHead } from '#shared/ipc/revision.ts'
import { snapshotHeadsOf, storedSnapshot } from '#db/repos/snapshotHeads.ts'
import { getSnapshot } from '#db/repos/snapshotRepo.ts'
import { resultsOf, scoringInputOf } from './compute.ts'
import type { Library } from './library.ts'
import { requirePeriod } from './periods.ts'

/** Name of the live data in a comparison. */
const LIVE = '现在的数据'

/** Every freezing of a quarter, oldest first. */
export function listRevisions(library: Library, period: PeriodKey): RevisionHead[] {
  requirePeriod(library, period)
  return snapshotHeadsOf(library.db, period).map((head) => ({
    snapshot: head.publicId,
    revision: head.revision,
    frozenAt: head.frozenAt,
    by: head.by,
    reason: head.reason,
    appVersion: head.appVersion,
    schemeVersion: head.schemeVersion,
    inputsHash: head.inputsHash
  }))
}

/** Two freezings of a quarter, or one and the live data (`after` null). Throws NOT_FOUND. */
export function compare(
  library: Library,
  request: { period: PeriodKey; before: string; after: string | null }
): RevisionDiff {
  const { period, before, after } = request
  requirePeriod(library, period)
  return compareRevisions(
    frozenRevision(library, period, before),
    after === null ? liveRevision(library, period) : frozenRevision(library, period, after)
  )
}

function liveRevision(library: Library, period: PeriodKey): Revision {
  const input = scoringInputOf(library, period)
  return { label: LIVE, input, results: resultsOf(input) }
}

function frozenRevision(library: Library, period: PeriodKey, publicId: string): Revision {
  const snapshot = getSnapshot(library.db, publicId)
  const stored = storedSnapshot(library.db, publicId)
  if (snapshot === null || stored === null || snapshot.period !== period) {
    const known = snapshotHeadsOf(library.db, period).map((head) => head.publicId)
    throw new AppError('NOT_FOUND', `${periodTitle(period)}没有冻结版本「${publicId}」。`, {
      action: known.length === 0 ? '这一季度还没有冻结过。' : `可选：${known.join('、')}。`
    })
  }
  return {
    label: publicId,
    input: scoringInput.parse(JSON.parse(stored.inputs)),
    results: snapshot.results
  }
}
