import { and, asc, desc, eq } from 'drizzle-orm'
import {
  evaluationSetup,
  type EvaluationSetup,
  type RoundKind,
  type RoundState
} from '#shared/domain/evaluation/evaluationSetup.ts'
import { RECUSED } from '#shared/domain/evaluation/markScale.ts'
import type { MarkPlace, RoundMark } from '#shared/domain/evaluation/roundMark.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReadingState } from '#shared/domain/scoring/reading.ts'
import type { Database } from '../open.ts'
import { evaluation, evaluationMark } from '../schema/evaluation.ts'
import { unit } from '../schema/organisation.ts'
import { period } from '../schema/period.ts'
import { indicator, schemeVersion } from '../schema/scheme.ts'
import { unitId } from './organisationRepo.ts'
import { periodId } from './periodRepo.ts'
import type { StoredReading } from './stored.ts'

/** A reading that closing a round wrote (or, with null, took away), and what stood there before. */
export interface WrittenReading {
  unit: string
  rater: { group: string; name: string }
  wrote: { state: ReadingState; value: string | null } | null
  previous: StoredReading | null
}

export interface RoundRow {
  id: number
  period: PeriodKey
  /** Code. */
  indicator: string
  title: string
  kind: RoundKind
  heldOn: string | null
  state: RoundState
  setup: EvaluationSetup
  createdAt: string
  createdBy: string
  closedAt: string | null
  closedBy: string | null
  written: WrittenReading[] | null
  voided: { at: string; by: string; reason: string } | null
  version: number
}

const joined = (db: Database) =>
  db.orm
    .select({ row: evaluation, period: period.key, indicator: indicator.code })
    .from(evaluation)
    .innerJoin(period, eq(evaluation.periodId, period.id))
    .innerJoin(indicator, eq(evaluation.indicatorId, indicator.id))

type Joined = { row: typeof evaluation.$inferSelect; period: string; indicator: string }

const toRow = ({ row, period: key, indicator: code }: Joined): RoundRow => ({
  id: row.id,
  period: key,
  indicator: code,
  title: row.title,
  kind: row.kind as RoundKind,
  heldOn: row.heldOn,
  state: row.state as RoundState,
  setup: evaluationSetup.parse(row.setup),
  createdAt: row.createdAt,
  createdBy: row.createdBy,
  closedAt: row.closedAt,
  closedBy: row.closedBy,
  written: row.written as WrittenReading[] | null,
  voided: row.voided as RoundRow['voided'],
  version: row.version
})

/** Rounds of a quarter, newest first, voided ones too. */
export function roundsOf(db: Database, key: PeriodKey): RoundRow[] {
  return joined(db).where(eq(period.key, key)).orderBy(desc(evaluation.id)).all().map(toRow)
}

export function getRound(db: Database, id: number): RoundRow | null {
  const found = joined(db).where(eq(evaluation.id, id)).get()
  return found === undefined ? null : toRow(found)
}

export interface NewRound {
  period: PeriodKey
  indicator: string
  title: string
  kind: RoundKind
  heldOn: string | null
  setup: EvaluationSetup
  at: Date
  by: string
}

/** Throws RangeError where the quarter's scheme has no such indicator. */
export function addRound(db: Database, entry: NewRound): number {
  const owner = db.orm
    .select({ id: indicator.id })
    .from(period)
    .innerJoin(schemeVersion, eq(period.schemeVersionId, schemeVersion.id))
    .innerJoin(
      indicator,
      and(eq(indicator.schemeId, schemeVersion.schemeId), eq(indicator.code, entry.indicator))
    )
    .where(eq(period.key, entry.period))
    .get()
  if (owner === undefined) throw new RangeError(`no indicator ${entry.indicator} in ${entry.period}`)
  return db.orm
    .insert(evaluation)
    .values({
      periodId: periodId(db, entry.period),
      indicatorId: owner.id,
      title: entry.title,
      kind: entry.kind,
      heldOn: entry.heldOn,
      state: 'OPEN',
      setup: entry.setup,
      createdAt: entry.at.toISOString(),
      createdBy: entry.by
    })
    .returning({ id: evaluation.id })
    .get().id
}

/** Changes a round and counts its version up. */
export function changeRound(
  db: Database,
  { id, version }: Pick<RoundRow, 'id' | 'version'>,
  change: Partial<
    Pick<RoundRow, 'title' | 'heldOn' | 'setup' | 'state' | 'closedAt' | 'closedBy' | 'written' | 'voided'>
  >
): void {
  db.orm
    .update(evaluation)
    .set({ ...change, version: version + 1 })
    .where(eq(evaluation.id, id))
    .run()
}

/** Marks of a round in the order in which they were given. */
export function marksOf(db: Database, id: number): RoundMark[] {
  return db.orm
    .select({ row: evaluationMark, unit: unit.code })
    .from(evaluationMark)
    .innerJoin(unit, eq(evaluationMark.unitId, unit.id))
    .where(eq(evaluationMark.evaluationId, id))
    .orderBy(asc(evaluationMark.id))
    .all()
    .map(({ row, unit: code }) => ({
      group: row.seatGroup,
      seat: row.seat,
      unit: code,
      mark: row.recused ? RECUSED : (row.score ?? row.option ?? ''),
      source: row.source,
      at: row.at,
      who: row.who
    }))
}

export interface MarkToPut {
  place: MarkPlace
  /** Null takes it away. */
  mark: string | null
  /** The mark names an option; else it is a number (or 回避). */
  isOption: boolean
  source: string
  at: Date
  who: string
}

/** Writes one mark over whatever stands in its place. */
export function putMark(
  db: Database,
  id: number,
  { place, mark, isOption, source, at, who }: MarkToPut
): void {
  const where = { evaluationId: id, seatGroup: place.group, seat: place.seat, unitId: unitId(db, place.unit) }
  if (mark === null) {
    db.orm
      .delete(evaluationMark)
      .where(
        and(
          eq(evaluationMark.evaluationId, id),
          eq(evaluationMark.seatGroup, place.group),
          eq(evaluationMark.seat, place.seat),
          eq(evaluationMark.unitId, where.unitId)
        )
      )
      .run()
    return
  }
  const recused = mark === RECUSED
  const values = {
    recused,
    score: recused || isOption ? null : mark,
    option: !recused && isOption ? mark : null,
    source,
    at: at.toISOString(),
    who
  }
  db.orm
    .insert(evaluationMark)
    .values({ ...where, ...values })
    .onConflictDoUpdate({
      target: [
        evaluationMark.evaluationId,
        evaluationMark.seatGroup,
        evaluationMark.seat,
        evaluationMark.unitId
      ],
      set: values
    })
    .run()
}
