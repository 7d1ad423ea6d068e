import { vetoHas } from '../decision/vetoesInForce.ts'
import { formatValue } from '../number/format.ts'
import { settle } from '../number/settle.ts'
import { judgedScore, printScore } from '../scoring/printScore.ts'
import type { RaceContext } from './raceContext.ts'
import type { Contender } from './rankGroup.ts'
import { tieBreakMetrics } from './tieBreakMetrics.ts'
import type { UnitScore } from './unitScore.ts'
import { unrankedBecause } from './unranked.ts'

/** A unit as ranking sees it; null for one that gets no place. */
export function contenderOf(score: UnitScore, group: string, context: RaceContext): Contender | null {
  const { total, composition, adjustments, unit } = score
  if (score.rankMode !== 'RANKED' || total === null || unrankedBecause(score, context) !== null) return null
  const { scheme, race } = context
  const { policies } = scheme
  const vetoes = context.vetoes.get(unit.code) ?? []
  const printed = printScore(total, policies)
  const text = policies.judgeOn === 'PRINTED' ? printed : formatValue(settle(total))
  return {
    unit: unit.code,
    order: score.order,
    total: { label: '总得分', value: judgedScore(total, policies), text },
    metrics: tieBreakMetrics(
      race,
      {
        base: composition.base,
        deduction: adjustments.deduction,
        vetoes: vetoes.length,
        previousRank: previousRankOf(unit.code, group, context),
        dimension: score.dimensionScore,
        indicator: score.indicatorScore
      },
      policies
    ),
    last: vetoes.find((veto) => vetoHas(veto, 'RANK_LAST'))?.name ?? null
  }
}

/** A place in another group is not comparable: it counts as none. */
export function previousRankOf(unit: string, group: string, { previous }: RaceContext): number | null {
  const standing = previous.of(unit)
  return standing?.group === group ? standing.rank : null
}
