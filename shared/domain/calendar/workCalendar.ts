import { addDays, daysBetween, weekday, type IsoDate } from './isoDate.ts'

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

/**
 * Working days after `from` up to and including `to`; negative where `to` lies before. Counted by weeks and exceptions, not
 * day by day: a list asks it of every row.
 */
export function workdaysBetween(
  from: IsoDate,
  to: IsoDate,
  { off, work }: Pick<WorkCalendar, 'off' | 'work'>
): number {
  if (to < from) return -workdaysBetween(to, from, { off, work })
  const days = daysBetween(from, to)
  const first = weekday(from)
  let count = Math.floor(days / 7) * 5
  for (let step = 1; step <= days % 7; step += 1) if ((first + step - 1) % 7 < 5) count += 1
  const within = (day: IsoDate): boolean => day > from && day <= to
  for (const day of off.keys()) if (within(day) && !work.has(day) && weekday(day) <= 5) count -= 1
  for (const day of work.keys()) if (within(day) && weekday(day) > 5) count += 1
  return count
}
