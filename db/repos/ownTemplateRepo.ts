import { and, desc, eq, isNull } from 'drizzle-orm'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Database } from '../open.ts'
import { period } from '../schema/period.ts'
import { ownTemplate } from '../schema/template.ts'
import { periodId } from './periodRepo.ts'

/** 自有模板 without its workbook. `places` is JSON as the service wrote it. */
export interface OwnTemplateRow {
  id: number
  name: string
  fileName: string
  format: string
  sha256: string
  places: unknown
  /** The quarter that the workbook was filled in for. */
  period: PeriodKey
  createdAt: string
  createdBy: string
  endedAt: string | null
}

export interface NewOwnTemplate {
  name: string
  fileName: string
  format: string
  sha256: string
  workbook: Uint8Array
  places: unknown
  period: PeriodKey
  at: Date
  by: string
}

const columns = {
  id: ownTemplate.id,
  name: ownTemplate.name,
  fileName: ownTemplate.fileName,
  format: ownTemplate.format,
  sha256: ownTemplate.sha256,
  places: ownTemplate.places,
  period: period.key,
  createdAt: ownTemplate.createdAt,
  createdBy: ownTemplate.createdBy,
  endedAt: ownTemplate.endedAt
}

const rows = (db: Database) =>
  db.orm.select(columns).from(ownTemplate).innerJoin(period, eq(ownTemplate.periodId, period.id))

/** Those not ended, newest first. */
export function listOwnTemplates(db: Database): OwnTemplateRow[] {
  return rows(db).where(isNull(ownTemplate.endedAt)).orderBy(desc(ownTemplate.id)).all()
}

/** Also an ended one; null where there is none. */
export function findOwnTemplate(db: Database, id: number): OwnTemplateRow | null {
  return rows(db).where(eq(ownTemplate.id, id)).get() ?? null
}

/** The workbook byte for byte. */
export function workbookOfTemplate(db: Database, id: number): Uint8Array | null {
  const row = db.orm
    .select({ workbook: ownTemplate.workbook })
    .from(ownTemplate)
    .where(eq(ownTemplate.id, id))
    .get()
  return row === undefined ? null : new Uint8Array(row.workbook)
}

export function insertOwnTemplate(db: Database, input: NewOwnTemplate): number {
  return db.orm
    .insert(ownTemplate)
    .values({
      name: input.name,
      fileName: input.fileName,
      format: input.format,
      sha256: input.sha256,
      workbook: Buffer.from(input.workbook),
      places: input.places,
      periodId: periodId(db, input.period),
      createdAt: input.at.toISOString(),
      createdBy: input.by
    })
    .returning({ id: ownTemplate.id })
    .get().id
}

/** Ends a template; it is kept, so that what was filled from it can still be explained. */
export function endOwnTemplate(db: Database, id: number, at: Date): void {
  db.orm
    .update(ownTemplate)
    .set({ endedAt: at.toISOString() })
    .where(and(eq(ownTemplate.id, id), isNull(ownTemplate.endedAt)))
    .run()
}
