import { addDays, weekday, type IsoDate } from './isoDate.ts'

/**
 * 工作日历: which days deviate from the five-day week. `off` are holidays (放假), `work` weekend days that are worked
 * instead (调休上班), each with its name. `years` are those whose arrangement the file holds: outside of them only weekends
 * are known, and whoever counts must say so.
 */
export interface WorkCalendar {
  off: ReadonlyMap<IsoDate, string>
  work: ReadonlyMap<IsoDate, string>
  years: ReadonlySet<number>
}

export const PLAIN_WEEK: WorkCalendar = { off: new Map(), work: new Map(), years: new Set() }

export function isWorkday(date: IsoDate, calendar: WorkCalendar): boolean {
  if (calendar.work.has(date)) return true
  if (calendar.off.has(date)) return false
  return weekday(date) <= 5
}

/** The last of so many working days after `from`, which itself does not count (民法典第二百零一条: the day itself is left out). */
export function addWorkdays(from: IsoDate, count: number, calendar: WorkCalendar): IsoDate {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkday(day, calendar)) left -= 1
  }
  return day
}

/** Working days after `from` up to and including `to`; negative where `to` lies before. */
export function workdaysBetween(from: IsoDate, to: IsoDate, calendar: WorkCalendar): number {
  if (to < from) return -workdaysBetween(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkday(day, calendar)) count += 1
  }
  return count
}
