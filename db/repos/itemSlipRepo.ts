import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../open.ts'
import { slip } from '../schema/supervision.ts'

/** The 督办单 of items that are not closed or withdrawn; how often a slip of its colour was issued on the item. */
export function openSlipsByItem(
  db: Database
): Map<number, { id: number; number: string; level: 'BLUE' | 'YELLOW' | 'RED'; times: number }> {
  const rows = db.client
    .prepare(
      `SELECT s.item_id AS item, s.id, s.number, s.level,
         (SELECT count(*) FROM slip_event e JOIN slip o ON o.id = e.slip_id
          WHERE o.item_id = s.item_id AND o.state <> 'WITHDRAWN'
            AND e.type IN ('ISSUED', 'ESCALATED') AND e.level = s.level) AS times
       FROM slip s WHERE s.item_id IS NOT NULL AND s.level IS NOT NULL AND s.state IN ('ISSUED', 'ANSWERED')`
    )
    .all() as { item: number; id: number; number: string; level: 'BLUE' | 'YELLOW' | 'RED'; times: number }[]
  return new Map(rows.map(({ item, ...open }) => [item, open]))
}

/** Every 督办单 of an item, newest first. */
export function slipsOfItem(db: Database, item: number) {
  return db.orm
    .select({
      id: slip.id,
      number: slip.number,
      level: slip.level,
      state: slip.state,
      issuedOn: slip.issuedOn
    })
    .from(slip)
    .where(and(eq(slip.itemId, item), sql`${slip.level} IS NOT NULL`))
    .orderBy(sql`${slip.id} DESC`)
    .all()
    .map((row) => ({
      ...row,
      level: row.level as 'BLUE' | 'YELLOW' | 'RED',
      state: row.state as 'ISSUED' | 'ANSWERED' | 'CLOSED' | 'WITHDRAWN'
    }))
}
