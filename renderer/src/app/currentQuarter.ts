import { keyOf, type PeriodKey } from '#shared/domain/period/periodKey.ts'

/** The quarter of today, for a database that has none yet. */
export function currentQuarter(): PeriodKey {
  const now = new Date()
  return keyOf({ year: now.getFullYear(), quarter: (Math.floor(now.getMonth() / 3) + 1) as 1 | 2 | 3 | 4 })
}
