import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { canonicalInput } from '#shared/domain/scoring/canonicalInput.ts'
import type { RankHistory, ResultsView } from '#shared/ipc/results.ts'
import { currentResult } from '#db/repos/resultRepo.ts'
import { latestSnapshot, snapshotsBefore } from '#db/repos/snapshotRepo.ts'
import { hashOf, scoringInputOf } from './compute.ts'
import type { Library } from './library.ts'
import { requirePeriod, toPeriodView } from './periods.ts'

/** Quarters that the bump chart and the history tables go back. */
const HISTORY = 4

export interface StandingResults {
  results: ResultSet
  /** Set when they come from a snapshot. */
  snapshot: { id: string; frozenAt: string } | null
  stale: boolean
  computedAt: string
}

/** What counts for a period now: its snapshot when frozen, otherwise the last computation. Null before any. */
export function standingResults(library: Library, period: PeriodKey): StandingResults | null {
  const row = requirePeriod(library, period)
  if (isFrozenState(row.state)) {
    const snapshot = latestSnapshot(library.db, period)
    if (snapshot === null) return null
    return {
      results: snapshot.results,
      snapshot: { id: snapshot.publicId, frozenAt: snapshot.frozenAt },
      stale: false,
      computedAt: snapshot.frozenAt
    }
  }
  const current = currentResult(library.db, period)
  if (current === null) return null
  const stale = hashOf(canonicalInput(scoringInputOf(library, period))) !== current.results.inputsHash
  return { results: current.results, snapshot: null, stale, computedAt: current.computedAt }
}

/** Results of earlier quarters on record, oldest first. Only snapshots count as history. */
export function earlierResults(library: Library, period: PeriodKey): ResultSet[] {
  return snapshotsBefore(library.db, period, HISTORY - 1).map((snapshot) => snapshot.results)
}

/** Rank and total of every unit over the quarters given, in their order. */
export function historyOf(all: readonly ResultSet[]): RankHistory[] {
  const byUnit = new Map<string, RankHistory>()
  for (const results of all) {
    for (const unit of results.races.flatMap((race) => race.groups.flatMap((group) => group.units))) {
      const history = byUnit.get(unit.unit) ?? { unit: unit.unit, points: [] }
      history.points.push({ period: results.period, rank: unit.rank, total: unit.total?.printed ?? null })
      byUnit.set(unit.unit, history)
    }
  }
  return [...byUnit.values()]
}

export function rankingView(library: Library, period: PeriodKey): ResultsView {
  const row = requirePeriod(library, period)
  const standing = row.schemeVersionId === null ? null : standingResults(library, period)
  return {
    period: toPeriodView(library, row),
    results: standing?.results ?? null,
    preview: standing?.snapshot == null,
    stale: standing?.stale ?? false,
    computedAt: standing?.computedAt ?? null,
    history: standing === null ? [] : historyOf([...earlierResults(library, period), standing.results])
  }
}
