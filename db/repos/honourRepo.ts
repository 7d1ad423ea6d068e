import { and, asc, desc, eq, gte, isNull, lte } from 'drizzle-orm'
import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import {
  honour as honourSchema,
  honourFields,
  type Honour,
  type HonourInput,
  type WordOf
} from '#shared/domain/incentive/honour.ts'
import type { Database } from '../open.ts'
import { honour } from '../schema/honour.ts'
import { batch } from '../schema/intake.ts'
import { unit } from '../schema/organisation.ts'
import { unitId } from './organisationRepo.ts'

/** The cell that an imported honour comes from. */
export interface HonourCell {
  batchId: number
  sheet: string
  address: string
}

export interface HonourQuery {
  /** Inclusive days of the award. */
  from?: IsoDate
  to?: IsoDate
  /** Voided ones too. */
  voided?: boolean
}

const joined = (db: Database) =>
  db.orm
    .select({ row: honour, unit: unit.code, file: batch.fileName })
    .from(honour)
    .innerJoin(unit, eq(honour.unitId, unit.id))
    .leftJoin(batch, eq(honour.batchId, batch.id))

function toHonour({
  row,
  unit: code,
  file
}: {
  row: typeof honour.$inferSelect
  unit: string
  file: string | null
}): Honour {
  const { deeds, refused } = honourFields.parse(row.fields)
  const { batchId, sheet, address } = row
  return honourSchema.parse({
    ...{ id: row.id, kind: row.kind, level: row.level, title: row.title, unit: code, person: row.person },
    ...{ date: row.date, document: row.document, deeds, refused, voided: row.voided, version: row.version },
    ...{ createdAt: row.createdAt, createdBy: row.createdBy },
    source: batchId === null ? null : { batchId, file: file ?? '', sheet: sheet!, address: address! }
  })
}

/** Newest award first. */
export function listHonours(db: Database, { from, to, voided = false }: HonourQuery = {}): Honour[] {
  return joined(db)
    .where(
      and(
        from === undefined ? undefined : gte(honour.date, from),
        to === undefined ? undefined : lte(honour.date, to),
        voided ? undefined : isNull(honour.voided)
      )
    )
    .orderBy(desc(honour.date), asc(unit.sortNo), asc(honour.id))
    .all()
    .map(toHonour)
}

export function getHonour(db: Database, id: number): Honour | null {
  const found = joined(db).where(eq(honour.id, id)).get()
  return found === undefined ? null : toHonour(found)
}

/** The live honour of the same title, unit, holder and day; null when there is none. */
export function sameHonour(db: Database, input: HonourInput): Honour | null {
  const found = joined(db)
    .where(
      and(
        eq(honour.title, input.title),
        eq(honour.unitId, unitId(db, input.unit)),
        eq(honour.person, input.person),
        eq(honour.date, input.date),
        isNull(honour.voided)
      )
    )
    .get()
  return found === undefined ? null : toHonour(found)
}

function valuesOf(db: Database, input: HonourInput) {
  const { kind, level, title, person, date, document } = input
  return { kind, level, title, unitId: unitId(db, input.unit), person, date, document }
}

export function insertHonour(
  db: Database,
  input: HonourInput,
  made: { at: Date; by: string; cell: HonourCell | null }
): Honour {
  const { id } = db.orm
    .insert(honour)
    .values({
      ...valuesOf(db, input),
      fields: { deeds: input.deeds, refused: null },
      batchId: made.cell?.batchId ?? null,
      sheet: made.cell?.sheet ?? null,
      address: made.cell?.address ?? null,
      createdAt: made.at.toISOString(),
      createdBy: made.by
    })
    .returning({ id: honour.id })
    .get()
  return getHonour(db, id)!
}

/** Overwrites what people filled in; `version` goes up. The caller has checked the version. */
export function updateHonour(db: Database, before: Honour, input: HonourInput): Honour {
  db.orm
    .update(honour)
    .set({
      ...valuesOf(db, input),
      fields: { deeds: input.deeds, refused: before.refused },
      version: before.version + 1
    })
    .where(eq(honour.id, before.id))
    .run()
  return getHonour(db, before.id)!
}

/** Voids an honour, or takes that back (null). */
export function markHonourVoided(db: Database, id: number, voided: WordOf | null): void {
  db.orm.update(honour).set({ voided }).where(eq(honour.id, id)).run()
}

/** Notes that a proposed bonus was refused, or takes that back (null). */
export function markHonourRefused(db: Database, before: Honour, refused: WordOf | null): void {
  db.orm
    .update(honour)
    .set({ fields: { deeds: before.deeds, refused } })
    .where(eq(honour.id, before.id))
    .run()
}
