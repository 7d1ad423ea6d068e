import { eq } from 'drizzle-orm'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { resultSet, type ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { Database } from '../open.ts'
import { period } from '../schema/period.ts'
import { result } from '../schema/results.ts'
import { periodId } from './periodRepo.ts'

export interface StoredResult {
  computedAt: string
  results: ResultSet
}

/** Replaces the period's preview. */
export function saveResult(db: Database, input: { period: PeriodKey; results: ResultSet; at: Date }): void {
  const values = {
    computedAt: input.at.toISOString(),
    inputsHash: input.results.inputsHash,
    payload: input.results
  }
  db.orm
    .insert(result)
    .values({ periodId: periodId(db, input.period), ...values })
    .onConflictDoUpdate({ target: result.periodId, set: values })
    .run()
}

export function currentResult(db: Database, key: PeriodKey): StoredResult | null {
  const row = db.orm
    .select({ row: result })
    .from(result)
    .innerJoin(period, eq(result.periodId, period.id))
    .where(eq(period.key, key))
    .get()
  if (row === undefined) return null
  return { computedAt: row.row.computedAt, results: resultSet.parse(row.row.payload) }
}
