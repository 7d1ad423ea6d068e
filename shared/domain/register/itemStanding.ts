import { daysBetween, monthDays, type IsoDate } from '../calendar/isoDate.ts'
import { workdaysBetween, type WorkCalendar } from '../calendar/workCalendar.ts'
import { canonical, dec, HUNDRED, type D, type DecimalString } from '../number/decimal.ts'
import { settle } from '../number/settle.ts'
import type { ProgressRules, ProgressStatus } from '../scheme/progressRules.ts'
import { progressStatus } from '../status/progressStatus.ts'
import type { RegisterItem } from './registerItem.ts'

/** 状态 of an item: by plan and actual while it runs, 逾期 after its day, 办结 when it is done. Colours are only display. */
export type ItemStatus = ProgressStatus | 'OVERDUE' | 'DONE'

export interface ItemStanding {
  /** Null where nothing says: no plan, no progress, or a range that the scheme's rule leaves open (G16). */
  status: ItemStatus | null
  /** Why, as a sentence; where the status is null, what is missing. */
  reason: string
  /** What the plan asks for on that day, percent; null without a plan. */
  planned: DecimalString | null
  /** Done so far, percent, by percent or by amount; null while nobody has said. */
  done: DecimalString | null
  /** Days left to the due day, 0 on it, negative after; null without one or when it is done. */
  daysLeft: number | null
  workdaysLeft: number | null
}

/**
 * How an item stands on a day. Overdue comes before plan and actual; a done item is DONE, late or not.
 * The plan runs in a straight line from month's end to month's end (`planStart` is 0) and on to the due day; without a plan
 * of its own it runs from start to due day. [I] No source says how a plan is read inside a month.
 */
export function itemStanding(
  item: RegisterItem,
  on: IsoDate,
  { rules, calendar }: { rules: Pick<ProgressRules, 'rows'>; calendar: WorkCalendar }
): ItemStanding {
  const done = donePercent(item)
  const planned = plannedPercent(item, on)
  const isDone = item.state === 'DONE' || item.state === 'VERIFIED' || item.state === 'CLOSED'
  const left = item.due === null || isDone ? null : daysBetween(on, item.due)
  const base = {
    planned,
    done,
    daysLeft: left,
    workdaysLeft: left === null ? null : workdaysBetween(on, item.due!, calendar)
  }
  if (isDone) return { ...base, status: 'DONE', reason: doneReason(item) }
  if (left !== null && left < 0)
    return { ...base, status: 'OVERDUE', reason: `时限 ${item.due}，已逾期 ${-left} 天。` }
  if (planned === null || done === null) {
    const missing = planned === null ? missingPlan(item) : '还没有报进展'
    return { ...base, status: null, reason: `${missing}，不能判断进度。` }
  }
  const outcome = progressStatus(planned, done, rules)
  if (outcome.status === null) return { ...base, status: null, reason: outcome.reason }
  return {
    ...base,
    status: outcome.status,
    reason: `计划 ${planned}%，完成 ${done}%。`
  }
}

function missingPlan({ due }: RegisterItem): string {
  return due === null ? '没有完成时限，也没有分月计划' : '没有开始时间，也没有分月计划'
}

function doneReason({ due, doneOn }: RegisterItem): string {
  if (due === null || doneOn === null) return '已办结。'
  const late = daysBetween(due, doneOn)
  if (late > 0) return `${doneOn} 办结，晚于时限 ${late} 天。`
  return late === 0 ? `${doneOn} 当天办结。` : `${doneOn} 办结，提前 ${-late} 天。`
}

/** Percent done: as told, else by amount against the quantity. */
export function donePercent({ percent, amount, quantity }: RegisterItem): DecimalString | null {
  if (percent !== null) return percent
  if (amount === null || quantity === null || !dec(quantity.target).greaterThan(0)) return null
  return canonical(settle(dec(amount).times(HUNDRED).div(dec(quantity.target))))
}

/**
 * Where the plan begins: the item's own start; for 年度目标任务 the year; else the day on which it was handed out. A row that
 * came from a sheet was handed out before, and nobody knows when: null.
 */
export function planStart({ start, type, due, source, openedOn }: RegisterItem): IsoDate | null {
  if (start !== null) return start
  if (type === 'ANNUAL_TARGET' && due !== null) return `${due.slice(0, 4)}-01-01`
  return source.from === 'CELL' ? null : openedOn
}

/** What the plan asks for on a day, in percent; null where the item has no plan, or none that reaches that day. */
export function plannedPercent(item: RegisterItem, on: IsoDate): DecimalString | null {
  const start = planStart(item)
  const steps = planPoints(item)
  if (steps.length === 0) return null
  let before = start === null ? null : { day: start, percent: dec('0') }
  for (const step of steps) {
    if (on <= step.day) {
      if (on === step.day) return canonical(step.percent)
      if (before === null) return null
      const span = daysBetween(before.day, step.day)
      if (span <= 0) return canonical(step.percent)
      const gone = Math.max(0, daysBetween(before.day, on))
      const share = step.percent.minus(before.percent).times(gone).div(span)
      return canonical(before.percent.plus(share).toDecimalPlaces(2))
    }
    before = step
  }
  return canonical(steps.at(-1)!.percent)
}

/** The plan's steps by day; the due day, where it comes later and the plan stops short of it, is the whole. */
function planPoints({ plan, quantity, due }: RegisterItem): { day: IsoDate; percent: D }[] {
  const own = plan.flatMap(({ month, percent, amount }) => {
    const { last } = monthDays(month)
    const day = due !== null && last > due ? due : last
    if (percent !== null) return [{ day, percent: dec(percent) }]
    if (amount === null || quantity === null || !dec(quantity.target).greaterThan(0)) return []
    return [{ day, percent: settle(dec(amount).times(HUNDRED).div(dec(quantity.target))) }]
  })
  const sorted = own.sort((a, b) => (a.day < b.day ? -1 : 1))
  const end = sorted.at(-1)
  const stopsShort = end === undefined || (end.percent.lessThan(HUNDRED) && due !== null && end.day < due)
  return due !== null && stopsShort ? [...sorted, { day: due, percent: HUNDRED }] : sorted
}
