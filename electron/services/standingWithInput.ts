import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { latestHead } from '#db/repos/snapshotHeads.ts'
import { scoringInputOf } from './compute.ts'
import { frozenQuarter } from './reports/frozenQuarter.ts'
import type { Library } from './library.ts'
import { requirePeriod } from './periods.ts'
import { standingResults } from './results.ts'

/** What counts for a period, with what it was computed from. */
export interface StandingWithInput {
  results: ResultSet
  snapshot: { id: string; frozenAt: string } | null
  stale: boolean
  input(): ScoringInput
}

/** What counts for the period now, as `standingResults`, with what it was computed from: a snapshot's own inputs, or what is on record. */
export function standingWithInput(library: Library, period: PeriodKey): StandingWithInput | null {
  const head = isFrozenState(requirePeriod(library, period).state) ? latestHead(library.db, period) : null
  if (head !== null) {
    const snapshot = { id: head.publicId, frozenAt: head.frozenAt }
    return { ...frozenQuarter(library.db, head.publicId), snapshot, stale: false }
  }
  const standing = standingResults(library, period)
  return standing === null ? null : { ...standing, input: () => scoringInputOf(library, period) }
}
