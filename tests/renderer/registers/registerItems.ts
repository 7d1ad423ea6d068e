import { itemStanding } from '#shared/domain/register/itemStanding.ts'
import { incompleteParts } from '#shared/domain/register/checkItem.ts'
import {
  itemFields,
  type ItemFields,
  type ItemState,
  type RegisterItem
} from '#shared/domain/register/registerItem.ts'
import { PLAIN_WEEK } from '#shared/domain/calendar/workCalendar.ts'
import { addDays } from '#shared/domain/calendar/isoDate.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { schemeView } from '../fixtures/scheme.ts'

/** A bureau's register on 9 October 2026; everything is invented. */
export const TODAY = '2026-10-09'

const RULES = progressRules.parse(undefined)

export const unitName = (code: string): string =>
  schemeView('2026Q3').definition.units.find((unit) => unit.code === code)?.name ?? code

/** An item as main answers it: standing, names and what is missing are reckoned by the product's own rules. */
export function viewOf(item: RegisterItem, more: Partial<RegisterItemView> = {}): RegisterItemView {
  const standing = itemStanding(item, TODAY, { rules: RULES, calendar: PLAIN_WEEK })
  return {
    ...item,
    ownerName: item.owner === null ? null : unitName(item.owner),
    partnerNames: item.partners.map(({ unit }) => unitName(unit)),
    status: standing.status,
    statusReason: standing.reason,
    planned: standing.planned,
    done: standing.done,
    daysLeft: standing.daysLeft,
    workdaysLeft: standing.workdaysLeft,
    incomplete: incompleteParts(item),
    hints: [],
    lastProgress: null,
    slip: null,
    evidenceCount: 0,
    ...more
  }
}

export function itemOf(
  id: number,
  number: string,
  fields: Partial<ItemFields> & Pick<ItemFields, 'type' | 'title'>,
  more: Partial<RegisterItem> = {}
): RegisterItem {
  const state: ItemState = more.state ?? 'IN_PROGRESS'
  const done = state === 'DONE' || state === 'VERIFIED' || state === 'CLOSED'
  return {
    ...itemFields.parse(fields),
    id,
    number,
    state,
    percent: done ? '100' : null,
    amount: null,
    closeOut:
      state === 'CLOSED'
        ? {
            number: `销〔2026〕${String(id).padStart(3, '0')}号`,
            date: '2026-09-25',
            verifier: '核验员甲',
            opinion: '同意'
          }
        : null,
    voided: null,
    source: { from: 'HAND' },
    openedOn: '2026-07-18',
    doneOn: done ? '2026-09-21' : null,
    version: 1,
    ...more
  }
}

/** Codes of units of the scheme, in its order. */
export const UNITS = schemeView('2026Q3').definition.units.map((unit) => unit.code)

