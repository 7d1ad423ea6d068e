import { createHash } from 'node:crypto'
import { AppError } from '#shared/appError.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle, previousPeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { canonicalInput } from '#shared/domain/scoring/canonicalInput.ts'
import type { PreviousStanding, ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { entriesOf } from '#db/repos/adjustmentRepo.ts'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { movePeriod } from '#db/repos/periodRepo.ts'
import { saveResult } from '#db/repos/resultRepo.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { latestSnapshot } from '#db/repos/snapshotRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from './library.ts'
import { requirePeriod } from './periods.ts'

/** Ranks of the previous quarter, from its frozen snapshot only: a preview is nobody's previous rank. */
function previousStandings(library: Library, period: PeriodKey): ScoringInput['previous'] {
  const before = previousPeriod(period)
  const snapshot = latestSnapshot(library.db, before)
  if (snapshot === null) return null
  const standings: PreviousStanding[] = snapshot.results.races.flatMap((race) =>
    race.groups.flatMap((group) =>
      group.units.map((unit) => ({
        race: race.race,
        unit: unit.unit,
        group: group.group,
        rank: unit.rank,
        total: unit.total?.printed ?? null
      }))
    )
  )
  return { period: before, standings }
}

/** Everything that the engine needs for one period, read from the database. */
export function scoringInputOf(library: Library, period: PeriodKey): ScoringInput {
  const row = requirePeriod(library, period)
  if (row.schemeVersionId === null) {
    throw new AppError('SCHEME_MISSING', `${periodTitle(period)}还没有考核方案。`, {
      action: '请到「考核方案」载入方案文件。'
    })
  }
  const version = loadSchemeVersion(library.db, row.schemeVersionId)
  return {
    period,
    scheme: version.definition,
    schemeVersion: version.number,
    readings: readingsOf(library.db, period),
    adjustments: entriesOf(library.db, period),
    previous: previousStandings(library, period)
  }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The results of the live data, without saving anything. */
export function resultsOf(input: ScoringInput): ResultSet {
  return { ...computeResults(input), inputsHash: hashOf(canonicalInput(input)) }
}

/** Computes a period and keeps the result as its current preview. Frozen periods are refused. */
export function computePeriod(library: Library, period: PeriodKey): ResultSet {
  return tx(library.db, () => {
    const row = requirePeriod(library, period)
    if (isFrozenState(row.state)) {
      throw new AppError('PERIOD_FROZEN', `${periodTitle(period)}已冻结，成绩不能重算；没有任何改动。`, {
        action: '看成绩请到「排名」；确需更正请先重开本季度。'
      })
    }
    const results = resultsOf(scoringInputOf(library, period))
    const at = library.now()
    saveResult(library.db, { period, results, at })
    if (row.state !== 'computed')
      movePeriod(library.db, period, 'computed', library.operator(), at, '计算成绩')
    return results
  })
}
