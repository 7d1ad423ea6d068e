import { sql, type SQL } from 'drizzle-orm'
import { integer, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** Surrogate key. Names and codes are never keys. */
export const id = () => integer('id').primaryKey({ autoIncrement: true })

/** ISO 8601 UTC text: sorts as time, reads as time. */
export const timestamp = (name: string) => text(name)

/** Canonical decimal text. SQLite's REAL would lose digits. */
export const decimal = (name: string) => text(name)

export const flag = (name: string) => integer(name, { mode: 'boolean' })

/** Parts of a definition that no other row refers to, as JSON under their own names; what is absent is not in it. */
export const parts = () => text('parts', { mode: 'json' }).notNull().default({})

/**
 * CHECK that a column holds plain decimal text or NULL. GLOB knows no repetition, so it lists what must not be
 * there: other characters (exponents, full-width digits, spaces), a sign inside, a second point, a bare sign or point.
 */
export function isDecimal(column: AnySQLiteColumn): SQL {
  return sql`${column} IS NULL OR (${column} GLOB '*[0-9]' AND ${column} GLOB '[-0-9]*' AND ${column} NOT GLOB '*[^-.0-9]*' AND ${column} NOT GLOB '?*-*' AND ${column} NOT GLOB '*.*.*' AND ${column} NOT GLOB '-.*')`
}
