import type { SlipProposalsView, SlipView } from '#shared/ipc/slip.ts'
import { supervisionSettings } from '#shared/domain/supervision/supervisionSettings.ts'
import { slipFields } from '#shared/domain/supervision/slip.ts'
import type { Handlers } from '../fakeApi.ts'

/** A slip as lists show it. */
export function slipView(over: Partial<SlipView> = {}): SlipView {
  return {
    id: 1,
    number: '督〔2026〕7号',
    kind: 'SUPERVISION',
    level: 'RED',
    unit: 'water',
    item: 11,
    period: '2026Q3',
    state: 'ISSUED',
    issuedOn: '2026-10-09',
    answerBy: '2026-10-13',
    fields: slipFields.parse({
      subject: '水上中心码头护栏整改',
      reason: '时限 2026-10-03，已逾期 6 天，计划 100%，已完成 60%，现在是「在办」。',
      demand: '请立即办理，说明逾期原因、补救措施和新的完成时间，并于 2026年10月13日 前书面反馈。',
      issuer: '',
      copies: '分管领导',
      basis: { from: 'ITEM', cause: 'OVERDUE' }
    }),
    version: 1,
    unitName: '水上运动中心',
    nth: 2,
    itemNumber: '问-2026-007',
    itemTitle: '水上中心码头护栏整改',
    workdaysLeft: -1,
    ...over
  }
}

const yellow = slipView({
  id: 2,
  number: '督〔2026〕8号',
  level: 'YELLOW',
  nth: 1,
  unit: 'ticket',
  unitName: '体育彩票管理中心',
  itemNumber: '承-2026-003',
  state: 'ANSWERED',
  workdaysLeft: null,
  fields: slipFields.parse({
    ...slipView().fields,
    subject: '公益体彩宣传进社区 40 场',
    reason: '进度落后：计划 60%，完成 35%，时限 2026年12月31日，还剩 56 个工作日。',
    received: { on: '2026-10-09', by: '周某' },
    answer: { on: '2026-10-12', by: '周某', text: '已排定十月的 12 场，月底补齐到 55%。' },
    basis: { from: 'ITEM', cause: 'BEHIND' }
  })
})
const interview = slipView({
  id: 3,
  number: '约〔2026〕1号',
  kind: 'INTERVIEW',
  level: null,
  item: null,
  itemNumber: null,
  itemTitle: null,
  nth: 1,
  unit: 'school',
  unitName: '体育运动学校',
  workdaysLeft: 2,
  answerBy: '2026-10-16',
  fields: slipFields.parse({
    ...slipView().fields,
    subject: '季度赛马办法连续警示',
    reason:
      '连续 2 个季度等次为警示（2026年第二季度、2026年第三季度），达到 2 个季度：约谈。本季度总得分 71.20，列第 13 名。',
    demand: '请主要负责人按时参加约谈，并于 2026年10月16日 前书面提交原因分析、整改措施和完成时间。',
    basis: { from: 'STREAK', period: '2026Q3', race: 'main', streak: 'warn', indicator: null }
  })
})
const closed = slipView({
  id: 4,
  number: '督〔2026〕3号',
  level: 'BLUE',
  nth: 1,
  state: 'CLOSED',
  unitName: '青少年体育处',
  itemNumber: '年-2026-011',
  workdaysLeft: null,
  fields: slipFields.parse({
    ...slipView().fields,
    subject: '青少年赛事积分系统上线',
    closing: { on: '2026-10-08', by: '', text: '系统已上线试运行。' }
  })
})

export const SLIPS = [slipView(), yellow, interview, closed]

export const PROPOSALS: SlipProposalsView = {
  on: '2026-10-14',
  proposals: [
    {
      key: 'item:21:OVERDUE:2026-10-07:2026Q4',
      action: 'ISSUE',
      kind: 'SUPERVISION',
      level: 'RED',
      unit: 'industry',
      item: 21,
      slip: null,
      period: '2026Q4',
      times: 1,
      subject: '体育产业引导资金绩效自评',
      reason: '时限 2026-10-07，已逾期 7 天，计划 100%，已完成 85%，现在是「在办」。',
      demand: '请立即办理，并于 2026年10月16日 前书面反馈。',
      answerBy: '2026-10-16',
      basis: { from: 'ITEM', cause: 'OVERDUE' },
      unitName: '体育产业处',
      itemNumber: '年-2026-019',
      slipNumber: null
    },
    {
      key: 'slip:1:UNANSWERED:2026-10-13',
      action: 'ESCALATE',
      kind: 'SUPERVISION',
      level: 'RED',
      unit: 'water',
      item: 11,
      slip: 1,
      period: '2026Q3',
      times: 3,
      subject: '水上中心码头护栏整改',
      reason: '督〔2026〕7号要求 2026年10月13日 前反馈，至今没有反馈，时限 2026-10-03，已逾期 11 天。',
      demand: '请说明事项办理情况和下一步安排，并于 2026年10月16日 前书面反馈。',
      answerBy: '2026-10-16',
      basis: { from: 'ITEM', cause: 'ASKED' },
      unitName: '水上运动中心',
      itemNumber: '问-2026-007',
      slipNumber: '督〔2026〕7号'
    },
    {
      key: 'slip:5:CLOSE:2026-10-12:2',
      action: 'CLOSE',
      kind: 'SUPERVISION',
      level: 'BLUE',
      unit: 'youth',
      item: 31,
      slip: 5,
      period: '2026Q4',
      times: 0,
      subject: '新建社区运动场 30 处',
      reason: '事项待核验：2026-10-12 当天办结。',
      demand: '',
      answerBy: null,
      basis: { from: 'ITEM', cause: 'ASKED' },
      unitName: '全民健身指导中心',
      itemNumber: '承-2026-004',
      slipNumber: '督〔2026〕5号'
    }
  ],
  blocked: [
    {
      item: 41,
      number: '问-2026-016',
      title: '信访件〔2026〕41号答复',
      reason: '应发红单，但没有责任单位，请先补上。'
    }
  ],
  declined: [
    {
      key: 'item:51:NEAR_DUE:2026-10-15',
      subject: '场馆管理处 · 场馆租金追缴',
      reason: '已当面交办',
      on: '2026-10-12',
      by: '考核办'
    }
  ],
  warnings: []
}

