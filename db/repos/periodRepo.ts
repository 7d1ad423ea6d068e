import { asc, eq, sql } from 'drizzle-orm'
import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { canMove, PERIOD_STATE_NAMES, type PeriodState } from '#shared/domain/period/periodState.ts'
import type { Database } from '../open.ts'
import { period, periodTransition } from '../schema/period.ts'

export interface PeriodRow {
  id: number
  key: PeriodKey
  state: PeriodState
  schemeVersionId: number | null
  dueDate: string | null
  revision: number
  openedAt: string
}

const toRow = (row: typeof period.$inferSelect): PeriodRow => ({ ...row, state: row.state as PeriodState })

export function getPeriod(db: Database, key: PeriodKey): PeriodRow | null {
  const row = db.orm.select().from(period).where(eq(period.key, key)).get()
  return row === undefined ? null : toRow(row)
}

/** Oldest first. */
export function listPeriods(db: Database): PeriodRow[] {
  return db.orm.select().from(period).orderBy(asc(period.key)).all().map(toRow)
}

export function createPeriod(db: Database, key: PeriodKey, at: Date): PeriodRow {
  return toRow(
    db.orm.insert(period).values({ key, state: 'collecting', openedAt: at.toISOString() }).returning().get()
  )
}

export function periodId(db: Database, key: PeriodKey): number {
  const row = getPeriod(db, key)
  if (row === null) throw new RangeError(`no period ${key}`)
  return row.id
}

/** Says which scheme version a period is scored with. */
export function setPeriodScheme(db: Database, key: PeriodKey, schemeVersionId: number): void {
  db.orm.update(period).set({ schemeVersionId }).where(eq(period.key, key)).run()
}

/** Moves a period to another state and logs it. Throws PERIOD_STATE on a move that the state machine does not know. */
export function movePeriod(
  db: Database,
  key: PeriodKey,
  to: PeriodState,
  who: string,
  at: Date,
  reason: string
): void {
  const row = getPeriod(db, key)
  if (row === null) throw new RangeError(`no period ${key}`)
  if (!canMove(row.state, to)) {
    throw new AppError(
      'PERIOD_STATE',
      `本季度现在是「${PERIOD_STATE_NAMES[row.state]}」，不能直接变为「${PERIOD_STATE_NAMES[to]}」。`
    )
  }
  db.orm.update(period).set({ state: to }).where(eq(period.id, row.id)).run()
  db.orm
    .insert(periodTransition)
    .values({ periodId: row.id, fromState: row.state, toState: to, at: at.toISOString(), who, reason })
    .run()
}

/** A reopened period is frozen again as the next revision. */
export function bumpRevision(db: Database, key: PeriodKey): void {
  db.orm
    .update(period)
    .set({ revision: sql`${period.revision} + 1` })
    .where(eq(period.key, key))
    .run()
}

export interface TransitionRow {
  from: PeriodState
  to: PeriodState
  at: string
  by: string
  reason: string
}

/** Every change of state of a period, oldest first. */
export function transitionsOf(db: Database, key: PeriodKey): TransitionRow[] {
  return db.orm
    .select({ row: periodTransition })
    .from(periodTransition)
    .innerJoin(period, eq(periodTransition.periodId, period.id))
    .where(eq(period.key, key))
    .orderBy(asc(periodTransition.id))
    .all()
    .map(({ row }) => ({
      from: row.fromState as PeriodState,
      to: row.toState as PeriodState,
      at: row.at,
      by: row.who,
      reason: row.reason
    }))
}
