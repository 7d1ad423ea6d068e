import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import {
  registerItem as itemShape,
  type ItemFields,
  type ItemState,
  type RegisterItem
} from '#shared/domain/register/registerItem.ts'
import type { Database } from '../open.ts'
import { batch } from '../schema/intake.ts'
import { unit } from '../schema/organisation.ts'
import { registerItem } from '../schema/register.ts'
import { unitId } from './organisationRepo.ts'

export type ItemSource = RegisterItem['source']

/** Every item, voided ones too, by number as given. One query. */
export function listItemRows(db: Database): RegisterItem[] {
  return joined(db).orderBy(asc(registerItem.id)).all().map(toItem)
}

/** Items by id, in the order of their ids; unknown ids are left out. */
export function itemsByIds(db: Database, ids: readonly number[]): RegisterItem[] {
  const found: RegisterItem[] = []
  // SQLite takes a limited number of parameters in one statement.
  for (let start = 0; start < ids.length; start += 500) {
    const some = ids.slice(start, start + 500)
    found.push(...joined(db).where(inArray(registerItem.id, some)).all().map(toItem))
  }
  return found.sort((a, b) => a.id - b.id)
}

export function getItem(db: Database, id: number): RegisterItem | null {
  const row = joined(db).where(eq(registerItem.id, id)).get()
  return row === undefined ? null : toItem(row)
}

/** By 编号. */
export function findItem(db: Database, number: string): RegisterItem | null {
  const row = joined(db).where(eq(registerItem.number, number)).get()
  return row === undefined ? null : toItem(row)
}

/** Parts of an item, voided ones too. */
export function childrenOf(db: Database, id: number): RegisterItem[] {
  return joined(db).where(eq(registerItem.parentId, id)).orderBy(asc(registerItem.id)).all().map(toItem)
}

/** Adds a row; its log line is the caller's. Answers the id. */
export function insertItem(
  db: Database,
  entry: { number: string; fields: ItemFields; source: ItemSource; openedOn: IsoDate; at: Date }
): number {
  const { number, fields, source, openedOn, at } = entry
  return db.orm
    .insert(registerItem)
    .values({
      number,
      ...columnsOf(db, fields),
      openedOn,
      state: 'OPEN',
      selfReviewRowId: source.from === 'GAP' ? source.selfReviewRow : null,
      ...(source.from === 'CELL'
        ? { batchId: source.batch, sheet: source.sheet, address: source.address }
        : {}),
      createdAt: at.toISOString(),
      updatedAt: at.toISOString()
    })
    .returning({ id: registerItem.id })
    .get().id
}

/** Replaces what people fill in. The version goes up. */
export function updateItemFields(db: Database, id: number, fields: ItemFields, at: Date): void {
  db.orm
    .update(registerItem)
    .set({ ...columnsOf(db, fields), ...changed(at) })
    .where(eq(registerItem.id, id))
    .run()
}

/** Writes what the log of an item leads to. The version goes up. */
export function updateItemCondition(
  db: Database,
  id: number,
  condition: Pick<RegisterItem, 'state' | 'percent' | 'amount' | 'doneOn' | 'closeOut' | 'voided'>,
  at: Date
): void {
  const { state, percent, amount, doneOn, closeOut, voided } = condition
  db.orm
    .update(registerItem)
    .set({ state, percent, amount, doneOn, closeOut, voided, ...changed(at) })
    .where(eq(registerItem.id, id))
    .run()
}

const changed = (at: Date) => ({ version: sql`${registerItem.version} + 1`, updatedAt: at.toISOString() })

/** Running numbers that begin so (「承-2026-」), the highest that was given; 0 where there is none. */
export function highestNumber(db: Database, prefix: string): number {
  const row = db.client
    .prepare(
      `SELECT max(CAST(substr(number, length(@prefix) + 1) AS INTEGER)) AS highest FROM register_item
       WHERE substr(number, 1, length(@prefix)) = @prefix AND substr(number, length(@prefix) + 1) NOT GLOB '*[^0-9]*'`
    )
    .get({ prefix }) as { highest: number | null }
  return row.highest ?? 0
}

const joined = (db: Database) =>
  db.orm
    .select({ item: registerItem, owner: unit.code, file: batch.fileName })
    .from(registerItem)
    .leftJoin(unit, eq(registerItem.ownerId, unit.id))
    .leftJoin(batch, eq(registerItem.batchId, batch.id))
    .$dynamic()

function columnsOf(db: Database, all: ItemFields) {
  const { type, title, owner, parent, due, ...fields } = all
  return {
    type,
    title,
    ownerId: owner === null ? null : unitId(db, owner),
    parentId: parent,
    due,
    fields
  }
}

function toItem(row: {
  item: typeof registerItem.$inferSelect
  owner: string | null
  file: string | null
}): RegisterItem {
  const { item } = row
  return itemShape.parse({
    ...(item.fields as object),
    id: item.id,
    number: item.number,
    type: item.type,
    title: item.title,
    owner: row.owner,
    parent: item.parentId,
    due: item.due,
    state: item.state as ItemState,
    percent: item.percent,
    amount: item.amount,
    closeOut: item.closeOut,
    voided: item.voided,
    source: sourceOf(item, row.file),
    openedOn: item.openedOn,
    doneOn: item.doneOn,
    version: item.version
  })
}

function sourceOf(item: typeof registerItem.$inferSelect, file: string | null): ItemSource {
  if (item.batchId !== null) {
    const { batchId, sheet, address } = item
    return { from: 'CELL', batch: batchId, file: file ?? '', sheet: sheet ?? '', address: address ?? '' }
  }
  if (item.selfReviewRowId !== null) return { from: 'GAP', selfReviewRow: item.selfReviewRowId }
  return { from: 'HAND' }
}
