import { z } from 'zod'
import {
  addDays,
  daysBetween,
  isoDate,
  isoMonth,
  monthDays,
  monthOf,
  weekday,
  type IsoDate
} from '../calendar/isoDate.ts'
import {
  keyOf,
  periodKey,
  periodTitle,
  quarterOf,
  type PeriodKey,
  type Quarter
} from '../period/periodKey.ts'
import { spanTitle } from '../period/spans.ts'

/** 日清盘, 周统筹, 月比拼, 季交流, 中调研, 年总结: the six cadences of the commerce bureau. */
export const cadence = z.enum(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'HALF', 'YEAR'])
export type Cadence = z.infer<typeof cadence>

/** In the order of the keys 1–6. */
export const CADENCES: readonly Cadence[] = cadence.options

export const CADENCE_NAMES: Record<Cadence, string> = {
  DAY: '日清盘',
  WEEK: '周统筹',
  MONTH: '月比拼',
  QUARTER: '季交流',
  HALF: '中调研',
  YEAR: '年总结'
}

const halfKey = z.string().regex(/^(19|20)\d{2}H[12]$/, '半年写作 2026H1')
const yearKey = z.string().regex(/^(19|20)\d{2}$/, '年度写作 2026')

/** What a cadence looks at: a day, any day of a week, a month, a quarter, `2026H1`, `2026`. */
export const cadenceAt = z.discriminatedUnion('cadence', [
  z.strictObject({ cadence: z.literal('DAY'), at: isoDate }),
  z.strictObject({ cadence: z.literal('WEEK'), at: isoDate }),
  z.strictObject({ cadence: z.literal('MONTH'), at: isoMonth }),
  z.strictObject({ cadence: z.literal('QUARTER'), at: periodKey }),
  z.strictObject({ cadence: z.literal('HALF'), at: halfKey }),
  z.strictObject({ cadence: z.literal('YEAR'), at: yearKey })
])
export type CadenceAt = z.infer<typeof cadenceAt>

export interface DayRange {
  first: IsoDate
  last: IsoDate
}

/** The quarter that a day lies in. */
export function quarterOfDay(day: IsoDate): PeriodKey {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return keyOf({ year, quarter: Math.ceil(month / 3) as Quarter['quarter'] })
}

/** Monday to Sunday. */
export function weekOf(day: IsoDate): DayRange {
  const first = addDays(day, 1 - weekday(day))
  return { first, last: addDays(first, 6) }
}

/** Number of the week after ISO 8601: the week belongs to the year of its Thursday. */
export function weekNumber(day: IsoDate): { year: number; week: number } {
  const thursday = addDays(weekOf(day).first, 3)
  const year = Number(thursday.slice(0, 4))
  return { year, week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 }
}

/** Inclusive days that a cadence looks at. */
export function cadenceDays({ cadence: kind, at }: CadenceAt): DayRange {
  switch (kind) {
    case 'DAY':
      return { first: at, last: at }
    case 'WEEK':
      return weekOf(at)
    case 'MONTH':
      return monthDays(at)
    case 'QUARTER': {
      const { year, quarter } = quarterOf(at)
      return monthsBetween(year, quarter * 3 - 2, quarter * 3)
    }
    case 'HALF':
      return monthsBetween(Number(at.slice(0, 4)), at.endsWith('H1') ? 1 : 7, at.endsWith('H1') ? 6 : 12)
    case 'YEAR':
      return monthsBetween(Number(at), 1, 12)
  }
}

function monthsBetween(year: number, from: number, to: number): DayRange {
  const month = (number: number): string => `${year}-${String(number).padStart(2, '0')}`
  return { first: monthDays(month(from)).first, last: monthDays(month(to)).last }
}

/** Where a cadence stands on a day, before anybody chose: today, this week … */
export function cadenceOn(kind: Cadence, day: IsoDate): CadenceAt {
  const year = day.slice(0, 4)
  switch (kind) {
    case 'DAY':
    case 'WEEK':
      return { cadence: kind, at: day }
    case 'MONTH':
      return { cadence: kind, at: monthOf(day) }
    case 'QUARTER':
      return { cadence: kind, at: quarterOfDay(day) }
    case 'HALF':
      return { cadence: kind, at: `${year}${day.slice(5, 7) <= '06' ? 'H1' : 'H2'}` }
    case 'YEAR':
      return { cadence: kind, at: year }
  }
}

/** The one before or after. */
export function nextCadence(given: CadenceAt, by: 1 | -1): CadenceAt {
  const { first, last } = cadenceDays(given)
  return cadenceOn(given.cadence, by === 1 ? addDays(last, 1) : addDays(first, -1))
}

/** 「2026年11月25日」, 「2026年第48周（11月23日—11月29日）」, 「2026年11月」 … */
export function cadenceTitle(given: CadenceAt): string {
  const { at } = given
  switch (given.cadence) {
    case 'DAY':
      return dayTitle(at)
    case 'WEEK': {
      const { first, last } = weekOf(at)
      const { year, week } = weekNumber(at)
      return `${year}年第${week}周（${dayTitle(first).slice(5)}—${dayTitle(last).slice(5)}）`
    }
    case 'MONTH':
      return `${at.slice(0, 4)}年${Number(at.slice(5))}月`
    case 'QUARTER':
      return periodTitle(at)
    case 'HALF':
      return spanTitle(Number(at.slice(0, 4)), at.endsWith('H1') ? 'H1' : 'H2')
    case 'YEAR':
      return spanTitle(Number(at), 'YEAR')
  }
}

/** `2026年11月5日`, without padding (GB/T 9704). */
export function dayTitle(day: IsoDate): string {
  const [year, month, number] = day.split('-').map(Number)
  return `${year}年${month}月${number}日`
}
