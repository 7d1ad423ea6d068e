import { overCounted } from '#shared/domain/evaluation/roundProgress.ts'
import { isCollectedHere } from '#shared/domain/evaluation/roundReadings.ts'
import { roundResults } from '#shared/domain/evaluation/roundResults.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import type { RoundRow } from '#db/repos/evaluationRepo.ts'
import { decisionsInForce } from '#db/repos/decisionRepo.ts'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { quarterDecisions } from '#shared/domain/decision/spanDecisions.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { requirePeriod } from '../periods.ts'
import type { Library } from '../library.ts'
import { isFrozen, requireJudged, requireRound } from './roundAccess.ts'
import {
  factsOf,
  foreignReadings,
  foreignView,
  isAsWritten,
  readingKey,
  readingsOfRound
} from './roundReadingsNow.ts'
import { headOf } from './rounds.ts'

/** A round with its marks and what they give now, by the quarter's own engine. */
export function roundView(library: Library, id: number): RoundView {
  const row = requireRound(library, id)
  const judged = requireJudged(library, row)
  const facts = factsOf(library, row, judged)
  const input = inputOf(library, row)
  const foreign = row.state === 'VOIDED' ? [] : foreignReadings(input.readings, row, facts)
  // A closed round shows what counts; an open one what its marks would be, beside groups that come by another way.
  const readings =
    row.state === 'CLOSED'
      ? input.readings
      : [
          ...input.readings.filter((reading) => !isCollectedHere(reading, facts)),
          ...readingsOfRound(library, facts)
        ]
  const order = new Map(row.setup.order.map((unit, index) => [unit, index]))
  return {
    ...headOf(library, row, judged.name),
    version: row.version,
    judged,
    setup: row.setup,
    marks: [...facts.marks],
    outcomes: roundResults(input, row.indicator, readings)
      .filter(({ unit }) => order.has(unit))
      .sort((a, b) => order.get(a.unit)! - order.get(b.unit)!),
    over: row.kind === 'BALLOTS' ? overCounted(row.setup, facts.marks) : [],
    foreign: row.state === 'OPEN' ? foreign.map(foreignView) : [],
    drift: row.state === 'CLOSED' ? driftOf(row, input.readings, foreign, judged) : [],
    canEdit: row.state !== 'VOIDED' && !isFrozen(library, row.period)
  }
}

/**
 * What one indicator's marks need of the quarter. Earlier quarters, which only ranks and streaks look at, are left out: this
 * is computed after every mark.
 */
function inputOf(library: Library, { period }: RoundRow): ScoringInput {
  const version = loadSchemeVersion(library.db, requirePeriod(library, period).schemeVersionId!)
  return {
    ...{ period, month: null, scheme: version.definition, schemeVersion: version.number },
    readings: readingsOf(library.db, period),
    decisions: quarterDecisions(decisionsInForce(library.db, period)),
    ...{ adjustments: [], previous: null, history: [], before: [] }
  }
}

/** What has happened to the readings of a closed round behind its back: an import, another round. */
function driftOf(
  row: RoundRow,
  stored: readonly Reading[],
  foreign: readonly Reading[],
  { units }: RoundView['judged']
): string[] {
  const names = new Map(units.map(({ code, name }) => [code, name]))
  const now = new Map(
    stored
      .filter(({ indicator, field }) => indicator === row.indicator && field === 'rating')
      .map((reading) => [readingKey(reading), reading])
  )
  const gone = (row.written ?? []).filter((entry) => {
    const reading = now.get(readingKey(entry))
    return entry.wrote !== null && (reading === undefined || !isAsWritten(reading, entry))
  })
  const told = gone.slice(0, 3).map(({ unit, rater }) => `${names.get(unit) ?? unit} ${rater.name}`)
  const sources = [...new Set(foreign.map((reading) => foreignView(reading).source.split(' · ')[0]!))]
  return [
    ...(gone.length === 0
      ? []
      : [
          `写入季度的分里有 ${gone.length} 个后来被改过（${told.join('、')}${gone.length > 3 ? '等' : ''}），现在算的是改后的数。`
        ]),
    ...(foreign.length === 0
      ? []
      : [`同一指标后来又收到 ${foreign.length} 个分（${sources.slice(0, 2).join('、')}），也一起计算。`])
  ]
}
