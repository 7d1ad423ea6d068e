import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { RawFormat, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Problem } from '#shared/problem.ts'
import type { Database } from '../open.ts'
import { perDatabase } from '../perDatabase.ts'
import { batch, batchProblem } from '../schema/intake.ts'
import { period } from '../schema/period.ts'
import { keepSource } from './batchSourceRepo.ts'
import { periodId } from './periodRepo.ts'

export interface BatchCounts {
  created: number
  changed: number
  same: number
  /** Cells with open problems that were left out. */
  left: number
  adjustments: number
  /** Items of registers that are new or changed; absent where the file holds none. */
  items?: number
}

export interface BatchRow {
  id: number
  period: PeriodKey
  fileName: string
  sha256: string
  /** `confirmed` waits for the second person (复核), `rejected` was refused or taken back: neither counts. */
  state: 'received' | 'confirmed' | 'merged' | 'rejected' | 'undone'
  counts: BatchCounts
  at: string
  by: string
}

/** What else is kept of an imported file. */
export interface BatchFacts {
  bytes: number
  format: RawFormat
  appVersion: string
  fixes: ImportFixes
  /** How each sheet was understood: see `NewBatch.mapping`. */
  mapping: unknown
}

export interface NewBatch {
  period: PeriodKey
  fileName: string
  fixes: ImportFixes
  raw: RawWorkbook
  /** The file byte for byte; null where it is not kept. */
  original: Uint8Array | null
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
  keepSource(db, id, input.raw, input.original)
  return id
}

const insertProblem = perDatabase((db) =>
  db.orm
    .insert(batchProblem)
    .values({
      batchId: sql.placeholder('batchId'),
      level: sql.placeholder('level'),
      code: sql.placeholder('code'),
      payload: sql.placeholder('payload')
    })
    .prepare()
)

/** `merged`: its values stand in the tables. `confirmed`: they wait, and count only after another `finishBatch`. */
export function finishBatch(
  db: Database,
  batchId: number,
  done: { counts: BatchCounts; problems: readonly Problem[]; state?: 'merged' | 'confirmed' }
): void {
  const { counts, state = 'merged' } = done
  db.orm.update(batch).set({ state, counts }).where(eq(batch.id, batchId)).run()
  const insert = insertProblem(db)
  for (const problem of done.problems) {
    insert.run({ batchId, level: problem.level, code: problem.code, payload: problem })
  }
}

export function markRejected(db: Database, batchId: number): void {
  db.orm.update(batch).set({ state: 'rejected' }).where(eq(batch.id, batchId)).run()
}

/** Batches with the key of their period, for `toBatchRow`. */
export const joined = (db: Database) =>
  db.orm.select({ row: batch, key: period.key }).from(batch).innerJoin(period, eq(batch.periodId, period.id))

export const toBatchRow = ({ row, key }: { row: typeof batch.$inferSelect; key: string }): BatchRow => ({
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
  return joined(db).where(eq(period.key, key)).orderBy(desc(batch.id)).all().map(toBatchRow)
}

export function getBatch(db: Database, id: number): BatchRow | null {
  const found = joined(db).where(eq(batch.id, id)).get()
  return found === undefined ? null : toBatchRow(found)
}

export function batchFacts(db: Database, id: number): BatchFacts | null {
  const row = db.orm.select().from(batch).where(eq(batch.id, id)).get()
  if (row === undefined) return null
  const { bytes, format, appVersion, fixes, mapping } = row
  return { bytes, format: format as RawFormat, appVersion, fixes: fixes as ImportFixes, mapping }
}

/** The newest batch of a period that holds exactly these bytes and counts, or waits to be confirmed. */
export function findMergedBySha(db: Database, key: PeriodKey, sha256: string): BatchRow | null {
  const found = joined(db)
    .where(and(eq(period.key, key), eq(batch.sha256, sha256), inArray(batch.state, ['merged', 'confirmed'])))
    .orderBy(desc(batch.id))
    .limit(1)
    .get()
  return found === undefined ? null : toBatchRow(found)
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

/** What the import found, in the order in which it found it. */
export function problemsOfBatch(db: Database, batchId: number): Problem[] {
  return db.orm
    .select({ payload: batchProblem.payload })
    .from(batchProblem)
    .where(eq(batchProblem.batchId, batchId))
    .orderBy(batchProblem.id)
    .all()
    .map((row) => row.payload as Problem)
}

export function markUndone(db: Database, batchId: number, at: Date): void {
  db.orm.update(batch).set({ state: 'undone', undoneAt: at.toISOString() }).where(eq(batch.id, batchId)).run()
}