/** The ones that the pictures look at, worst first. */
const KNOWN: RegisterItemView[] = [
  viewOf(
    itemOf(
      1,
      '问-2026-007',
      {
        type: 'PROBLEM',
        title: '水上中心码头护栏整改',
        content: '更换锈蚀护栏 120 米，验收合格',
        owner: UNITS[3]!,
        partners: [{ unit: UNITS[5]!, share: null }],
        person: '经办人甲',
        quantity: { target: '120', measure: '米' },
        start: '2026-07-18',
        due: '2026-10-03',
        urgency: 'SPECIAL',
        tags: ['HARD'],
        problemSource: 'SAFETY'
      },
      { percent: '60', amount: '72' }
    ),
    { slip: { id: 3, number: '督〔2026〕7号', level: 'RED', times: 2 }, evidenceCount: 2 }
  ),
  viewOf(
    itemOf(
      2,
      '年-2026-019',
      {
        type: 'ANNUAL_TARGET',
        title: '体育产业引导资金绩效自评',
        owner: UNITS[1]!,
        start: '2026-07-01',
        due: '2026-10-07',
        urgency: 'TIMED'
      },
      { percent: '85' }
    ),
    { slip: { id: 4, number: '督〔2026〕8号', level: 'RED', times: 1 } }
  ),
  viewOf(
    itemOf(
      3,
      '问-2026-033',
      {
        type: 'PROBLEM',
        title: '信访件〔2026〕41号答复',
        owner: UNITS[2]!,
        start: '2026-10-01',
        due: '2026-10-08',
        urgency: 'IMMEDIATE',
        problemSource: 'PETITION'
      },
      { percent: '40' }
    )
  ),
  viewOf(
    itemOf(
      4,
      '承-2026-002',
      {
        type: 'COMMITMENT',
        title:
          '在全市新建、改建社区运动场和口袋体育公园共三十处，并完成与所在街道的管护移交、开放时间公示和安全责任书签订',
        owner: UNITS[6]!,
        due: '2026-12-20',
        start: '2026-03-01',
        urgency: 'TIMED',
        quantity: { target: '30', measure: '处' },
        plan: [
          { month: '2026-09', percent: '75', amount: null },
          { month: '2026-12', percent: '100', amount: null }
        ]
      },
      { amount: '26', percent: null }
    )
  ),
  viewOf(
    itemOf(5, '年-2026-041', { type: 'ANNUAL_TARGET', title: '编制体育设施专项规划' }, { state: 'OPEN' }),
    { hints: ['还没有责任单位，表里这一格是空的。'] }
  ),
  viewOf(
    itemOf(
      6,
      '问-2026-022',
      {
        type: 'PROBLEM',
        title: '赛事审批网办改造',
        owner: UNITS[4]!,
        due: '2026-09-25',
        urgency: 'TIMED',
        problemSource: 'SUPERVISION'
      },
      { state: 'DONE' }
    )
  ),
  viewOf(
    itemOf(
      7,
      '承-2026-001',
      {
        type: 'COMMITMENT',
        title: '公益体彩宣传进社区',
        owner: UNITS[7]!,
        due: '2026-09-23',
        urgency: 'TIMED'
      },
      { state: 'CLOSED' }
    )
  ),
  viewOf(
    itemOf(
      8,
      '难-2026-003',
      {
        type: 'KEY_PROBLEM',
        title: '体教融合试点校师资不足',
        owner: UNITS[8]!,
        due: '2026-11-30',
        start: '2026-09-01'
      },
      { percent: '30' }
    ),
    { slip: { id: 5, number: '督〔2026〕9号', level: 'BLUE', times: 1 } }
  ),
  viewOf(
    itemOf(
      9,
      '问-2026-028',
      {
        type: 'PROBLEM',
        title: '审计整改：场馆租金追缴',
        owner: UNITS[0]!,
        due: '2026-10-15',
        start: '2026-08-01',
        urgency: 'SPECIAL',
        problemSource: 'AUDIT'
      },
      { state: 'VERIFIED', doneOn: '2026-09-30' }
    )
  )
]

const SUBJECTS = [
  '大型场馆低免开放',
  '青少年赛事积分系统',
  '全民健身月活动',
  '国民体质监测',
  '健身指导员培训',
  '反兴奋剂宣讲',
  '业余训练网点评估',
  '品牌赛事招商',
  '体育场馆安全巡查'
] as const
const PLACES = ['东片', '西片', '南片', '北片', '市本级', '沿江'] as const
const TYPES = ['ANNUAL_TARGET', 'COMMITMENT', 'ANNUAL_TARGET', 'PROBLEM', 'KEY_RESULT'] as const
const STATES: readonly ItemState[] = ['IN_PROGRESS', 'IN_PROGRESS', 'OPEN', 'IN_PROGRESS', 'CLOSED']

/** Item number `index`, always the same one. */
function filler(index: number): RegisterItemView {
  const id = 10 + index
  const type = TYPES[index % TYPES.length]!
  const state = STATES[(index * 3) % STATES.length]!
  return viewOf(
    itemOf(
      id,
      `${{ ANNUAL_TARGET: '年', COMMITMENT: '承', PROBLEM: '问', KEY_RESULT: '效' }[type]}-2026-${100 + index}`,
      {
        type,
        title: `${SUBJECTS[index % SUBJECTS.length]!}（${PLACES[index % PLACES.length]!}）`,
        owner: UNITS[index % UNITS.length]!,
        start: '2026-04-01',
        due: addDays('2026-10-12', (index * 7) % 83),
        urgency: index % 4 === 0 ? 'SPECIAL' : 'TIMED',
        problemSource: type === 'PROBLEM' ? 'INSPECTION' : null
      },
      {
        state,
        percent: state === 'CLOSED' ? '100' : state === 'OPEN' ? null : String(40 + ((index * 17) % 55))
      }
    )
  )
}

/** `count` items, 65 by default: the known ones first. */
export function registerItems(count = 65): RegisterItemView[] {
  return [...KNOWN, ...Array.from({ length: Math.max(0, count - KNOWN.length) }, (_, index) => filler(index))]
}
