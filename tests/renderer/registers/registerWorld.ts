import { clockDue, registerSettings } from '#shared/domain/register/clock.ts'
import { matchesFilter } from '#shared/domain/register/matchesFilter.ts'
import { actOn, allowedActions } from '#shared/domain/register/transitions.ts'
import type { RegisterEvent } from '#shared/domain/register/registerEvent.ts'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import { PLAIN_WEEK } from '#shared/domain/calendar/workCalendar.ts'
import type { EvidenceView } from '#shared/ipc/evidence.ts'
import type { CalendarView } from '#shared/ipc/calendar.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { itemOf, registerItems, TODAY, viewOf } from './registerItems.ts'

export interface RegisterWorld {
  handlers: Handlers
  /** The item as main has it now. */
  item: (id: number) => RegisterItemView
  /** Changes an item behind the window's back. */
  change: (id: number, change: Partial<RegisterItemView>) => void
}

const file = (id: number, fileName: string, state: EvidenceView['state'] = 'PRESENT'): EvidenceView => ({
  id,
  fileName,
  bytes: 245_760,
  addedAt: '2026-09-24T09:30:00',
  addedBy: '考核办',
  state
})

const event = (id: number, over: Partial<RegisterEvent>): RegisterEvent => ({
  id,
  item: 1,
  type: 'PROGRESS',
  on: '2026-09-24',
  at: '2026-09-24T09:30:00',
  who: '考核办',
  text: '',
  percent: null,
  amount: null,
  changes: [],
  source: null,
  ...over
})

/** Log of the first item. */
const LOG: RegisterEvent[] = [
  event(1, { type: 'CREATED', on: '2026-07-18', text: '从「问题清单.xlsx」安全生产 B7 导入。' }),
  event(2, { type: 'STARTED', on: '2026-07-20' }),
  event(3, { on: '2026-09-24', percent: '45', amount: '54', text: '材料到货晚 10 天' }),
  event(4, { type: 'SLIP', on: '2026-10-04', text: '红单 第 1 次：已逾期，反馈完成 72 米' }),
  event(5, { on: '2026-10-06', percent: '60', amount: '72', text: '完成 72 米' }),
  event(6, { type: 'SLIP', on: '2026-10-08', text: '红单 第 2 次：要求 10月11日前书面说明，抄送分管领导' })
]

export const CALENDAR: CalendarView = {
  source: 'BUNDLED',
  hasOwnFile: false,
  fileName: '节假日.csv',
  years: [2025, 2026],
  days: [
    ...['01', '02', '03', '04', '05', '06', '07'].map((day) => ({
      date: `2026-10-${day}`,
      type: 'OFF' as const,
      name: '国庆节'
    })),
    { date: '2026-10-10', type: 'WORK', name: '国庆节' }
  ],
  problems: []
}

