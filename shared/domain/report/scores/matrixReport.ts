import { periodTitle } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { reportFrame, reportTitle } from '../reportFrame.ts'
import { scoreNotes } from '../ranking/rankingNotes.ts'
import { tablePaper } from '../tablePaper.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { matrixTable } from './matrixTable.ts'

function workbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const { mark, provenance } = reportFrame(facts, options)
  const sheets = facts.results.races.flatMap((race) =>
    race.groups.map((group) => ({ table: matrixTable(facts, options, race, group), charts: [] }))
  )
  const notes = scoreNotes(facts, options, '得分矩阵说明')
  return { title: reportTitle(facts, '得分矩阵'), mark, provenance, sheets, notes }
}

export const matrixReport: ReportDefinition = {
  id: 'matrix',
  title: '得分矩阵',
  description: '单位 × 板块，合计用公式，改数即重算。',
  formats: ['xlsx', 'pdf'],
  controls: ['topOnly', 'bottom', 'decimals'],
  fileStem: ({ results }) => `${periodTitle(results.period)}得分矩阵`,
  paper: (facts, options) => tablePaper(workbook(facts, options)),
  workbook
}
