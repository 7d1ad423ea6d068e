import { periodTitle } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { reportFrame, reportTitle } from '../reportFrame.ts'
import { scoreNotes } from '../ranking/rankingNotes.ts'
import { tablePaper } from '../tablePaper.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { liveIndicatorTable } from './liveIndicatorTable.ts'
import { traceTable } from './traceTable.ts'

function workbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const { mark, provenance } = reportFrame(facts, options)
  const tables = facts.results.races.flatMap((race) => [
    liveIndicatorTable(facts, options, race),
    traceTable(facts, options, race)
  ])
  const sheets = tables.map((table) => ({ table, charts: [] }))
  const notes = scoreNotes(facts, options, '指标明细说明')
  return { title: reportTitle(facts, '指标明细'), mark, provenance, sheets, notes }
}

export const indicatorReport: ReportDefinition = {
  id: 'indicators',
  title: '指标明细',
  description: '单位 × 指标，每项得分、计算过程和数据来源。',
  formats: ['xlsx', 'pdf'],
  controls: ['topOnly', 'bottom', 'decimals'],
  fileStem: ({ results }) => `${periodTitle(results.period)}指标明细`,
  paper: (facts, options) => tablePaper(workbook(facts, options)),
  workbook
}
