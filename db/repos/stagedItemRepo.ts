import { desc, eq, sql } from 'drizzle-orm'
import type { StagedItem } from '#shared/domain/importing/register/stagedItem.ts'
import type { RegisterEvent } from '#shared/domain/register/registerEvent.ts'
import type { ItemFields, RegisterItem } from '#shared/domain/register/registerItem.ts'
import type { Database } from '../open.ts'
import { stagedItem } from '../schema/register.ts'

/** A register item before an import wrote to it. */
export interface ItemBefore {
  fields: ItemFields
  condition: Pick<RegisterItem, 'state' | 'percent' | 'amount' | 'doneOn' | 'closeOut'>
}

/** A row of an import with what became of it. */
export interface StagedItemRow {
  row: StagedItem
  outcome: 'NEW' | 'CHANGED' | 'SAME' | 'SKIPPED'
  /** Register item that it wrote to; null where it wrote nothing. */
  subject: number | null
  /** 编号 of the item. */
  number: string | null
  /** Field by field what is otherwise now, as printed. */
  changes: RegisterEvent['changes']
  /** What was not done and why, as a sentence; '' where all was. */
  told: string
  previous: ItemBefore | null
}

/** Keeps what an import did to the registers, row by row, in the order given. */
export function stageItems(db: Database, batchId: number, rows: readonly StagedItemRow[]): void {
  for (const { row, outcome, subject, number, changes, told, previous } of rows) {
    const { kind, sheet, address, raw } = row
    db.orm
      .insert(stagedItem)
      .values({
        ...{ batchId, kind, sheet, address, raw, outcome },
        payload: { row, number, changes, told },
        subjectId: subject,
        ...(previous === null ? {} : { previous })
      })
      .run()
  }
}

/** Last staged first: the order in which an undo must go back. */
export function stagedItemsOf(db: Database, batchId: number): StagedItemRow[] {
  return db.orm
    .select()
    .from(stagedItem)
    .where(eq(stagedItem.batchId, batchId))
    .orderBy(desc(stagedItem.id))
    .all()
    .map(({ payload, outcome, subjectId, previous }) => {
      const kept = payload as Pick<StagedItemRow, 'row' | 'number' | 'changes' | 'told'>
      return {
        ...kept,
        outcome: outcome as StagedItemRow['outcome'],
        subject: subjectId,
        previous: (previous as ItemBefore | null) ?? null
      }
    })
}

/** Something that was done to an item after an import wrote to it. */
export interface LaterItemWork {
  number: string
  title: string
  /** Lines of its log since, not counting imports that were undone. */
  lines: number
  /** Items that were put under it since. */
  children: number
}

/** Items of a batch that somebody has worked on since. */
export function laterItemWork(db: Database, batchId: number): LaterItemWork[] {
  return db.orm
    .all<LaterItemWork>(
      sql`
    SELECT i.number, i.title,
      (SELECT count(*) FROM register_event e LEFT JOIN batch b ON b.id = e.batch_id
        WHERE e.item_id = i.id AND e.batch_id IS NOT ${batchId} AND (b.id IS NULL OR b.state <> 'undone')
          AND e.id > (SELECT min(x.id) FROM register_event x WHERE x.item_id = i.id AND x.batch_id = ${batchId})) AS lines,
      (SELECT count(*) FROM register_item c
        WHERE c.parent_id = i.id AND c.batch_id IS NOT ${batchId} AND c.voided IS NULL AND s.outcome = 'NEW') AS children
    FROM staged_item s JOIN register_item i ON i.id = s.subject_id
    WHERE s.batch_id = ${batchId} AND s.kind = 'ITEM' AND s.outcome IN ('NEW','CHANGED')
    ORDER BY i.id`
    )
    .filter(({ lines, children }) => lines > 0 || children > 0)
}

/** Later imports that hold the same items, also unchanged ones, and how many. */
export function laterItemImports(
  db: Database,
  batchId: number
): { batch: number; fileName: string; count: number }[] {
  return db.orm.all(sql`
    SELECT other.id AS batch, other.file_name AS fileName, count(DISTINCT later.subject_id) AS count
    FROM staged_item s
    JOIN staged_item later ON later.kind = s.kind AND later.subject_id = s.subject_id
      AND later.batch_id <> s.batch_id AND later.id > s.id
    JOIN batch other ON other.id = later.batch_id AND other.state = 'merged'
    WHERE s.batch_id = ${batchId} AND s.outcome IN ('NEW','CHANGED')
    GROUP BY other.id ORDER BY other.id`)
}
