import { periodTitle } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { tablePaper } from '../tablePaper.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { listWorkbook } from './listWorkbook.ts'
import { progressTable } from './progressTable.ts'

function workbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const tables = facts.results.races.map((race) => progressTable(facts, options, race))
  return listWorkbook(facts, options, '重点工作推进表', tables)
}

export const progressReport: ReportDefinition = {
  id: 'progress',
  title: '季度推进表',
  description: '重点工作、责任单位、目标、本季和年初以来的完成、状态。',
  formats: ['xlsx', 'docx', 'pdf'],
  controls: ['vocabulary', 'fonts'],
  fileStem: ({ results }) => `${periodTitle(results.period)}重点工作推进表`,
  paper: (facts, options) => tablePaper(workbook(facts, options)),
  workbook
}
