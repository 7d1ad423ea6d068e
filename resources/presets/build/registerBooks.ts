import { periodDays, periodTitle, quarterOf, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { plannedPercent } from '#shared/domain/register/itemStanding.ts'
import { itemFields, registerItem, type RegisterType } from '#shared/domain/register/registerItem.ts'
import {
  FOUR_KNOWS,
  PROBLEM_SOURCES,
  REGISTER_TYPES,
  URGENCIES
} from '#shared/domain/register/registerWords.ts'
import { bandRow, cell, headRow, metaRow, type Book, type Sheet } from '../../samples/build/sheet.ts'
import type { SampleItem } from './registers/registerData.ts'
import { savedAt } from './scoreBooks.ts'

/** One head of a register's sheet, with what stands under it. */
interface Column {
  head: string
  width: number
  value(item: SampleItem, at: Progress): string | number | null
}

/** How far a matter is at the end of a quarter. */
interface Progress {
  percent: number
  text: string
  state: string
}

const joined = (parts: readonly string[] | undefined): string => (parts ?? []).join('、')

const COLUMNS: readonly Column[] = [
  { head: '事项', width: 34, value: ({ title }) => title },
  { head: '责任单位', width: 18, value: ({ owner }) => owner },
  { head: '配合单位', width: 18, value: ({ partners }) => joined(partners) || null },
  { head: '排位目标', width: 14, value: ({ rankTarget }) => rankTarget ?? null },
  { head: '举措', width: 30, value: ({ measures }) => measures },
  {
    head: '问题来源',
    width: 12,
    value: ({ source }) => (source === undefined ? null : PROBLEM_SOURCES[source])
  },
  {
    head: '办理类别',
    width: 10,
    value: ({ urgency }) => (urgency === undefined ? null : URGENCIES[urgency].name)
  },
  { head: '四知', width: 12, value: ({ tags }) => joined(tags?.map((tag) => FOUR_KNOWS[tag])) || null },
  { head: '开始时间', width: 12, value: ({ start }) => start ?? null },
  { head: '完成时限', width: 12, value: ({ due }) => due },
  { head: '计划投资（万元）', width: 12, value: ({ amount }) => amount ?? null },
  { head: '完成率', width: 9, value: (_, { percent }) => `${percent}%` },
  { head: '进展情况', width: 34, value: (_, { text }) => text },
  { head: '完成状态', width: 10, value: (_, { state }) => state }
]

/** The registers of an office at the end of a quarter: one sheet a type, columns that the type does not use left out. */
export function registerBook(office: string, items: readonly SampleItem[], period: PeriodKey): Book {
  const types = [...new Set(items.map(({ type }) => type))]
  return {
    sheets: types.map((type) =>
      typeSheet(
        office,
        type,
        items.filter((item) => item.type === type),
        period
      )
    ),
    savedAt: savedAt(period)
  }
}

function typeSheet(
  office: string,
  type: RegisterType,
  items: readonly SampleItem[],
  period: PeriodKey
): Sheet {
  const rows = items.map((item) => ({ item, at: progressOf(item, period) }))
  const used = COLUMNS.filter((column) => rows.some(({ item, at }) => column.value(item, at) !== null))
  const { name } = REGISTER_TYPES[type]
  const sheet: Sheet = {
    name,
    rows: [],
    merges: [],
    widths: [6, ...used.map(({ width }) => width)],
    repeat: [3, 3]
  }
  bandRow(sheet, `${office}${periodTitle(period)}${name}推进表`, 'title', used.length + 1)
  metaRow(sheet, `填报单位：${office}`, `截止日期：${periodDays(period).last}`, used.length + 1)
  headRow(sheet, ['序号', ...used.map(({ head }) => head)])
  rows.forEach(({ item, at }, index) => {
    sheet.rows.push([
      cell(index + 1, 'name'),
      ...used.map((column) => {
        const value = column.value(item, at)
        return cell(value, typeof value === 'string' && value.length > 8 ? 'body' : 'name')
      })
    ])
  })
  return sheet
}

/** By the plan of the day and the item's pace; what is done stays done. */
function progressOf(item: SampleItem, period: PeriodKey): Progress {
  const { last } = periodDays(period)
  const planned = Number(plannedPercent(asItem(item), last) ?? '0')
  const percent = Math.max(0, Math.min(100, Math.round(planned * item.pace)))
  const { quarter } = quarterOf(period)
  if (percent >= 100) return { percent: 100, text: `第${'一二三四'[quarter - 1]}季度已完成`, state: '已完成' }
  if (percent === 0) return { percent: 0, text: '尚未启动', state: '未开展' }
  const behind = percent < planned ? '，比计划慢' : '，按计划推进'
  return { percent, text: `完成${percent}%${behind}`, state: '推进中' }
}

function asItem({ type, title, start, due }: SampleItem) {
  return registerItem.parse({
    ...itemFields.parse({ type, title, start: start ?? null, due }),
    id: 1,
    number: '示例',
    state: 'IN_PROGRESS',
    percent: null,
    amount: null,
    closeOut: null,
    voided: null,
    source: { from: 'HAND' },
    openedOn: '2026-01-04',
    doneOn: null,
    version: 1
  })
}
