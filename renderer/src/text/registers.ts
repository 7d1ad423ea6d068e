import type { ItemActionName } from '#shared/domain/register/itemAction.ts'
import { printDay, printNumber } from './format.ts'

/** Words of 清单台账. Words of the items themselves are in shared/domain/register/registerWords.ts. */
export const registersText = {
  title: '清单台账',
  all: '全部',
  five: '五重清单',
  add: '登记事项',
  import: '导入清单',
  templates: '下发进展填报表…',
  templatesMade: (count: number) => `已生成 ${count} 份进展填报表`,
  views: { table: '表格', board: '看板', calendar: '日历' },
  viewLabel: '显示方式',
  states: '办理状态',
  noOwner: '未定单位',
  anyUnit: '单位：全部',
  unit: '责任单位',
  withPartners: '配合的也算',
  filter: '筛选',
  search: '找编号、事项、责任人',
  urgency: '类别',
  tags: '四知',
  source: '问题来源',
  slip: '督办单',
  slips: '有未办结的督办单',
  incomplete: '缺责任单位或时限',
  voided: '只看已作废的',
  due: '时限',
  dueFrom: '时限从',
  dueTo: '时限到',
  head: {
    check: '选中',
    number: '编号',
    title: '事项',
    source: '来源',
    owner: '责任单位',
    urgency: '类别',
    due: '时限',
    left: '还剩',
    done: '进度',
    lights: '灯',
    status: '状态',
    slip: '督办单',
    steps: '交办·办理·报结·核验·销号'
  },
  lacks: (what: string) => `缺${what}`,
  toSlip: '待发',
  overdueBy: (days: number) => `逾期 ${days} 天`,
  left: (days: number) => `剩 ${days} 天`,
  today: '今天到期',
  workdays: (days: number) => `其中工作日 ${days} 天`,
  early: (days: number) => `提前 ${days} 天`,
  late: (days: number) => `晚 ${days} 天`,
  inTime: '当天办结',
  noDue: '未定时限',
  voidedWord: '已作废',
  shown: (shown: number, total: number) =>
    shown === total ? `共 ${total} 件，逾期的在前` : `显示 ${shown} 件，共 ${total} 件`,
  chosen: (count: number) => `选中 ${count} 件`,
  uncheck: '取消选中',
  issueSlip: '发督办单',
  bulkEdit: '批量修改',
  edit: '修改',
  more: '更多',
  open: '详情',
  none: '还没有登记事项',
  noneHint: '把已有的清单表导入进来，或从这里逐件登记；表里的责任单位、时限和进展都会读进来。',
  filteredNone: '没有符合条件的事项',
  filteredNoneHint: '换一个条件，或清除筛选。',
  warning: '请注意',
  toSettings: '去设置节假日',
  calendarWarning: /节假日|放假/,
  keys: { open: '详情', check: '勾选', all: '全选' }
} as const

export const savedViewText = {
  menu: '常用筛选',
  short: '常用',
  none: '还没有存过',
  save: '存为常用筛选…',
  saveTitle: '存为常用筛选',
  name: '名称',
  namePlaceholder: '如：安全生产逾期',
  nameMissing: '请写一个名称',
  saved: (name: string) => `已存为「${name}」`,
  same: '同名的会被替换。',
  remove: (name: string) => `删除「${name}」`,
  removed: (name: string) => `已删除「${name}」`,
  undo: '撤销'
} as const

export const detailText = {
  pick: '选一件事项，这里显示它的进展、材料和督办',
  log: '进展与督办',
  noLog: '还没有进展',
  fields: '事项内容',
  children: '下级事项',
  parent: '上级事项',
  slips: '督办单',
  full: '展开全部',
  lead: '牵头',
  with: '配合',
  person: '责任人',
  target: '目标',
  edit: '修改',
  progress: (done: string) => `进度 ${done}%`,
  unknownProgress: '未报进展',
  attach: '附证据',
  second: '第二人',
  numbered: '编号、日期',
  sourceHand: '在窗口里登记',
  sourceCell: (place: string) => `导入自 ${place}`,
  sourceGap: '由六问对标的差距生成',
  voided: (by: string, day: string, reason: string) => `${day} 由 ${by} 作废：${reason}`,
  slipStates: { ISSUED: '已发出', ANSWERED: '已反馈', CLOSED: '已办结', WITHDRAWN: '已撤回' },
  why: '为什么',
  look: '请看一看',
  amount: (amount: string, measure: string) => `完成 ${printNumber(amount)}${measure}`,
  percent: (percent: string) => `${printNumber(percent)}%`,
  change: (field: string, before: string, after: string) =>
    `${field}：${before === '' ? '空' : before} → ${after === '' ? '空' : after}`,
  on: (day: string) => `${printDay(day)}`
} as const

