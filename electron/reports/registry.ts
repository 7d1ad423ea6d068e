import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { ReportOptions } from '#shared/ipc/report.ts'
import { safeFileName } from './safeFileName.ts'
import { writeRankingWorkbook } from './xlsx/rankingWorkbook.ts'

/** Everything a report may know. Reports never recompute, re-sort or re-round. */
export interface ReportInput {
  results: ResultSet
  /** Null for a preview: then every page says so. */
  snapshot: { id: string; frozenAt: string } | null
  options: ReportOptions
  generatedAt: Date
  appVersion: string
}

export interface ReportWriter {
  id: string
  title: string
  description: string
  /** Shown beside the title: Excel, Word … */
  format: string
  /** Without the dot. */
  extension: string
  fileName(results: ResultSet, preview: boolean): string
  write(input: ReportInput): Promise<Uint8Array>
}

/** The kinds of report, in the order in which the report centre lists them. A new kind is one entry and one writer. */
export const reportKinds: readonly ReportWriter[] = [
  {
    id: 'ranking',
    title: '排名表',
    description: '各组名次、板块得分、加减分、升降和差距，附得分明细与计算过程。',
    format: 'Excel',
    extension: 'xlsx',
    fileName: (results, preview) =>
      safeFileName(`${periodTitle(results.period)}排名表${preview ? '（预览）' : ''}`, 'xlsx'),
    write: writeRankingWorkbook
  }
]
