import { and, eq, sql } from 'drizzle-orm'
import type { IssuedTemplate } from '#shared/domain/importing/template/issuedTemplate.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Database } from '../open.ts'
import { batch } from '../schema/intake.ts'
import { unit } from '../schema/organisation.ts'
import { period } from '../schema/period.ts'
import { scheme, schemeVersion } from '../schema/scheme.ts'
import { issuedTemplate } from '../schema/template.ts'
import { unitId } from './organisationRepo.ts'
import { periodId } from './periodRepo.ts'

export interface NewIssue {
  id: string
  period: PeriodKey
  schemeVersionId: number
  /** Null: one workbook for all units. */
  unit: string | null
  fileName: string
  checksum: string
  at: Date
  by: string
}

/** An issue as the page lists it. */
export interface IssueRow extends IssuedTemplate {
  unitName: string | null
  fileName: string
  by: string
}

export function saveIssue(db: Database, issue: NewIssue): void {
  db.orm
    .insert(issuedTemplate)
    .values({
      publicId: issue.id,
      periodId: periodId(db, issue.period),
      schemeVersionId: issue.schemeVersionId,
      unitId: issue.unit === null ? null : unitId(db, issue.unit),
      fileName: issue.fileName,
      checksum: issue.checksum,
      issuedAt: issue.at.toISOString(),
      issuedBy: issue.by
    })
    .run()
}

/** All issues of a period, oldest first; of two for the same unit the earlier one is superseded. */
export function listIssues(db: Database, key: PeriodKey): IssueRow[] {
  const rows = db.orm
    .select({ issue: issuedTemplate, key: period.key, unit, version: schemeVersion, scheme })
    .from(issuedTemplate)
    .innerJoin(period, eq(issuedTemplate.periodId, period.id))
    .innerJoin(schemeVersion, eq(issuedTemplate.schemeVersionId, schemeVersion.id))
    .innerJoin(scheme, eq(schemeVersion.schemeId, scheme.id))
    .leftJoin(unit, eq(issuedTemplate.unitId, unit.id))
    .where(eq(period.key, key))
    // In the order of writing: two may carry the same time.
    .orderBy(sql`${issuedTemplate}.rowid`)
    .all()
  const newest = new Map(rows.map((row) => [row.unit?.code ?? null, row.issue.publicId]))
  return rows.map(({ issue, version, ...row }) => ({
    id: issue.publicId,
    period: row.key,
    unit: row.unit?.code ?? null,
    unitName: row.unit?.name ?? null,
    schemeCode: row.scheme.code,
    schemeVersion: version.number,
    issuedAt: issue.issuedAt,
    superseded: newest.get(row.unit?.code ?? null) !== issue.publicId,
    fileName: issue.fileName,
    by: issue.issuedBy
  }))
}

/** How the sheets of the imports of a period that count were understood. */
export function mergedMappings(db: Database, key: PeriodKey): unknown[] {
  return db.orm
    .select({ mapping: batch.mapping })
    .from(batch)
    .innerJoin(period, eq(batch.periodId, period.id))
    .where(and(eq(period.key, key), eq(batch.state, 'merged')))
    .all()
    .map((row) => row.mapping)
}
