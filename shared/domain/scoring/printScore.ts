import { canonical, type D } from '../number/decimal.ts'
import { printFixed, round } from '../number/rounding.ts'
import { settle } from '../number/settle.ts'
import type { Score } from '../ranking/resultSet.ts'
import type { Policies } from '../scheme/policies.ts'

/** A score as the scheme prints it. Minus signs stay ASCII: a printed score can be parsed again. */
export function printScore(score: D, policies: Policies): string {
  return printFixed(settle(score), policies.decimals, policies.rounding)
}

export function scoreOf(score: D, policies: Policies): Score {
  return { exact: canonical(settle(score)), printed: printScore(score, policies) }
}

/** The number that ranks, grades and tie-breaks look at: rounded as printed, or exact (§6.4-7). */
export function judgedScore(score: D, policies: Policies): D {
  const exact = settle(score)
  return policies.judgeOn === 'PRINTED' ? round(exact, policies.decimals, policies.rounding) : exact
}
