import type { YearSpan } from '../period/yearResult.ts'
import type { Decision } from './decision.ts'

/** The year or half-year whose standings a decision is about; null for a decision on its quarter. */
export function spanOfDecision({ subject }: Pick<Decision, 'subject'>): YearSpan | null {
  switch (subject.type) {
    case 'LEADERSHIP':
      return subject.span
    case 'TIE':
    case 'GRADE':
      return subject.span ?? null
    case 'VETO':
    case 'IMPUTATION':
    case 'EXEMPTION':
      return null
  }
}

/** What a quarter is computed with: a ruling on the year's tie must not decide the quarter's. */
export function quarterDecisions(decisions: readonly Decision[]): Decision[] {
  return decisions.filter((decision) => spanOfDecision(decision) === null)
}

/**
 * What a year or half-year is computed with: rulings and points of this span, and of its quarters the totals settled by
 * decision and the vetoes. Not the quarters' own rulings: they are in their results.
 */
export function spanDecisions(decisions: readonly Decision[], span: YearSpan): Decision[] {
  return decisions.filter((decision) => {
    if (decision.subject.type === 'VETO') return true
    if (decision.subject.type === 'IMPUTATION') return decision.subject.indicator === null
    return spanOfDecision(decision) === span
  })
}
