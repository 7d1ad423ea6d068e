import { groupedBy } from '../../groupedBy.ts'
import { periodTitle } from '../../period/periodKey.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import { tablePaper } from '../tablePaper.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { boardTable } from './boardTable.ts'
import { boardsTitle } from './boardTitle.ts'
import { listWorkbook } from './listWorkbook.ts'

function titleOf({ scheme }: ReportFacts, { vocabulary }: ReportOptions): string {
  return boardsTitle(vocabulary ?? scheme.progress.vocabulary)
}

function workbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const tables = facts.results.races.flatMap((race) =>
    [...groupedBy(race.boards, ({ code }) => code).values()].map((boards) =>
      boardTable(facts, options, race, boards)
    )
  )
  return listWorkbook(facts, options, titleOf(facts, options), tables)
}

export const boardReport: ReportDefinition = {
  id: 'boards',
  title: '红黑榜',
  description: '上榜单位和理由；免上榜的写明依据。',
  formats: ['xlsx', 'docx', 'pdf'],
  controls: ['bottom', 'vocabulary', 'fonts'],
  unavailable: ({ results }) =>
    results.races.every((race) => race.boards.length === 0)
      ? '考核方案没有设榜单，没有红黑榜可出。请在「考核方案 › 修改方案 › 赛项设置」里加榜单，再重新计算。'
      : null,
  fileStem: (facts, options) => `${periodTitle(facts.results.period)}${titleOf(facts, options)}`,
  paper: (facts, options) => tablePaper(workbook(facts, options)),
  workbook
}
