import { monthDays, type IsoDate } from '../../calendar/isoDate.ts'
import type { RegisterEvent } from '../../register/registerEvent.ts'
import type { RegisterItem } from '../../register/registerItem.ts'
import {
  CHANNELS,
  FOUR_KNOWS,
  ITEM_STATES,
  PROBLEM_SOURCES,
  REGISTER_TYPES,
  URGENCIES
} from '../../register/registerWords.ts'
import type { ReportColumn, TableCell } from '../reportTable.ts'

/** An item with what its tables print. */
export interface RegisterRow {
  item: RegisterItem
  /** Oldest first. */
  events: readonly RegisterEvent[]
  parentNumber: string | null
}

/** What all tables of one export share. */
export interface RegisterFacts {
  organisation: string
  unitName: (code: string) => string
  indicatorName: (code: string) => string
  today: IsoDate
  year: number
  quarter: number
  /** First and last day of the quarter. */
  days: { first: IsoDate; last: IsoDate }
}

export interface ItemSpec extends ReportColumn {
  cell: (row: RegisterRow, facts: RegisterFacts, index: number) => TableCell
}

const left = (min: number, max: number) => ({ align: 'left' as const, min, max })
const center = (min: number, max: number) => ({ align: 'center' as const, min, max })
const right = (min: number, max: number) => ({ align: 'right' as const, min, max })
const words = (text: string): TableCell => (text === '' ? null : text)
const number = (value: string, suffix?: string): TableCell => ({
  number: value,
  decimals: null,
  ...(suffix === undefined ? {} : { suffix })
})

/** Progress entries that say something, oldest first. */
export function progressOf({ events }: RegisterRow, from?: IsoDate, to?: IsoDate): RegisterEvent[] {
  return events
    .filter(
      ({ type, on }) =>
        type === 'PROGRESS' && (from === undefined || on >= from) && (to === undefined || on <= to)
    )
    .toSorted((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1))
}

function dated(events: readonly RegisterEvent[]): string {
  return events
    .filter(({ text }) => text !== '')
    .map(({ on, text }) => `${on} ${text}`)
    .join('\n')
}

const withShare = (name: string, share: string | null): string => (share === null ? name : `${name}${share}%`)

/** 完成状态 of a 推进表 (S64): what the public reads. */
const STATE_WORDS: Record<RegisterItem['state'], string> = {
  OPEN: '未启动',
  IN_PROGRESS: '推进中',
  DONE: '已完成',
  VERIFIED: '已完成',
  CLOSED: '已销号'
}
export const STATE_CHOICES = ['未启动', '推进中', '已完成'] as const

