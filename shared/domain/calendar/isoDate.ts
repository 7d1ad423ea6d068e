import { z } from 'zod'

/** A day, `2026-11-25`; impossible ones (2026-02-30) are refused. */
export const isoDate = z.iso.date()
export type IsoDate = z.infer<typeof isoDate>

/** A month, `2026-11`. */
export const isoMonth = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, '月份写作 2026-11')
export type IsoMonth = z.infer<typeof isoMonth>

const DAY = 86_400_000

function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

/** The day so many days later (earlier where negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date((dayNumber(date) + days) * DAY).toISOString().slice(0, 10)
}

/** Days from one to another: 1 for the day after, negative before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: IsoDate): number {
  return ((dayNumber(date) + 3) % 7) + 1
}

export function monthOf(date: IsoDate): IsoMonth {
  return date.slice(0, 7)
}

/** First and last day of a month. */
export function monthDays(month: IsoMonth): { first: IsoDate; last: IsoDate } {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return {
    first: `${month}-01`,
    last: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  }
}

/** The day on the clerk's wall, not in UTC: at 07:00 in Beijing it is still yesterday there. */
export function localDay(now: Date): IsoDate {
  const pad = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
