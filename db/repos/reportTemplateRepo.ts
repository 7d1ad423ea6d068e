import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../open.ts'
import { reportTemplate } from '../schema/report.ts'

export type ReportTemplateFormat = 'xlsx' | 'xlsm' | 'docx' | 'pptx'

/** 报告模板 without its file. `places` is JSON as the service wrote it. */
export interface ReportTemplateRow {
  id: number
  name: string
  fileName: string
  format: ReportTemplateFormat
  sha256: string
  places: unknown
  createdAt: string
  createdBy: string
  changedAt: string
  endedAt: string | null
}

export interface NewReportTemplate {
  name: string
  fileName: string
  format: ReportTemplateFormat
  sha256: string
  file: Uint8Array
  places: unknown
  at: Date
  by: string
}

const columns = {
  id: reportTemplate.id,
  name: reportTemplate.name,
  fileName: reportTemplate.fileName,
  format: reportTemplate.format,
  sha256: reportTemplate.sha256,
  places: reportTemplate.places,
  createdAt: reportTemplate.createdAt,
  createdBy: reportTemplate.createdBy,
  changedAt: reportTemplate.changedAt,
  endedAt: reportTemplate.endedAt
}

const toRow = (row: Omit<ReportTemplateRow, 'format'> & { format: string }): ReportTemplateRow => ({
  ...row,
  format: row.format as ReportTemplateFormat
})

/** Those not ended, newest first. */
export function listReportTemplates(db: Database): ReportTemplateRow[] {
  return db.orm
    .select(columns)
    .from(reportTemplate)
    .where(isNull(reportTemplate.endedAt))
    .orderBy(desc(reportTemplate.id))
    .all()
    .map(toRow)
}

/** Also an ended one; null where there is none. */
export function findReportTemplate(db: Database, id: number): ReportTemplateRow | null {
  const row = db.orm.select(columns).from(reportTemplate).where(eq(reportTemplate.id, id)).get()
  return row === undefined ? null : toRow(row)
}

/** The file as it was given. Throws RangeError where there is none. */
export function reportTemplateFile(db: Database, id: number): Uint8Array {
  const row = db.orm
    .select({ file: reportTemplate.file })
    .from(reportTemplate)
    .where(eq(reportTemplate.id, id))
    .get()
  if (row === undefined) throw new RangeError(`no report template ${id}`)
  return new Uint8Array(row.file)
}

export function insertReportTemplate(db: Database, template: NewReportTemplate): ReportTemplateRow {
  const { at, by, file, ...rest } = template
  const { id } = db.orm
    .insert(reportTemplate)
    .values({
      ...rest,
      file: Buffer.from(file),
      createdAt: at.toISOString(),
      createdBy: by,
      changedAt: at.toISOString()
    })
    .returning({ id: reportTemplate.id })
    .get()
  return findReportTemplate(db, id)!
}

/** What stands where, anew. False where there is no such template, or it has ended. */
export function setReportTemplatePlaces(db: Database, id: number, places: unknown, at: Date): boolean {
  const { changes } = db.orm
    .update(reportTemplate)
    .set({ places, changedAt: at.toISOString() })
    .where(and(eq(reportTemplate.id, id), isNull(reportTemplate.endedAt)))
    .run()
  return changes > 0
}

/** False where there is no such template, or it has ended already. */
export function endReportTemplate(db: Database, id: number, at: Date): boolean {
  const { changes } = db.orm
    .update(reportTemplate)
    .set({ endedAt: at.toISOString() })
    .where(and(eq(reportTemplate.id, id), isNull(reportTemplate.endedAt)))
    .run()
  return changes > 0
}
