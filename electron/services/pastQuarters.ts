import { previousPeriod, quarterOf, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { pastStandings } from '#shared/domain/ranking/pastStandings.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import {
  scoringInput,
  type PastStanding,
  type PreviousStanding,
  type ScoringInput
} from '#shared/domain/scoring/scoringInput.ts'
import type { Database } from '#db/open.ts'
import { perDatabase } from '#db/perDatabase.ts'
import { headsBefore, storedSnapshot } from '#db/repos/snapshotHeads.ts'
import { getSnapshot } from '#db/repos/snapshotRepo.ts'

/** Quarters that streaks look back at most: two years. */
const LOOK_BACK = 8

/** What later quarters need of a frozen one: a small part of its megabytes. */
interface PastQuarter {
  period: PeriodKey
  standings: readonly PreviousStanding[]
  past: readonly PastStanding[]
  /** Measured values, each number once. */
  values: ScoringInput['before']
}

/** Snapshots never change, so each is read once as long as the database is open. */
const known = perDatabase(() => new Map<string, PastQuarter>())

function pastQuarter(db: Database, publicId: string): PastQuarter {
  const cached = known(db).get(publicId)
  if (cached !== undefined) return cached
  const snapshot = getSnapshot(db, publicId)
  if (snapshot === null) throw new RangeError(`no snapshot ${publicId}`)
  const { results, period } = snapshot
  const past = pastStandings(results)
  const measured = valuesOf(results)
  const quarter: PastQuarter = {
    period,
    standings: past.map(({ race, unit, group, rank, total }) => ({ race, unit, group, rank, total })),
    past,
    // Early versions of the program froze no values beside the scores; their inputs have them.
    values: measured.length > 0 ? measured : readValuesOf(db, publicId)
  }
  known(db).set(publicId, quarter)
  return quarter
}

function valuesOf({ races }: ResultSet): PastQuarter['values'] {
  const found = new Map<string, PastQuarter['values'][number]>()
  for (const unit of races.flatMap((race) => race.groups.flatMap((group) => group.units))) {
    for (const { indicator, value, trace } of unit.dimensions.flatMap((dimension) => dimension.indicators)) {
      if (value === null) continue
      const input = trace.inputs.find((entry) => entry.key === 'actual' && entry.value === value)
      found.set(`${unit.unit} ${indicator}`, {
        unit: unit.unit,
        indicator,
        value,
        source: input?.source ?? null
      })
    }
  }
  return [...found.values()]
}

/** Actual values of the frozen inputs. Where two sheets gave different numbers nobody knows which one counts. */
function readValuesOf(db: Database, publicId: string): PastQuarter['values'] {
  const inputs = scoringInput.safeParse(JSON.parse(storedSnapshot(db, publicId)?.inputs ?? 'null'))
  const found = new Map<string, Omit<PastQuarter['values'][number], 'value'> & { value: string | null }>()
  for (const { unit, indicator, field, value, source } of inputs.data?.readings ?? []) {
    if (field !== 'actual' || value === null) continue
    const other = found.get(`${unit} ${indicator}`)
    const agreed = other === undefined || other.value === value ? value : null
    found.set(`${unit} ${indicator}`, { unit, indicator, value: agreed, source })
  }
  return [...found.values()].flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]))
}

/**
 * What the engine is told of earlier quarters, from frozen snapshots only: a preview is nobody's previous rank, and a
 * reopened quarter counts again once it is frozen.
 */
export function pastOf(
  db: Database,
  period: PeriodKey,
  scheme: SchemeDefinition
): Pick<ScoringInput, 'previous' | 'history' | 'before'> {
  const quarters = headsBefore(db, period, LOOK_BACK).map((head) => pastQuarter(db, head.publicId))
  const newest = quarters.at(-1)
  const previous = newest?.period === previousPeriod(period) ? newest : undefined
  return {
    previous: previous === undefined ? null : { period: previous.period, standings: previous.standings },
    history: quarters.map((quarter) => ({ period: quarter.period, standings: quarter.past })),
    before:
      previous === undefined || quarterOf(previous.period).year !== quarterOf(period).year
        ? []
        : cumulativeOnly(previous.values, scheme)
  }
}

function cumulativeOnly(values: PastQuarter['values'], scheme: SchemeDefinition): PastQuarter['values'] {
  const cumulative = new Set(
    scheme.races
      .flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
      .filter((indicator) => indicator.nature === 'CUMULATIVE')
      .map((indicator) => indicator.code)
  )
  return values.filter((entry) => cumulative.has(entry.indicator))
}