/** Main's part of the register, with the product's own rules of what follows what. */
export function registerWorld(
  items: RegisterItemView[] = registerItems(),
  warnings: string[] = []
): RegisterWorld {
  const all = new Map(items.map((item) => [item.id, item]))
  const evidence = new Map<number, EvidenceView[]>([
    [1, [file(1, '护栏更换现场照片.jpg'), file(2, '验收记录（9月）.pdf', 'MISSING')]]
  ])
  let views: { id: number; name: string; filter: RegisterFilter }[] = []
  let next = 1000
  const item = (id: number): RegisterItemView => {
    const found = all.get(id)
    if (found === undefined) throw new Refusal('NOT_FOUND', `没有编号为 ${id} 的事项。`)
    return found
  }
  const counts = () => {
    const alive = [...all.values()].filter((entry) => entry.voided === null)
    const by = <K extends string>(key: (entry: RegisterItemView) => K): Partial<Record<K, number>> => {
      const result: Partial<Record<K, number>> = {}
      for (const entry of alive) result[key(entry)] = (result[key(entry)] ?? 0) + 1
      return result
    }
    return { total: alive.length, byType: by((entry) => entry.type), byState: by((entry) => entry.state) }
  }
  const handlers: Handlers = {
    'register.list': ({ filter }) => ({
      on: TODAY,
      items: [...all.values()].filter((entry) => matchesFilter(entry, filter)),
      counts: counts(),
      warnings
    }),
    'register.get': ({ id }) => ({
      item: item(id),
      events: id === 1 ? LOG : [event(50, { item: id, type: 'CREATED', on: '2026-07-18' })],
      evidence: evidence.get(id) ?? [],
      parent: null,
      children: [],
      slips:
        id === 1
          ? [
              {
                id: 3,
                number: '督〔2026〕7号',
                level: 'RED' as const,
                state: 'ISSUED' as const,
                issuedOn: '2026-10-08'
              }
            ]
          : [],
      actions: allowedActions(item(id)),
      closeNumber: '销〔2026〕012号'
    }),
    'register.act': ({ ids, action }) => {
      const done = ids.map((id) => {
        const before = item(id)
        const outcome = actOn({ ...before, progressOn: null }, action, {
          today: TODAY,
          at: `${TODAY}T10:00:00`,
          who: '考核办',
          evidence: evidence.get(id)?.length ?? 0,
          lastStepOn: null,
          reportedBy: null,
          openChildren: [],
          parent: null,
          openSlip: null,
          nextCloseNumber: '销〔2026〕012号',
          closeNumberOf: () => null
        })
        if (outcome.refused !== null) {
          throw new Refusal('VALIDATION_FAILED', `「${before.number}」没有办成：${outcome.refused.message}`, {
            action: outcome.refused.action
          })
        }
        const { progressOn: _, ...condition } = outcome.condition
        return viewOf({ ...before, ...condition, version: before.version + 1 }, { slip: before.slip })
      })
      for (const entry of done) all.set(entry.id, entry)
      return done
    },
    'register.add': ({ fields }) => {
      const id = next++
      const added = viewOf(itemOf(id, `年-2026-${id}`, fields, { state: 'OPEN', openedOn: TODAY }))
      all.set(id, added)
      return added
    },
    'register.edit': ({ id, version, fields }) => {
      const before = item(id)
      if (before.version !== version) throw new Refusal('CONFLICT', '这件事项别处也改过。')
      const after = viewOf({ ...before, ...(fields as RegisterItemView), version: version + 1 })
      all.set(id, after)
      return after
    },
    'register.bulkEdit': ({ ids, patch }) => {
      for (const id of ids) all.set(id, viewOf({ ...item(id), ...(patch as Partial<RegisterItemView>) }))
      return { changed: ids.length - 1, same: 1 }
    },
    'register.clock': ({ urgency, from }) => clockDue(urgency, from, registerSettings.parse({}), PLAIN_WEEK),
    'register.settings': () => registerSettings.parse({}),
    'register.setSettings': (change) => registerSettings.parse(change),
    'register.views': () => views,
    'register.saveView': ({ name, filter }) => {
      const id = next++
      views = [...views.filter((view) => view.name !== name), { id, name, filter: filter }]
      return { id }
    },
    'register.removeView': ({ id }) => {
      views = views.filter((view) => view.id !== id)
      return {}
    },
    'evidence.pick': ({ subjectId }) => {
      const list = [...(evidence.get(subjectId) ?? []), file(next++, '整改报告.docx')]
      evidence.set(subjectId, list)
      return { evidence: list, added: 1, already: [] }
    },
    'evidence.remove': ({ id }) => {
      for (const [key, list] of evidence)
        evidence.set(
          key,
          list.filter((entry) => entry.id !== id)
        )
      return []
    },
    'calendar.get': () => CALENDAR,
    'registerFile.kinds': () => [
      { kind: 'PROGRESS', title: '季度工作推进表', hint: '序号、重点工作、责任单位、进展、状态' },
      { kind: 'ALL', title: '全部明细', hint: '每件事项的全部栏目' }
    ],
    'registerFile.export': ({ list, format }) => ({
      ticket: 't1',
      fileName: `${list}.${format}`,
      folder: 'D:\\报表',
      preview: false,
      snapshot: null
    })
  }
  return {
    handlers,
    item,
    change: (id, change) => all.set(id, { ...item(id), ...change })
  }
}