/** Every column that a register can print; heads are those that the importer reads. */
export const ITEM_COLUMNS = {
  no: { id: 'NO', head: '序号', ...center(5, 6), cell: (_row, _facts, index) => number(String(index + 1)) },
  key: { id: 'KEY', head: '编号', ...left(13, 16), hidden: true, cell: ({ item }) => item.number },
  number: { id: 'NUMBER', head: '编号', ...left(13, 16), cell: ({ item }) => item.number },
  parent: { id: 'PARENT', head: '上级编号', ...left(9, 16), cell: ({ parentNumber }) => parentNumber },
  type: { id: 'TYPE', head: '清单类型', ...left(9, 14), cell: ({ item }) => REGISTER_TYPES[item.type].name },
  title: { id: 'TITLE', head: '事项', ...left(16, 34), bold: true, cell: ({ item }) => item.title },
  content: { id: 'CONTENT', head: '具体内容', ...left(16, 36), cell: ({ item }) => words(item.content) },
  owner: {
    id: 'OWNER',
    head: '责任单位',
    ...left(12, 20),
    cell: ({ item }, { unitName }) =>
      item.owner === null ? null : withShare(unitName(item.owner), item.ownerShare)
  },
  partners: {
    id: 'PARTNERS',
    head: '配合单位',
    ...left(10, 22),
    cell: ({ item }, { unitName }) =>
      words(item.partners.map(({ unit, share }) => withShare(unitName(unit), share)).join('、'))
  },
  person: { id: 'PERSON', head: '责任人', ...center(7, 12), cell: ({ item }) => words(item.person) },
  leader: { id: 'LEADER', head: '分管领导', ...center(9, 12), cell: ({ item }) => words(item.leader) },
  rank: { id: 'RANK', head: '排位目标', ...left(9, 16), cell: ({ item }) => words(item.rankTarget) },
  measures: { id: 'MEASURES', head: '举措', ...left(18, 40), cell: ({ item }) => words(item.measures) },
  start: { id: 'START', head: '开始时间', ...center(11, 12), cell: ({ item }) => item.start },
  due: { id: 'DUE', head: '完成时限', ...center(11, 12), cell: ({ item }) => item.due },
  urgency: {
    id: 'URGENCY',
    head: '紧急程度',
    ...center(9, 10),
    cell: ({ item }) => (item.urgency === null ? null : URGENCIES[item.urgency].name)
  },
  tags: {
    id: 'TAGS',
    head: '四知标签',
    ...left(9, 18),
    cell: ({ item }) => words(item.tags.map((tag) => FOUR_KNOWS[tag]).join('、'))
  },
  channel: {
    id: 'CHANNEL',
    head: '督导渠道',
    ...center(9, 12),
    cell: ({ item }) => (item.channel === null ? null : CHANNELS[item.channel])
  },
  source: {
    id: 'SOURCE',
    head: '问题来源',
    ...center(9, 14),
    cell: ({ item }) => (item.problemSource === null ? null : PROBLEM_SOURCES[item.problemSource])
  },
  origin: { id: 'ORIGIN', head: '来源依据', ...left(10, 26), cell: ({ item }) => words(item.origin) },
  indicator: {
    id: 'INDICATOR',
    head: '对应指标',
    ...left(9, 18),
    cell: ({ item }, { indicatorName }) => (item.indicator === null ? null : indicatorName(item.indicator))
  },
  quantity: {
    id: 'QUANTITY',
    head: '目标数量',
    ...right(9, 14),
    cell: ({ item }) => (item.quantity === null ? null : number(item.quantity.target))
  },
  measure: {
    id: 'MEASURE',
    head: '计量单位',
    ...center(6, 9),
    cell: ({ item }) => words(item.quantity?.measure ?? '')
  },
  progress: {
    id: 'PROGRESS',
    head: '进展情况',
    ...left(22, 48),
    cell: (row) => words(progressOf(row).findLast(({ text }) => text !== '')?.text ?? '')
  },
  history: { id: 'HISTORY', head: '进展情况', ...left(22, 48), cell: (row) => words(dated(progressOf(row))) },
  quarter: {
    id: 'QUARTER',
    head: '本季度进展',
    ...left(22, 44),
    cell: (row, { days }) =>
      words(
        progressOf(row, days.first, days.last)
          .map(({ text }) => text)
          .filter((text) => text !== '')
          .join('\n')
      )
  },
  cumulative: {
    id: 'CUMULATIVE',
    head: '累计进展',
    ...left(22, 48),
    cell: (row, { days, year }) => words(dated(progressOf(row, `${year}-01-01`, days.last)))
  },
  rate: {
    id: 'RATE',
    head: '进度（%）',
    ...right(8, 10),
    cell: ({ item }) => (item.percent === null ? null : number(item.percent))
  },
  amount: {
    id: 'AMOUNT',
    head: '累计完成',
    ...right(9, 14),
    cell: ({ item }) => (item.amount === null ? null : number(item.amount))
  },
  state: {
    id: 'STATE',
    head: '办理状态',
    ...center(9, 10),
    cell: ({ item }) => ITEM_STATES[item.state].name
  },
  publicState: {
    id: 'STATE',
    head: '完成状态',
    ...center(9, 10),
    cell: ({ item }) => STATE_WORDS[item.state]
  },
  note: {
    id: 'NOTE',
    head: '督导记录',
    ...left(12, 32),
    cell: ({ events }) => words(dated(events.filter(({ type }) => type === 'NOTE')))
  },
  closeNumber: {
    id: 'CLOSE',
    head: '销号编号',
    ...left(12, 18),
    cell: ({ item }) => item.closeOut?.number ?? null
  },
  closeDate: {
    id: 'CLOSED_ON',
    head: '销号日期',
    ...center(11, 12),
    cell: ({ item }) => item.closeOut?.date ?? null
  },
  verifier: {
    id: 'VERIFIER',
    head: '验收人',
    ...center(7, 12),
    cell: ({ item }) => words(item.closeOut?.verifier ?? '')
  },
  opinion: {
    id: 'OPINION',
    head: '验收意见',
    ...left(9, 24),
    cell: ({ item }) => words(item.closeOut?.opinion ?? '')
  },
  remark: { id: 'REMARK', head: '备注', ...left(8, 24), cell: ({ item }) => words(item.remark) }
} satisfies Record<string, ItemSpec>

/** 分月计划 beside 分月完成, both reached so far: only months that some item has a plan for. */
export function monthColumns(rows: readonly RegisterRow[], { today }: RegisterFacts): ItemSpec[] {
  const months = [...new Set(rows.flatMap(({ item }) => item.plan.map(({ month }) => month)))].toSorted()
  const head = (month: string): string => `1-${Number(month.slice(5))}月`
  const years = new Set(months.map((month) => month.slice(0, 4)))
  const of = (month: string): string =>
    years.size > 1 ? `${month.slice(0, 4)}年${head(month)}` : head(month)
  const plans = months.map((month): ItemSpec => ({
    ...{ id: `PLAN_${month}`, head: of(month), band: '分月计划（累计）' },
    ...right(8, 12),
    cell: ({ item }) => {
      const step = item.plan.find((one) => one.month === month)
      if (step === undefined) return null
      return step.amount !== null ? number(step.amount) : number(step.percent!, '%')
    }
  }))
  const past = months.filter((month) => `${month}-01` <= today)
  const done = past.map((month): ItemSpec => ({
    ...{ id: `DONE_${month}`, head: of(month), band: '分月完成（累计）' },
    ...right(8, 12),
    cell: (row) => {
      const { item } = row
      const last = progressOf(row, undefined, monthDays(month).last)
      const counted = item.plan.some(({ amount }) => amount !== null)
      const field = counted ? 'amount' : 'percent'
      const value = last.findLast((event) => event[field] !== null)?.[field] ?? null
      if (value === null) return null
      return counted ? number(value) : number(value, '%')
    }
  }))
  return [...plans, ...done]
}
