import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, timestamp } from './columns.ts'
import { unit } from './organisation.ts'
import { period } from './period.ts'

/** 日清: a day that was gone through and closed, with what was left open and why. A day can be opened again. */
export const dayClose = sqliteTable(
  'day_close',
  {
    id: id(),
    /** ISO day. */
    date: text('date').notNull(),
    closedAt: timestamp('closed_at').notNull(),
    closedBy: text('closed_by').notNull(),
    note: text('note').notNull(),
    /** What stood on the list then: counts, and each item left open with its reason. */
    content: text('content', { mode: 'json' }).notNull(),
    reopenedAt: timestamp('reopened_at'),
    reopenedBy: text('reopened_by'),
    reopenReason: text('reopen_reason')
  },
  (t) => [
    uniqueIndex('day_close_current')
      .on(t.date)
      .where(sql`${t.reopenedAt} IS NULL`),
    check(
      'day_close_reopened',
      sql`(${t.reopenedAt} IS NULL) = (${t.reopenedBy} IS NULL) AND (${t.reopenedAt} IS NULL) = (${t.reopenReason} IS NULL)`
    )
  ]
)

/** 讲评: what was said of a unit in a quarter. Replaced by a later wording, never changed. */
export const unitComment = sqliteTable(
  'unit_comment',
  {
    id: id(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => unit.id),
    /** Who spoke, as written: 「分管领导」. */
    speaker: text('speaker').notNull(),
    text: text('text').notNull(),
    /** 值得学习, 值得思考 (S57), or neither. */
    mark: text('mark'),
    at: timestamp('at').notNull(),
    who: text('who').notNull(),
    endedAt: timestamp('ended_at')
  },
  (t) => [
    index('unit_comment_period').on(t.periodId, t.unitId),
    index('unit_comment_unit').on(t.unitId),
    check('unit_comment_mark', sql`${t.mark} IN ('LEARN_FROM','THINK_ABOUT')`)
  ]
)
