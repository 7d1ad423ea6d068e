import { and, asc, eq, isNull } from 'drizzle-orm'
import { comment as commentSchema, type Comment, type CommentInput } from '#shared/domain/cadence/comment.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Database } from '../open.ts'
import { unitComment } from '../schema/cadence.ts'
import { unit } from '../schema/organisation.ts'
import { period } from '../schema/period.ts'
import { unitId } from './organisationRepo.ts'
import { periodId } from './periodRepo.ts'

const joined = (db: Database) =>
  db.orm
    .select({ row: unitComment, unit: unit.code, unitName: unit.name, period: period.key })
    .from(unitComment)
    .innerJoin(unit, eq(unitComment.unitId, unit.id))
    .innerJoin(period, eq(unitComment.periodId, period.id))
    .$dynamic()

type Joined = {
  row: typeof unitComment.$inferSelect
  unit: string
  unitName: string
  period: string
}

function toComment({ row, ...names }: Joined): Comment {
  const { id, speaker, text, mark, at, who, endedAt } = row
  return commentSchema.parse({ ...names, id, speaker, text, mark, at, who, endedAt })
}

/** What counts of a quarter, in 机构顺序, then as said; with `ended` what was replaced or taken back as well. */
export function listComments(db: Database, key: PeriodKey, { ended = false } = {}): Comment[] {
  return joined(db)
    .where(and(eq(period.key, key), ended ? undefined : isNull(unitComment.endedAt)))
    .orderBy(asc(unit.sortNo), asc(unitComment.id))
    .all()
    .map(toComment)
}

export function getComment(db: Database, id: number): Comment | null {
  const found = joined(db).where(eq(unitComment.id, id)).get()
  return found === undefined ? null : toComment(found)
}

export function insertComment(db: Database, input: CommentInput, at: Date, who: string): number {
  const { speaker, text, mark } = input
  return db.orm
    .insert(unitComment)
    .values({
      periodId: periodId(db, input.period),
      unitId: unitId(db, input.unit),
      ...{ speaker, text, mark, who },
      at: at.toISOString()
    })
    .returning({ id: unitComment.id })
    .get().id
}

/** Takes a wording out of force; it stays on record. */
export function endComment(db: Database, id: number, at: Date): void {
  db.orm.update(unitComment).set({ endedAt: at.toISOString() }).where(eq(unitComment.id, id)).run()
}
