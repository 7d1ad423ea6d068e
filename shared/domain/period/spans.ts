import { keyOf, periodTitle, quarterOf, type PeriodKey, type Quarter } from './periodKey.ts'
import type { YearSpan } from './yearResult.ts'

export const SPAN_NAMES: Record<YearSpan, string> = { YEAR: '年度', H1: '上半年', H2: '下半年' }

const QUARTERS: Record<YearSpan, readonly Quarter['quarter'][]> = {
  YEAR: [1, 2, 3, 4],
  H1: [1, 2],
  H2: [3, 4]
}

/** The quarters that make a year or half-year, oldest first. */
export function quartersOfSpan(year: number, span: YearSpan): PeriodKey[] {
  return QUARTERS[span].map((quarter) => keyOf({ year, quarter }))
}

/** `2026年度`, `2026年上半年`. */
export function spanTitle(year: number, span: YearSpan): string {
  return span === 'YEAR' ? `${year}年度` : `${year}年${SPAN_NAMES[span]}`
}

/** `第三季度`, where the year is plain from what stands around it. */
export function quarterName(period: PeriodKey): string {
  return periodTitle(period).slice(5)
}

/** The three months of a quarter, 1–12, for the month preview. */
export function monthsOf(period: PeriodKey): [number, number, number] {
  const first = quarterOf(period).quarter * 3 - 2
  return [first, first + 1, first + 2]
}

/** `8月`. */
export function monthName(month: number): string {
  return `${month}月`
}

/** `2026年8月`, for a month of the quarter. */
export function monthTitle(period: PeriodKey, month: number): string {
  return `${quarterOf(period).year}年${monthName(month)}`
}
