import { periodTitle } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { tablePaper } from '../tablePaper.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { listWorkbook } from './listWorkbook.ts'
import { missingTable, submissionCountTable } from './missingTables.ts'

function workbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  return listWorkbook(facts, options, '未报送名单', [
    missingTable(facts, options),
    ...submissionCountTable(facts, options)
  ])
}

export const missingReport: ReportDefinition = {
  id: 'missing',
  title: '未报送名单',
  description: '零报送、缺项、迟报的单位，和以前各季度的家数。',
  formats: ['xlsx', 'docx', 'pdf'],
  controls: ['fonts'],
  fileStem: ({ results }) => `${periodTitle(results.period)}未报送名单`,
  paper: (facts, options) => tablePaper(workbook(facts, options)),
  workbook
}
