import { AppError } from '#shared/appError.ts'
import type { Decision } from '#shared/domain/decision/decision.ts'
import { spanDecisions } from '#shared/domain/decision/spanDecisions.ts'
import { periodDays, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { quartersOfSpan, spanTitle } from '#shared/domain/period/spans.ts'
import {
  quarterResults,
  type QuarterOfYear,
  type QuarterResults,
  type YearInput
} from '#shared/domain/period/yearInput.ts'
import type { YearSpan } from '#shared/domain/period/yearResult.ts'
import type { Database } from '#db/open.ts'
import { perDatabase } from '#db/perDatabase.ts'
import { decisionsInForce } from '#db/repos/decisionRepo.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import { activeScheme, loadSchemeVersion, type SchemeVersion } from '#db/repos/schemeRepo.ts'
import { latestHead } from '#db/repos/snapshotHeads.ts'
import { getSnapshot } from '#db/repos/snapshotRepo.ts'
import type { Library } from './library.ts'

/** Everything that a year or half-year is computed from: frozen quarters, decisions, the newest scheme of the span. */
export function yearInputOf(library: Library, year: number, span: YearSpan): YearInput {
  const { db } = library
  const periods = quartersOfSpan(year, span)
  const version = schemeOfSpan(db, year, span)
  const decisions = new Map<number, Decision>()
  for (const decision of periods.flatMap((period) => decisionsInForce(db, period))) {
    decisions.set(decision.id, decision)
  }
  return {
    year,
    span,
    scheme: version.definition,
    schemeVersion: version.number,
    quarters: periods.map((period) => quarterOf(library, period)),
    decisions: spanDecisions([...decisions.values()], span)
  }
}

function quarterOf(library: Library, period: PeriodKey): QuarterOfYear {
  const { db } = library
  const row = getPeriod(db, period)
  const head = row !== null && isFrozenState(row.state) ? latestHead(db, period) : null
  if (head !== null) {
    return { period, state: 'FROZEN', snapshot: head.publicId, results: frozenResults(db, head.publicId) }
  }
  if (row !== null) return { period, state: 'OPEN' }
  return { period, state: periodDays(period).last >= dayOf(library.now()) ? 'TO_COME' : 'NOT_HELD' }
}

/** The day on the wall calendar, as people in the office have it. */
function dayOf(at: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** Snapshots never change, so each is read once as long as the database is open. */
const known = perDatabase(() => new Map<string, QuarterResults>())

function frozenResults(db: Database, publicId: string): QuarterResults {
  const cached = known(db).get(publicId)
  if (cached !== undefined) return cached
  const snapshot = getSnapshot(db, publicId)
  if (snapshot === null) throw new RangeError(`no snapshot ${publicId}`)
  const results = quarterResults(snapshot.results)
  known(db).set(publicId, results)
  return results
}

/** Of the last quarter of the span that has one, then of the year, then the one in force. */
function schemeOfSpan(db: Database, year: number, span: YearSpan): SchemeVersion {
  const newestFirst = [...quartersOfSpan(year, 'YEAR').reverse(), ...quartersOfSpan(year, span)].reverse()
  const ids = [
    ...newestFirst.map((period) => getPeriod(db, period)?.schemeVersionId),
    activeScheme(db)?.versionId
  ]
  const versionId = ids.find((id) => id != null)
  if (versionId == null) {
    throw new AppError('SCHEME_MISSING', `还没有考核方案，不能看${spanTitle(year, span)}成绩。`, {
      action: '请到「考核方案」载入方案文件。'
    })
  }
  return loadSchemeVersion(db, versionId)
}
