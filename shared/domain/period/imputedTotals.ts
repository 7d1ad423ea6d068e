import { decisionsOf, type Decision, type DecisionOf } from '../decision/decision.ts'
import type { PeriodKey } from './periodKey.ts'

export type Imputation = DecisionOf<'IMPUTATION'>

/** The decision that settles a unit's total in a quarter, if there is one. */
export type ImputedTotals = (period: PeriodKey, unit: string) => Imputation | null

const EVERYBODY = '*'

/**
 * 补分 of totals in one race (S37: a round that was not held, the same number for all). The newest counts; one that names
 * the unit goes before one for everybody.
 */
export function imputedTotals(decisions: readonly Decision[], race: string): ImputedTotals {
  const found = new Map<string, Imputation>()
  for (const decision of decisionsOf(decisions, 'IMPUTATION')) {
    const { subject, period } = decision
    if (subject.race === race && subject.indicator === null) found.set(`${period} ${subject.unit}`, decision)
  }
  return (period, unit) => found.get(`${period} ${unit}`) ?? found.get(`${period} ${EVERYBODY}`) ?? null
}
