import { previousPeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { gapFields, type GapFields } from '#shared/domain/selfReview/gapFields.ts'
import { gapOutcome, type GapOutcome } from '#shared/domain/selfReview/followUp.ts'
import { benchmarkOf, placesOf } from '#shared/domain/selfReview/gapNumbers.ts'
import { gapKey } from '#shared/domain/selfReview/proposeGaps.ts'
import type { FollowUpRow, GapItemView, GapRowView } from '#shared/ipc/selfReview.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  bumpSelfReview,
  gapsOfPeriod,
  gapsOfReview,
  insertGap,
  setGapItem,
  updateGap,
  type GapRecord
} from '#db/repos/selfReviewRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { codeBefore, gapFactsOf, type QuarterFacts } from './gapFactsOf.ts'
import { isDone, itemsById } from './gapItems.ts'
import { openReview } from './openReview.ts'

export function rowView(row: GapRecord, items: ReadonlyMap<number, GapItemView>): GapRowView {
  const { id, fields, source } = row
  return { id, fields, source, item: row.item === null ? null : (items.get(row.item) ?? null) }
}

export interface FollowUpWorld {
  quarter: QuarterFacts
  items: ReadonlyMap<number, GapItemView>
  /** Gaps of the quarter before and of this one, all units. */
  before: readonly GapRecord[]
  now: readonly GapRecord[]
}

export function followUpWorld(library: Library, period: PeriodKey): FollowUpWorld {
  return {
    quarter: gapFactsOf(library, period),
    items: itemsById(library),
    before: gapsOfPeriod(library.db, previousPeriod(period)),
    now: gapsOfPeriod(library.db, period)
  }
}

/** What became of a unit's gaps of the quarter before, in their order. */
export function followUpRows(world: FollowUpWorld, period: PeriodKey, unit: string): FollowUpRow[] {
  const former = codeBefore(world.quarter, unit, period)
  return world.before
    .filter((row) => row.unit === former)
    .map((row) => {
      const carried = world.now.find((entry) => entry.unit === unit && entry.fields.carriedFrom === row.id)
      const outcome = gapOutcome(row.fields, unit, world.quarter.facts, carried?.fields ?? null)
      const view = rowView(row, world.items)
      return {
        row: view,
        outcome,
        carriedTo: carried?.id ?? null,
        unfinished: outcome.change !== 'CLOSED' || (view.item !== null && !isDone(view.item))
      }
    })
}

/**
 * Carries gaps of the quarter before into this quarter's review, with their tasks. What is carried already stays once; a
 * gap that stands in the review anyway is tied to the earlier one instead of being written twice.
 */
export function carryGaps(
  library: Library,
  { period, unit, rows }: { period: PeriodKey; unit: string; rows: readonly number[] }
): { carried: number } {
  const { db } = library
  return tx(db, () => {
    const review = openReview(library, period, unit)
    const world = followUpWorld(library, period)
    const chosen = followUpRows(world, period, unit).filter(
      (entry) => rows.includes(entry.row.id) && entry.carriedTo === null
    )
    const own = world.now.filter((row) => row.unit === unit)
    const last = gapsOfReview(db, review.id).length
    chosen.forEach((entry, index) => {
      const item = entry.row.item?.id ?? null
      const there = own.find((row) => isSameGap(row.fields, entry.row.fields))
      if (there === undefined) {
        const fields = carriedFields(entry, world.quarter, unit)
        insertGap(db, review.id, last + index + 1, fields, { item })
        return
      }
      updateGap(db, there.id, { ...there.fields, carriedFrom: entry.row.id })
      if (there.item === null && item !== null) setGapItem(db, there.id, item)
    })
    if (chosen.length > 0) {
      bumpSelfReview(db, review.id)
      append(db, {
        at: library.now(),
        who: library.operator(),
        what: '差距带入本季度',
        subject: `${period} · ${unit}`,
        after: chosen.map(({ row }) => row.fields.topic).join('；')
      })
    }
    return { carried: chosen.length }
  })
}

/** Only what the results measure is the same by its key; words of one's own never are. */
function isSameGap(now: GapFields, then: GapFields): boolean {
  return then.about !== 'OWN' && now.carriedFrom === null && gapKey(now) === gapKey(then)
}

/** The same gap with the numbers of this quarter; cause, measures and person stay to be looked at again, a past day goes. */
function carriedFields(
  { row, outcome }: { row: GapRowView; outcome: GapOutcome },
  { facts }: QuarterFacts,
  unit: string
): GapFields {
  const { fields } = row
  return gapFields.parse({
    ...fields,
    ownValue: outcome.ownNow,
    ownSource: outcome.ownNowSource,
    benchmark: benchmarkName(fields, facts, unit),
    benchmarkValue: outcome.benchmarkNow,
    benchmarkSource: outcome.benchmarkNowSource,
    due: row.item?.due ?? null,
    carriedFrom: row.id
  })
}

/** The first of the group may be another unit by now. */
function benchmarkName(fields: GapFields, facts: QuarterFacts['facts'], unit: string): string {
  const { about, indicator, kind } = fields
  if (
    facts === null ||
    about === 'OWN' ||
    kind === 'EXTERNAL' ||
    kind === 'SUBMISSION' ||
    kind === 'PREVIOUS'
  )
    return fields.benchmark
  const place = placesOf(facts.results, unit).find(({ race }) => race.race === fields.race)
  if (place === undefined) return fields.benchmark
  return benchmarkOf(facts, place, { about, indicator }, kind)?.name ?? fields.benchmark
}
