import { gunzipSync, gzipSync } from 'node:zlib'
import { and, eq, isNull } from 'drizzle-orm'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Database } from '../open.ts'
import { batch, batchReview } from '../schema/intake.ts'
import { period } from '../schema/period.ts'

export type ReviewDecision = 'APPROVED' | 'REJECTED' | 'WITHDRAWN'

export interface ReviewRow {
  requestedBy: string
  requestedAt: string
  /** Null while it waits. */
  decision: ReviewDecision | null
  decidedBy: string | null
  decidedAt: string | null
  reason: string | null
}

/** What approving writes: the analysis as the first person saw it, under the scheme that it was made with. */
export interface ReviewedContent {
  analysis: WorkbookAnalysis
  schemeVersionId: number
}

export function requestReview(
  db: Database,
  batchId: number,
  request: { content: ReviewedContent; by: string; at: Date }
): void {
  db.orm
    .insert(batchReview)
    .values({
      batchId,
      analysis: gzipSync(JSON.stringify(request.content)),
      requestedBy: request.by,
      requestedAt: request.at.toISOString()
    })
    .run()
}

/** Records the decision on a batch that waits; false when it does not wait any more. */
export function decideReview(
  db: Database,
  batchId: number,
  decided: { decision: ReviewDecision; by: string; at: Date; reason: string | null }
): boolean {
  const { changes } = db.orm
    .update(batchReview)
    .set({
      decision: decided.decision,
      decidedBy: decided.by,
      decidedAt: decided.at.toISOString(),
      reason: decided.reason
    })
    .where(and(eq(batchReview.batchId, batchId), isNull(batchReview.decision)))
    .run()
  return changes === 1
}

const HEAD = {
  requestedBy: batchReview.requestedBy,
  requestedAt: batchReview.requestedAt,
  decision: batchReview.decision,
  decidedBy: batchReview.decidedBy,
  decidedAt: batchReview.decidedAt,
  reason: batchReview.reason
}

/** Null for a batch that needed nobody else. */
export function reviewOf(db: Database, batchId: number): ReviewRow | null {
  const row = db.orm.select(HEAD).from(batchReview).where(eq(batchReview.batchId, batchId)).get()
  return row === undefined ? null : { ...row, decision: row.decision as ReviewDecision | null }
}

/** The reviews of a period's batches, by batch. */
export function reviewsOf(db: Database, key: PeriodKey): Map<number, ReviewRow> {
  const rows = db.orm
    .select({ batchId: batchReview.batchId, ...HEAD })
    .from(batchReview)
    .innerJoin(batch, eq(batchReview.batchId, batch.id))
    .innerJoin(period, eq(batch.periodId, period.id))
    .where(eq(period.key, key))
    .all()
  return new Map(
    rows.map(({ batchId, ...row }) => [batchId, { ...row, decision: row.decision as ReviewDecision | null }])
  )
}

export function reviewedContent(db: Database, batchId: number): ReviewedContent | null {
  const row = db.orm
    .select({ analysis: batchReview.analysis })
    .from(batchReview)
    .where(eq(batchReview.batchId, batchId))
    .get()
  return row === undefined ? null : (JSON.parse(gunzipSync(row.analysis).toString('utf8')) as ReviewedContent)
}
