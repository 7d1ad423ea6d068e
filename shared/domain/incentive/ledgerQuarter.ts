import type { IsoDate } from '../calendar/isoDate.ts'
import { keyOf, periodDays, type PeriodKey, type Quarter } from '../period/periodKey.ts'

/** The quarter that a day lies in. */
export function quarterOfDay(date: IsoDate): PeriodKey {
  const month = Number(date.slice(5, 7))
  return keyOf({ year: Number(date.slice(0, 4)), quarter: Math.ceil(month / 3) as Quarter['quarter'] })
}

/** A reason that carries the day of the event itself, where another day is the one of its recognition (S21: 跨年度表彰归入次年). */
export function withOriginalDay(reason: string, date: IsoDate): string {
  const note = `（原日期 ${date}）`
  return reason.includes(note) ? reason : `${reason}${note}`
}

/** The day that a form proposes on a quarter's page: today, or the nearest day of the quarter. */
export function proposedDay(period: PeriodKey, today: IsoDate): IsoDate {
  const { first, last } = periodDays(period)
  return today < first ? first : today > last ? last : today
}
