import { vetoHas } from '../../decision/vetoesInForce.ts'
import { ZERO } from '../../number/decimal.ts'
import type { Policies } from '../../scheme/policies.ts'
import { printScore } from '../../scoring/printScore.ts'
import type { AppliedVeto } from '../resultSet.ts'
import type { UnitScore } from '../unitScore.ts'

/**
 * SCORE_ZERO on the total (§2.10): the total is 0, the computed one stays readable in its sentence. A unit without a
 * total has nothing to strike.
 */
export function strikeTotal(
  score: UnitScore,
  vetoes: readonly AppliedVeto[] | undefined,
  policies: Policies
): UnitScore {
  const veto = vetoes?.find((entry) => vetoHas(entry, 'SCORE_ZERO'))
  if (veto === undefined || score.total === null) return score
  const zero = printScore(ZERO, policies)
  return {
    ...score,
    total: ZERO,
    totalSentence: `${score.totalSentence}；否决「${veto.name}」，总得分记 ${zero}`
  }
}
