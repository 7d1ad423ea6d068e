import { periodShort } from '../../period/periodKey.ts'
import type { RedCell, RedMatrix } from '../../statements/redMatrix.ts'
import type { Statement } from '../../statements/statementProgress.ts'
import type { TaskCell, TaskRow } from '../../statements/taskMatrix.ts'
import { emptyRow, NUMBER_COLUMN } from '../lists/listWorkbook.ts'
import { countCell } from '../ranking/columnSpec.ts'
import { chineseMoment, SIGNATURES } from '../reportFrame.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'
import { liveTitle, type LiveFrame } from './liveFrame.ts'

const STATEMENTS: readonly ReportColumn[] = [
  { id: 'PROVIDER', head: '报送部门', align: 'left', min: 14, max: 28, bold: true },
  { id: 'INDICATORS', head: '负责的指标', align: 'left', min: 24, max: 60 },
  { id: 'EXPECTED', head: '应报\n（个数）', align: 'center', min: 8, max: 10 },
  { id: 'FILLED', head: '已报\n（个数）', align: 'center', min: 8, max: 10 },
  { id: 'STATE', head: '情况', align: 'center', min: 8, max: 12, bold: true },
  { id: 'LAST', head: '最后报送', align: 'center', min: 12, max: 18 },
  { id: 'FILES', head: '报送文件', align: 'left', min: 16, max: 44 }
]

const PART_WORDS = { COMPLETE: '已报齐', PARTLY: '缺项', MISSING: '未报' } as const

/** 七大报表报送情况: by statement, which department has handed in what by when. */
export function statementsTable(
  frame: LiveFrame,
  statements: readonly Statement[],
  { due }: { due: string | null }
): ReportTable {
  const several = new Set(statements.map(({ race }) => race)).size > 1
  const rows = statements.flatMap((statement): ReportRow[] => [
    {
      cells: {},
      band: `${several ? `${statement.raceName} · ` : ''}${statement.name}（${statement.fullMark} 分）：应报 ${statement.expected}，已报 ${statement.filled}`
    },
    ...statement.parts.map((part): ReportRow => ({
      cells: {
        PROVIDER: part.providerName,
        INDICATORS: part.indicators.map(({ name }) => name).join('、'),
        EXPECTED: countCell(part.expected),
        FILLED: countCell(part.filled),
        STATE: part.late ? `${PART_WORDS[part.state]}（迟）` : PART_WORDS[part.state],
        LAST: part.lastAt === null ? '/' : chineseMoment(part.lastAt),
        FILES: part.files.join('、')
      }
    }))
  ])
  return {
    id: 'statements',
    name: '报表报送情况',
    ...liveTitle(frame, '各报表报送情况', due === null ? '没有设报送截止日期' : `报送截止 ${due}`),
    columns: STATEMENTS,
    rows: rows.length === 0 ? emptyRow(STATEMENTS, '考核方案里没有板块。') : rows,
    foot: [],
    remarks: ['一个指标对一个单位算一个数；填写「不适用」的算已报，写「缺报」的算未报。'],
    signatures: SIGNATURES,
    pinned: 1,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

/** 红 with what it counts: a word, so that grey print says the same. */
export function redCellText({ state, met, of }: RedCell): string {
  switch (state) {
    case 'RED':
      return of === 1 ? '红' : `红 ${met}/${of}`
    case 'PARTLY':
    case 'NOT':
      return of === 1 ? '未达标' : `${met}/${of}`
    case 'MISSING':
      return '缺报'
    case 'NONE':
      return '/'
  }
}

/** 指标全年红: indicators down, the year's quarters across. */
export function redTable(frame: LiveFrame, matrix: RedMatrix): ReportTable {
  const columns: ReportColumn[] = [
    { id: 'DIMENSION', head: '板块', align: 'left', min: 10, max: 18 },
    { id: 'INDICATOR', head: '指标', align: 'left', min: 18, max: 40, bold: true },
    ...matrix.periods.map(({ period, preview }): ReportColumn => ({
      id: period,
      head: preview ? `${periodShort(period)}\n（预览）` : periodShort(period),
      align: 'center',
      min: 9,
      max: 12
    })),
    { id: 'RED', head: '红的季度', align: 'center', min: 9, max: 11 },
    { id: 'ALL', head: '全年红', align: 'center', min: 8, max: 10, bold: true }
  ]
  return {
    id: 'red',
    name: '指标全年红',
    ...liveTitle(frame, '指标全年红对照表'),
    columns,
    rows:
      matrix.rows.length === 0
        ? emptyRow(columns, '这一年还没有计算过成绩的季度。')
        : matrix.rows.map((row) => ({
            cells: {
              DIMENSION: row.dimensionName,
              INDICATOR: row.name,
              ...Object.fromEntries(row.cells.map((cell) => [cell.period, redCellText(cell)])),
              RED: `${row.red}/${row.counted}`,
              ALL: row.allYear ? '全年红' : ''
            },
            red: [
              ...row.cells.filter(({ state }) => state === 'RED').map(({ period }) => period),
              ...(row.allYear ? ['ALL'] : [])
            ]
          })),
    foot: [
      {
        cells: {
          INDICATOR: '红的指标',
          ...Object.fromEntries(
            matrix.allRed.map(({ period, red, of, all }) => [
              period,
              all ? `全线红 ${red}/${of}` : `${red}/${of}`
            ])
          )
        }
      }
    ],
    remarks: [
      '红：该指标适用的单位全部达到目标（没有目标的按方案的达标线）。分数为达标单位 ÷ 适用单位。四个季度都在册且都红才记「全年红」。'
    ],
    signatures: SIGNATURES,
    pinned: 2,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

const TASK_WORDS: Record<TaskCell['state'], string> = { RED: '红', BEHIND: '落后', SILENT: '未报', NONE: '/' }

/** 任务全线红: matters down, months across. */
export function taskTable(
  frame: LiveFrame,
  rows: readonly (TaskRow & { ownerName: string | null })[],
  months: readonly string[]
): ReportTable {
  const columns: ReportColumn[] = [
    NUMBER_COLUMN,
    { id: 'TASK', head: '任务', align: 'left', min: 20, max: 44, bold: true },
    { id: 'UNIT', head: '责任单位', align: 'left', min: 12, max: 24 },
    ...months.map((month): ReportColumn => ({
      id: month,
      head: `${Number(month.slice(5))}月`,
      align: 'center',
      min: 5,
      max: 7
    })),
    { id: 'ALL', head: '全线红', align: 'center', min: 8, max: 10, bold: true }
  ]
  return {
    id: 'tasks',
    name: '任务全线红',
    ...liveTitle(frame, '任务全线红对照表', `共 ${rows.length} 项`),
    columns,
    rows:
      rows.length === 0
        ? emptyRow(columns, '这一年的清单里没有有计划的任务。')
        : rows.map((row, index) => ({
            cells: {
              NO: countCell(index + 1),
              TASK: `${row.title}（${row.number}）`,
              UNIT: row.ownerName ?? '待定',
              ...Object.fromEntries(row.cells.map(({ month, state }) => [month, TASK_WORDS[state]])),
              ALL: row.all ? '全线红' : `${row.red}/${row.counted}`
            },
            red: [
              ...row.cells.filter(({ state }) => state === 'RED').map(({ month }) => month),
              ...(row.all ? ['ALL'] : [])
            ]
          })),
    foot: [],
    remarks: ['红：月底报送的进度不低于计划；未报：到月底没有报过进度；「/」：还没开始、已办结或没有计划。'],
    signatures: SIGNATURES,
    pinned: 3,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}
