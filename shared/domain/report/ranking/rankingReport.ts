import { periodTitle } from '../../period/periodKey.ts'
import type { WorkbookContent, WorkbookSheet } from '../reportContent.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, reportTitle } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportTable } from '../reportTable.ts'
import { entryTable } from '../scores/entryTable.ts'
import { indicatorTable } from '../scores/indicatorTable.ts'
import { traceTable } from '../scores/traceTable.ts'
import { tablePaper } from '../tablePaper.ts'
import { groupCharts } from './groupCharts.ts'
import { groupTable, overallTable } from './groupTable.ts'
import { scoreNotes } from './rankingNotes.ts'
import { gradeTables, sideTable } from './standingTables.ts'

/**
 * The standings: a table for each group, 单位总表 where there are several, 等次名额, rankings over groups and lines, totals
 * over races. Values, order and places are those of the result set.
 */
export function rankingTables(facts: ReportFacts, options: ReportOptions): ReportTable[] {
  const { races, totals } = facts.results
  return [
    ...races.flatMap((race) => [
      ...race.groups.map((group) => groupTable(facts, options, race, group)),
      ...(race.groups.length > 1 ? [overallTable(facts, options, race)] : []),
      ...gradeTables(facts, options, race),
      ...race.sideRankings.map((ranking) => sideTable(facts, options, ranking, race))
    ]),
    ...totals.map((ranking) => sideTable(facts, options, ranking, null))
  ]
}

/** Standings with 得分图 behind them. */
function standings(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const tables = rankingTables(facts, options)
  const charts = options.charts
    ? facts.results.races.flatMap((race) =>
        race.groups.flatMap((group) => groupCharts(facts, options, race, group))
      )
    : []
  const sheets = tables.map((table, index): WorkbookSheet => ({
    table,
    charts: index === tables.length - 1 ? charts : [],
    ...{ chartsName: '得分图', chartsTitle: reportTitle(facts, '得分图') }
  }))
  const { mark, provenance } = reportFrame(facts, options)
  return {
    ...{ title: reportTitle(facts, '排名表'), mark, provenance, sheets },
    notes: scoreNotes(facts, options, '排名表说明')
  }
}

/** For Excel also what the standings rest on: 得分明细, 计算过程, 加减分明细. */
function workbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const content = standings(facts, options)
  const details = facts.results.races
    .flatMap((race) => [
      indicatorTable(facts, options, race, '得分明细'),
      traceTable(facts, options, race),
      entryTable(facts, options, race)
    ])
    .filter((table) => table.rows.length > 0)
    .map((table): WorkbookSheet => ({ table, charts: [] }))
  return { ...content, sheets: [...content.sheets, ...details] }
}

export const rankingReport: ReportDefinition = {
  id: 'ranking',
  title: '排名表',
  description: '各组名次、板块得分、加减分、升降和差距；Excel 里另附得分明细和计算过程。',
  formats: ['xlsx', 'pdf'],
  controls: ['hide', 'topOnly', 'bottom', 'charts', 'decimals'],
  fileStem: ({ results }) => `${periodTitle(results.period)}排名表`,
  paper: (facts, options) => tablePaper(standings(facts, options)),
  workbook
}
