import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import {
  enteredFields,
  type LedgerEvent,
  type LedgerEventType,
  type LedgerInput,
  type LedgerState
} from '#shared/domain/incentive/ledgerEntry.ts'
import type { HonourLevel } from '#shared/domain/incentive/honourLevel.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SourceRef } from '#shared/domain/scoring/reading.ts'
import type { Database } from '../open.ts'
import { adjustmentEntered, adjustmentEvent } from '../schema/honour.ts'
import { adjustment, batch } from '../schema/intake.ts'
import { unit } from '../schema/organisation.ts'
import { period } from '../schema/period.ts'
import { unitId } from './organisationRepo.ts'
import { periodId } from './periodRepo.ts'

/** An entry of the 加减分台账 in whatever state, imported or made in the window. */
export interface LedgerRow {
  id: number
  period: PeriodKey
  unit: string
  classCode: string
  date: string | null
  points: string
  reason: string
  evidence: string
  approver: string | null
  state: LedgerState
  createdAt: string
  /** Null for entries made in the window. */
  source: Extract<SourceRef, { kind: 'cell' }> | null
  /** Null for imported entries. */
  entered: {
    catalogue: string | null
    reporter: string
    honour: number | null
    level: HonourLevel | null
    instant: boolean
    approvedAt: string | null
    approvedBy: string | null
  } | null
}

const joined = (db: Database) =>
  db.orm
    .select({
      row: adjustment,
      entered: adjustmentEntered,
      unit: unit.code,
      key: period.key,
      file: batch.fileName
    })
    .from(adjustment)
    .innerJoin(period, eq(adjustment.periodId, period.id))
    .innerJoin(unit, eq(adjustment.unitId, unit.id))
    .leftJoin(batch, eq(adjustment.batchId, batch.id))
    .leftJoin(adjustmentEntered, eq(adjustmentEntered.adjustmentId, adjustment.id))

type Joined = ReturnType<ReturnType<typeof joined>['all']>[number]

function toRow({ row, entered, unit: code, key, file }: Joined): LedgerRow {
  const { batchId, sheet, address, raw } = row
  return {
    ...{ id: row.id, period: key, unit: code, classCode: row.classCode, points: row.points },
    ...{ reason: row.reason, approver: row.approver, createdAt: row.createdAt },
    date: row.date === '' ? null : row.date,
    evidence: row.evidence ?? '',
    state: row.state as LedgerState,
    source:
      batchId === null
        ? null
        : {
            kind: 'cell',
            batchId,
            file: file ?? '',
            sheet: sheet ?? '',
            address: address ?? '',
            raw: raw ?? ''
          },
    entered:
      entered === null
        ? null
        : {
            catalogue: entered.catalogueCode,
            reporter: entered.reporter,
            honour: entered.honourId,
            approvedAt: entered.approvedAt,
            approvedBy: entered.approvedBy,
            ...enteredFields.parse(entered.fields)
          }
  }
}

/** Every entry of a quarter, newest event first, reversed ones and drafts too. */
export function ledgerOf(db: Database, key: PeriodKey): LedgerRow[] {
  return joined(db)
    .where(eq(period.key, key))
    .orderBy(desc(adjustment.date), asc(unit.sortNo), desc(adjustment.id))
    .all()
    .map(toRow)
}

/** Entries of one unit over all quarters: the same matter may lie in another one. */
export function ledgerOfUnit(db: Database, code: string): LedgerRow[] {
  return joined(db).where(eq(unit.code, code)).orderBy(asc(adjustment.id)).all().map(toRow)
}

/** Entries that reward an honour, reversed ones too. */
export function entriesOfHonour(db: Database, honour: number): LedgerRow[] {
  return joined(db).where(eq(adjustmentEntered.honourId, honour)).orderBy(asc(adjustment.id)).all().map(toRow)
}

/** Which honours have an entry, by honour. */
export function rewardedHonours(db: Database): Map<number, LedgerRow[]> {
  const found = new Map<number, LedgerRow[]>()
  for (const row of joined(db)
    .where(sql`${adjustmentEntered.honourId} IS NOT NULL`)
    .all()
    .map(toRow)) {
    const honour = row.entered!.honour!
    found.set(honour, [...(found.get(honour) ?? []), row])
  }
  return found
}

export function getLedgerRow(db: Database, id: number): LedgerRow | null {
  const found = joined(db).where(eq(adjustment.id, id)).get()
  return found === undefined ? null : toRow(found)
}

