import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Database } from '../open.ts'
import { reportText } from '../schema/report.ts'
import { snapshot } from '../schema/results.ts'
import { periodId } from './periodRepo.ts'

/** Whose words they are: a snapshot's (public id), or the period's own before anything is frozen (null). */
export interface ReportTextKey {
  period: PeriodKey
  snapshot: string | null
  report: string
}

export interface ReportTextRow {
  /** JSON as the service wrote it: paragraph key → wording. */
  paragraphs: unknown
  changedAt: string
  changedBy: string
}

function snapshotId(db: Database, publicId: string): number {
  const row = db.orm.select({ id: snapshot.id }).from(snapshot).where(eq(snapshot.publicId, publicId)).get()
  if (row === undefined) throw new RangeError(`no snapshot ${publicId}`)
  return row.id
}

function matches(db: Database, key: ReportTextKey): SQL | undefined {
  return and(
    eq(reportText.periodId, periodId(db, key.period)),
    eq(reportText.report, key.report),
    key.snapshot === null
      ? isNull(reportText.snapshotId)
      : eq(reportText.snapshotId, snapshotId(db, key.snapshot))
  )
}

/** Null when nobody worded anything anew. */
export function findReportText(db: Database, key: ReportTextKey): ReportTextRow | null {
  const row = db.orm.select().from(reportText).where(matches(db, key)).get()
  return row === undefined
    ? null
    : { paragraphs: row.paragraphs, changedAt: row.changedAt, changedBy: row.changedBy }
}

/** Replaces what was there. `paragraphs` null takes all wordings back. */
export function saveReportText(
  db: Database,
  key: ReportTextKey,
  change: { paragraphs: Readonly<Record<string, unknown>> | null; at: Date; by: string }
): void {
  db.orm.delete(reportText).where(matches(db, key)).run()
  if (change.paragraphs === null) return
  db.orm
    .insert(reportText)
    .values({
      periodId: periodId(db, key.period),
      snapshotId: key.snapshot === null ? null : snapshotId(db, key.snapshot),
      report: key.report,
      paragraphs: change.paragraphs,
      changedAt: change.at.toISOString(),
      changedBy: change.by
    })
    .run()
}

/**
 * Words written for a preview go with the snapshot that it becomes; a snapshot's are taken along when its quarter is
 * reopened (`null` is the preview) and stay with it too. Replaces what was worded at the other end.
 */
export function carryReportTexts(
  db: Database,
  period: PeriodKey,
  { from, to }: { from: string | null; to: string | null }
): void {
  const ofPeriod = eq(reportText.periodId, periodId(db, period))
  const source =
    from === null ? isNull(reportText.snapshotId) : eq(reportText.snapshotId, snapshotId(db, from))
  const rows = db.orm.select().from(reportText).where(and(ofPeriod, source)).all()
  for (const { report, paragraphs, changedAt, changedBy } of rows) {
    db.orm
      .delete(reportText)
      .where(matches(db, { period, snapshot: to, report }))
      .run()
    db.orm
      .insert(reportText)
      .values({
        periodId: periodId(db, period),
        snapshotId: to === null ? null : snapshotId(db, to),
        ...{ report, paragraphs, changedAt, changedBy }
      })
      .run()
  }
  if (from === null) db.orm.delete(reportText).where(and(ofPeriod, source)).run()
}
