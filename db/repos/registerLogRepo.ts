import { and, asc, eq, isNull, lte, ne, or } from 'drizzle-orm'
import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import type { EventDraft } from '#shared/domain/register/itemCondition.ts'
import { registerEvent as eventShape, type RegisterEvent } from '#shared/domain/register/registerEvent.ts'
import type { Database } from '../open.ts'
import { batch } from '../schema/intake.ts'
import { registerEvent } from '../schema/register.ts'

/** Cell that a row or an entry was imported from. */
export interface RegisterCell {
  batch: number
  sheet: string
  address: string
}

/** Adds a line to an item's log. SQLite refuses to change or remove one. */
export function addEvent(
  db: Database,
  item: number,
  draft: EventDraft,
  cell: RegisterCell | null = null
): number {
  const { type, on, at, who, text, percent, amount, changes } = draft
  return db.orm
    .insert(registerEvent)
    .values({
      itemId: item,
      ...{ type, on, at, who, text, percent, amount, changes },
      ...(cell === null ? {} : { batchId: cell.batch, sheet: cell.sheet, address: cell.address })
    })
    .returning({ id: registerEvent.id })
    .get().id
}

/** The log of an item, oldest line first. */
export function eventsOf(db: Database, item: number): RegisterEvent[] {
  return eventRows(db).where(eq(registerEvent.itemId, item)).orderBy(asc(registerEvent.id)).all().map(toEvent)
}

/**
 * The logs of several items (all where absent), oldest line first. With `until` as they count for that day: only lines about
 * days up to it, without those of imports that were undone since.
 */
export function eventsByItem(
  db: Database,
  { items, until }: { items?: readonly number[]; until?: IsoDate } = {}
): Map<number, RegisterEvent[]> {
  const wanted = items === undefined ? null : new Set(items)
  const rows = eventRows(db)
    .where(until === undefined ? undefined : and(lte(registerEvent.on, until), isInForce))
    .orderBy(asc(registerEvent.id))
    .all()
  const found = new Map<number, RegisterEvent[]>()
  for (const row of rows) {
    const { itemId } = row.event
    if (wanted !== null && !wanted.has(itemId)) continue
    const list = found.get(itemId)
    if (list === undefined) found.set(itemId, [toEvent(row)])
    else list.push(toEvent(row))
  }
  return found
}

/** What an undone import said never counted. */
const isInForce = or(isNull(registerEvent.batchId), ne(batch.state, 'undone'))

/**
 * The last progress entry of each item up to a day: by its own day, then by when it was written down; without those of
 * imports that were undone.
 */
export function lastProgressByItem(
  db: Database,
  until: IsoDate
): Map<number, { on: IsoDate; text: string; fell: { before: string; after: string } | null }> {
  const rows = db.client
    .prepare(
      `SELECT item_id AS item, "on", text, changes FROM (
         SELECT e.item_id, e."on", e.text, e.changes,
           row_number() OVER (PARTITION BY e.item_id ORDER BY e."on" DESC, e.id DESC) AS place
         FROM register_event e LEFT JOIN batch b ON b.id = e.batch_id
         WHERE e.type = 'PROGRESS' AND e."on" <= ? AND b.state IS NOT 'undone') WHERE place = 1`
    )
    .all(until) as { item: number; on: string; text: string; changes: string }[]
  return new Map(
    rows.map(({ item, on, text, changes }) => {
      const fell = (JSON.parse(changes) as RegisterEvent['changes'])[0] ?? null
      return [item, { on, text, fell }]
    })
  )
}

/** 销号 numbers that were ever given, with the number of the item; reopened items keep theirs in the log. */
export function closeNumbers(db: Database): { closeNumber: string; item: number; number: string }[] {
  return db.client
    .prepare(
      `SELECT json_extract(e.changes, '$[0].after') AS closeNumber, i.id AS item, i.number AS number
       FROM register_event e JOIN register_item i ON i.id = e.item_id WHERE e.type = 'CLOSED' ORDER BY e.id`
    )
    .all() as { closeNumber: string; item: number; number: string }[]
}

const eventRows = (db: Database) =>
  db.orm
    .select({ event: registerEvent, file: batch.fileName })
    .from(registerEvent)
    .leftJoin(batch, eq(registerEvent.batchId, batch.id))
    .$dynamic()

function toEvent({
  event,
  file
}: {
  event: typeof registerEvent.$inferSelect
  file: string | null
}): RegisterEvent {
  const { itemId, batchId, sheet, address, ...rest } = event
  return eventShape.parse({
    ...rest,
    item: itemId,
    source:
      batchId === null
        ? null
        : { batch: batchId, file: file ?? '', sheet: sheet ?? '', address: address ?? '' }
  })
}
