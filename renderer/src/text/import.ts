import type { ColumnRole, LayoutKind } from '#shared/domain/importing/importPlan.ts'
import type { ItemColumn } from '#shared/domain/importing/register/stagedItem.ts'

/** Words of the import wizard. */
export const importText = {
  title: '导入',
  steps: { pick: '选文件', header: '认表头', check: '检查', confirm: '确认' },
  changeFiles: '换文件',
  frozen: '这一季度已冻结，不能再导入。',
  frozenHint: '确需更正，请在「总览」重开本季度并写明理由。',
  undo: '撤销上一步',
  undoHint: '撤销最近一次修改（Ctrl+Z）',
  files: {
    title: '本次的文件',
    name: '文件',
    status: '状态',
    cells: '格数',
    errors: '必须修',
    confirms: '请确认',
    skip: '不导入',
    unskip: '恢复导入',
    open: '检查',
    previous: '上一个文件',
    next: '下一个文件',
    list: '全部文件',
    READY: '可以导入',
    SKIPPED: '不导入',
    FAILED: '读不出来',
    DUPLICATE: '重复'
  },
  legend: { header: '表头', error: '必须修', confirm: '请确认', info: '已规整', skipped: '不读的行' },
  grid: {
    hiddenRow: '隐藏的行',
    hiddenCol: '隐藏的列',
    notImported: '不导入',
    raw: '原文',
    formula: '公式',
    empty: '空格',
    inHeader: '表头',
    notUsed: '不导入',
    headerFrom: '表头从这一行开始',
    headerTo: '表头到这一行为止',
    hint: '点一个单元格，看它的原文和去向'
  },
  header: {
    title: '这张表是怎么读的',
    open: '怎么读的',
    hint: '不对的地方在这里改，改完马上重读',
    rows: '表头行',
    rowsHint: '点左边的行号可以改',
    layout: '版式',
    unit: '所属单位',
    indicator: '评的指标',
    columns: '各列的用途',
    reset: '恢复自动识别',
    use: '导入这张表',
    skip: '这张表不导入',
    titleLine: '标题',
    chooseUnit: '选择单位',
    chooseIndicator: '选择指标',
    register: '清单类型',
    chooseRegister: '选择清单类型',
    chooseField: '这一列是什么'
  },
  by: {
    remembered: '沿用以前的对应',
    template: '模板里写明',
    exact: '名称相同',
    alias: '按别名',
    keyword: '按关键字',
    position: '按位置',
    clerk: '手工指定',
    none: '没有认出'
  },
  unitBy: {
    remembered: '沿用以前的对应',
    template: '模板里写明',
    'header line': '表头上方写明',
    title: '标题里写明',
    'sheet name': '工作表名',
    'file name': '文件名',
    clerk: '手工指定'
  },
  problems: {
    title: '按修法归类',
    hint: '一次修一类，不逐格改',
    resetAll: '全部还原',
    error: '必须修',
    errorHint: '修完才能确认导入',
    confirm: '请确认',
    confirmHint: '默认修法已选好',
    info: '已规整',
    accepted: '已确认',
    none: '这个文件没有要修的地方',
    noneHint: '可以看下一个文件，或到「确认」看预演结果。',
    expand: '展开',
    collapse: '收起',
    locate: '定位',
    takeBack: '撤回',
    open: '问题清单',
    nextKey: '下一处',
    previousKey: '上一处',
    switchKey: '切换表格和清单'
  },
  repair: {
    thisIs: '就是它',
    remember: '记为别名，以后自动认',
    skipRows: '这些行不导入',
    skipName: '不导入',
    best: '最接近',
    chooseUnit: '选择单位',
    chooseIndicator: '选择指标',
    chooseClass: '选择类别',
    chooseRegister: '选择清单类型',
    choosePart: '选择选项或扣分项',
    fill: '填数',
    fillValue: '数值',
    fillBasis: '依据，例如：电话核实',
    fillSave: '用这个数',
    missing: '标缺报',
    na: '标不适用',
    skipCell: '不导入这格',
    confirm: '确认',
    toHeader: '去认表头',
    skipSheet: '这张表不导入',
    useSheet: '导入这张表',
    skipThisFile: '本文件的这些格不导入',
    words: { NA: '不适用', MISSING: '缺报', ZERO: '0 分' },
    wordsHint: { NA: '不进分母', MISSING: '按方案的缺报规则', ZERO: '按 0 计' },
    badNumber: '请填一个数，例如 12 或 3.5',
    needBasis: '请写明依据'
  },
  bar: {
    all: '共',
    ready: '可用',
    confirms: '待确认',
    errors: '必须修',
    missing: '缺报单位',
    ranks: '预演名次',
    toHeader: '下一步：认表头',
    toCheck: '下一步：检查',
    toConfirm: '下一步：确认',
    back: '上一步',
    commit: '确认导入',
    review: '提交复核',
    files: '个文件'
  },
  confirm: {
    title: '预演结果',
    hint: '按真实导入走了一遍，没有写入数据',
    hintReview: '按真实导入走了一遍，没有写入数据。提交后要由另一个人复核，通过了才计入成绩',
    created: '新增',
    changed: '改动',
    same: '与原来相同',
    left: '不导入',
    adjustments: '加减分',
    changedTitle: '会被改动的数',
    changedNone: '没有数会被改动，都是新增的或与原来相同的。',
    unit: '单位',
    indicator: '指标',
    before: '原来',
    after: '改为',
    place: '来自',
    itemsTitle: '清单台账会怎么变',
    itemsNew: '新增事项',
    itemsChanged: '改动事项',
    itemsSame: '相同事项',
    itemsNone: '没有事项会被新增或改动。',
    item: '事项',
    register: '清单',
    what: '结果',
    changes: '改了什么',
    items: { NEW: '新增', CHANGED: '改动', SAME: '相同', SKIPPED: '没有导入', REJECTED: '没有导入' },
    ranksTitle: '名次会怎么变',
    ranksNone: '名次没有变化。',
    missingTitle: '导入后仍缺报的单位',
    missingNone: '各单位都有数了。',
    leaveErrors: '有错的格先不导入，其余先导入',
    leaveErrorsHint: '这些格会记在导入结果里，改好后重新导入原表即可。'
  }
} as const

