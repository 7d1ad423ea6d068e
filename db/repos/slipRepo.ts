import { and, asc, desc, eq, inArray, like, sql } from 'drizzle-orm'
import { monthOf, type IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { keyOf, type PeriodKey, type Quarter } from '#shared/domain/period/periodKey.ts'
import {
  slip as slipSchema,
  slipEvent as slipEventSchema,
  type Slip,
  type SlipEvent,
  type SlipEventType,
  type SlipFields,
  type SlipKind,
  type SlipLevel,
  type SlipState
} from '#shared/domain/supervision/slip.ts'
import type { Database } from '../open.ts'
import { unit } from '../schema/organisation.ts'
import { period } from '../schema/period.ts'
import { registerEvent } from '../schema/register.ts'
import { slip, slipEvent } from '../schema/supervision.ts'
import { unitId } from './organisationRepo.ts'
import { getPeriod } from './periodRepo.ts'

/** A slip with the names that lists show. */
export interface SlipRow extends Slip {
  unitName: string
  /** How often each colour was issued on it, its own level included. */
  times: Record<SlipLevel, number>
  createdAt: string
  createdBy: string
}

export interface NewSlip {
  number: string
  kind: SlipKind
  level: SlipLevel | null
  unit: string
  item: number | null
  period: PeriodKey
  issuedOn: IsoDate
  answerBy: IsoDate | null
  fields: SlipFields
  at: Date
  by: string
}

/** Adds a slip. SQLite refuses a second open one about the same item. */
export function insertSlip(db: Database, entry: NewSlip): number {
  return db.orm
    .insert(slip)
    .values({
      number: entry.number,
      kind: entry.kind,
      level: entry.level,
      unitId: unitId(db, entry.unit),
      itemId: entry.item,
      periodId: getPeriod(db, entry.period)?.id ?? null,
      state: 'ISSUED',
      issuedOn: entry.issuedOn,
      answerBy: entry.answerBy,
      fields: entry.fields,
      createdAt: entry.at.toISOString(),
      createdBy: entry.by
    })
    .returning({ id: slip.id })
    .get().id
}

/** Writes what may change of a slip, and counts its version up. */
export function updateSlip(
  db: Database,
  id: number,
  { level, state, answerBy, fields }: Pick<Slip, 'level' | 'state' | 'answerBy' | 'fields'>
): void {
  db.orm
    .update(slip)
    .set({ level, state, answerBy, fields, version: sql`${slip.version} + 1` })
    .where(eq(slip.id, id))
    .run()
}

/** Adds a line to a slip's log. There is no way to change or remove one. */
export function addSlipEvent(
  db: Database,
  entry: {
    slip: number
    type: SlipEventType
    on: IsoDate
    at: Date
    who: string
    level: SlipLevel | null
    text: string
  }
): void {
  const { slip: slipId, at, ...rest } = entry
  db.orm
    .insert(slipEvent)
    .values({ ...rest, slipId, at: at.toISOString() })
    .run()
}

/** Newest first. */
export function listSlips(db: Database): SlipRow[] {
  return rowsOf(db, joined(db).orderBy(desc(slip.id)).all())
}

export function findSlip(db: Database, id: number): SlipRow | null {
  return rowsOf(db, joined(db).where(eq(slip.id, id)).all())[0] ?? null
}

/** How often a colour was issued about an item, slips that were withdrawn left out. */
export function timesByItem(db: Database): (item: number, level: SlipLevel) => number {
  const counts = new Map(
    db.orm
      .select({ item: slip.itemId, level: slipEvent.level, count: sql<number>`count(*)` })
      .from(slipEvent)
      .innerJoin(slip, eq(slipEvent.slipId, slip.id))
      .where(and(inArray(slipEvent.type, ['ISSUED', 'ESCALATED']), sql`${slip.state} <> 'WITHDRAWN'`))
      .groupBy(slip.itemId, slipEvent.level)
      .all()
      .map(({ item, level, count }) => [`${item} ${level}`, count])
  )
  return (item, level) => counts.get(`${item} ${level}`) ?? 0
}

/** Oldest first. */
export function slipEvents(db: Database, id: number): SlipEvent[] {
  return db.orm
    .select()
    .from(slipEvent)
    .where(eq(slipEvent.slipId, id))
    .orderBy(asc(slipEvent.id))
    .all()
    .map(({ slipId, ...row }) => slipEventSchema.parse({ ...row, slip: slipId }))
}

/** The ordinals that a prefix has used in a year; withdrawn slips keep theirs. */
export function lastOrdinal(db: Database, prefix: string, year: number): number {
  const head = `${prefix}〔${year}〕`
  const ordinals = db.orm
    .select({ number: slip.number })
    .from(slip)
    .where(like(slip.number, `%〔${year}〕%`))
    .all()
    .filter(({ number }) => number.startsWith(head))
    .map(({ number }) => Number(/\d+/.exec(number.slice(head.length))?.[0] ?? 0))
  return Math.max(0, ...ordinals)
}

/** Items that were handed in as done and sent back since (核验退回), with when and why. */
export function returnedItems(db: Database): Map<number, { event: number; on: IsoDate; text: string }> {
  const last = new Map<number, { id: number; type: string; on: string; text: string }>()
  for (const row of db.orm
    .select({
      id: registerEvent.id,
      item: registerEvent.itemId,
      type: registerEvent.type,
      on: registerEvent.on,
      text: registerEvent.text
    })
    .from(registerEvent)
    .where(inArray(registerEvent.type, ['DONE', 'RETURNED', 'VERIFIED', 'CLOSED', 'REOPENED']))
    .orderBy(asc(registerEvent.id))
    .all())
    last.set(row.item, row)
  return new Map(
    [...last].flatMap(([item, { id, type, on, text }]) =>
      type === 'RETURNED' ? [[item, { event: id, on, text }] as const] : []
    )
  )
}

const joined = (db: Database) =>
  db.orm
    .select({ row: slip, unit: unit.code, unitName: unit.name, period: period.key })
    .from(slip)
    .innerJoin(unit, eq(slip.unitId, unit.id))
    .leftJoin(period, eq(slip.periodId, period.id))
    .$dynamic()

type Joined = {
  row: typeof slip.$inferSelect
  unit: string
  unitName: string
  period: string | null
}

function rowsOf(db: Database, found: readonly Joined[]): SlipRow[] {
  const counts = new Map(
    db.orm
      .select({ slip: slipEvent.slipId, level: slipEvent.level, count: sql<number>`count(*)` })
      .from(slipEvent)
      .where(inArray(slipEvent.type, ['ISSUED', 'ESCALATED']))
      .groupBy(slipEvent.slipId, slipEvent.level)
      .all()
      .map(({ slip: id, level, count }) => [`${id} ${level}`, count])
  )
  return found.map(({ row, unit: code, unitName, period: key }) => ({
    ...slipSchema.parse({
      ...row,
      unit: code,
      item: row.itemId,
      period: key ?? quarterOfDay(row.issuedOn)
    }),
    state: row.state as SlipState,
    unitName,
    times: {
      BLUE: counts.get(`${row.id} BLUE`) ?? 0,
      YELLOW: counts.get(`${row.id} YELLOW`) ?? 0,
      RED: counts.get(`${row.id} RED`) ?? 0
    },
    createdAt: row.createdAt,
    createdBy: row.createdBy
  }))
}

/** The quarter of a day, for slips of a quarter that nobody has opened. */
export function quarterOfDay(day: IsoDate): PeriodKey {
  const [year, month] = monthOf(day).split('-').map(Number) as [number, number]
  return keyOf({ year, quarter: Math.ceil(month / 3) as Quarter['quarter'] })
}
