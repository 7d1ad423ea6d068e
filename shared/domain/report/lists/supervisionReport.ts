import { periodTitle } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { tablePaper } from '../tablePaper.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { tableFrame } from '../reportFrame.ts'
import { slipCounts, slipTable } from '../supervision/slipTable.ts'
import { listWorkbook } from './listWorkbook.ts'
import { streakTable } from './streakTable.ts'
import { supervisionTable } from './supervisionTable.ts'

function workbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const tables = facts.results.races.flatMap((race) => [
    supervisionTable(facts, options, race),
    ...streakTable(facts, options, race)
  ])
  const slips = facts.slips ?? []
  if (slips.length > 0)
    tables.push(slipTable(slips, tableFrame(facts, options, '督办台账', slipCounts(slips))))
  return listWorkbook(facts, options, '督办清单', tables)
}

export const supervisionReport: ReportDefinition = {
  id: 'supervision',
  title: '督办清单',
  description:
    '没有达到目标的指标和缺报，按失分轻重排列，留出整改措施、时限和责任人；发过督办单的，附督办台账。',
  formats: ['xlsx', 'docx', 'pdf'],
  controls: ['vocabulary', 'decimals', 'fonts'],
  fileStem: ({ results }) => `${periodTitle(results.period)}督办清单`,
  paper: (facts, options) => tablePaper(workbook(facts, options)),
  workbook
}
