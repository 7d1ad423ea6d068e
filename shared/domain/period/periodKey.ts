import { z } from 'zod'

/** A quarter, written `2026Q3` everywhere outside the screen. */
export const periodKey = z.string().regex(/^(19|20)\d{2}Q[1-4]$/, '季度写作 2026Q3')
export type PeriodKey = z.infer<typeof periodKey>

export interface Quarter {
  year: number
  quarter: 1 | 2 | 3 | 4
}

const NAMES = ['一', '二', '三', '四'] as const

export function quarterOf(key: PeriodKey): Quarter {
  return { year: Number(key.slice(0, 4)), quarter: Number(key.slice(5)) as Quarter['quarter'] }
}

export function keyOf({ year, quarter }: Quarter): PeriodKey {
  return `${year}Q${quarter}`
}

/** `2026年第三季度`. */
export function periodTitle(key: PeriodKey): string {
  const { year, quarter } = quarterOf(key)
  return `${year}年第${NAMES[quarter - 1]}季度`
}

/** `26Q3`, for narrow columns and chart axes. */
export function periodShort(key: PeriodKey): string {
  return key.slice(2)
}

export function previousPeriod(key: PeriodKey): PeriodKey {
  const { year, quarter } = quarterOf(key)
  return quarter === 1
    ? keyOf({ year: year - 1, quarter: 4 })
    : keyOf({ year, quarter: (quarter - 1) as 1 | 2 | 3 })
}

export function nextPeriod(key: PeriodKey): PeriodKey {
  const { year, quarter } = quarterOf(key)
  return quarter === 4
    ? keyOf({ year: year + 1, quarter: 1 })
    : keyOf({ year, quarter: (quarter + 1) as 2 | 3 | 4 })
}

/** Inclusive first and last day, ISO dates. */
export function periodDays(key: PeriodKey): { first: string; last: string } {
  const { year, quarter } = quarterOf(key)
  const first = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
  const last = `${year}-${['03-31', '06-30', '09-30', '12-31'][quarter - 1]}`
  return { first, last }
}

/**
 * Reads what people write: `2026Q3`, `2026年第三季度`, `2026年三季度`, `26年3季度`, `2026-3`.
 * Returns null when the text names no quarter.
 */
export function parsePeriod(text: string): PeriodKey | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const match = /((?:19|20)?\d{2})(?:年|-|\.|\/)?(?:第)?(?:Q([1-4])|([1-4一二三四])(?:季度|季|$))/.exec(plain)
  if (!match) return null
  const year = match[1]!.length === 2 ? 2000 + Number(match[1]) : Number(match[1])
  const mark = match[2] ?? match[3]!
  const quarter = '一二三四'.includes(mark) ? '一二三四'.indexOf(mark) + 1 : Number(mark)
  return keyOf({ year, quarter: quarter as Quarter['quarter'] })
}