type Words = { button: string; title: string; verb: string; text: string; done: (count: number) => string }

const things = (verb: string) => (count: number) => (count === 1 ? `已${verb}` : `${count} 件已${verb}`)

export const ACTION_TEXT: Record<ItemActionName, Words> = {
  START: {
    button: '开始办理',
    title: '开始办理',
    verb: '开始办理',
    text: '说明',
    done: things('开始办理')
  },
  PROGRESS: {
    button: '记进展',
    title: '记进展',
    verb: '记下进展',
    text: '进展情况',
    done: things('记下进展')
  },
  NOTE: { button: '督导记录', title: '督导记录', verb: '记下', text: '内容', done: things('记下') },
  DONE: { button: '报结', title: '报结', verb: '报结', text: '办理结果', done: things('报结，待核验') },
  RETURN: { button: '退回', title: '退回办理', verb: '退回', text: '退回的理由', done: things('退回办理') },
  VERIFY: {
    button: '核验通过',
    title: '核验',
    verb: '核验通过',
    text: '核验意见',
    done: things('核验通过，待销号')
  },
  CLOSE: { button: '销号', title: '销号', verb: '销号', text: '验收意见', done: things('销号') },
  REOPEN: {
    button: '重新打开',
    title: '重新打开',
    verb: '重新打开',
    text: '重新打开的理由',
    done: things('重新打开')
  },
  VOID: { button: '作废', title: '作废', verb: '作废', text: '作废的理由', done: things('作废') },
  RESTORE: { button: '恢复', title: '恢复', verb: '恢复', text: '说明', done: things('恢复') }
}

export const actText = {
  day: '日期',
  percent: '进度（%）',
  amount: (measure: string, target: string) => `累计完成（${measure}，目标 ${printNumber(target)}）`,
  verifier: '核验人',
  closer: '验收人',
  number: '销号编号',
  numberHint: '留空由系统顺次给号',
  verifierHint: '不能是责任人本人，也不能是报结的人',
  doneHint: '没有佐证材料的，请写明为什么没有',
  evidence: (count: number) => (count === 0 ? '还没有佐证材料' : `已有 ${count} 份佐证材料`),
  many: (count: number) => `对 ${count} 件一起办理，要么全部办成，要么都不动。`,
  skipped: (count: number, verb: string) => `另有 ${count} 件现在不能${verb}，不在其内：`,
  missing: '请填写',
  noneFits: (verb: string) => `选中的事项现在都不能${verb}。`,
  badNumber: '请填数字',
  emptyProgress: '请填进度、完成数量或进展情况，至少一项',
  voidHint: '作废后不再列出，可以在「筛选 → 只看已作废的」里恢复。',
  undo: '撤销',
  undoReason: '误操作，撤销',
  undone: '已撤销',
  cannotMove: (from: string, to: string) =>
    `「${from}」不能直接到「${to}」：请按 交办、办理、报结、核验、销号 一步一步办。`
} as const

export const boardText = {
  label: '按状态的看板',
  more: (count: number) => `还有 ${count} 件`,
  empty: '没有事项',
  hint: '拖动卡片，或用 Ctrl+→ 走下一步、Ctrl+← 退回；Enter 看详情',
  actions: '办理'
} as const

export const monthText = {
  label: (month: string) => `${month} 到期的事项`,
  title: (year: string, month: number) => `${year}年${month}月`,
  previous: '上个月',
  next: '下个月',
  thisMonth: '本月',
  more: (count: number) => `还有 ${count} 件`,
  day: (day: string, count: number) => `${day} 到期 ${count} 件`,
  off: '休',
  work: '班',
  undated: (count: number) => `没有时限的 ${count} 件不在日历上`,
  seeUndated: '看这些',
  sum: (count: number, closed: number) => `本月到期 ${count} 件，其中已办结 ${closed} 件`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日']
} as const
