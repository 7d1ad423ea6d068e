import { previousPeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { lacksOf } from '#shared/domain/selfReview/checkReview.ts'
import { countChanges } from '#shared/domain/selfReview/gapMath.ts'
import { gapKey, proposeGaps } from '#shared/domain/selfReview/proposeGaps.ts'
import type { KnownBenchmark, SelfReviewOverview, SelfReviewView } from '#shared/ipc/selfReview.ts'
import { externalGaps, findSelfReview, selfReviewsOf } from '#db/repos/selfReviewRepo.ts'
import type { Library } from '../library.ts'
import { followUpRows, followUpWorld, rowView } from './followUpOf.ts'
import { unitsIn } from './gapFactsOf.ts'
import { isDone } from './gapItems.ts'
import { readOnlyReason, reviewSettings, unitNameIn } from './openReview.ts'

/** Outside benchmarks are looked for among so many gaps. */
const LOOK_BACK = 400

/** One unit's self-review with all that the page shows of it. Throws NOT_FOUND. */
export function reviewOf(library: Library, period: PeriodKey, unit: string): SelfReviewView {
  const unitName = unitNameIn(library, period, unit)
  const review = findSelfReview(library.db, period, unit)
  const world = followUpWorld(library, period)
  const rows = world.now.filter((row) => row.unit === unit)
  const keys = new Set(rows.map((row) => gapKey(row.fields)))
  const { facts, state } = world.quarter
  const earlier = followUpRows(world, period, unit)
  return {
    period,
    unit,
    unitName,
    state: review === null || (review.state === 'DRAFT' && rows.length === 0) ? 'NONE' : review.state,
    version: review?.version ?? 0,
    submitted: review?.submittedAt == null ? null : { at: review.submittedAt, by: review.submittedBy ?? '' },
    readOnly: readOnlyReason(library, period, review),
    rows: rows.map((row) => rowView(row, world.items)),
    lacks: lacksOf(
      rows.map((row) => row.fields),
      reviewSettings(library)
    ),
    results: state,
    proposals:
      facts === null
        ? []
        : proposeGaps(facts, unit).map((proposal) => ({ ...proposal, taken: keys.has(proposal.key) })),
    followUp:
      earlier.length === 0
        ? null
        : {
            period: previousPeriod(period),
            rows: earlier,
            counts: countChanges(earlier.map(({ outcome }) => outcome.change))
          }
  }
}

/** All units of the quarter: who has handed in, how many gaps and tasks, what became of the quarter before. */
export function reviewOverview(library: Library, period: PeriodKey): SelfReviewOverview {
  const world = followUpWorld(library, period)
  const states = new Map(selfReviewsOf(library.db, period).map((review) => [review.unit, review.state]))
  const all = unitsIn(world.quarter, period).map(({ code, name }) => {
    const rows = world.now.filter((row) => row.unit === code).map((row) => rowView(row, world.items))
    const tasks = rows.flatMap(({ item }) => item ?? [])
    const state = states.get(code) ?? 'NONE'
    const changes = followUpRows(world, period, code).map(({ outcome }) => outcome.change)
    return {
      changes,
      view: {
        unit: code,
        name,
        state: state === 'DRAFT' && rows.length === 0 ? ('NONE' as const) : state,
        gaps: rows.length,
        tasks: tasks.length,
        done: tasks.filter(isDone).length,
        overdue: tasks.filter(({ status }) => status === 'OVERDUE').length,
        earlier: countChanges(changes)
      }
    }
  })
  const units = all.map(({ view }) => view)
  const total = (pick: (view: (typeof units)[number]) => number): number =>
    units.reduce((count, view) => count + pick(view), 0)
  return {
    period,
    units,
    totals: {
      units: units.length,
      submitted: units.filter(({ state }) => state === 'SUBMITTED').length,
      gaps: total(({ gaps }) => gaps),
      tasks: total(({ tasks }) => tasks),
      done: total(({ done }) => done),
      overdue: total(({ overdue }) => overdue),
      earlier: countChanges(all.flatMap(({ changes }) => changes))
    }
  }
}

/** Outside benchmarks that were used before, the newest of each name and topic. */
export function knownBenchmarks(library: Library): KnownBenchmark[] {
  const found = new Map<string, KnownBenchmark>()
  for (const { period, fields } of externalGaps(library.db, LOOK_BACK)) {
    const { benchmark, topic, benchmarkValue: value, unitOfMeasure, benchmarkSource: source } = fields
    const key = `${benchmark}\n${topic}`
    if (!found.has(key)) found.set(key, { benchmark, topic, value, unitOfMeasure, source, period })
  }
  return [...found.values()]
}
