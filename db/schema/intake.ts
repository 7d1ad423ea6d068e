import { sql } from 'drizzle-orm'
import { blob, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { decimal, id, isDecimal, timestamp } from './columns.ts'
import { unit } from './organisation.ts'
import { period } from './period.ts'
import { indicator } from './scheme.ts'

/** 报送批次: one imported file, what it was and what it did. */
export const batch = sqliteTable(
  'batch',
  {
    id: id(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    format: text('format').notNull(),
    state: text('state').notNull(),
    /** The clerk's answers, and how each sheet was understood. */
    fixes: text('fixes', { mode: 'json' }).notNull(),
    mapping: text('mapping', { mode: 'json' }).notNull(),
    counts: text('counts', { mode: 'json' }).notNull(),
    who: text('who').notNull(),
    at: timestamp('at').notNull(),
    undoneAt: timestamp('undone_at'),
    appVersion: text('app_version').notNull()
  },
  (t) => [
    index('batch_period').on(t.periodId),
    index('batch_sha').on(t.sha256),
    check('batch_sha256', sql`length(${t.sha256}) = 64 AND ${t.sha256} NOT GLOB '*[^0-9a-f]*'`),
    check(
      'batch_state',
      sql`${t.state} IN ('received','parsed','issues','confirmed','merged','rejected','undone')`
    )
  ]
)

/** 原表: every cell of the file as it was read (gzipped JSON): disputes are answered without the file. */
export const batchSource = sqliteTable('batch_source', {
  batchId: integer('batch_id')
    .primaryKey()
    .references(() => batch.id),
  workbook: blob('workbook', { mode: 'buffer' }).notNull(),
  /** The file itself, byte for byte, to mark and send back; null where it was too large to keep. */
  file: blob('file', { mode: 'buffer' })
})

/**
 * 复核: a batch that waits for a second person, or that one has decided. Until it is approved nothing of it counts; what
 * was understood of the file is kept here whole, so that approving writes exactly what the first person saw.
 */
export const batchReview = sqliteTable(
  'batch_review',
  {
    batchId: integer('batch_id')
      .primaryKey()
      .references(() => batch.id),
    /** The analysis with the clerk's answers, gzipped JSON. */
    analysis: blob('analysis', { mode: 'buffer' }).notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAt: timestamp('requested_at').notNull(),
    decision: text('decision'),
    decidedBy: text('decided_by'),
    decidedAt: timestamp('decided_at'),
    reason: text('reason')
  },
  (t) => [
    check(
      'batch_review_decision',
      sql`${t.decision} IS NULL OR ${t.decision} IN ('APPROVED','REJECTED','WITHDRAWN')`
    ),
    check(
      'batch_review_decided',
      sql`(${t.decision} IS NULL) = (${t.decidedBy} IS NULL) AND (${t.decision} IS NULL) = (${t.decidedAt} IS NULL)`
    ),
    // The second person is another one; the first may only take the request back.
    check(
      'batch_review_other',
      sql`${t.decision} IS NULL OR ${t.decision} = 'WITHDRAWN' OR ${t.decidedBy} <> ${t.requestedBy}`
    )
  ]
)

/** 暂存单元格: a cell that the import understood, what became of it, and what stood there before. */
export const stagedCell = sqliteTable(
  'staged_cell',
  {
    id: id(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batch.id),
    kind: text('kind').notNull(),
    sheet: text('sheet').notNull(),
    address: text('address').notNull(),
    raw: text('raw').notNull(),
    outcome: text('outcome').notNull(),
    /** The staged reading or adjustment: codes, row and column, value as understood then. */
    payload: text('payload', { mode: 'json' }).notNull(),
    /** What stood there before this batch, null when there was nothing: what an undo restores. */
    previous: text('previous', { mode: 'json' }),
    /** Which number or event the cell is about, e.g. `finance|budget_rate|actual||`: finds other batches that hold it. */
    subject: text('subject').generatedAlwaysAs(
      sql`CASE kind WHEN 'reading' THEN (payload ->> '$.unit') || '|' || (payload ->> '$.indicator') || '|' || (payload ->> '$.field') || '|' || coalesce(payload ->> '$.rater.group', '') || '|' || coalesce(payload ->> '$.rater.name', '') ELSE (payload ->> '$.unit') || '|' || (payload ->> '$.classCode') || '|' || coalesce(payload ->> '$.date', '') || '|' || (payload ->> '$.reason') || '|' || coalesce(payload ->> '$.ordinal', 1) END`,
      { mode: 'virtual' }
    )
  },
  (t) => [
    index('staged_cell_batch').on(t.batchId),
    index('staged_cell_subject').on(t.subject),
    check('staged_cell_kind', sql`${t.kind} IN ('reading','adjustment')`),
    check('staged_cell_payload', sql`json_extract(${t.payload}, '$.kind') = ${t.kind}`),
    check('staged_cell_outcome', sql`${t.outcome} IN ('NEW','CHANGED','SAME','SKIPPED','REJECTED')`)
  ]
)

/** 导入问题: what the import found, kept with the batch. */
export const batchProblem = sqliteTable(
  'batch_problem',
  {
    id: id(),
    batchId: integer('batch_id')
      .notNull()
      .references(() => batch.id),
    level: text('level').notNull(),
    code: text('code').notNull(),
    payload: text('payload', { mode: 'json' }).notNull()
  },
  (t) => [
    index('batch_problem_batch').on(t.batchId),
    check('batch_problem_level', sql`${t.level} IN ('error','confirm','info')`)
  ]
)

/** 测量值. `value` is null exactly for NA and MISSING: neither is 0. */
export const measurement = sqliteTable(
  'measurement',
  {
    id: id(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => unit.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    field: text('field').notNull(),
    /** Both '' where the reading is no rater's mark; NULL would escape the unique index. */
    raterGroup: text('rater_group').notNull().default(''),
    raterName: text('rater_name').notNull().default(''),
    state: text('state').notNull(),
    value: decimal('value'),
    batchId: integer('batch_id').references(() => batch.id),
    sheet: text('sheet'),
    address: text('address'),
    raw: text('raw'),
    /** Entry by hand (手工填报) or by a recorded decision (补分决定): who, when, why. */
    basis: text('basis', { mode: 'json' }),
    note: text('note'),
    updatedAt: timestamp('updated_at').notNull()
  },
  (t) => [
    uniqueIndex('measurement_once').on(
      t.periodId,
      t.unitId,
      t.indicatorId,
      t.field,
      t.raterGroup,
      t.raterName
    ),
    index('measurement_batch').on(t.batchId),
    index('measurement_unit').on(t.unitId),
    index('measurement_indicator').on(t.indicatorId),
    check('measurement_field', sql`${t.field} IN ('actual','target','self','score','rating')`),
    check('measurement_state', sql`${t.state} IN ('VALUE','NA','MISSING','ESTIMATED')`),
    check('measurement_decimal', isDecimal(t.value)),
    check(
      'measurement_source',
      sql`(${t.batchId} IS NULL) = (${t.address} IS NULL) AND (${t.batchId} IS NULL) = (${t.sheet} IS NULL) AND (${t.batchId} IS NULL) = (${t.raw} IS NULL) AND NOT (${t.batchId} IS NOT NULL AND ${t.basis} IS NOT NULL)`
    ),
    check('measurement_value', sql`(${t.value} IS NULL) = (${t.state} IN ('NA','MISSING'))`)
  ]
)

/**
 * 加减分台账. Offices send the whole ledger again each time: the same event in a later file updates its row instead of
 * counting twice. "The same" is unit, class, date, reason and `ordinal`.
 */
export const adjustment = sqliteTable(
  'adjustment',
  {
    id: id(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => unit.id),
    classCode: text('class_code').notNull(),
    /** ISO date, '' where the ledger gives none: NULL would escape the unique index. */
    date: text('date').notNull().default(''),
    /** Positive; the class says whether it adds or takes away. */
    points: decimal('points').notNull(),
    reason: text('reason').notNull(),
    evidence: text('evidence'),
    approver: text('approver'),
    /** Nth entry of its file with the same unit, class, date and reason: the same may happen twice on a day. */
    ordinal: integer('ordinal').notNull().default(1),
    state: text('state').notNull().default('effective'),
    batchId: integer('batch_id').references(() => batch.id),
    sheet: text('sheet'),
    address: text('address'),
    raw: text('raw'),
    createdAt: timestamp('created_at').notNull()
  },
  (t) => [
    uniqueIndex('adjustment_once').on(t.periodId, t.unitId, t.classCode, t.date, t.reason, t.ordinal),
    index('adjustment_batch').on(t.batchId),
    index('adjustment_unit').on(t.unitId),
    check('adjustment_points', isDecimal(t.points)),
    check('adjustment_sign', sql`${t.points} NOT GLOB '-*'`),
    check('adjustment_state', sql`${t.state} IN ('draft','submitted','approved','effective','reversed')`)
  ]
)
