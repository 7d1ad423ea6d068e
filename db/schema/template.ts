import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, timestamp } from './columns.ts'
import { batch } from './intake.ts'
import { unit } from './organisation.ts'
import { period } from './period.ts'
import { schemeVersion } from './scheme.ts'

/** 下发模板: a workbook that was issued to be filled in. What each of its cells is stands in its own key sheet. */
export const issuedTemplate = sqliteTable(
  'issued_template',
  {
    /** The id in the key sheet. */
    publicId: text('public_id').primaryKey(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    schemeVersionId: integer('scheme_version_id')
      .notNull()
      .references(() => schemeVersion.id),
    /** Null: one workbook for all units. */
    unitId: integer('unit_id').references(() => unit.id),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the key sheet's content. */
    checksum: text('checksum').notNull(),
    issuedAt: timestamp('issued_at').notNull(),
    issuedBy: text('issued_by').notNull()
  },
  (t) => [
    index('issued_template_period').on(t.periodId),
    index('issued_template_unit').on(t.unitId),
    index('issued_template_scheme').on(t.schemeVersionId)
  ]
)

/** 自有模板: a department's own workbook, kept byte for byte, with what each of its cells is. */
export const ownTemplate = sqliteTable(
  'own_template',
  {
    id: id(),
    name: text('name').notNull(),
    fileName: text('file_name').notNull(),
    format: text('format').notNull(),
    sha256: text('sha256').notNull(),
    workbook: blob('workbook', { mode: 'buffer' }).notNull(),
    /** Where each value goes: sheet, address, unit, indicator, field, rater. */
    places: text('places', { mode: 'json' }).notNull(),
    /** The quarter that the workbook was filled in for. */
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    createdAt: timestamp('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    /** Ended templates are kept: what was filled from them can still be explained. */
    endedAt: timestamp('ended_at')
  },
  (t) => [index('own_template_period').on(t.periodId)]
)

/** 沿用的对应关系: what the clerk answered for sheets with one header, the latest answer for each header. */
export const importMemory = sqliteTable(
  'import_memory',
  {
    id: id(),
    fingerprint: text('fingerprint').notNull().unique(),
    labels: text('labels', { mode: 'json' }).notNull(),
    mapping: text('mapping', { mode: 'json' }).notNull(),
    /** The import in which the answers were given. */
    batchId: integer('batch_id')
      .notNull()
      .references(() => batch.id),
    sheet: text('sheet').notNull(),
    rememberedAt: timestamp('remembered_at').notNull(),
    rememberedBy: text('remembered_by').notNull()
  },
  (t) => [index('import_memory_batch').on(t.batchId)]
)
