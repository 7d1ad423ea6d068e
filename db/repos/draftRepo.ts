import { desc, eq } from 'drizzle-orm'
import type { Database } from '../open.ts'
import { schemeDraft } from '../schema/scheme.ts'

/** 方案草稿. `definition` is JSON of an object, complete or not. */
export interface DraftRow {
  id: number
  title: string
  year: number | null
  origin: string | null
  definition: Record<string, unknown>
  updatedAt: string
}

const toRow = ({ definition, ...row }: typeof schemeDraft.$inferSelect): DraftRow => ({
  id: row.id,
  title: row.title,
  year: row.year,
  origin: row.origin,
  updatedAt: row.updatedAt,
  definition: JSON.parse(definition) as Record<string, unknown>
})

/** Changed last first. */
export function listDrafts(db: Database): DraftRow[] {
  return db.orm
    .select()
    .from(schemeDraft)
    .orderBy(desc(schemeDraft.updatedAt), desc(schemeDraft.id))
    .all()
    .map(toRow)
}

export function findDraft(db: Database, id: number): DraftRow | null {
  const row = db.orm.select().from(schemeDraft).where(eq(schemeDraft.id, id)).get()
  return row === undefined ? null : toRow(row)
}

export type DraftContent = Pick<DraftRow, 'title' | 'year' | 'definition'>

export function insertDraft(
  db: Database,
  { title, year, definition }: DraftContent,
  origin: string | null,
  at: Date
): DraftRow {
  const now = at.toISOString()
  return toRow(
    db.orm
      .insert(schemeDraft)
      .values({
        title,
        year,
        origin,
        definition: JSON.stringify(definition),
        createdAt: now,
        updatedAt: now
      })
      .returning()
      .get()
  )
}

/** `updatedAt` is what the next save must have seen: the caller makes it differ from the one before. */
export function updateDraft(
  db: Database,
  id: number,
  { title, year, definition }: DraftContent,
  updatedAt: string
): DraftRow {
  const row = db.orm
    .update(schemeDraft)
    .set({ title, year, definition: JSON.stringify(definition), updatedAt })
    .where(eq(schemeDraft.id, id))
    .returning()
    .get()
  if (row === undefined) throw new RangeError(`no draft ${id}`)
  return toRow(row)
}

export function deleteDraft(db: Database, id: number): void {
  db.orm.delete(schemeDraft).where(eq(schemeDraft.id, id)).run()
}
