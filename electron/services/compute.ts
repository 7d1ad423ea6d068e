import { createHash } from 'node:crypto'
import { AppError } from '#shared/appError.ts'
import { quarterDecisions } from '#shared/domain/decision/spanDecisions.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { monthsOf } from '#shared/domain/period/spans.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { canonicalInput } from '#shared/domain/scoring/canonicalInput.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { entriesOf } from '#db/repos/adjustmentRepo.ts'
import { decisionsInForce } from '#db/repos/decisionRepo.ts'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { movePeriod } from '#db/repos/periodRepo.ts'
import { saveResult } from '#db/repos/resultRepo.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from './library.ts'
import { pastOf } from './pastQuarters.ts'
import { requirePeriod } from './periods.ts'

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
    month: null,
    scheme: version.definition,
    schemeVersion: version.number,
    readings: readingsOf(library.db, period),
    adjustments: entriesOf(library.db, period),
    decisions: quarterDecisions(decisionsInForce(library.db, period)),
    ...pastOf(library.db, period, version.definition)
  }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** The results of an input, without saving anything. */
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

/**
 * 月度预览 (月比拼): what is on record now against the targets of a month, 1–12, of the quarter. Saves nothing, and is
 * never frozen.
 */
export function computeMonth(library: Library, period: PeriodKey, month: number): ResultSet {
  const months = monthsOf(period)
  if (!months.includes(month)) {
    throw new AppError('VALIDATION_FAILED', `${month}月不在${periodTitle(period)}里。`, {
      action: `请选 ${months[0]}、${months[1]} 或 ${months[2]} 月。`
    })
  }
  return resultsOf({ ...scoringInputOf(library, period), month })
}
