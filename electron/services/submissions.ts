import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { unitsOfIndicator } from '#shared/domain/scheme/appliesTo.ts'
import { unitsOverTime } from '#shared/domain/scheme/inPeriod.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import type { SubmissionRow } from '#shared/ipc/period.ts'
import { listBatches } from '#db/repos/batchRepo.ts'
import { scoringInputOf } from './compute.ts'
import type { Library } from './library.ts'
import { requirePeriod } from './periods.ts'

/**
 * For each unit that takes part in the quarter: which indicators have a word from someone (a value, an NA), and which
 * have none.
 */
export function submissionsOf(input: ScoringInput, importedAt: ReadonlyMap<number, string>): SubmissionRow[] {
  const byUnit = new Map<string, Map<string, ScoringInput['readings'][number][]>>()
  for (const reading of input.readings) {
    const indicators = byUnit.get(reading.unit) ?? new Map<string, ScoringInput['readings'][number][]>()
    indicators.set(reading.indicator, [...(indicators.get(reading.indicator) ?? []), reading])
    byUnit.set(reading.unit, indicators)
  }
  const { scheme, period } = input
  const overTime = unitsOverTime(scheme)
  const all = scheme.races.flatMap((race) =>
    race.dimensions.flatMap((dimension) =>
      dimension.indicators.map((indicator) => ({
        indicator,
        units: new Set(unitsOfIndicator(scheme, race, indicator, period))
      }))
    )
  )
  return scheme.units.flatMap((unit) => {
    if (!overTime.inBeing(unit.code, period)) return []
    const group = scheme.groups.find((candidate) =>
      candidate.members.some((member) => member.unit === unit.code && member.rankMode !== 'EXCLUDED')
    )
    if (group === undefined) return []
    const expected = all.flatMap(({ indicator, units }) => (units.has(unit.code) ? [indicator] : []))
    const readings = byUnit.get(unit.code) ?? new Map<string, ScoringInput['readings'][number][]>()
    const missing = expected.filter((indicator) => {
      const own = (readings.get(indicator.code) ?? []).filter(
        (reading) => reading.field !== 'self' && reading.field !== 'target'
      )
      return own.length === 0 || own.every((reading) => reading.state === 'MISSING')
    })
    const sources = [...readings.values()]
      .flat()
      .flatMap((reading) => (reading.source?.kind === 'cell' ? [reading.source] : []))
    const filled = expected.length - missing.length
    const times = sources.flatMap((source) => importedAt.get(source.batchId) ?? []).sort()
    return [
      {
        unit: unit.code,
        name: unit.name,
        group: group.name,
        state: missing.length === 0 ? 'COMPLETE' : filled === 0 ? 'MISSING' : 'PARTLY',
        filled,
        expected: expected.length,
        missing: missing.map((indicator) => indicator.name),
        files: [...new Set(sources.map((source) => source.file))],
        firstAt: times[0] ?? null,
        lastAt: times.at(-1) ?? null
      } satisfies SubmissionRow
    ]
  })
}

export function periodSubmissions(library: Library, period: PeriodKey): SubmissionRow[] {
  if (requirePeriod(library, period).schemeVersionId === null) return []
  const batches = listBatches(library.db, period)
  return submissionsOf(scoringInputOf(library, period), new Map(batches.map((batch) => [batch.id, batch.at])))
}