/** Main's answers for the page of slips. */
export function slipHandlers(): Handlers {
  const settings = supervisionSettings.parse(undefined)
  return {
    'slip.list': ({ filter }) => {
      const slips = SLIPS.filter(
        ({ state, level }) =>
          (filter?.states?.includes(state) ?? true) &&
          (filter?.levels === undefined || (level !== null && filter.levels.includes(level)))
      )
      return {
        on: '2026-10-14',
        slips,
        counts: {
          total: 4,
          open: 3,
          late: 1,
          byState: { ISSUED: 2, ANSWERED: 1, CLOSED: 1 },
          byLevel: { RED: 1, YELLOW: 1 },
          byKind: { SUPERVISION: 3, INTERVIEW: 1 }
        },
        vocabulary: 'LIGHTS'
      }
    },
    'slip.get': ({ id }) => {
      const slip = SLIPS.find((one) => one.id === id) ?? slipView()
      return {
        slip,
        events: [
          {
            id: 1,
            slip: id,
            type: 'ISSUED',
            on: '2026-09-24',
            at: '2026-09-24T02:00:00Z',
            who: '考核办',
            level: 'YELLOW',
            text: '进度落后于计划。'
          },
          {
            id: 2,
            slip: id,
            type: 'RECEIVED',
            on: '2026-09-25',
            at: '2026-09-25T02:00:00Z',
            who: '考核办',
            level: null,
            text: '李某'
          },
          {
            id: 3,
            slip: id,
            type: 'ESCALATED',
            on: '2026-10-04',
            at: '2026-10-04T02:00:00Z',
            who: '考核办',
            level: 'RED',
            text: '已逾期；材料到货晚 10 天，完成 72 米（反馈期限 2026年10月9日）'
          }
        ],
        evidence: [],
        actions:
          slip.state === 'ISSUED'
            ? ['RECEIVE', 'ANSWER', 'ESCALATE', 'CLOSE', 'WITHDRAW', 'NOTE']
            : ['CLOSE', 'RETURN', 'NOTE']
      }
    },
    'slip.proposals': () => PROPOSALS,
    'slip.issue': ({ requests }) => requests.map((_, index) => slipView({ id: 90 + index })),
    'slip.act': ({ ids }) => ids.map((id) => slipView({ id })),
    'slip.decline': () => ({}),
    'slip.undecline': () => ({}),
    'slip.answerDay': () => ({ answerBy: '2026-10-19' }),
    'slip.settings': () => ({ settings, problems: [], progressGaps: [] }),
    'slip.checkSettings': ({ settings: draft }) => ({
      settings: supervisionSettings.parse(draft),
      problems: [
        { level: 'confirm', field: 'warnWorkdays', message: '临近时限不发蓝单，事项到期前没有提醒。' }
      ],
      progressGaps: [
        '落后计划 0 到 10（不含） 个百分点没有规定状态，落在这一段的事项不能判断，也不会发黄单。'
      ]
    }),
    'slip.matrix': () => ({
      on: '2026-10-14',
      vocabulary: 'LIGHTS',
      rows: [
        ['water', '水上运动中心', { OVERDUE: 1, BEHIND: 2, ON_TRACK: 4, DONE: 3 }, 1],
        ['industry', '体育产业处', { OVERDUE: 1, SLIGHTLY_BEHIND: 1, AHEAD: 2, DONE: 5 }, 0],
        ['mass', '群众体育处', { BADLY_BEHIND: 1, ON_TRACK: 6, AHEAD: 1, NONE: 2 }, 2],
        ['youth', '青少年体育处', { ON_TRACK: 3, DONE: 7 }, 0]
      ].map(([unit, name, counts, openSlips]) => ({
        unit: unit as string,
        name: name as string,
        counts: counts as Record<string, number>,
        total: Object.values(counts as Record<string, number>).reduce((sum, one) => sum + one, 0),
        openSlips: openSlips as number
      }))
    })
  }
}
