import { and, asc, eq } from 'drizzle-orm'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { StagedAdjustment } from '#shared/domain/importing/importPlan.ts'
import type { AdjustmentEntry } from '#shared/domain/scoring/reading.ts'
import type { Database } from '../open.ts'
import { adjustmentEntered } from '../schema/honour.ts'
import { adjustment, batch } from '../schema/intake.ts'
import { unit } from '../schema/organisation.ts'
import { period } from '../schema/period.ts'
import { unitId } from './organisationRepo.ts'
import { periodId } from './periodRepo.ts'
import type { CellSource, Outcome, StoredAdjustment } from './stored.ts'

/** What makes two rows of the ledger the same event; `ordinal` counts repeats of it within one file. */
export type AdjustmentKey = Pick<StagedAdjustment, 'unit' | 'classCode' | 'date' | 'reason'> & {
  ordinal: number
}

function matches(db: Database, key: PeriodKey, entry: AdjustmentKey) {
  return and(
    eq(adjustment.periodId, periodId(db, key)),
    eq(adjustment.unitId, unitId(db, entry.unit)),
    eq(adjustment.classCode, entry.classCode),
    eq(adjustment.date, entry.date ?? ''),
    eq(adjustment.reason, entry.reason),
    eq(adjustment.ordinal, entry.ordinal)
  )
}

/**
 * Writes one ledger entry. A ledger that is handed in again updates its events instead of doubling them. SAME (points,
 * evidence and approver) leaves the stored row and its source as they are. An event that people entered in the window or
 * reversed is not overwritten: SAME where it counts with the same points, otherwise SKIPPED.
 */
export function upsertAdjustment(
  db: Database,
  input: { period: PeriodKey; entry: StagedAdjustment; ordinal: number; source: CellSource; at: Date }
): { outcome: Outcome; previous: StoredAdjustment | null } {
  const { entry, ordinal } = input
  const where = matches(db, input.period, { ...entry, ordinal })
  const row = db.orm.select().from(adjustment).where(where).get()
  const values = { points: entry.points, evidence: entry.evidence, approver: entry.approver }
  if (row === undefined) {
    db.orm
      .insert(adjustment)
      .values({
        periodId: periodId(db, input.period),
        unitId: unitId(db, entry.unit),
        classCode: entry.classCode,
        date: entry.date ?? '',
        reason: entry.reason,
        ordinal,
        ...values,
        ...input.source,
        createdAt: input.at.toISOString()
      })
      .run()
    return { outcome: 'NEW', previous: null }
  }
  const previous: StoredAdjustment = {
    points: row.points,
    evidence: row.evidence,
    approver: row.approver,
    batchId: row.batchId,
    sheet: row.sheet,
    address: row.address,
    raw: row.raw
  }
  const byPeople = row.state !== 'effective' || isEntered(db, row.id)
  if (byPeople) {
    const agrees = row.state === 'effective' && row.points === entry.points
    return { outcome: agrees ? 'SAME' : 'SKIPPED', previous }
  }
  const { points, evidence, approver } = values
  if (row.points === points && row.evidence === evidence && row.approver === approver)
    return { outcome: 'SAME', previous }
  db.orm
    .update(adjustment)
    .set({ ...values, ...input.source })
    .where(where)
    .run()
  return { outcome: 'CHANGED', previous }
}

function isEntered(db: Database, id: number): boolean {
  return (
    db.orm.select().from(adjustmentEntered).where(eq(adjustmentEntered.adjustmentId, id)).get() !== undefined
  )
}

/** Puts an entry back to what it was before a batch; removes it when there was none. */
export function restoreAdjustment(
  db: Database,
  input: { period: PeriodKey; entry: AdjustmentKey; previous: StoredAdjustment | null }
): void {
  const where = matches(db, input.period, input.entry)
  if (input.previous === null) db.orm.delete(adjustment).where(where).run()
  else db.orm.update(adjustment).set(input.previous).where(where).run()
}

/** The entries of a period that count, with their sources, in a fixed order. */
export function entriesOf(db: Database, key: PeriodKey): AdjustmentEntry[] {
  return db.orm
    .select({ row: adjustment, unit: unit.code, file: batch.fileName, entered: adjustmentEntered })
    .from(adjustment)
    .innerJoin(period, eq(adjustment.periodId, period.id))
    .innerJoin(unit, eq(adjustment.unitId, unit.id))
    .leftJoin(batch, eq(adjustment.batchId, batch.id))
    .leftJoin(adjustmentEntered, eq(adjustmentEntered.adjustmentId, adjustment.id))
    .where(and(eq(period.key, key), eq(adjustment.state, 'effective')))
    .orderBy(asc(unit.sortNo), asc(adjustment.classCode), asc(adjustment.date), asc(adjustment.id))
    .all()
    .map(({ row, unit: code, file, entered }) => ({
      id: row.id,
      unit: code,
      classCode: row.classCode,
      date: row.date === '' ? null : row.date,
      points: row.points,
      reason: row.reason,
      evidence: row.evidence,
      approver: row.approver,
      source:
        row.batchId === null
          ? entered === null
            ? null
            : { kind: 'manual' as const, by: entered.reporter, at: row.createdAt, reason: row.reason }
          : {
              kind: 'cell' as const,
              batchId: row.batchId,
              file: file ?? '',
              sheet: row.sheet ?? '',
              address: row.address ?? '',
              raw: row.raw ?? ''
            }
    }))
}
