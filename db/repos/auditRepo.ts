import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../open.ts'
import { auditLog } from '../schema/system.ts'

export interface AuditEntry {
  at: Date
  who: string
  what: string
  subject: string
  before?: string | null
  after?: string | null
  reason?: string | null
}

/** Adds a line to the 操作日志. There is no way to change or remove one. */
export function append(db: Database, entry: AuditEntry): void {
  db.orm
    .insert(auditLog)
    .values({ ...entry, at: entry.at.toISOString() })
    .run()
}

export type AuditRow = typeof auditLog.$inferSelect

/** Newest first. `what` narrows to one kind of entry, `subject` to those that begin so. */
export function listAudit(
  db: Database,
  limit: number,
  filter: { what?: string; subject?: string } = {}
): AuditRow[] {
  return db.orm
    .select()
    .from(auditLog)
    .where(
      and(
        filter.what === undefined ? undefined : eq(auditLog.what, filter.what),
        // Not LIKE: a file name may hold % or _.
        filter.subject === undefined
          ? undefined
          : eq(sql`substr(${auditLog.subject}, 1, length(${filter.subject}))`, filter.subject)
      )
    )
    .orderBy(desc(auditLog.id))
    .limit(limit)
    .all()
}
