import { gunzipSync, gzipSync } from 'node:zlib'
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { ImportFixes, StagedAdjustment, StagedReading } from '#shared/domain/importing/importPlan.ts'
import type { RawWorkbook } from '#shared/domain/importing/rawWorkbook.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Problem } from '#shared/problem.ts'
import type { Database } from '../open.ts'
import { perDatabase } from '../perDatabase.ts'
import { batch, batchProblem, batchSource, stagedCell } from '../schema/intake.ts'
import { period } from '../schema/period.ts'
import { periodId } from './periodRepo.ts'
import type { Outcome, StoredAdjustment, StoredReading } from './stored.ts'

export type { Outcome }

export interface BatchCounts {
  created: number
  changed: number
  same: number
  /** Cells with open problems that were left out. */
  left: number
  adjustments: number
}

export interface BatchRow {
  id: number
  period: PeriodKey
  fileName: string
  sha256: string
  state: 'received' | 'merged' | 'undone'
  counts: BatchCounts
  at: string
  by: string
}

/** A staged cell with what became of it and what stood there before. */
export interface StagedReadingRow {
  cell: StagedReading
  outcome: Outcome
  previous: StoredReading | null
}
export interface StagedAdjustmentRow {
  cell: StagedAdjustment & { ordinal: number }
  outcome: Outcome
  previous: StoredAdjustment | null
}
export type StagedCellRow = StagedReadingRow | StagedAdjustmentRow

export interface NewBatch {
  period: PeriodKey
  fileName: string
  fixes: ImportFixes
  raw: RawWorkbook
  /** How each sheet was understood. */
  mapping: unknown
  by: string
  at: Date
  appVersion: string
}

const NOTHING: BatchCounts = { created: 0, changed: 0, same: 0, left: 0, adjustments: 0 }

/** Opens a batch and keeps every cell of its file. */
export function createBatch(db: Database, input: NewBatch): number {
  const { id } = db.orm
    .insert(batch)
    .values({
      periodId: periodId(db, input.period),
      fileName: input.fileName,
      sha256: input.raw.sha256,
      bytes: input.raw.bytes,
      format: input.raw.format,
      state: 'received',
      fixes: input.fixes,
      mapping: input.mapping,
      counts: NOTHING,
      who: input.by,
      at: input.at.toISOString(),
      appVersion: input.appVersion
    })
    .returning({ id: batch.id })
    .get()
  db.orm
    .insert(batchSource)
    .values({ batchId: id, workbook: gzipSync(JSON.stringify(input.raw)) })
    .run()
  return id
}

/** `previous` comes as JSON text or null: a prepared JSON column would write null as the text `null`. */
const insertStaged = perDatabase((db) =>
  db.orm
    .insert(stagedCell)
    .values({
      batchId: sql.placeholder('batchId'),
      kind: sql.placeholder('kind'),
      sheet: sql.placeholder('sheet'),
      address: sql.placeholder('address'),
      raw: sql.placeholder('raw'),
      outcome: sql.placeholder('outcome'),
      payload: sql.placeholder('payload'),
      previous: sql`${sql.placeholder('previous')}`
    })
    .prepare()
)

/** Keeps what the import understood, cell by cell, in the order given. */
export function stageCells(db: Database, batchId: number, rows: readonly StagedCellRow[]): void {
  const insert = insertStaged(db)
  for (const { cell, outcome, previous } of rows) {
    const { kind, sheet, address, raw } = cell
    const before = previous === null ? null : JSON.stringify(previous)
    insert.run({ batchId, kind, sheet, address, raw, outcome, payload: cell, previous: before })
  }
}

export function finishBatch(
  db: Database,
  batchId: number,
  done: { counts: BatchCounts; problems: readonly Problem[] }
): void {
  db.orm.update(batch).set({ state: 'merged', counts: done.counts }).where(eq(batch.id, batchId)).run()
  for (const problem of done.problems) {
    db.orm
      .insert(batchProblem)
      .values({ batchId, level: problem.level, code: problem.code, payload: problem })
      .run()
  }
}

