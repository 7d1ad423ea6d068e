import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { decimal, id, isDecimal, timestamp } from './columns.ts'
import { batch } from './intake.ts'
import { unit } from './organisation.ts'

/**
 * 清单台账: one row an item (事项) of any register. What people fill in besides what is searched by stands in `fields`
 * (shared/domain/register/registerItem.ts).
 */
export const registerItem = sqliteTable(
  'register_item',
  {
    id: id(),
    /** 编号, given once and never again. */
    number: text('number').notNull().unique(),
    type: text('type').notNull(),
    title: text('title').notNull(),
    ownerId: integer('owner_id').references(() => unit.id),
    parentId: integer('parent_id'),
    /** ISO days. */
    due: text('due'),
    openedOn: text('opened_on').notNull(),
    doneOn: text('done_on'),
    state: text('state').notNull(),
    percent: decimal('percent'),
    amount: decimal('amount'),
    /** The other fields as JSON, checked with zod. */
    fields: text('fields', { mode: 'json' }).notNull(),
    closeOut: text('close_out', { mode: 'json' }),
    voided: text('voided', { mode: 'json' }),
    /** Row of the self-review that it was made of. */
    selfReviewRowId: integer('self_review_row_id'),
    batchId: integer('batch_id').references(() => batch.id),
    sheet: text('sheet'),
    address: text('address'),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at').notNull(),
    updatedAt: timestamp('updated_at').notNull()
  },
  (t) => [
    index('register_item_owner').on(t.ownerId),
    index('register_item_parent').on(t.parentId),
    index('register_item_type').on(t.type),
    index('register_item_due').on(t.due),
    index('register_item_batch').on(t.batchId),
    check(
      'register_item_type_known',
      sql`${t.type} IN ('KEY_INDICATOR','KEY_PROBLEM','KEY_REFORM','KEY_PROJECT','KEY_RESULT','PROBLEM','COMMITMENT','ANNUAL_TARGET','PROJECT','TASK_FORCE')`
    ),
    check('register_item_state', sql`${t.state} IN ('OPEN','IN_PROGRESS','DONE','VERIFIED','CLOSED')`),
    check('register_item_percent', isDecimal(t.percent)),
    check('register_item_amount', isDecimal(t.amount)),
    check('register_item_closed', sql`(${t.closeOut} IS NOT NULL) = (${t.state} = 'CLOSED')`),
    check('register_item_own_parent', sql`${t.parentId} IS NULL OR ${t.parentId} <> ${t.id}`),
    check(
      'register_item_source',
      sql`(${t.batchId} IS NULL) = (${t.address} IS NULL) AND (${t.batchId} IS NULL) = (${t.sheet} IS NULL)`
    )
  ]
)

/** What happened to an item: append only (triggers). */
export const registerEvent = sqliteTable(
  'register_event',
  {
    id: id(),
    itemId: integer('item_id')
      .notNull()
      .references(() => registerItem.id),
    type: text('type').notNull(),
    /** ISO day that it is about. */
    on: text('on').notNull(),
    at: timestamp('at').notNull(),
    who: text('who').notNull(),
    text: text('text').notNull(),
    percent: decimal('percent'),
    amount: decimal('amount'),
    changes: text('changes', { mode: 'json' }).notNull(),
    batchId: integer('batch_id').references(() => batch.id),
    sheet: text('sheet'),
    address: text('address')
  },
  (t) => [
    index('register_event_item').on(t.itemId),
    index('register_event_on').on(t.on),
    index('register_event_batch').on(t.batchId),
    check(
      'register_event_type',
      sql`${t.type} IN ('CREATED','EDITED','STARTED','PROGRESS','NOTE','DONE','RETURNED','VERIFIED','CLOSED','REOPENED','VOIDED','RESTORED','SLIP')`
    ),
    check('register_event_percent', isDecimal(t.percent)),
    check('register_event_amount', isDecimal(t.amount))
  ]
)

/**
 * What an import did to the registers: a row of a sheet, what became of it, and what stood there before, for the
 * history of the batch and for its undo. Besides `staged_cell`, which holds numbers.
 */
export const stagedItem = sqliteTable(
  'staged_item',
  {
    id: id(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batch.id),
    /** ITEM of a register, GAP of a 六问对标, HONOUR. */
    kind: text('kind').notNull(),
    sheet: text('sheet').notNull(),
    /** Cell of the row's title. */
    address: text('address').notNull(),
    raw: text('raw').notNull(),
    outcome: text('outcome').notNull(),
    /** The row as understood. */
    payload: text('payload', { mode: 'json' }).notNull(),
    /** What it wrote to: id of the register item, self-review row or honour. */
    subjectId: integer('subject_id'),
    previous: text('previous', { mode: 'json' })
  },
  (t) => [
    index('staged_item_batch').on(t.batchId),
    index('staged_item_subject').on(t.kind, t.subjectId),
    check('staged_item_kind', sql`${t.kind} IN ('ITEM','GAP','HONOUR')`),
    check('staged_item_outcome', sql`${t.outcome} IN ('NEW','CHANGED','SAME','SKIPPED','REJECTED')`)
  ]
)

/** 佐证材料: a file copied beside the database under its hash. The same file is kept once. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: id(),
    sha256: text('sha256').notNull().unique(),
    bytes: integer('bytes').notNull(),
    addedAt: timestamp('added_at').notNull()
  },
  (t) => [check('evidence_sha256', sql`length(${t.sha256}) = 64 AND ${t.sha256} NOT GLOB '*[^0-9a-f]*'`)]
)

/** What a piece of evidence is about. Links are ended, never removed. */
export const evidenceLink = sqliteTable(
  'evidence_link',
  {
    id: id(),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidence.id),
    subject: text('subject').notNull(),
    subjectId: integer('subject_id').notNull(),
    /** Name that the file had when it was added. */
    fileName: text('file_name').notNull(),
    addedAt: timestamp('added_at').notNull(),
    addedBy: text('added_by').notNull(),
    endedAt: timestamp('ended_at'),
    endedBy: text('ended_by')
  },
  (t) => [
    index('evidence_link_subject').on(t.subject, t.subjectId),
    index('evidence_link_evidence').on(t.evidenceId),
    check(
      'evidence_link_subject_known',
      sql`${t.subject} IN ('ITEM','SLIP','ADJUSTMENT','HONOUR','EVALUATION')`
    ),
    check('evidence_link_ended', sql`(${t.endedAt} IS NULL) = (${t.endedBy} IS NULL)`)
  ]
)

/** A filter that somebody gave a name. */
export const savedView = sqliteTable(
  'saved_view',
  {
    id: id(),
    page: text('page').notNull(),
    name: text('name').notNull(),
    filter: text('filter', { mode: 'json' }).notNull(),
    sortNo: integer('sort_no').notNull()
  },
  (t) => [uniqueIndex('saved_view_name').on(t.page, t.name)]
)
