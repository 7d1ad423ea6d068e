import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, timestamp } from './columns.ts'

/** 设置: one JSON value a key; whoever reads it checks it with zod. */
export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).notNull()
})

/** 操作日志: append only (triggers refuse update and delete). */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: id(),
    at: timestamp('at').notNull(),
    who: text('who').notNull(),
    what: text('what').notNull(),
    subject: text('subject').notNull(),
    before: text('before'),
    after: text('after'),
    reason: text('reason')
  },
  (t) => [index('audit_log_at').on(t.at)]
)
