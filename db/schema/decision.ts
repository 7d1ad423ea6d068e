import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, timestamp } from './columns.ts'
import { period } from './period.ts'

/** 决定: what people decided where no formula answers. Append only (triggers); all that may change is one revocation. */
export const decision = sqliteTable(
  'decision',
  {
    id: id(),
    periodId: integer('period_id')
      .notNull()
      .references(() => period.id),
    type: text('type').notNull(),
    /** The subject: units, race and indicator by code, as the scheme of the period names them. */
    payload: text('payload', { mode: 'json' }).notNull(),
    basis: text('basis').notNull(),
    decidedBy: text('decided_by').notNull(),
    /** ISO date of the decision. */
    decidedOn: text('decided_on').notNull(),
    recordedAt: timestamp('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    revokedAt: timestamp('revoked_at'),
    revokedBy: text('revoked_by'),
    revokeReason: text('revoke_reason')
  },
  (t) => [
    index('decision_period').on(t.periodId),
    check('decision_type', sql`${t.type} IN ('VETO','TIE','IMPUTATION','EXEMPTION','GRADE','LEADERSHIP')`),
    check('decision_payload', sql`json_extract(${t.payload}, '$.type') IS ${t.type}`),
    check(
      'decision_revoked',
      sql`(${t.revokedAt} IS NULL) = (${t.revokedBy} IS NULL) AND (${t.revokedAt} IS NULL) = (${t.revokeReason} IS NULL)`
    )
  ]
)
