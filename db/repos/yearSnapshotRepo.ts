import { createHash } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { AppError } from '#shared/appError.ts'
import { yearInputs, type YearInputs } from '#shared/domain/period/yearInputs.ts'
import { yearResult, type YearResult, type YearSpan } from '#shared/domain/period/yearResult.ts'
import type { Database } from '../open.ts'
import { yearSnapshot } from '../schema/results.ts'

export interface YearSnapshotRow {
  /** e.g. `2026-YEAR-r1-1f0c9a2b`: year, span, revision, first digits of the payload's hash. */
  publicId: string
  revision: number
  result: YearResult
  inputs: YearInputs
  frozenAt: string
  by: string
  reason: string
}

export interface NewYearSnapshot {
  result: YearResult
  /** Canonical inputs. */
  inputs: string
  appVersion: string
  at: Date
  by: string
  reason: string
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Freezes a year or half-year as its next revision. */
export function insertYearSnapshot(db: Database, input: NewYearSnapshot): YearSnapshotRow {
  const { year, span } = input.result
  const revision = (latestYearSnapshot(db, year, span)?.revision ?? 0) + 1
  const payload = JSON.stringify(input.result)
  const payloadHash = sha256(payload)
  db.orm
    .insert(yearSnapshot)
    .values({
      publicId: `${year}-${span}-r${revision}-${payloadHash.slice(0, 8)}`,
      year,
      span,
      revision,
      payload,
      payloadHash,
      inputs: input.inputs,
      appVersion: input.appVersion,
      frozenAt: input.at.toISOString(),
      who: input.by,
      reason: input.reason
    })
    .run()
  return latestYearSnapshot(db, year, span)!
}

/** The newest revision, or null. */
export function latestYearSnapshot(db: Database, year: number, span: YearSpan): YearSnapshotRow | null {
  const row = db.orm
    .select()
    .from(yearSnapshot)
    .where(and(eq(yearSnapshot.year, year), eq(yearSnapshot.span, span)))
    .orderBy(desc(yearSnapshot.revision))
    .get()
  return row === undefined ? null : toRow(row)
}

/** All revisions, oldest first. */
export function yearSnapshotsOf(db: Database, year: number, span: YearSpan): YearSnapshotRow[] {
  return db.orm
    .select()
    .from(yearSnapshot)
    .where(and(eq(yearSnapshot.year, year), eq(yearSnapshot.span, span)))
    .orderBy(yearSnapshot.revision)
    .all()
    .map(toRow)
}

/** A snapshot whose text no longer has its hash was altered outside of the program: it is not shown as published. */
function toRow(row: typeof yearSnapshot.$inferSelect): YearSnapshotRow {
  if (sha256(row.payload) !== row.payloadHash) {
    throw new AppError('DB_CORRUPT', `${row.publicId} 的冻结成绩与校验值不符，可能被外部程序改动过。`, {
      action: '请从备份恢复。',
      snapshot: row.publicId
    })
  }
  return {
    publicId: row.publicId,
    revision: row.revision,
    result: yearResult.parse(JSON.parse(row.payload)),
    inputs: yearInputs.parse(JSON.parse(row.inputs)),
    frozenAt: row.frozenAt,
    by: row.who,
    reason: row.reason
  }
}
