import { asc, eq, sql } from 'drizzle-orm'
import {
  catalogueEntry as catalogueSchema,
  catalogueFields,
  type CatalogueEntry,
  type CatalogueInput
} from '#shared/domain/incentive/catalogue.ts'
import type { Database } from '../open.ts'
import { catalogueEntry } from '../schema/honour.ts'

function toEntry({ fields, ...row }: typeof catalogueEntry.$inferSelect): CatalogueEntry {
  return catalogueSchema.parse({ ...row, ...catalogueFields.parse(fields) })
}

function valuesOf(input: CatalogueInput) {
  const { code, classCode, name, points, ...fields } = input
  return { code, classCode, name, points, fields: catalogueFields.parse(fields) }
}

/** The catalogue in its own order, entries that are no longer offered included. */
export function allCatalogue(db: Database): CatalogueEntry[] {
  return db.orm
    .select()
    .from(catalogueEntry)
    .orderBy(asc(catalogueEntry.sortNo), asc(catalogueEntry.id))
    .all()
    .map(toEntry)
}

export function getCatalogue(db: Database, id: number): CatalogueEntry | null {
  const row = db.orm.select().from(catalogueEntry).where(eq(catalogueEntry.id, id)).get()
  return row === undefined ? null : toEntry(row)
}

export function catalogueByCode(db: Database, code: string): CatalogueEntry | null {
  const row = db.orm.select().from(catalogueEntry).where(eq(catalogueEntry.code, code)).get()
  return row === undefined ? null : toEntry(row)
}

/** Adds an entry at the end. */
export function insertCatalogue(db: Database, input: CatalogueInput): CatalogueEntry {
  const { id } = db.orm
    .insert(catalogueEntry)
    .values({
      ...valuesOf(input),
      sortNo: sql`(SELECT coalesce(max(sort_no), 0) + 1 FROM catalogue_entry)`
    })
    .returning({ id: catalogueEntry.id })
    .get()
  return getCatalogue(db, id)!
}

export function updateCatalogue(db: Database, id: number, input: CatalogueInput): CatalogueEntry {
  db.orm.update(catalogueEntry).set(valuesOf(input)).where(eq(catalogueEntry.id, id)).run()
  return getCatalogue(db, id)!
}

export function placeCatalogue(db: Database, id: number, sortNo: number): void {
  db.orm.update(catalogueEntry).set({ sortNo }).where(eq(catalogueEntry.id, id)).run()
}

/** Stops offering an entry, or takes that back (null). */
export function endCatalogue(db: Database, id: number, at: Date | null): void {
  db.orm
    .update(catalogueEntry)
    .set({ endedAt: at?.toISOString() ?? null })
    .where(eq(catalogueEntry.id, id))
    .run()
}
