import { and, desc, eq, inArray, lt, max } from 'drizzle-orm'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Database } from '../open.ts'
import { period } from '../schema/period.ts'
import { snapshot } from '../schema/results.ts'
import { schemeVersion } from '../schema/scheme.ts'

/** A snapshot without its payload, which runs into megabytes. */
export interface SnapshotHead {
  publicId: string
  period: PeriodKey
  revision: number
  /** Number of the scheme version. */
  schemeVersion: number
  inputsHash: string
  payloadHash: string
  appVersion: string
  frozenAt: string
  by: string
  reason: string
}

const heads = (db: Database) =>
  db.orm
    .select({
      publicId: snapshot.publicId,
      period: period.key,
      revision: snapshot.revision,
      schemeVersion: schemeVersion.number,
      inputsHash: snapshot.inputsHash,
      payloadHash: snapshot.payloadHash,
      appVersion: snapshot.appVersion,
      frozenAt: snapshot.frozenAt,
      by: snapshot.who,
      reason: snapshot.reason
    })
    .from(snapshot)
    .innerJoin(period, eq(snapshot.periodId, period.id))
    .innerJoin(schemeVersion, eq(snapshot.schemeVersionId, schemeVersion.id))

/** All revisions of a period, oldest first. */
export function snapshotHeadsOf(db: Database, key: PeriodKey): SnapshotHead[] {
  return heads(db).where(eq(period.key, key)).orderBy(snapshot.revision).all()
}

/** Newest revision of a period, or null. */
export function latestHead(db: Database, key: PeriodKey): SnapshotHead | null {
  return heads(db).where(eq(period.key, key)).orderBy(desc(snapshot.revision)).get() ?? null
}

/** Newest revisions of up to `count` frozen periods before one, oldest first. A reopened period is not history. */
export function headsBefore(db: Database, key: PeriodKey, count: number): SnapshotHead[] {
  const newest = db.orm
    .select({ periodId: snapshot.periodId, revision: max(snapshot.revision).as('newest_revision') })
    .from(snapshot)
    .groupBy(snapshot.periodId)
    .as('newest')
  return heads(db)
    .innerJoin(newest, and(eq(newest.periodId, snapshot.periodId), eq(newest.revision, snapshot.revision)))
    .where(and(lt(period.key, key), inArray(period.state, ['frozen', 'published', 'archived'])))
    .orderBy(desc(period.key))
    .limit(count)
    .all()
    .reverse()
}

/** A snapshot as it lies in the file, its texts unread: what a verification looks at. */
export function storedSnapshot(
  db: Database,
  publicId: string
): (SnapshotHead & { payload: string; inputs: string }) | null {
  const head = heads(db).where(eq(snapshot.publicId, publicId)).get()
  if (head === undefined) return null
  const texts = db.orm
    .select({ payload: snapshot.payload, inputs: snapshot.inputs })
    .from(snapshot)
    .where(eq(snapshot.publicId, publicId))
    .get()
  return texts === undefined ? null : { ...head, ...texts }
}
