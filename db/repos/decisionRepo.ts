import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import {
  decision as decisionSchema,
  type Decision,
  type DecisionSubject
} from '#shared/domain/decision/decision.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Database } from '../open.ts'
import { decision } from '../schema/decision.ts'
import { period } from '../schema/period.ts'
import { periodId } from './periodRepo.ts'

/** A decision with its entry in the ledger. */
export interface DecisionRow extends Decision {
  recordedAt: string
  recordedBy: string
  revoked: { at: string; by: string; reason: string } | null
}

export interface NewDecision {
  period: PeriodKey
  subject: DecisionSubject
  basis: string
  decidedBy: string
  /** ISO date of the decision. */
  date: string
  at: Date
  by: string
}

/** Adds a decision to the ledger. What it says is checked by whoever calls: the ledger only keeps. */
export function addDecision(db: Database, entry: NewDecision): DecisionRow {
  const { id } = db.orm
    .insert(decision)
    .values({
      periodId: periodId(db, entry.period),
      type: entry.subject.type,
      payload: entry.subject,
      basis: entry.basis,
      decidedBy: entry.decidedBy,
      decidedOn: entry.date,
      recordedAt: entry.at.toISOString(),
      recordedBy: entry.by
    })
    .returning({ id: decision.id })
    .get()
  return getDecision(db, id)!
}

/** Revokes a decision that is in force. SQLite refuses a second time, and every other change. */
export function revokeDecision(
  db: Database,
  id: number,
  revocation: { at: Date; by: string; reason: string }
): DecisionRow {
  db.orm
    .update(decision)
    .set({
      revokedAt: revocation.at.toISOString(),
      revokedBy: revocation.by,
      revokeReason: revocation.reason
    })
    .where(eq(decision.id, id))
    .run()
  return getDecision(db, id)!
}

export function getDecision(db: Database, id: number): DecisionRow | null {
  const found = joined(db).where(eq(decision.id, id)).get()
  return found === undefined ? null : toRow(found)
}

/** Decisions of a period and vetoes of others whose span covers it, newest first, revoked ones too. */
export function decisionsOfPeriod(db: Database, key: PeriodKey): DecisionRow[] {
  return joined(db)
    .where(or(eq(period.key, key), vetoCovering(key)))
    .orderBy(desc(decision.id))
    .all()
    .map(toRow)
}

/**
 * What counts in a period: its decisions and all vetoes whose span covers it (S26: also next year's, or earlier ones
 * retroactively), without the revoked, in the order in which they were recorded.
 */
export function decisionsInForce(db: Database, key: PeriodKey): Decision[] {
  const own = and(eq(period.key, key), sql`${decision.type} <> 'VETO'`)
  return joined(db)
    .where(and(isNull(decision.revokedAt), or(own, vetoCovering(key))))
    .orderBy(asc(decision.id))
    .all()
    .map((row) => decisionOf(row))
}

const joined = (db: Database) =>
  db.orm
    .select({ row: decision, key: period.key })
    .from(decision)
    .innerJoin(period, eq(decision.periodId, period.id))

/** Period keys sort as text. */
const vetoCovering = (key: PeriodKey) =>
  and(
    eq(decision.type, 'VETO'),
    sql`${decision.payload} ->> '$.from' <= ${key}`,
    sql`coalesce(${decision.payload} ->> '$.until', '9999') >= ${key}`
  )

interface Joined {
  row: typeof decision.$inferSelect
  key: string
}

function decisionOf({ row, key }: Joined): Decision {
  return decisionSchema.parse({
    id: row.id,
    period: key,
    subject: row.payload,
    basis: row.basis,
    decidedBy: row.decidedBy,
    date: row.decidedOn
  })
}

function toRow(found: Joined): DecisionRow {
  const { row } = found
  return {
    ...decisionOf(found),
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    revoked:
      row.revokedAt === null
        ? null
        : { at: row.revokedAt, by: row.revokedBy ?? '', reason: row.revokeReason ?? '' }
  }
}
