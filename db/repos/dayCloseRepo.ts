import { and, desc, eq, isNull, min } from 'drizzle-orm'
import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { dayCloseContent, type DayCloseContent } from '#shared/domain/cadence/dayClose.ts'
import type { Database } from '../open.ts'
import { dayClose } from '../schema/cadence.ts'

/** A day that was closed, or was once and opened again. */
export interface DayCloseRow {
  id: number
  date: IsoDate
  closedAt: string
  closedBy: string
  note: string
  content: DayCloseContent
  reopened: { at: string; by: string; reason: string } | null
}

/** Closes a day. SQLite refuses a second time while it is closed. */
export function insertDayClose(
  db: Database,
  entry: { date: IsoDate; at: Date; by: string; note: string; content: DayCloseContent }
): void {
  db.orm
    .insert(dayClose)
    .values({
      date: entry.date,
      closedAt: entry.at.toISOString(),
      closedBy: entry.by,
      note: entry.note,
      content: entry.content
    })
    .run()
}

/** Opens a closed day again; its entry stays. */
export function markReopened(
  db: Database,
  id: number,
  reopened: { at: Date; by: string; reason: string }
): void {
  db.orm
    .update(dayClose)
    .set({
      reopenedAt: reopened.at.toISOString(),
      reopenedBy: reopened.by,
      reopenReason: reopened.reason
    })
    .where(eq(dayClose.id, id))
    .run()
}

/** How a day is closed now; null while it is open. */
export function currentClose(db: Database, date: IsoDate): DayCloseRow | null {
  const row = db.orm
    .select()
    .from(dayClose)
    .where(and(eq(dayClose.date, date), isNull(dayClose.reopenedAt)))
    .get()
  return row === undefined ? null : toRow(row)
}

/** Every closing of a day, newest first, those that were opened again too. */
export function closesOf(db: Database, date: IsoDate): DayCloseRow[] {
  return db.orm
    .select()
    .from(dayClose)
    .where(eq(dayClose.date, date))
    .orderBy(desc(dayClose.id))
    .all()
    .map(toRow)
}

/** Days that are closed now. */
export function closedDates(db: Database): Set<IsoDate> {
  const rows = db.orm.select({ date: dayClose.date }).from(dayClose).where(isNull(dayClose.reopenedAt)).all()
  return new Set(rows.map(({ date }) => date))
}

/** The first day that was ever closed. */
export function firstClosedDate(db: Database): IsoDate | null {
  return (
    db.orm
      .select({ first: min(dayClose.date) })
      .from(dayClose)
      .get()?.first ?? null
  )
}

/** The last reason that was given for each item before a day, for the next one. */
export function lastReasons(db: Database, before: IsoDate): Map<number, string> {
  const rows = db.client
    .prepare(
      `SELECT l.value ->> '$.item' AS item, l.value ->> '$.reason' AS reason
       FROM day_close d, json_each(d.content, '$.left') l
       WHERE d.reopened_at IS NULL AND d.date < ? ORDER BY d.date`
    )
    .all(before) as { item: number; reason: string }[]
  return new Map(rows.map(({ item, reason }) => [item, reason]))
}

function toRow(row: typeof dayClose.$inferSelect): DayCloseRow {
  const { id, date, closedAt, closedBy, note, content, reopenedAt } = row
  return {
    ...{ id, date, closedAt, closedBy, note },
    content: dayCloseContent.parse(content),
    reopened:
      reopenedAt === null
        ? null
        : { at: reopenedAt, by: row.reopenedBy ?? '', reason: row.reopenReason ?? '' }
  }
}
