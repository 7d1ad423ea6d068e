import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { StagedAdjustment, StagedReading } from '#shared/domain/importing/importPlan.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Database } from '../open.ts'
import { perDatabase } from '../perDatabase.ts'
import { batch, stagedCell } from '../schema/intake.ts'
import { period } from '../schema/period.ts'
import { toBatchRow, type BatchRow } from './batchRepo.ts'
import type { Outcome, StoredAdjustment, StoredReading } from './stored.ts'

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
      batch: toBatchRow(found),
      row: {
        cell: found.cell.payload,
        outcome: found.cell.outcome,
        previous: found.cell.previous
      } as StagedReadingRow
    }))
}
