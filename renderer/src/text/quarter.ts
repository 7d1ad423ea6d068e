import { periodDays, periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { printDay } from './format.ts'

/** `第三季度`: for buttons, where the year goes without saying. */
export function quarterName(period: PeriodKey): string {
  return periodTitle(period).slice(5)
}

/** `7月1日—9月30日`. */
export function quarterDays(period: PeriodKey): string {
  const { first, last } = periodDays(period)
  return `${printDay(first)}—${printDay(last)}`
}
