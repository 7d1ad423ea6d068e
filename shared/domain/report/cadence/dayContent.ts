import { cadenceTitle } from '../../cadence/cadenceKey.ts'
import { DAY_LIST_NAMES, DAY_LISTS, dayLists, slipsToAnswer, activityOn } from '../../cadence/dayLists.ts'
import type { DayCloseContent } from '../../cadence/dayClose.ts'
import type { CadenceItem } from '../../cadence/cadenceItem.ts'
import type { IsoDate } from '../../calendar/isoDate.ts'
import { isWorkday } from '../../calendar/workCalendar.ts'
import type { ColumnSpec } from '../ranking/columnSpec.ts'
import { sectionOf, type CadenceContent, type CadenceFrame } from './cadenceContent.ts'
import type { CadenceRegisters } from './cadenceInput.ts'
import {
  DONE,
  DUE,
  itemLink,
  LEFT,
  NUMBER,
  OWNER,
  slipLink,
  SLIP_COLUMNS,
  STATE,
  statusColumn,
  TITLE
} from './itemColumns.ts'

/** How a day stands: closed with its reasons, or not. */
export interface DayState {
  closed: { at: string; by: string; note: string; content: DayCloseContent } | null
  imports: number
  streak: number
  /** Working days before it that nobody closed. */
  unclosed: readonly IsoDate[]
}

interface ActedRow extends CadenceItem {
  what: string
}

/** 日清盘 on paper: what stands on the day's list, what was done, and why what stays stays. */
export function dayContent(day: IsoDate, registers: CadenceRegisters, state: DayState): CadenceContent {
  const { calendar, issuer, date, vocabulary } = registers
  const title = cadenceTitle({ cadence: 'DAY', at: day })
  const frame: CadenceFrame = { title, issuer, date }
  const items = registers.itemsOn(day)
  const lists = dayLists(items, day, calendar)
  const activity = activityOn(registers.events, day)
  const slips = slipsToAnswer(registers.slips, day)
  const reasons = new Map(state.closed?.content.left.map(({ item, reason }) => [item, reason]) ?? [])
  const reason: ColumnSpec<CadenceItem> = {
    ...{ id: 'REASON', head: '未办结原因', align: 'left', min: 20, max: 40, toFill: state.closed === null },
    cell: ({ id }) => reasons.get(id) ?? null
  }
  const listed = DAY_LISTS.filter((name) => name !== 'LATER').flatMap((name) =>
    lists[name].map((item) => ({ ...item, list: name }))
  )
  const words: Record<keyof typeof activity, string> = {
    started: '开始办理',
    progress: '报进展',
    done: '报结',
    verified: '核验',
    closed: '销号'
  }
  const byId = new Map(items.map((item) => [item.id, item]))
  const acted = (Object.keys(words) as (keyof typeof activity)[]).flatMap((key) =>
    activity[key].flatMap((id): ActedRow[] => {
      const item = byId.get(id)
      return item === undefined ? [] : [{ ...item, what: words[key] }]
    })
  )
  return {
    cadence: 'DAY',
    at: day,
    title: `${title}日清盘`,
    mark: '',
    provenance: `数据截至 ${day}`,
    on: day,
    figures: [
      { label: '逾期', value: `${lists.OVERDUE.length} 项`, note: '' },
      { label: '今天到期', value: `${lists.TODAY.length} 项`, note: '' },
      {
        label: '当天报结',
        value: `${activity.done.length} 项`,
        note: `报进展 ${activity.progress.length} 项`
      },
      { label: '当天销号', value: `${activity.closed.length} 项`, note: '' },
      { label: '待反馈督办单', value: `${slips.length} 张`, note: '反馈期限已到' },
      { label: '连续日清', value: `${state.streak} 天`, note: '按工作日计' }
    ],
    findings: dayFindings(day, registers, state),
    sections: [
      sectionOf(frame, {
        ...{ id: 'day.list', title: '当日清单', rows: listed, link: itemLink },
        columns: [NUMBER, TITLE, OWNER, DUE, LEFT, DONE, statusColumn(vocabulary), STATE, reason],
        band: ({ list }) => DAY_LIST_NAMES[list],
        empty: '没有要盘的事项。',
        remarks: [`以后到期的 ${lists.LATER.length} 项没有列出。`]
      }),
      sectionOf(frame, {
        ...{ id: 'day.acted', title: '当日办理', rows: acted, link: itemLink },
        columns: [
          { id: 'WHAT', head: '动作', align: 'center', min: 10, max: 12, cell: ({ what }) => what },
          NUMBER,
          TITLE,
          OWNER,
          DONE,
          STATE
        ],
        empty: '当天没有办理记录。'
      }),
      sectionOf(frame, {
        ...{ id: 'day.slips', title: '待反馈督办单', rows: slips, link: slipLink },
        columns: SLIP_COLUMNS,
        empty: '没有到期未反馈的督办单。'
      })
    ]
  }
}

function dayFindings(day: IsoDate, { calendar }: CadenceRegisters, state: DayState): string[] {
  const { closed, imports, unclosed } = state
  return [
    closed === null
      ? `这一天还没有日清。`
      : `已日清：${closed.by}；留下 ${closed.content.left.length} 项，都写明了原因。${closed.note}`,
    ...(isWorkday(day, calendar) ? [] : ['这一天不是工作日。']),
    ...(imports === 0 ? [] : [`有 ${imports} 批导入等待复核。`]),
    ...(unclosed.length === 0 ? [] : [`此前有 ${unclosed.length} 个工作日没有日清：${unclosed.join('、')}。`])
  ]
}
