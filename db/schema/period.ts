import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, timestamp } from './columns.ts'
import { schemeVersion } from './scheme.ts'

/** 期: a quarter, its state and the scheme version that it is scored with. */
export const period = sqliteTable(
  'period',
  {
    id: id(),
    key: text('key').notNull().unique(),
    state: text('state').notNull(),
    schemeVersionId: integer('scheme_version_id').references(() => schemeVersion.id),
    dueDate: text('due_date'),
    /** Goes up with each reopening. */
    revision: integer('revision').notNull().default(1),
    openedAt: timestamp('opened_at').notNull()
  },
  (t) => [
    index('period_scheme_version').on(t.schemeVersionId),
    check('period_key', sql`${t.key} GLOB '[12][0-9][0-9][0-9]Q[1-4]'`),
    check('period_revision', sql`${t.revision} > 0`),
    check(
      'period_state',
      sql`${t.state} IN ('collecting','checking','computed','frozen','published','archived')`
    )
  ]
)

/** 状态变更记录: every change of state, with who and why. */
export const periodTransition = sqliteTable(
  'period_transition',
  {
    id: id(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    fromState: text('from_state').notNull(),
    toState: text('to_state').notNull(),
    at: timestamp('at').notNull(),
    who: text('who').notNull(),
    reason: text('reason').notNull()
  },
  (t) => [index('period_transition_period').on(t.periodId)]
)
