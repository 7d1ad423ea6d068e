import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { decimal, id, isDecimal, timestamp } from './columns.ts'
import { unit } from './organisation.ts'
import { period } from './period.ts'
import { indicator } from './scheme.ts'

/** 评价: one round of judging (体育讲堂) or 民主测评, whose marks feed one indicator of a quarter. */
export const evaluation = sqliteTable(
  'evaluation',
  {
    id: id(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    title: text('title').notNull(),
    kind: text('kind').notNull(),
    heldOn: text('held_on'),
    state: text('state').notNull(),
    /** Order of appearance, evaluator groups with their seats, options: shared/domain/evaluation. */
    setup: text('setup', { mode: 'json' }).notNull(),
    createdAt: timestamp('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    closedAt: timestamp('closed_at'),
    closedBy: text('closed_by'),
    /** What closing wrote and what stood there before, so that reopening puts it back; null while open. */
    written: text('written', { mode: 'json' }),
    /** Who voided the round, when and why. */
    voided: text('voided', { mode: 'json' }),
    version: integer('version').notNull().default(1)
  },
  (t) => [
    index('evaluation_period').on(t.periodId),
    index('evaluation_indicator').on(t.indicatorId),
    check('evaluation_kind', sql`${t.kind} IN ('JUDGES','BALLOTS')`),
    check('evaluation_state', sql`${t.state} IN ('OPEN','CLOSED','VOIDED')`)
  ]
)

/** One seat's mark for one unit: a score of a judge, or the option of a ballot. */
export const evaluationMark = sqliteTable(
  'evaluation_mark',
  {
    id: id(),
    evaluationId: integer('evaluation_id')
      .notNull()
      .references(() => evaluation.id),
    /** Evaluator group, and the seat's key in it: judge `3`, ballot `17`, or the option that is counted. */
    seatGroup: text('seat_group').notNull(),
    seat: text('seat').notNull(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => unit.id),
    /** Score of a judge, or votes counted for an option; null for recusal (回避) and for a ballot's option. */
    score: decimal('score'),
    option: text('option'),
    recused: integer('recused', { mode: 'boolean' }).notNull().default(false),
    /** Cell of a returned workbook that the mark was read from; '' where it was keyed in. */
    source: text('source').notNull().default(''),
    at: timestamp('at').notNull(),
    who: text('who').notNull()
  },
  (t) => [
    // A judge votes once.
    uniqueIndex('evaluation_mark_once').on(t.evaluationId, t.seatGroup, t.seat, t.unitId),
    index('evaluation_mark_unit').on(t.unitId),
    check('evaluation_mark_score', isDecimal(t.score)),
    check(
      'evaluation_mark_one',
      sql`(${t.score} IS NOT NULL) + (${t.option} IS NOT NULL) + (${t.recused} = 1) = 1`
    )
  ]
)
