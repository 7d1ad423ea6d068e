import { periodTitle } from '../../period/periodKey.ts'
import { countCell } from '../ranking/columnSpec.ts'
import type { ReportFacts, SubmissionFact } from '../reportFacts.ts'
import { chineseMoment, SIGNATURES, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'
import { emptyRow, NUMBER_COLUMN } from './listWorkbook.ts'
import { plainText } from '../circular/markedText.ts'
import { submissionTrend, type Counted } from '../circular/submissionTrend.ts'

const count = { align: 'center', min: 7, max: 9 } as const

const COLUMNS: readonly ReportColumn[] = [
  NUMBER_COLUMN,
  { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 32, bold: true },
  { id: 'GROUP', head: '组别', align: 'left', min: 10, max: 18 },
  { id: 'STATE', head: '情况', align: 'center', min: 10, max: 14, bold: true },
  { id: 'EXPECTED', head: '应报\n（项）', ...count },
  { id: 'FILLED', head: '已报\n（项）', ...count },
  { id: 'MISSING', head: '没有报的指标', align: 'left', min: 20, max: 50 },
  { id: 'LAST', head: '最后报送', align: 'center', min: 12, max: 18 },
  { id: 'NOTE', head: '补报情况', align: 'left', min: 12, max: 18, toFill: true }
]

const ORDER: Record<SubmissionFact['state'], number> = { MISSING: 0, PARTLY: 1, COMPLETE: 2 }

/** Who handed in nothing (零报送), not everything, or late (S61): in this order, inside it in 机构顺序. */
export function missingTable(facts: ReportFacts, options: ReportOptions): ReportTable {
  const open = facts.submissions
    .filter(({ state, late }) => state !== 'COMPLETE' || late)
    .toSorted((a, b) => ORDER[a.state] - ORDER[b.state])
  return {
    id: 'missing',
    name: '未报送名单',
    ...tableFrame(facts, options, '未报送名单', countsText(facts)),
    columns: COLUMNS,
    rows: open.length === 0 ? emptyRow(COLUMNS, '全部单位按时报齐，没有未报送单位。') : open.map(rowOf),
    foot: [],
    remarks: remarksOf(facts),
    signatures: SIGNATURES,
    pinned: 2,
    filter: open.length > 0,
    orientation: 'LANDSCAPE'
  }
}

function rowOf(fact: SubmissionFact, index: number): ReportRow {
  return {
    cells: {
      NO: countCell(index + 1),
      UNIT: fact.name,
      GROUP: fact.group,
      STATE: stateText(fact),
      EXPECTED: countCell(fact.expected),
      FILLED: countCell(fact.filled),
      MISSING: missingText(fact),
      LAST: fact.lastAt === null ? '/' : chineseMoment(fact.lastAt)
    }
  }
}

function stateText({ state, late }: SubmissionFact): string {
  const words = { MISSING: '零报送', PARTLY: '缺项', COMPLETE: '' }[state]
  return [words, late ? '迟报' : ''].filter((word) => word !== '').join('、')
}

function missingText({ state, missing }: SubmissionFact): string {
  return state === 'MISSING' ? `全部 ${missing.length} 项` : missing.join('、')
}

/** 「零报送 0 家，缺项 1 家，迟报 2 家」. */
function countsText({ submissions }: ReportFacts): string {
  const of = (test: (fact: SubmissionFact) => boolean): number => submissions.filter(test).length
  const [nothing, partly] = [of(({ state }) => state === 'MISSING'), of(({ state }) => state === 'PARTLY')]
  return `应报 ${submissions.length} 家，零报送 ${nothing} 家，缺项 ${partly} 家，迟报 ${of(({ late }) => late)} 家`
}

const COUNTED: readonly Counted[] = ['missing', 'partly', 'late']

function remarksOf({ dueDate, submissionCounts }: ReportFacts): string[] {
  const due = dueDate === null ? null : dateOf(dueDate)
  return [
    ...COUNTED.flatMap((kind) => {
      const sentence = submissionTrend(submissionCounts, kind)
      return sentence.length === 0 ? [] : [plainText(sentence)]
    }),
    due === null ? '本季度没有设报送截止日期，不认定迟报。' : `报送截止日期：${due}。`,
    '零报送：应报的指标一项也没有报；缺项：报了一部分；填写「不适用」的算已报。'
  ]
}

/** `2026-10-08` → `2026年10月8日`. */
function dateOf(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const COUNT_COLUMNS: readonly ReportColumn[] = [
  { id: 'PERIOD', head: '季度', align: 'left', min: 16, max: 20, bold: true },
  { id: 'MISSING', head: '零报送\n（家）', ...count },
  { id: 'PARTLY', head: '缺项\n（家）', ...count },
  { id: 'LATE', head: '迟报\n（家）', ...count }
]

/** The counters of each quarter, oldest first; none for a single quarter. */
export function submissionCountTable(facts: ReportFacts, options: ReportOptions): ReportTable[] {
  const { submissionCounts } = facts
  if (submissionCounts.length < 2) return []
  return [
    {
      id: 'submissionCounts',
      name: '各季度报送情况',
      ...tableFrame(facts, options, '及以前各季度报送情况'),
      columns: COUNT_COLUMNS,
      rows: submissionCounts.map(({ period, missing, partly, late }) => ({
        cells: {
          PERIOD: periodTitle(period),
          MISSING: countCell(missing),
          PARTLY: countCell(partly),
          LATE: countCell(late)
        }
      })),
      foot: [],
      remarks: [],
      signatures: [],
      pinned: 1,
      filter: false,
      orientation: 'PORTRAIT'
    }
  ]
}
