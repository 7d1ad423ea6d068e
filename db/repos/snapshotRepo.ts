import { createHash } from 'node:crypto'
import { and, desc, eq, lt, max } from 'drizzle-orm'
import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { resultSet, type ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { Database } from '../open.ts'
import { period } from '../schema/period.ts'
import { rankEntry, snapshot } from '../schema/results.ts'
import { periodId } from './periodRepo.ts'

export interface SnapshotRow {
  publicId: string
  period: PeriodKey
  revision: number
  results: ResultSet
  inputsHash: string
  frozenAt: string
  by: string
  reason: string
}

export interface NewSnapshot {
  period: PeriodKey
  revision: number
  schemeVersionId: number
  results: ResultSet
  /** Canonical inputs. */
  inputs: string
  appVersion: string
  at: Date
  by: string
  reason: string
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export function insertSnapshot(db: Database, input: NewSnapshot): SnapshotRow {
  const payload = JSON.stringify(input.results)
  const payloadHash = sha256(payload)
  const publicId = `${input.period}-r${input.revision}-${payloadHash.slice(0, 8)}`
  const { id } = db.orm
    .insert(snapshot)
    .values({
      publicId,
      periodId: periodId(db, input.period),
      revision: input.revision,
      schemeVersionId: input.schemeVersionId,
      inputsHash: input.results.inputsHash,
      payloadHash,
      payload,
      inputs: input.inputs,
      appVersion: input.appVersion,
      frozenAt: input.at.toISOString(),
      who: input.by,
      reason: input.reason
    })
    .returning({ id: snapshot.id })
    .get()
  for (const race of input.results.races) {
    for (const unit of race.groups.flatMap((group) => group.units)) {
      db.orm
        .insert(rankEntry)
        .values({
          snapshotId: id,
          race: race.race,
          groupCode: unit.group,
          unit: unit.unit,
          rank: unit.rank,
          tied: unit.tied,
          total: unit.total?.exact ?? null
        })
        .run()
    }
  }
  return getSnapshot(db, publicId)!
}

const joined = (db: Database) =>
  db.orm
    .select({ row: snapshot, key: period.key })
    .from(snapshot)
    .innerJoin(period, eq(snapshot.periodId, period.id))

/** A snapshot whose text no longer has its hash was altered outside of the program: it is not shown as published. */
function toRow({ row, key }: { row: typeof snapshot.$inferSelect; key: string }): SnapshotRow {
  if (sha256(row.payload) !== row.payloadHash) {
    throw new AppError('DB_CORRUPT', `${key} 的冻结成绩与校验值不符，可能被外部程序改动过。`, {
      action: '请从备份恢复。',
      snapshot: row.publicId
    })
  }
  return {
    publicId: row.publicId,
    period: key,
    revision: row.revision,
    results: resultSet.parse(JSON.parse(row.payload)),
    inputsHash: row.inputsHash,
    frozenAt: row.frozenAt,
    by: row.who,
    reason: row.reason
  }
}

export function getSnapshot(db: Database, publicId: string): SnapshotRow | null {
  const found = joined(db).where(eq(snapshot.publicId, publicId)).get()
  return found === undefined ? null : toRow(found)
}

/** The newest revision of a period. */
export function latestSnapshot(db: Database, key: PeriodKey): SnapshotRow | null {
  const found = joined(db).where(eq(period.key, key)).orderBy(desc(snapshot.revision)).get()
  return found === undefined ? null : toRow(found)
}

/** The newest revisions of up to `count` frozen periods before one, oldest first. A reopened period is not history. */
export function snapshotsBefore(db: Database, key: PeriodKey, count: number): SnapshotRow[] {
  const periods = db.orm
    .select()
    .from(period)
    .where(and(lt(period.key, key)))
    .orderBy(desc(period.key))
    .all()
    .filter((row) => row.state === 'frozen' || row.state === 'published' || row.state === 'archived')
    .slice(0, count)
  return periods.reverse().flatMap((row) => latestSnapshot(db, row.key) ?? [])
}

/** All revisions of a period, oldest first. */
export function snapshotsOf(db: Database, key: PeriodKey): SnapshotRow[] {
  return joined(db).where(eq(period.key, key)).orderBy(snapshot.revision).all().map(toRow)
}

export interface RankHistoryRow {
  period: PeriodKey
  revision: number
  race: string
  group: string
  rank: number | null
  tied: boolean
  total: string | null
}

/** A unit's frozen ranks over all periods, oldest first; of a period that was frozen twice, the newest revision. */
export function rankHistoryOf(db: Database, unitCode: string): RankHistoryRow[] {
  const newest = db.orm
    .select({ periodId: snapshot.periodId, revision: max(snapshot.revision).as('newest_revision') })
    .from(snapshot)
    .groupBy(snapshot.periodId)
    .as('newest')
  return db.orm
    .select({ entry: rankEntry, revision: snapshot.revision, period: period.key })
    .from(rankEntry)
    .innerJoin(snapshot, eq(rankEntry.snapshotId, snapshot.id))
    .innerJoin(newest, and(eq(newest.periodId, snapshot.periodId), eq(newest.revision, snapshot.revision)))
    .innerJoin(period, eq(snapshot.periodId, period.id))
    .where(eq(rankEntry.unit, unitCode))
    .orderBy(period.key, rankEntry.id)
    .all()
    .map(({ entry, revision, period: key }) => ({
      period: key,
      revision,
      race: entry.race,
      group: entry.groupCode,
      rank: entry.rank,
      tied: entry.tied,
      total: entry.total
    }))
}