const joined = (db: Database) =>
  db.orm.select({ row: batch, key: period.key }).from(batch).innerJoin(period, eq(batch.periodId, period.id))

const toRow = ({ row, key }: { row: typeof batch.$inferSelect; key: string }): BatchRow => ({
  id: row.id,
  period: key,
  fileName: row.fileName,
  sha256: row.sha256,
  state: row.state as BatchRow['state'],
  counts: row.counts as BatchCounts,
  at: row.at,
  by: row.who
})

/** Newest first. */
export function listBatches(db: Database, key: PeriodKey): BatchRow[] {
  return joined(db).where(eq(period.key, key)).orderBy(desc(batch.id)).all().map(toRow)
}

export function getBatch(db: Database, id: number): BatchRow | null {
  const found = joined(db).where(eq(batch.id, id)).get()
  return found === undefined ? null : toRow(found)
}

/** The batch of a period that holds exactly these bytes and still counts. */
export function findMergedBySha(db: Database, key: PeriodKey, sha256: string): BatchRow | null {
  const found = joined(db)
    .where(and(eq(period.key, key), eq(batch.sha256, sha256), eq(batch.state, 'merged')))
    .get()
  return found === undefined ? null : toRow(found)
}

/** Last staged first: the order in which an undo must go back when one file holds a number twice. */
export function stagedCellsOf(db: Database, batchId: number): StagedCellRow[] {
  return db.orm
    .select()
    .from(stagedCell)
    .where(eq(stagedCell.batchId, batchId))
    .orderBy(desc(stagedCell.id))
    .all()
    .map((row) => ({ cell: row.payload, outcome: row.outcome, previous: row.previous }) as StagedCellRow)
}

/** Every staged reading of one unit and indicator in a period, newest batch first. */
export function stagedHistoryOf(
  db: Database,
  key: PeriodKey,
  unit: string,
  indicator: string
): { batch: BatchRow; row: StagedReadingRow }[] {
  return db.orm
    .select({ row: batch, key: period.key, cell: stagedCell })
    .from(stagedCell)
    .innerJoin(batch, eq(stagedCell.batchId, batch.id))
    .innerJoin(period, eq(batch.periodId, period.id))
    .where(
      and(
        eq(period.key, key),
        eq(stagedCell.kind, 'reading'),
        // A range over the indexed subject: every field and rater of this unit and indicator ('}' sorts after '|').
        gte(stagedCell.subject, `${unit}|${indicator}|`),
        lt(stagedCell.subject, `${unit}|${indicator}}`)
      )
    )
    .orderBy(desc(batch.id), stagedCell.id)
    .all()
    .map((found) => ({
      batch: toRow(found),
      row: {
        cell: found.cell.payload,
        outcome: found.cell.outcome,
        previous: found.cell.previous
      } as StagedReadingRow
    }))
}

/** Problems of all batches of a period that still count. */
export function problemsOfPeriod(db: Database, key: PeriodKey): Problem[] {
  return db.orm
    .select({ payload: batchProblem.payload })
    .from(batchProblem)
    .innerJoin(batch, eq(batchProblem.batchId, batch.id))
    .innerJoin(period, eq(batch.periodId, period.id))
    .where(and(eq(period.key, key), eq(batch.state, 'merged')))
    .all()
    .map((row) => row.payload as Problem)
}

/** The file as it was read. */
export function sourceOfBatch(db: Database, batchId: number): RawWorkbook | null {
  const row = db.orm.select().from(batchSource).where(eq(batchSource.batchId, batchId)).get()
  return row === undefined ? null : (JSON.parse(gunzipSync(row.workbook).toString('utf8')) as RawWorkbook)
}

export function markUndone(db: Database, batchId: number, at: Date): void {
  db.orm.update(batch).set({ state: 'undone', undoneAt: at.toISOString() }).where(eq(batch.id, batchId)).run()
}
