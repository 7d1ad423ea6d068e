import { periodTitle } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { reportFrame, reportTitle } from '../reportFrame.ts'
import { tablePaper } from '../tablePaper.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { classTable } from './classTable.ts'
import { countedTable } from './countedTable.ts'
import { summedEntries } from './summedEntries.ts'

function workbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const { mark, provenance } = reportFrame(facts, options)
  const tables = facts.results.races.flatMap((race) => [
    summedEntries(facts, options, race),
    classTable(facts, options, race),
    countedTable(facts, options, race)
  ])
  const sheets = tables.map((table) => ({ table, charts: [] }))
  return { title: reportTitle(facts, '加减分明细'), mark, provenance, sheets }
}

export const adjustmentReport: ReportDefinition = {
  id: 'adjustments',
  title: '加减分明细',
  description: '逐笔加减分，各类合计、封顶和计入情况。',
  formats: ['xlsx', 'pdf'],
  controls: ['topOnly', 'bottom', 'decimals'],
  fileStem: ({ results }) => `${periodTitle(results.period)}加减分明细`,
  paper: (facts, options) => tablePaper(workbook(facts, options)),
  workbook
}
