import { keyOf, periodTitle, quarterOf, type PeriodKey } from '../period/periodKey.ts'
import type { YearSpan } from '../period/yearResult.ts'
import type { Objection } from './objection.ts'

/** Last quarter of a year or half-year: the period that decisions on it belong to. */
export function lastQuarterOf(year: number, span: YearSpan): PeriodKey {
  return keyOf({ year, quarter: span === 'H1' ? 2 : 4 })
}

export function spanQuarterObjection(span: YearSpan | undefined, period: PeriodKey): Objection {
  if (span === undefined) return null
  const last = lastQuarterOf(quarterOf(period).year, span)
  return last === period
    ? null
    : {
        message: `${span === 'H1' ? '上半年' : span === 'H2' ? '下半年' : '全年'}的决定要登记在${periodTitle(last)}。`,
        action: '请换到那个季度再登记。'
      }
}
