import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { decimal, flag, id, isDecimal, timestamp } from './columns.ts'
import { period } from './period.ts'
import { schemeVersion } from './scheme.ts'

/** 成绩: the last computation of a period, a preview until it is frozen. One row a period, so it is always the current one. */
export const result = sqliteTable('result', {
  periodId: integer('period_id')
    .primaryKey()
    .references(() => period.id),
  computedAt: timestamp('computed_at').notNull(),
  inputsHash: text('inputs_hash').notNull(),
  payload: text('payload', { mode: 'json' }).notNull()
})

/** 成绩快照: immutable (triggers refuse update and delete). Reports print from here. */
export const snapshot = sqliteTable(
  'snapshot',
  {
    id: id(),
    /** e.g. `2026Q3-r1-1f0c9a2b`: period, revision, first digits of the payload's hash. */
    publicId: text('public_id').notNull().unique(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    revision: integer('revision').notNull(),
    schemeVersionId: integer('scheme_version_id')
      .notNull()
      .references(() => schemeVersion.id),
    inputsHash: text('inputs_hash').notNull(),
    payloadHash: text('payload_hash').notNull(),
    payload: text('payload').notNull(),
    /** Canonical inputs: the computation can be repeated from the snapshot alone. */
    inputs: text('inputs').notNull(),
    appVersion: text('app_version').notNull(),
    frozenAt: timestamp('frozen_at').notNull(),
    who: text('who').notNull(),
    reason: text('reason').notNull()
  },
  (t) => [
    uniqueIndex('snapshot_revision').on(t.periodId, t.revision),
    index('snapshot_scheme_version').on(t.schemeVersionId)
  ]
)

/** 名次 of a snapshot, one row a unit, for questions over many quarters. */
export const rankEntry = sqliteTable(
  'rank_entry',
  {
    id: id(),
    snapshotId: integer('snapshot_id')
      .notNull()
      .references(() => snapshot.id),
    race: text('race').notNull(),
    groupCode: text('group_code').notNull(),
    unit: text('unit').notNull(),
    rank: integer('rank'),
    tied: flag('tied').notNull(),
    total: decimal('total')
  },
  (t) => [
    uniqueIndex('rank_entry_once').on(t.snapshotId, t.race, t.groupCode, t.unit),
    index('rank_entry_unit').on(t.unit),
    check('rank_entry_total', isDecimal(t.total)),
    check('rank_entry_rank', sql`${t.rank} > 0`)
  ]
)

/** 年度成绩快照: a year or half-year, immutable like the quarters' (triggers). `inputs` names the quarters' snapshots. */
export const yearSnapshot = sqliteTable(
  'year_snapshot',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    year: integer('year').notNull(),
    span: text('span').notNull(),
    revision: integer('revision').notNull(),
    payload: text('payload').notNull(),
    payloadHash: text('payload_hash').notNull(),
    inputs: text('inputs').notNull(),
    appVersion: text('app_version').notNull(),
    frozenAt: timestamp('frozen_at').notNull(),
    who: text('who').notNull(),
    reason: text('reason').notNull()
  },
  (t) => [
    uniqueIndex('year_snapshot_revision').on(t.year, t.span, t.revision),
    check('year_snapshot_span', sql`${t.span} IN ('YEAR','H1','H2')`),
    check('year_snapshot_revision_from_1', sql`${t.revision} > 0`)
  ]
)
