import { z } from 'zod'
import { type IsoDate } from '../calendar/isoDate.ts'
import { addWorkdays, isWorkday, type WorkCalendar } from '../calendar/workCalendar.ts'
import { addDays } from '../calendar/isoDate.ts'
import type { Urgency } from './registerItem.ts'
import { URGENCIES } from './registerWords.ts'

/**
 * 即办即清: 小事立即办, 大事限时办, 急事特定办, each with its own clock. [I] No source gives the days; these are the
 * defaults, the office sets its own. Setting key `register`.
 */
export const registerSettings = z.object({
  /** Working days of 立即办 and 限时办, counted from the day after; 0 means the same day. 特定办 goes by its own date. */
  immediateDays: z.number().int().min(0).max(60).default(1),
  timedDays: z.number().int().min(1).max(250).default(5)
})
export type RegisterSettings = z.infer<typeof registerSettings>

export interface ClockOutcome {
  /** Null: the item's own date decides. */
  due: IsoDate | null
  sentence: string
}

/** The due day that an urgency gives from a day, and how it was counted. */
export function clockDue(
  urgency: Urgency,
  from: IsoDate,
  settings: RegisterSettings,
  calendar: WorkCalendar
): ClockOutcome {
  const { name } = URGENCIES[urgency]
  if (urgency === 'SPECIAL') return { due: null, sentence: `${name}：时限按事项自己的日期，请直接填写。` }
  const days = urgency === 'IMMEDIATE' ? settings.immediateDays : settings.timedDays
  const due = addWorkdays(from, days, calendar)
  const counted = days === 0 ? `${from} 当天` : `${from} 之后 ${days} 个工作日`
  const between = daysOffBetween(from, due, calendar)
  const names = [...new Set(between)]
  const holidays = names.length === 0 ? '' : `，中间${names.join('、')}放假不算`
  const unknown = unknownYears(from, due, calendar)
  const warning = unknown.length === 0 ? '' : unknownYearsSentence(unknown)
  return { due, sentence: `${name}：${counted}${holidays}，时限 ${due}。${warning}` }
}

/** Names of the holidays that lie between two days, both included, where they fall on what would be working days. */
function daysOffBetween(from: IsoDate, to: IsoDate, { off }: WorkCalendar): string[] {
  const names: string[] = []
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const name = off.get(day)
    if (name !== undefined) names.push(name)
  }
  return names
}

/** Years of which the calendar knows only the weekends. */
export function unknownYears(from: IsoDate, to: IsoDate, { years }: WorkCalendar): number[] {
  const found: number[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!years.has(year)) found.push(year)
  }
  return found
}

export function unknownYearsSentence(years: readonly number[]): string {
  return `工作日历里没有 ${years.join('、')} 年的放假安排，这些年份只除去周末；国务院通知公布后请在「节假日.csv」里补上。`
}

/** Said where a due day is no working day; null where it is one. */
export function restDayHint(due: IsoDate, calendar: WorkCalendar): string | null {
  if (isWorkday(due, calendar)) return null
  const name = calendar.off.get(due)
  return name === undefined ? `时限 ${due} 是周末。` : `时限 ${due} 是放假日（${name}）。`
}
