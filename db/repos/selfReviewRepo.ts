import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { gapFields, type GapFields } from '#shared/domain/selfReview/gapFields.ts'
import type { Database } from '../open.ts'
import { batch } from '../schema/intake.ts'
import { unit } from '../schema/organisation.ts'
import { period } from '../schema/period.ts'
import { selfReview, selfReviewRow } from '../schema/selfReview.ts'
import { unitId } from './organisationRepo.ts'
import { periodId } from './periodRepo.ts'

/** A unit's self-review of a quarter, without its rows. */
export interface SelfReviewRecord {
  id: number
  period: PeriodKey
  unit: string
  state: 'DRAFT' | 'SUBMITTED'
  submittedAt: string | null
  submittedBy: string | null
  /** Goes up with every change: a save against an older one is refused. */
  version: number
}

export interface GapRowSource {
  batch: number
  file: string
  sheet: string
  address: string
}

/** One gap as stored. */
export interface GapRecord {
  id: number
  review: number
  period: PeriodKey
  unit: string
  fields: GapFields
  item: number | null
  source: GapRowSource | null
  removed: boolean
}

const reviews = (db: Database) =>
  db.orm
    .select({ row: selfReview, period: period.key, unit: unit.code })
    .from(selfReview)
    .innerJoin(period, eq(selfReview.periodId, period.id))
    .innerJoin(unit, eq(selfReview.unitId, unit.id))

function toReview(found: {
  row: typeof selfReview.$inferSelect
  period: string
  unit: string
}): SelfReviewRecord {
  const { id, state, submittedAt, submittedBy, version } = found.row
  return {
    id,
    period: found.period,
    unit: found.unit,
    state: state as SelfReviewRecord['state'],
    submittedAt,
    submittedBy,
    version
  }
}

export function selfReviewsOf(db: Database, key: PeriodKey): SelfReviewRecord[] {
  return reviews(db).where(eq(period.key, key)).orderBy(asc(unit.sortNo)).all().map(toReview)
}

export function findSelfReview(db: Database, key: PeriodKey, unitCode: string): SelfReviewRecord | null {
  const found = reviews(db)
    .where(and(eq(period.key, key), eq(unit.code, unitCode)))
    .get()
  return found === undefined ? null : toReview(found)
}

/** The review, begun where there is none. */
export function ensureSelfReview(db: Database, key: PeriodKey, unitCode: string): SelfReviewRecord {
  db.orm
    .insert(selfReview)
    .values({ periodId: periodId(db, key), unitId: unitId(db, unitCode), state: 'DRAFT', version: 0 })
    .onConflictDoNothing()
    .run()
  return findSelfReview(db, key, unitCode)!
}

/** Counts a change of the review or its rows. */
export function bumpSelfReview(db: Database, id: number): void {
  db.orm
    .update(selfReview)
    .set({ version: sql`${selfReview.version} + 1` })
    .where(eq(selfReview.id, id))
    .run()
}

/** `submitted` null takes it back. */
export function setSelfReviewState(
  db: Database,
  id: number,
  submitted: { at: Date; by: string } | null
): void {
  db.orm
    .update(selfReview)
    .set({
      state: submitted === null ? 'DRAFT' : 'SUBMITTED',
      submittedAt: submitted?.at.toISOString() ?? null,
      submittedBy: submitted?.by ?? null
    })
    .where(eq(selfReview.id, id))
    .run()
  bumpSelfReview(db, id)
}

const rows = (db: Database) =>
  db.orm
    .select({ row: selfReviewRow, period: period.key, unit: unit.code, file: batch.fileName })
    .from(selfReviewRow)
    .innerJoin(selfReview, eq(selfReviewRow.selfReviewId, selfReview.id))
    .innerJoin(period, eq(selfReview.periodId, period.id))
    .innerJoin(unit, eq(selfReview.unitId, unit.id))
    .leftJoin(batch, eq(selfReviewRow.batchId, batch.id))

function toRow(found: {
  row: typeof selfReviewRow.$inferSelect
  period: string
  unit: string
  file: string | null
}): GapRecord {
  const { id, selfReviewId, fields, itemId, batchId, sheet, address, removedAt } = found.row
  return {
    id,
    review: selfReviewId,
    period: found.period,
    unit: found.unit,
    fields: gapFields.parse(fields),
    item: itemId,
    source:
      batchId === null
        ? null
        : { batch: batchId, file: found.file ?? '', sheet: sheet ?? '', address: address ?? '' },
    removed: removedAt !== null
  }
}

/** Gaps of a quarter in force, by unit order and their own. */
export function gapsOfPeriod(db: Database, key: PeriodKey): GapRecord[] {
  return rows(db)
    .where(and(eq(period.key, key), isNull(selfReviewRow.removedAt)))
    .orderBy(asc(unit.sortNo), asc(selfReviewRow.sortNo), asc(selfReviewRow.id))
    .all()
    .map(toRow)
}

/** Gaps of one review; removed ones too, for putting them back. */
export function gapsOfReview(db: Database, review: number): GapRecord[] {
  return rows(db)
    .where(eq(selfReviewRow.selfReviewId, review))
    .orderBy(asc(selfReviewRow.sortNo), asc(selfReviewRow.id))
    .all()
    .map(toRow)
}

export function findGap(db: Database, id: number): GapRecord | null {
  const found = rows(db).where(eq(selfReviewRow.id, id)).get()
  return found === undefined ? null : toRow(found)
}

/** Gaps that name an outside benchmark, newest first. */
export function externalGaps(db: Database, most: number): GapRecord[] {
  return rows(db)
    .where(
      and(
        isNull(selfReviewRow.removedAt),
        sql`${selfReviewRow.fields} ->> '$.kind' = 'EXTERNAL'`,
        sql`${selfReviewRow.fields} ->> '$.benchmark' <> ''`
      )
    )
    .orderBy(desc(period.key), desc(selfReviewRow.id))
    .limit(most)
    .all()
    .map(toRow)
}

export function insertGap(
  db: Database,
  review: number,
  sortNo: number,
  fields: GapFields,
  more: { item?: number | null; source?: Omit<GapRowSource, 'file'> | null } = {}
): number {
  const { source = null } = more
  return db.orm
    .insert(selfReviewRow)
    .values({
      selfReviewId: review,
      sortNo,
      fields,
      itemId: more.item ?? null,
      batchId: source?.batch ?? null,
      sheet: source?.sheet ?? null,
      address: source?.address ?? null
    })
    .returning({ id: selfReviewRow.id })
    .get().id
}

/** Changes a gap; brings it back where it was removed. */
export function updateGap(db: Database, id: number, fields: GapFields, sortNo?: number): void {
  db.orm
    .update(selfReviewRow)
    .set({ fields, removedAt: null, ...(sortNo === undefined ? {} : { sortNo }) })
    .where(eq(selfReviewRow.id, id))
    .run()
}

/** Takes a gap out; its row stays as a record. */
export function removeGap(db: Database, id: number, at: Date): void {
  db.orm.update(selfReviewRow).set({ removedAt: at.toISOString() }).where(eq(selfReviewRow.id, id)).run()
}

export function setGapItem(db: Database, id: number, item: number): void {
  db.orm.update(selfReviewRow).set({ itemId: item }).where(eq(selfReviewRow.id, id)).run()
}
