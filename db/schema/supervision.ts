import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, timestamp } from './columns.ts'
import { unit } from './organisation.ts'
import { period } from './period.ts'
import { registerItem } from './register.ts'

/** 督办单, 告知书, 黄牌, 约谈通知: one matter, one slip (S46). */
export const slip = sqliteTable(
  'slip',
  {
    id: id(),
    /** 「督〔2026〕7号」: given once. */
    number: text('number').notNull().unique(),
    kind: text('kind').notNull(),
    /** Null for notices that have no colour. */
    level: text('level'),
    unitId: integer('unit_id')
      .notNull()
      .references(() => unit.id),
    itemId: integer('item_id').references(() => registerItem.id),
    /** Quarter that it belongs to: of its day of issue, or of the streak that it follows from. */
    periodId: integer('period_id').references(() => period.id),
    state: text('state').notNull(),
    issuedOn: text('issued_on').notNull(),
    /** Day by which the unit is to answer. */
    answerBy: text('answer_by'),
    /** Subject, reason, demand, basis, answer, closing: shared/domain/supervision/slip.ts. */
    fields: text('fields', { mode: 'json' }).notNull(),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at').notNull(),
    createdBy: text('created_by').notNull()
  },
  (t) => [
    index('slip_unit').on(t.unitId),
    index('slip_item').on(t.itemId),
    index('slip_period').on(t.periodId),
    // One open slip a matter: a second one would be an escalation of the first.
    uniqueIndex('slip_open_item')
      .on(t.itemId)
      .where(sql`${t.itemId} IS NOT NULL AND ${t.state} IN ('ISSUED','ANSWERED')`),
    check('slip_kind', sql`${t.kind} IN ('SUPERVISION','NOTICE','YELLOW_CARD','INTERVIEW')`),
    check('slip_level', sql`${t.level} IN ('BLUE','YELLOW','RED')`),
    check('slip_level_of_kind', sql`(${t.level} IS NOT NULL) = (${t.kind} = 'SUPERVISION')`),
    check('slip_state', sql`${t.state} IN ('ISSUED','ANSWERED','CLOSED','WITHDRAWN')`)
  ]
)

/** What happened to a slip: append only (triggers). */
export const slipEvent = sqliteTable(
  'slip_event',
  {
    id: id(),
    slipId: integer('slip_id')
      .notNull()
      .references(() => slip.id),
    type: text('type').notNull(),
    on: text('on').notNull(),
    at: timestamp('at').notNull(),
    who: text('who').notNull(),
    level: text('level'),
    text: text('text').notNull()
  },
  (t) => [
    index('slip_event_slip').on(t.slipId),
    check(
      'slip_event_type',
      sql`${t.type} IN ('ISSUED','RECEIVED','ESCALATED','ANSWERED','RETURNED','CLOSED','WITHDRAWN','REOPENED','PRINTED','NOTE')`
    ),
    check('slip_event_level', sql`${t.level} IN ('BLUE','YELLOW','RED')`)
  ]
)
