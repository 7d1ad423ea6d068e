import type { CadenceContent } from '#shared/domain/report/cadence/cadenceContent.ts'
import type { DayView } from '#shared/ipc/cadence.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import type { Handlers } from '../fakeApi.ts'

export const TODAY = '2026-11-25'

/** A row of the register as lists show it. */
export function itemView(id: number, change: Partial<RegisterItemView> = {}): RegisterItemView {
  return {
    ...{ id, number: `承-2026-${String(id).padStart(3, '0')}`, type: 'COMMITMENT', title: `事项${id}` },
    ...{ content: '', parent: null, owner: 'mass', ownerShare: null, partners: [], person: '', leader: '' },
    ...{ rankTarget: '', measures: '', quantity: null, plan: [], indicator: null, start: null, due: TODAY },
    ...{ urgency: null, tags: [], channel: null, problemSource: null, origin: '', remark: '' },
    ...{ state: 'IN_PROGRESS', percent: '60', amount: null, closeOut: null, voided: null },
    ...{ source: { from: 'HAND' }, openedOn: '2026-10-08', doneOn: null, version: 1 },
    ...{
      ownerName: '群众体育处',
      partnerNames: [],
      status: 'ON_TRACK',
      statusReason: '计划 60%，完成 60%。'
    },
    ...{ planned: '60', done: '60', daysLeft: 0, workdaysLeft: 0, incomplete: [], hints: [] },
    ...{ lastProgress: null, slip: null, evidenceCount: 0 },
    ...change
  }
}

export function dayFixture(change: Partial<DayView> = {}): DayView {
  const late = itemView(1, {
    title: '健身步道维修',
    due: '2026-11-20',
    status: 'OVERDUE',
    statusReason: '时限 2026-11-20，已逾期 5 天。',
    daysLeft: -5
  })
  const due = itemView(2, { title: '品牌赛事申报' })
  return {
    ...{ date: TODAY, today: TODAY, title: '2026年11月25日', workday: true, occasion: null },
    lists: {
      OVERDUE: [late],
      TODAY: [due],
      SOON: [],
      CHECK: [],
      LATER: [itemView(3, { due: '2026-12-31' })],
      UNDATED: []
    },
    toSettle: [1, 2],
    lastReasons: [{ item: 1, reason: '等采购结果' }],
    activity: { started: [], progress: [due], done: [], verified: [], closed: [] },
    ...{ slips: [], imports: [], closed: null, history: [], streak: 4, unclosed: [], warnings: [] },
    vocabulary: 'RED_IS_GOOD',
    ...change
  }
}

export const WEEK: CadenceContent = {
  ...{
    cadence: 'WEEK',
    at: TODAY,
    title: '2026年第48周统筹',
    mark: '',
    provenance: '清单数据截至 2026-11-25'
  },
  on: TODAY,
  figures: [{ label: '逾期', value: '1', note: '上周 2' }],
  findings: ['未办结 3 项，其中逾期 1 项（比上周减少 1 项）、落后 0 项。'],
  sections: [
    {
      ...{ id: 'week.late', title: '逾期和落后事项', hint: '1 项' },
      table: {
        ...{ id: 'week.late', name: '逾期和落后事项', title: '逾期和落后事项', left: '', right: '' },
        columns: [
          { id: 'NUMBER', head: '编号', align: 'left', min: 8, max: 12 },
          { id: 'TITLE', head: '事项', align: 'left', min: 8, max: 40, bold: true },
          { id: 'DONE', head: '完成进度', align: 'right', min: 8, max: 10 },
          { id: 'AGREED', head: '会议议定', align: 'left', min: 8, max: 10, toFill: true }
        ],
        rows: [
          { cells: {}, band: '群众体育处' },
          {
            cells: {
              NUMBER: '承-2026-001',
              TITLE: '健身步道维修',
              DONE: { number: '-12.5', decimals: 1, suffix: '%' }
            }
          }
        ],
        ...{ foot: [], remarks: ['说明一句。'], signatures: [], pinned: 2, filter: false },
        orientation: 'LANDSCAPE'
      },
      links: [null, { item: 1 }]
    }
  ]
}

export function cadenceHandlers(day: DayView = dayFixture()): Handlers {
  return {
    'cadence.now': () => ({
      today: TODAY,
      at: { DAY: TODAY, WEEK: TODAY, MONTH: '2026-11', QUARTER: '2026Q4', HALF: '2026H2', YEAR: '2026' }
    }),
    'cadence.day': ({ date }) => ({ ...day, date: date ?? TODAY }),
    'cadence.get': (asked) => ({ ...WEEK, cadence: asked.cadence, at: asked.at }),
    'cadence.closeDay': () => day,
    'cadence.reopenDay': () => day,
    'register.act': () => []
  }
}
