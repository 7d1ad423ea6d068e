import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, timestamp } from './columns.ts'
import { batch } from './intake.ts'
import { unit } from './organisation.ts'
import { period } from './period.ts'
import { registerItem } from './register.ts'

/** 六问对标: a unit's self-review of a quarter. */
export const selfReview = sqliteTable(
  'self_review',
  {
    id: id(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => unit.id),
    state: text('state').notNull(),
    submittedAt: timestamp('submitted_at'),
    submittedBy: text('submitted_by'),
    version: integer('version').notNull().default(1)
  },
  (t) => [
    uniqueIndex('self_review_once').on(t.periodId, t.unitId),
    index('self_review_unit').on(t.unitId),
    check('self_review_state', sql`${t.state} IN ('DRAFT','SUBMITTED')`)
  ]
)

/** One gap of a self-review, with the six answers. */
export const selfReviewRow = sqliteTable(
  'self_review_row',
  {
    id: id(),
    selfReviewId: integer('self_review_id')
      .notNull()
      .references(() => selfReview.id),
    sortNo: integer('sort_no').notNull(),
    /** Topic, indicator, benchmark with value and source, own value, gap, cause, measure, person, date. */
    fields: text('fields', { mode: 'json' }).notNull(),
    /** The register item that was made of it. */
    itemId: integer('item_id').references(() => registerItem.id),
    batchId: integer('batch_id').references(() => batch.id),
    sheet: text('sheet'),
    address: text('address'),
    removedAt: timestamp('removed_at')
  },
  (t) => [
    index('self_review_row_review').on(t.selfReviewId),
    index('self_review_row_item').on(t.itemId),
    index('self_review_row_batch').on(t.batchId),
    check(
      'self_review_row_source',
      sql`(${t.batchId} IS NULL) = (${t.address} IS NULL) AND (${t.batchId} IS NULL) = (${t.sheet} IS NULL)`
    )
  ]
)
