import { and, count, eq, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Database } from '../open.ts'
import { unitComment } from '../schema/cadence.ts'
import { decision } from '../schema/decision.ts'
import { evaluation } from '../schema/evaluation.ts'
import { adjustment, measurement } from '../schema/intake.ts'
import { registerItem } from '../schema/register.ts'
import { selfReview, selfReviewRow } from '../schema/selfReview.ts'
import { slip } from '../schema/supervision.ts'
import { importMemory } from '../schema/template.ts'
import { periodId } from './periodRepo.ts'

/** How much of each thing belongs to one quarter and to no other. */
export interface PeriodCounts {
  readings: number
  adjustments: number
  /** Without vetoes, whose span may cover several quarters. */
  decisions: number
  evaluations: number
  comments: number
  selfReviewRows: number
}

/** What goes on whatever the quarter. */
export interface RunningCounts {
  items: number
  slips: number
  memories: number
}

export function countsOfPeriod(db: Database, key: PeriodKey): PeriodCounts {
  const id = periodId(db, key)
  const rows = (table: SQLiteTable & { periodId: SQLiteColumn }, ...more: Parameters<typeof and>) =>
    db.orm
      .select({ rows: count() })
      .from(table)
      .where(and(eq(table.periodId, id), ...more))
      .get()?.rows ?? 0
  return {
    readings: rows(measurement),
    adjustments: rows(adjustment, eq(adjustment.state, 'effective')),
    decisions: rows(decision, ne(decision.type, 'VETO'), isNull(decision.revokedAt)),
    evaluations: rows(evaluation, ne(evaluation.state, 'VOIDED')),
    comments: rows(unitComment, isNull(unitComment.endedAt)),
    selfReviewRows:
      db.orm
        .select({ rows: count() })
        .from(selfReviewRow)
        .innerJoin(selfReview, eq(selfReviewRow.selfReviewId, selfReview.id))
        .where(and(eq(selfReview.periodId, id), isNull(selfReviewRow.removedAt)))
        .get()?.rows ?? 0
  }
}

export function runningCounts(db: Database): RunningCounts {
  const items = db.orm
    .select({ rows: count() })
    .from(registerItem)
    .where(and(notInArray(registerItem.state, ['CLOSED']), sql`${registerItem.voided} IS NULL`))
    .get()
  const slips = db.orm
    .select({ rows: count() })
    .from(slip)
    .where(inArray(slip.state, ['ISSUED', 'ANSWERED']))
    .get()
  const memories = db.orm.select({ rows: count() }).from(importMemory).get()
  return { items: items?.rows ?? 0, slips: slips?.rows ?? 0, memories: memories?.rows ?? 0 }
}
