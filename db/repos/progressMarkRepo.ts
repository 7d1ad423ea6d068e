import { and, asc, inArray, isNotNull, or } from 'drizzle-orm'
import type { ProgressMark } from '#shared/domain/statements/taskMatrix.ts'
import type { Database } from '../open.ts'
import { registerEvent } from '../schema/register.ts'

/** What was reported of how far items are, by day; entries that say nothing in numbers are left out. */
export function progressMarks(db: Database): ProgressMark[] {
  return db.orm
    .select({
      item: registerEvent.itemId,
      on: registerEvent.on,
      percent: registerEvent.percent,
      amount: registerEvent.amount
    })
    .from(registerEvent)
    .where(
      and(
        inArray(registerEvent.type, ['PROGRESS', 'CREATED', 'DONE']),
        or(isNotNull(registerEvent.percent), isNotNull(registerEvent.amount))
      )
    )
    .orderBy(asc(registerEvent.on), asc(registerEvent.id))
    .all()
}