/** Entries of the same event (unit, class, day, reason) in a quarter, by ordinal. */
export function sameEvents(
  db: Database,
  key: PeriodKey,
  event: { unit: string; classCode: string; date: string | null; reason: string }
): (LedgerRow & { ordinal: number })[] {
  return joined(db)
    .where(
      and(
        eq(period.key, key),
        eq(unit.code, event.unit),
        eq(adjustment.classCode, event.classCode),
        eq(adjustment.date, event.date ?? ''),
        eq(adjustment.reason, event.reason)
      )
    )
    .orderBy(asc(adjustment.ordinal))
    .all()
    .map((found) => ({ ...toRow(found), ordinal: found.row.ordinal }))
}

function valuesOf(db: Database, key: PeriodKey, input: LedgerInput, ordinal: number) {
  const { classCode, date, points, reason, evidence } = input
  return {
    ...{ periodId: periodId(db, key), unitId: unitId(db, input.unit), ordinal },
    ...{ classCode, date, points, reason, evidence: evidence === '' ? null : evidence }
  }
}

function enteredOf({ catalogue, reporter, honour, level, instant }: LedgerInput) {
  return { catalogueCode: catalogue, reporter, honourId: honour, fields: { level, instant } }
}

/** Adds a draft. */
export function insertLedgerEntry(
  db: Database,
  entry: { period: PeriodKey; input: LedgerInput; ordinal: number; at: Date }
): LedgerRow {
  const { id } = db.orm
    .insert(adjustment)
    .values({
      ...valuesOf(db, entry.period, entry.input, entry.ordinal),
      state: 'draft',
      createdAt: entry.at.toISOString()
    })
    .returning({ id: adjustment.id })
    .get()
  db.orm
    .insert(adjustmentEntered)
    .values({ adjustmentId: id, ...enteredOf(entry.input) })
    .run()
  return getLedgerRow(db, id)!
}

/** Overwrites a draft. */
export function updateLedgerEntry(
  db: Database,
  id: number,
  entry: { period: PeriodKey; input: LedgerInput; ordinal: number }
): LedgerRow {
  db.orm
    .update(adjustment)
    .set(valuesOf(db, entry.period, entry.input, entry.ordinal))
    .where(eq(adjustment.id, id))
    .run()
  db.orm
    .update(adjustmentEntered)
    .set(enteredOf(entry.input))
    .where(eq(adjustmentEntered.adjustmentId, id))
    .run()
  return getLedgerRow(db, id)!
}

export function setLedgerState(db: Database, id: number, state: LedgerState): void {
  db.orm.update(adjustment).set({ state }).where(eq(adjustment.id, id)).run()
}

/** Notes who approved an entry. */
export function markApproved(db: Database, id: number, approval: { by: string; at: Date }): void {
  db.orm.update(adjustment).set({ approver: approval.by }).where(eq(adjustment.id, id)).run()
  db.orm
    .update(adjustmentEntered)
    .set({ approvedBy: approval.by, approvedAt: approval.at.toISOString() })
    .where(eq(adjustmentEntered.adjustmentId, id))
    .run()
}

/** Adds a line to an entry's log. There is no way to change or remove one. */
export function addLedgerEvent(
  db: Database,
  adjustmentId: number,
  event: { type: LedgerEventType; at: Date; who: string; text: string; before?: unknown; after?: unknown }
): void {
  db.orm
    .insert(adjustmentEvent)
    .values({
      ...{ adjustmentId, type: event.type, at: event.at.toISOString(), who: event.who, text: event.text },
      ...{ before: event.before ?? null, after: event.after ?? null }
    })
    .run()
}

/** The logs of entries, oldest line first. */
export function ledgerEvents(db: Database, ids: readonly number[]): Map<number, LedgerEvent[]> {
  const found = new Map<number, LedgerEvent[]>()
  if (ids.length === 0) return found
  const rows = db.orm
    .select()
    .from(adjustmentEvent)
    .where(inArray(adjustmentEvent.adjustmentId, [...ids]))
    .orderBy(asc(adjustmentEvent.id))
    .all()
  for (const { adjustmentId, id, type, at, who, text } of rows) {
    const event: LedgerEvent = { id, type: type as LedgerEventType, at, who, text }
    found.set(adjustmentId, [...(found.get(adjustmentId) ?? []), event])
  }
  return found
}

/** How many entries were made by each catalogue code, reversed ones too. */
export function catalogueUse(db: Database): Record<string, number> {
  const rows = db.orm
    .select({ code: adjustmentEntered.catalogueCode, count: sql<number>`count(*)` })
    .from(adjustmentEntered)
    .where(sql`${adjustmentEntered.catalogueCode} IS NOT NULL`)
    .groupBy(adjustmentEntered.catalogueCode)
    .all()
  return Object.fromEntries(rows.map(({ code, count }) => [code!, count]))
}
