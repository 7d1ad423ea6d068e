import type { RedMatrixView, StatementsView } from '#shared/ipc/race.ts'

export const statementsText = {
  title: '七大报表',
  tabs: { progress: '报送情况', red: '指标全年红', tasks: '任务全线红' },
  note: (filled: number, expected: number, due: string | null): string =>
    `应报 ${expected}，已报 ${filled}${due === null ? '' : `，${due} 截止`}`,
  self: '各单位自报',
  states: { COMPLETE: '已报齐', PARTLY: '缺项', MISSING: '未报' },
  late: '迟',
  head: {
    provider: '报送部门',
    indicators: '负责的指标',
    filled: '已报 / 应报',
    state: '情况',
    last: '最后报送',
    files: '报送文件',
    indicator: '指标',
    red: '红的季度',
    allYear: '全年红',
    task: '任务',
    unit: '责任单位',
    all: '全线红'
  },
  full: (mark: string): string => `${mark} 分`,
  empty: '考核方案里没有板块',
  emptyHint: '在「考核方案」里设好板块、指标和「数据由谁报」，这里按报表列出各部门报送情况。',
  toScheme: '去考核方案',
  allUnits: '全部单位',
  unit: '单位',
  previewQuarter: '预览',
  redHint: '红 = 适用的单位全部达标；分数是达标 ÷ 适用',
  noQuarters: '这一年还没有计算过成绩的季度',
  noQuartersHint: '计算或冻结一个季度之后，这里逐季对照。',
  noTasks: '这一年没有有计划的任务',
  noTasksHint: '清单里的年度目标任务、项目、承诺事项有时限或分月计划时，这里逐月对照。',
  toRegisters: '去清单台账',
  tasksHint: '红 = 月底的进度不低于计划',
  redFoot: '红的指标',
  allRed: '全线红',
  files: { STATEMENTS: '报表报送情况', MATRIX: '全年红对照表' }
} as const

type Cell = RedMatrixView['rows'][number]['cells'][number]

/** What a cell of 指标全年红 says; the shape beside it says the same. */
export function redText({ state, met, of }: Cell): string {
  switch (state) {
    case 'RED':
      return of === 1 ? '红' : `${met}/${of}`
    case 'PARTLY':
    case 'NOT':
      return of === 1 ? '未达标' : `${met}/${of}`
    case 'MISSING':
      return '缺报'
    case 'NONE':
      return '/'
  }
}

export const TASK_WORDS: Record<RedMatrixView['tasks'][number]['cells'][number]['state'], string> = {
  RED: '红',
  BEHIND: '落后',
  SILENT: '未报',
  NONE: '/'
}

export function statementTotals({ statements }: StatementsView): { filled: number; expected: number } {
  return statements.reduce(
    (sum, { filled, expected }) => ({ filled: sum.filled + filled, expected: sum.expected + expected }),
    { filled: 0, expected: 0 }
  )
}
