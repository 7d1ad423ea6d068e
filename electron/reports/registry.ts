import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { ReportWriter } from './reportWriter.ts'
import { safeFileName } from './safeFileName.ts'
import { writeRankingWorkbook } from './xlsx/rankingWorkbook.ts'

export type { ReportInput, ReportWriter } from './reportWriter.ts'

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
