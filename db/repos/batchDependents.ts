import { sql } from 'drizzle-orm'
import type { Database } from '../open.ts'

/** What rests on the values that a batch wrote, so that taking the batch back would change its ground. */

export interface LaterImport {
  batch: number
  fileName: string
  /** Numbers and ledger events of the batch that it holds too. */
  count: number
}

/**
 * Later imports that hold the same numbers or ledger events, also unchanged ones: they rely on what an undo would take
 * away. Later is what was written later: a batch that waited for 复核 is as young as its approval.
 */
export function laterImports(db: Database, batchId: number): LaterImport[] {
  return db.orm.all<LaterImport>(sql`
    SELECT other.id AS batch, other.file_name AS fileName, count(DISTINCT s.subject) AS count
    FROM staged_cell s
    JOIN batch own ON own.id = s.batch_id
    JOIN staged_cell later ON later.subject = s.subject AND later.kind = s.kind
      AND later.batch_id <> s.batch_id AND later.id > s.id
    JOIN batch other ON other.id = later.batch_id AND other.state = 'merged' AND other.period_id = own.period_id
    WHERE s.batch_id = ${batchId} AND s.outcome IN ('NEW','CHANGED') AND later.outcome IN ('NEW','CHANGED','SAME')
    GROUP BY other.id ORDER BY other.id`)
}

/** Numbers of the batch that somebody has entered by hand or by a decision since, by codes. */
export function laterEntries(db: Database, batchId: number): { unit: string; indicator: string }[] {
  return db.orm.all<{ unit: string; indicator: string }>(sql`
    SELECT DISTINCT u.code AS unit, i.code AS indicator
    FROM staged_cell s
    JOIN batch own ON own.id = s.batch_id
    JOIN unit u ON u.code = s.payload ->> '$.unit'
    JOIN measurement m ON m.unit_id = u.id AND m.period_id = own.period_id AND m.basis IS NOT NULL
    JOIN indicator i ON i.id = m.indicator_id
    WHERE s.batch_id = ${batchId} AND s.outcome IN ('NEW','CHANGED') AND s.kind = 'reading'
      AND s.subject = u.code || '|' || i.code || '|' || m.field || '|' || m.rater_group || '|' || m.rater_name
    ORDER BY u.sort_no, i.code`)
}

/** Ledger entries of the batch that somebody has reversed since, by their reasons: their log rests on them. */
export function laterReversals(db: Database, batchId: number): { id: number; reason: string }[] {
  return db.orm.all<{ id: number; reason: string }>(sql`
    SELECT a.id AS id, a.reason AS reason FROM adjustment a
    WHERE a.batch_id = ${batchId} AND EXISTS (SELECT 1 FROM adjustment_event e WHERE e.adjustment_id = a.id)
    ORDER BY a.id`)
}

export interface WrittenSubject {
  kind: 'reading' | 'adjustment'
  unit: string
  /** Indicator, or class of an adjustment. */
  code: string
}

/** Which units' indicators and adjustment classes the batch changed. */
export function writtenSubjects(db: Database, batchId: number): WrittenSubject[] {
  return db.orm.all<WrittenSubject>(sql`
    SELECT DISTINCT kind, payload ->> '$.unit' AS unit,
      coalesce(payload ->> '$.indicator', payload ->> '$.classCode') AS code
    FROM staged_cell WHERE batch_id = ${batchId} AND outcome IN ('NEW','CHANGED')`)
}
