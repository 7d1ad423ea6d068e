import { gradeText } from '../../ranking/gradeText.ts'
import { movementText } from '../../ranking/movementText.ts'
import {
  columnsOf,
  countCell,
  printedCell,
  rankCell,
  rowsOf,
  type ColumnSpec
} from '../ranking/columnSpec.ts'
import { raceLabel } from '../ranking/groupTable.ts'
import { scoreNotes } from '../ranking/rankingNotes.ts'
import type { WorkbookContent, WorkbookSheet } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, reportTitle, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportTable } from '../reportTable.ts'
import { cardCharts } from './cardCharts.ts'
import { placeText } from './cardFigures.ts'
import { cardSheet } from './cardSheet.ts'
import { chosenSubjects, type CardRace } from './cardSubject.ts'

interface IndexRow extends CardRace {
  number: number
}

/** 目录: the chosen units in 机构顺序, as their sheets follow. */
function indexTable(facts: ReportFacts, options: ReportOptions, entries: readonly CardRace[]): ReportTable {
  const { races, decimals } = facts.results
  const specs: ColumnSpec<IndexRow>[] = [
    { id: 'NO', head: '序号', align: 'center', min: 6, max: 8, cell: ({ number }) => countCell(number) },
    { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 36, bold: true, cell: ({ unit }) => unit.name },
    ...(races.length < 2
      ? []
      : [
          {
            ...{ id: 'RACE', head: '赛项', align: 'left', min: 10, max: 20 },
            cell: ({ race }) => race.name
          } satisfies ColumnSpec<IndexRow>
        ]),
    { id: 'GROUP', head: '组别', align: 'left', min: 10, max: 20, cell: ({ group }) => group.name },
    {
      ...{ id: 'RANK', head: '名次', align: 'center', min: 8, max: 10, bold: true },
      cell: ({ unit }) => (unit.rank === null ? placeText(unit) : rankCell(unit.rank))
    },
    {
      ...{ id: 'TOTAL', head: '总得分', align: 'right', min: 9, max: 12, bold: true, tint: true },
      cell: ({ unit }) => (unit.total === null ? '未计分' : printedCell(unit.total.printed, decimals))
    },
    {
      ...{ id: 'MOVEMENT', head: '升降', align: 'center', min: 6, max: 8 },
      cell: ({ unit }) => movementText(unit.movement)
    },
    ...(races.every(({ grades }) => grades.length === 0)
      ? []
      : [
          {
            ...{ id: 'GRADE', head: '等次', align: 'center', min: 8, max: 10 },
            cell: ({ race, unit }) => gradeText(race, unit) ?? '/'
          } satisfies ColumnSpec<IndexRow>
        ]),
    {
      ...{ id: 'REMARKS', head: '备注', align: 'left', min: 16, max: 40 },
      cell: ({ unit }) => unit.remarks.join('；')
    }
  ]
  const rows = entries.map((entry, index): IndexRow => ({ ...entry, number: index + 1 }))
  return {
    ...{ id: 'cardIndex', name: '目录', ...tableFrame(facts, options, '单位成绩单目录', '单位：分') },
    columns: columnsOf(specs),
    rows: rowsOf(specs, rows, () => false),
    foot: [],
    remarks: ['各单位的成绩单按这个次序排在后面，一个单位一张表。'],
    ...{ signatures: [], pinned: 2, filter: true, orientation: 'LANDSCAPE' }
  }
}

/** 单位成绩单 as a workbook: 目录, and a sheet with live formulas and native charts for each unit and race. */
export function cardWorkbook(facts: ReportFacts, options: ReportOptions): WorkbookContent {
  const entries = chosenSubjects(facts, options).flatMap(({ races }) => races)
  const sheets = entries.map((entry): WorkbookSheet => ({
    table: cardSheet(facts, options, entry),
    charts: options.charts ? cardCharts(facts, entry) : [],
    chartsName: `${entry.unit.name}${raceLabel(facts, entry.race)}图`
  }))
  const { mark, provenance } = reportFrame(facts, options)
  return {
    ...{ title: reportTitle(facts, '单位成绩单'), mark, provenance },
    sheets: [{ table: indexTable(facts, options, entries), charts: [] }, ...sheets],
    notes: scoreNotes(facts, options, '单位成绩单说明')
  }
}
