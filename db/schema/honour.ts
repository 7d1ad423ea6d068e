import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { decimal, id, isDecimal, timestamp } from './columns.ts'
import { adjustment, batch } from './intake.ts'
import { unit } from './organisation.ts'

/** 加减分目录: what gives or costs how many points, with its clause. */
export const catalogueEntry = sqliteTable(
  'catalogue_entry',
  {
    id: id(),
    code: text('code').notNull().unique(),
    /** Class of the scheme by code: its cap is the cap of the group. */
    classCode: text('class_code').notNull(),
    name: text('name').notNull(),
    points: decimal('points').notNull(),
    /** Least and most where the points are a range; evidence needed; level; clause: shared/domain/incentive. */
    fields: text('fields', { mode: 'json' }).notNull(),
    sortNo: integer('sort_no').notNull(),
    endedAt: timestamp('ended_at')
  },
  (t) => [check('catalogue_entry_points', isDecimal(t.points))]
)

/** What happened to an entry of the 加减分台账 that was entered in the window: append only (triggers). */
export const adjustmentEvent = sqliteTable(
  'adjustment_event',
  {
    id: id(),
    adjustmentId: integer('adjustment_id').notNull(),
    type: text('type').notNull(),
    at: timestamp('at').notNull(),
    who: text('who').notNull(),
    text: text('text').notNull(),
    before: text('before', { mode: 'json' }),
    after: text('after', { mode: 'json' })
  },
  (t) => [
    index('adjustment_event_adjustment').on(t.adjustmentId),
    check(
      'adjustment_event_type',
      sql`${t.type} IN ('ENTERED','EDITED','SUBMITTED','APPROVED','RETURNED','REVERSED')`
    )
  ]
)

/** What an entry made in the window has besides an imported one. */
export const adjustmentEntered = sqliteTable(
  'adjustment_entered',
  {
    adjustmentId: integer('adjustment_id')
      .primaryKey()
      .references(() => adjustment.id, { onDelete: 'cascade' }),
    catalogueCode: text('catalogue_code'),
    reporter: text('reporter').notNull(),
    honourId: integer('honour_id').references(() => honour.id),
    approvedAt: timestamp('approved_at'),
    approvedBy: text('approved_by'),
    /** 级别 by the catalogue's table, and whether it is an 即时激励: shared/domain/incentive/ledgerEntry.ts. */
    fields: text('fields', { mode: 'json' }).notNull()
  },
  (t) => [index('adjustment_entered_honour').on(t.honourId)]
)

/** 荣誉典型: 两优一先, 创新工作室, 先进典型, 匠心人物. */
export const honour = sqliteTable(
  'honour',
  {
    id: id(),
    kind: text('kind').notNull(),
    /** 国家级 … 本单位. */
    level: text('level').notNull(),
    title: text('title').notNull(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => unit.id),
    /** Empty where the unit itself holds it. */
    person: text('person').notNull().default(''),
    /** ISO day of the award. */
    date: text('date').notNull(),
    document: text('document').notNull().default(''),
    /** Deeds, and whether a bonus that a rule proposes was refused: shared/domain/incentive/honour.ts. */
    fields: text('fields', { mode: 'json' }).notNull(),
    batchId: integer('batch_id').references(() => batch.id),
    sheet: text('sheet'),
    address: text('address'),
    voided: text('voided', { mode: 'json' }),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at').notNull(),
    createdBy: text('created_by').notNull()
  },
  (t) => [
    index('honour_unit').on(t.unitId),
    index('honour_date').on(t.date),
    index('honour_batch').on(t.batchId),
    uniqueIndex('honour_once')
      .on(t.title, t.unitId, t.person, t.date)
      .where(sql`${t.voided} IS NULL`),
    check('honour_level', sql`${t.level} IN ('NATIONAL','PROVINCIAL','CITY','DISTRICT','OWN')`),
    check(
      'honour_source',
      sql`(${t.batchId} IS NULL) = (${t.address} IS NULL) AND (${t.batchId} IS NULL) = (${t.sheet} IS NULL)`
    )
  ]
)
