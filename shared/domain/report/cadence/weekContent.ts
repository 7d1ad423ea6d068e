import { addDays, type IsoDate } from '../../calendar/isoDate.ts'
import { cadenceTitle, weekOf, type DayRange } from '../../cadence/cadenceKey.ts'
import { isFinished, isLate, isSlipOpen, isWithin, type CadenceItem } from '../../cadence/cadenceItem.ts'
import {
  activityIn,
  itemsByUnit,
  slipActivityIn,
  standingsOf,
  type Standings,
  type UnitItems
} from '../../cadence/registerCounts.ts'
import { countCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import { sectionOf, type CadenceContent, type CadenceFrame, type CadenceSection } from './cadenceContent.ts'
import type { CadenceRegisters } from './cadenceInput.ts'
import {
  DONE,
  DUE,
  itemLink,
  LEFT,
  number,
  NUMBER,
  OWNER,
  slipLink,
  SLIP_COLUMNS,
  STATE,
  statusColumn,
  TITLE,
  WHY
} from './itemColumns.ts'

interface Week extends CadenceRegisters {
  frame: CadenceFrame
  days: DayRange
  next: DayRange
  previous: DayRange
  /** Last day that is looked at: Sunday, or today within the week. */
  until: IsoDate
  items: readonly CadenceItem[]
  before: readonly CadenceItem[]
}

/** 周统筹: Monday to Sunday, what was done, what is due, who is behind, and what several units must agree on. */
export function weekContent(day: IsoDate, registers: CadenceRegisters): CadenceContent {
  const days = weekOf(day)
  const until = days.last < registers.on ? days.last : registers.on
  const title = cadenceTitle({ cadence: 'WEEK', at: day })
  const week: Week = {
    ...registers,
    frame: { title, issuer: registers.issuer, date: registers.date },
    days,
    next: weekOf(addDays(days.last, 1)),
    previous: weekOf(addDays(days.first, -1)),
    until,
    items: registers.itemsOn(until),
    before: registers.itemsOn(addDays(days.first, -1))
  }
  const compared = comparison(week)
  return {
    cadence: 'WEEK',
    at: day,
    title: `${title}统筹`,
    mark: '',
    provenance: `清单数据截至 ${until}`,
    on: until,
    figures: compared
      .filter(({ label }) => FIGURES.includes(label))
      .map(({ label, now, before }) => ({ label, value: String(now), note: `上周 ${before}` })),
    findings: findingsOf(week),
    sections: [
      comparedSection(week, compared),
      unitSection(week),
      lateSection(week),
      nextSection(week),
      doneSection(week),
      togetherSection(week),
      slipSection(week)
    ]
  }
}

const FIGURES: readonly string[] = ['报结', '销号', '逾期', '落后', '发出督办单', '未办结事项']

interface Compared {
  label: string
  now: number
  before: number
}

function comparison({ events, slips, days, previous, items, before }: Week): Compared[] {
  const [did, didBefore] = [activityIn(events, days), activityIn(events, previous)]
  const [sent, sentBefore] = [slipActivityIn(slips, days), slipActivityIn(slips, previous)]
  const [stand, stood] = [standingsOf(items), standingsOf(before)]
  return [
    { label: '新登记', now: did.created, before: didBefore.created },
    { label: '报进展', now: did.progress, before: didBefore.progress },
    { label: '报结', now: did.done, before: didBefore.done },
    { label: '销号', now: did.closed, before: didBefore.closed },
    { label: '未办结事项', now: stand.open, before: stood.open },
    { label: '落后', now: stand.behind, before: stood.behind },
    { label: '逾期', now: stand.overdue, before: stood.overdue },
    { label: '发出督办单', now: sent.issued, before: sentBefore.issued },
    { label: '反馈督办单', now: sent.answered, before: sentBefore.answered },
    { label: '办结督办单', now: sent.closed, before: sentBefore.closed }
  ]
}

function comparedSection({ frame, previous, until }: Week, rows: readonly Compared[]): CadenceSection {
  return sectionOf(frame, {
    ...{ id: 'week.compared', title: '与上周对比', rows, hint: '' },
    columns: [
      { id: 'LABEL', head: '项目', align: 'left', min: 18, max: 30, bold: true, cell: ({ label }) => label },
      { id: 'NOW', head: '本周', ...number, cell: ({ now }) => countCell(now) },
      { id: 'BEFORE', head: '上周', ...number, cell: ({ before }) => countCell(before) },
      {
        ...{ id: 'CHANGE', head: '增减', ...number, tint: true },
        cell: ({ now, before }) => ({ number: String(now - before), decimals: 0, signed: true })
      }
    ],
    empty: '',
    remarks: [
      `未办结、落后、逾期为期末数：本周看 ${until}，上周看 ${previous.last}；其余为一周内发生数，同一事项只算一次。`
    ]
  })
}

interface UnitRow extends UnitItems<CadenceItem> {
  now: Standings
  overdueBefore: number
  doneNow: number
}

function unitSection({ frame, items, before, unitOrder, days }: Week): CadenceSection {
  const earlier = new Map(itemsByUnit(before, unitOrder).map(({ unit, items: own }) => [unit, own]))
  const rows = itemsByUnit(items, unitOrder)
    .map((entry): UnitRow => ({
      ...entry,
      now: standingsOf(entry.items),
      overdueBefore: standingsOf(earlier.get(entry.unit) ?? []).overdue,
      doneNow: entry.items.filter(({ doneOn }) => isWithin(doneOn, days)).length
    }))
    .filter(({ now, doneNow }) => now.open > 0 || doneNow > 0)
  const count = (id: string, head: string, of: (row: UnitRow) => number): ColumnSpec<UnitRow> => ({
    ...{ id, head, ...number },
    cell: (row) => countCell(of(row))
  })
  return sectionOf(frame, {
    ...{ id: 'week.units', title: '各单位在办情况', rows, hint: `${rows.length} 个单位` },
    columns: [
      { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 28, bold: true, cell: ({ name }) => name },
      count('OPEN', '未办结', ({ now }) => now.open),
      count('ON_TRACK', '达标', ({ now }) => now.onTrack),
      count('SLIGHTLY', '稍缓', ({ now }) => now.slightly),
      count('BEHIND', '落后', ({ now }) => now.behind),
      { ...count('OVERDUE', '逾期', ({ now }) => now.overdue), tint: true },
      count('UNKNOWN', '不能\n判断', ({ now }) => now.unknown),
      count('BEFORE', '上周\n逾期', ({ overdueBefore }) => overdueBefore),
      count('DONE', '本周\n报结', ({ doneNow }) => doneNow)
    ],
    empty: '没有未办结的事项。',
    remarks: [
      '达标含领先，落后含严重落后；「不能判断」是没有时限和计划、还没有报进展，或进度规则没有规定的事项。'
    ]
  })
}

function lateSection({ frame, items, unitOrder, vocabulary }: Week): CadenceSection {
  const late = itemsByUnit(
    items.filter((item) => isLate(item)),
    unitOrder
  )
  const rows = late.flatMap(({ items: own }) => own)
  return sectionOf(frame, {
    ...{ id: 'week.late', title: '逾期和落后事项', rows, link: itemLink },
    hint: `${rows.length} 项，${late.length} 个单位`,
    columns: [NUMBER, TITLE, OWNER, DUE, LEFT, DONE, statusColumn(vocabulary), WHY],
    band: ({ ownerName }) => ownerName ?? '未明确责任单位',
    empty: '没有逾期和落后的事项。'
  })
}

function nextSection({ frame, items, next, vocabulary }: Week): CadenceSection {
  const rows = items
    .filter((item) => !isFinished(item) && isWithin(item.due, next))
    .sort((a, b) => (a.due! < b.due! ? -1 : 1))
  return sectionOf(frame, {
    ...{ id: 'week.next', title: '下周到期事项', rows, link: itemLink },
    hint: `${next.first} 至 ${next.last}，${rows.length} 项`,
    columns: [NUMBER, TITLE, OWNER, DUE, DONE, statusColumn(vocabulary), STATE],
    empty: '下周没有到期的事项。'
  })
}

function doneSection({ frame, items, days }: Week): CadenceSection {
  const rows = items.filter(({ doneOn }) => isWithin(doneOn, days))
  return sectionOf(frame, {
    ...{ id: 'week.done', title: '本周报结事项', rows, link: itemLink },
    columns: [
      NUMBER,
      TITLE,
      OWNER,
      DUE,
      {
        ...{ id: 'DONE_ON', head: '报结', align: 'center', min: 11, max: 12 },
        cell: ({ doneOn }) => doneOn
      },
      STATE,
      WHY
    ],
    empty: '本周没有报结的事项。'
  })
}

/** Matters of several units that do not run by themselves: late, or due before the end of next week. */
function togetherSection({ frame, items, next, vocabulary }: Week): CadenceSection {
  const rows = items.filter(
    (item) =>
      item.partnerNames.length > 0 &&
      !isFinished(item) &&
      (isLate(item) || (item.due !== null && item.due <= next.last))
  )
  return sectionOf(frame, {
    ...{ id: 'week.together', title: '需要统筹的事项', rows, link: itemLink },
    hint: `几个单位共同办理，${rows.length} 项`,
    columns: [
      NUMBER,
      TITLE,
      OWNER,
      {
        ...{ id: 'PARTNERS', head: '配合单位', align: 'left', min: 16, max: 32 },
        cell: ({ partnerNames }) => partnerNames.join('、')
      },
      DUE,
      DONE,
      statusColumn(vocabulary),
      { id: 'AGREED', head: '会议议定', align: 'left', min: 18, max: 26, toFill: true, cell: () => null }
    ],
    empty: '没有需要几个单位统筹的事项。',
    remarks: ['列入：有配合单位、没有报结，并且逾期、落后或下周末以前到期的事项。']
  })
}

function slipSection({ frame, slips, days, until }: Week): CadenceSection {
  const rows = slips.filter(
    (slip) =>
      slip.state !== 'WITHDRAWN' &&
      (isWithin(slip.issuedOn, days) ||
        isWithin(slip.answeredOn, days) ||
        isWithin(slip.closedOn, days) ||
        isSlipOpen(slip, until))
  )
  return sectionOf(frame, {
    ...{ id: 'week.slips', title: '督办单', rows, link: slipLink, columns: SLIP_COLUMNS },
    hint: '本周发出、反馈、办结的，和还没有办结的',
    empty: '本周没有督办单。'
  })
}

function findingsOf(week: Week): string[] {
  const { items, before, unitOrder, next } = week
  const [now, then] = [standingsOf(items), standingsOf(before)]
  if (items.length === 0) return []
  const worst = itemsByUnit(
    items.filter(({ status }) => status === 'OVERDUE'),
    unitOrder
  ).sort((a, b) => b.items.length - a.items.length)
  const most = worst.filter(({ items: own }) => own.length === worst[0]?.items.length)
  const due = items.filter((item) => !isFinished(item) && isWithin(item.due, next)).length
  const change = now.overdue - then.overdue
  const moved =
    change === 0 ? '与上周相同' : change > 0 ? `比上周增加 ${change} 项` : `比上周减少 ${-change} 项`
  return [
    `未办结 ${now.open} 项，其中逾期 ${now.overdue} 项（${moved}）、落后 ${now.behind} 项。`,
    ...(most.length === 0
      ? []
      : [
          `逾期最多的是${most.map(({ name }) => name).join('、')}，${most.length > 1 ? '各' : ''} ${most[0]!.items.length} 项。`
        ]),
    `下周到期 ${due} 项。`
  ]
}
