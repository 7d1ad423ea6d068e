import { vetoHas } from '../decision/vetoesInForce.ts'
import type { RaceContext } from './raceContext.ts'
import type { UnitScore } from './unitScore.ts'

/** Why a unit that could be ranked has a total and no place. */
export type Unranked = 'VETO' | 'NEW_UNIT' | 'FIRST_QUARTER'

/**
 * Scored, not ranked: by a veto (NO_RANK), as a merged or split unit that has not been there long enough (§2.13, G20), or
 * in its first quarter where the scheme says so (ambiguity 12). Null for ranked, blocked and 单列 units.
 */
export function unrankedBecause(score: UnitScore, context: RaceContext): Unranked | null {
  const { scheme, period, units, previous, vetoes } = context
  if (score.rankMode !== 'RANKED' || score.total === null) return null
  const { code } = score.unit
  if (vetoes.get(code)?.some((veto) => vetoHas(veto, 'NO_RANK'))) return 'VETO'
  if (units.notRankedYet(code, period) !== null) return 'NEW_UNIT'
  const isFirst = previous.held && previous.of(code) === null
  return scheme.policies.firstQuarter === 'NOT_RANKED' && isFirst ? 'FIRST_QUARTER' : null
}