export const FIELD_WORDS: Record<string, string> = {
  actual: '完成',
  target: '目标',
  self: '自评分',
  score: '考核分',
  rating: '评分',
  adjustment: '加减分',
  item: '事项'
}

export const LAYOUT_NAMES: Record<LayoutKind, string> = {
  LONG_LIST: '清单：一行一个单位的一项指标',
  UNIT_BY_INDICATOR: '汇总表：单位在左，指标在上',
  INDICATOR_BY_UNIT: '汇总表：指标在左，单位在上',
  UNIT_ITEMS: '单个单位的填报表',
  RATER_MATRIX: '评委打分表',
  ADJUSTMENTS: '加减分台账',
  EVENTS: '扣分清单：一行一件事',
  BALLOTS: '测评票汇总',
  PROGRESS_LIST: '工作进展表',
  FORM: '表单',
  REGISTER: '清单台账：一行一个事项',
  ISSUED: '本系统下发的模板'
}

export const ROLE_NAMES: Record<ColumnRole['role'], string> = {
  unit: '单位',
  indicator: '指标',
  rater: '评委',
  field: '目标或完成',
  value: '数值',
  measure: '计量单位',
  adjustmentClass: '加减分类别',
  points: '分值',
  reason: '事由',
  evidence: '依据',
  approver: '审批人',
  date: '日期',
  rank: '名次',
  total: '合计',
  remark: '备注',
  item: '清单的一列',
  ignore: '不导入'
}

/** What a column of a register holds. */
export const ITEM_COLUMN_NAMES: Record<ItemColumn, string> = {
  serial: '序号',
  number: '编号',
  parentNumber: '上级编号',
  type: '清单类型',
  title: '事项',
  content: '具体内容',
  owner: '责任单位',
  partners: '配合单位',
  person: '责任人',
  leader: '分管领导',
  rankTarget: '排位目标',
  measures: '举措',
  start: '开始时间',
  due: '完成时限',
  class: '类别（缓急、来源、四知）',
  tags: '四知标签',
  channel: '督导渠道',
  origin: '来源依据',
  quantity: '目标数量',
  measure: '计量单位',
  investment: '总投资',
  yearPlan: '年度计划投资',
  plan: '分月计划',
  done: '分月完成',
  progress: '进展情况',
  cumulative: '累计进展',
  rate: '进度（%）',
  amount: '完成数量',
  state: '完成状态',
  note: '督导记录',
  closeOut: '销号情况',
  closeNumber: '销号编号',
  closeDate: '销号日期',
  verifier: '验收人',
  opinion: '验收意见',
  indicator: '对应指标',
  remark: '备注',
  extra: '记入备注'
}

export const SIGN_NAMES = { BONUS: '加分', DEDUCTION: '减分', SIGNED: '加减分' } as const

/** What goes to the database from a cell: 「体育产业处 · 到位资金 · 完成 5000」. */
export const goesTo = (unit: string, indicator: string, field: string, value: string): string =>
  `导入为 ${unit} · ${indicator} · ${FIELD_WORDS[field] ?? field} ${value}`

export const itemCount = (count: number): string => `${count} 项`
/** 「完成时限：2026-06-30 → 2026-09-30」. */
export const fieldChange = ({
  field,
  before,
  after
}: {
  field: string
  before: string
  after: string
}): string => (before === '' ? `${field}：${after}` : `${field}：${before} → ${after === '' ? '空' : after}`)
export const skippedBecause = (reason: string): string => `这一行不读：${reason}`
export const leftOutSheet = (name: string): string => `${name}（不导入）`
export const rowsText = (first: number, last: number): string =>
  first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`
export const rowNumber = (row: number): string => `第 ${row} 行`
export const changeColumn = (letter: string): string => `改 ${letter} 列的用途`
export const confirmCells = (count: number): string => (count > 1 ? `确认 ${count} 处` : '确认')
export const skipOtherFile = (name: string): string => `《${name}》不导入`
export const alsoInFiles = '对本次所有文件生效'
export const placesText = (first: string, count: number): string =>
  count > 1 ? `${first} 等 ${count} 处` : first
export const leaveErrorCount = (count: number): string => `有错的 ${count} 处先不导入，其余先导入`
export const unitCount = (count: number): string => `${count} 个`
export const cellCount = (count: number): string => `${count} 格`
