import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../open.ts'
import { savedView } from '../schema/register.ts'

export interface SavedViewRow {
  id: number
  page: string
  name: string
  filter: unknown
}

/** Saved filters of a page in the order in which they were first saved. */
export function listSavedViews(db: Database, page: string): SavedViewRow[] {
  return db.orm
    .select()
    .from(savedView)
    .where(eq(savedView.page, page))
    .orderBy(asc(savedView.sortNo), asc(savedView.id))
    .all()
}

/** Saves a filter under a name; the same name on the same page is replaced. Answers the id. */
export function saveView(db: Database, entry: { page: string; name: string; filter: unknown }): number {
  const { page, name, filter } = entry
  const last = db.orm
    .select({ no: sql<number | null>`max(${savedView.sortNo})` })
    .from(savedView)
    .where(eq(savedView.page, page))
    .get()
  return db.orm
    .insert(savedView)
    .values({ page, name, filter, sortNo: (last?.no ?? 0) + 1 })
    .onConflictDoUpdate({ target: [savedView.page, savedView.name], set: { filter } })
    .returning({ id: savedView.id })
    .get().id
}

/** False where there is no such view. */
export function removeView(db: Database, id: number): boolean {
  return db.orm.delete(savedView).where(eq(savedView.id, id)).run().changes > 0
}
