import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database } from '../open.ts'
import { setting } from '../schema/system.ts'

/** Reads a setting through its schema; what is absent takes the schema's defaults. */
export function getSetting<S extends z.ZodType>(db: Database, key: string, schema: S): z.output<S> {
  const row = db.orm.select().from(setting).where(eq(setting.key, key)).get()
  return schema.parse(row?.value)
}

/** Stores a value that the caller has checked with the key's schema. */
export function setSetting(db: Database, key: string, value: unknown): void {
  db.orm
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
    .run()
}
