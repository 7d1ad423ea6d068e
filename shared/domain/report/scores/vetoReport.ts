import { gradeText } from '../../ranking/gradeText.ts'
import { periodTitle } from '../../period/periodKey.ts'
import type { RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import { columnsOf, countCell, rankCell, rowsOf, scoreCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import { raceLabel } from '../ranking/groupTable.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { ReportDefinition } from '../reportDefinition.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, reportTitle, SIGNATURES, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportTable } from '../reportTable.ts'
import { tablePaper } from '../tablePaper.ts'
import { handledItems, type HandledItem } from './handledItems.ts'

const NAME = '否决处理清单'

interface HandledRow extends HandledItem {
  number: number
  result: UnitResult | undefined
  groupName: string
}

function rowsOfRace(facts: ReportFacts, race: RaceResult): HandledRow[] {
  const units = new Map(
    race.groups.flatMap((group) => group.units.map((unit) => [unit.unit, { unit, group }] as const))
  )
  return handledItems(facts, race).map((item, index) => {
    const found = units.get(item.unit.unit)
    return { ...item, number: index + 1, result: found?.unit, groupName: found?.group.name ?? '' }
  })
}

function handledColumns(race: RaceResult, decimals: number): ColumnSpec<HandledRow>[] {
  return [
    {
      ...{ id: 'NUMBER', head: '序号', align: 'center', min: 6, max: 8 },
      cell: ({ number }) => countCell(number)
    },
    {
      ...{ id: 'UNIT', head: '单位', align: 'left', min: 14, max: 24, bold: true },
      cell: ({ unit }) => unit.name
    },
    { id: 'GROUP', head: '组别', align: 'left', min: 10, max: 16, cell: ({ groupName }) => groupName },
    { id: 'KIND', head: '类别', align: 'center', min: 9, max: 10, cell: ({ kind }) => kind },
    { id: 'WHAT', head: '事项', align: 'left', min: 14, max: 24, cell: ({ what }) => what },
    { id: 'BASIS', head: '依据和决定人', align: 'left', min: 18, max: 30, cell: ({ basis }) => basis },
    {
      id: 'EFFECT',
      head: '对得分和名次的影响',
      align: 'left',
      min: 26,
      max: 46,
      cell: ({ effect }) => effect
    },
    {
      ...{ id: 'TOTAL', head: '总得分', align: 'right', min: 9, max: 12, tint: true, bold: true },
      cell: ({ result }) => scoreCell(result?.total, decimals)
    },
    {
      ...{ id: 'RANK', head: '名次', align: 'center', min: 6, max: 8 },
      cell: ({ result }) => rankCell(result?.rank ?? null)
    },
    ...(race.grades.length === 0
      ? []
      : [
          {
            ...{ id: 'GRADE', head: '等次', align: 'center', min: 8, max: 10 },
            cell: ({ result }) => (result === undefined ? null : gradeText(race, result)) ?? '/'
          } satisfies ColumnSpec<HandledRow>
        ])
  ]
}

function handledTable(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable {
  const rows = rowsOfRace(facts, race)
  const columns = handledColumns(race, facts.results.decimals)
  const name = `${raceLabel(facts, race)}${NAME}`
  return {
    ...{ id: `handled:${race.race}`, name, ...tableFrame(facts, options, name) },
    columns: columnsOf(columns),
    rows: rowsOf(columns, rows, (row, previous) => row.kind !== previous.kind),
    foot: [],
    remarks: [
      ...(rows.length === 0 ? ['本季度没有否决、补分、并列裁定、等次裁定和免上榜。'] : []),
      ...(facts.scheme.policies.vetoes ? [] : ['考核方案没有启用一票否决。']),
      `${reportFrame(facts, options).provenance}。`
    ],
    ...{ signatures: SIGNATURES, pinned: 2, filter: rows.length > 0, orientation: 'LANDSCAPE' }
  }
}

function workbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const { mark, provenance } = reportFrame(facts, options)
  const sheets = facts.results.races.map((race) => ({
    table: handledTable(facts, options, race),
    charts: []
  }))
  return { title: reportTitle(facts, NAME), mark, provenance, sheets }
}

export const vetoReport: ReportDefinition = {
  id: 'vetoes',
  title: NAME,
  description: '否决、补分、并列和等次裁定、免上榜，各写明依据和影响。',
  formats: ['xlsx', 'pdf'],
  controls: [],
  fileStem: ({ results }) => `${periodTitle(results.period)}${NAME}`,
  paper: (facts, options) => tablePaper(workbook(facts, options)),
  workbook
}
