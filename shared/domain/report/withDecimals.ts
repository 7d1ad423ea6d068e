import { dec } from '../number/decimal.ts'
import { printFixed } from '../number/rounding.ts'
import { gapsOf } from '../ranking/gaps.ts'
import { groupMean } from '../ranking/groupMean.ts'
import type { GroupResult, ResultSet, Score, UnitResult } from '../ranking/resultSet.ts'
import type { Policies } from '../scheme/policies.ts'

/**
 * The results as a report with other decimals prints them: scores from their exact values, means and gaps from what is then
 * printed, as the engine does it. Places, ties and sentences stay as they were decided; the footer says so.
 */
export function withDecimals(results: ResultSet, decimals: number | null, policies: Policies): ResultSet {
  if (decimals === null || decimals === results.decimals) return results
  const print = <S extends Score | null>(score: S): S =>
    score === null ? score : { ...score, printed: printFixed(dec(score.exact), decimals, policies.rounding) }
  const reprintedUnit = (unit: UnitResult): UnitResult => ({
    ...unit,
    base: print(unit.base),
    total: print(unit.total),
    adjustments: {
      ...unit.adjustments,
      bonus: print(unit.adjustments.bonus),
      deduction: print(unit.adjustments.deduction)
    },
    dimensions: unit.dimensions.map((dimension) => ({
      ...dimension,
      score: print(dimension.score),
      indicators: dimension.indicators.map((indicator) => ({ ...indicator, score: print(indicator.score) }))
    }))
  })
  const reprintedGroup = (group: GroupResult): GroupResult => {
    const units = group.units.map(reprintedUnit)
    const ranked = units.filter((unit) => unit.rank !== null && unit.total !== null)
    const gaps = gapsOf(
      ranked.map((unit) => ({ rank: unit.rank!, total: unit.total!.printed })),
      decimals
    )
    const gapsByUnit = new Map(ranked.map((unit, index) => [unit.unit, gaps[index]!]))
    return {
      ...group,
      units: units.map((unit) => ({ ...unit, ...gapsByUnit.get(unit.unit) })),
      mean: group.mean === null ? null : groupMean(ranked, { ...policies, decimals })
    }
  }
  return {
    ...results,
    decimals,
    races: results.races.map((race) => ({
      ...race,
      groups: race.groups.map(reprintedGroup),
      sideRankings: race.sideRankings.map((ranking) => ({
        ...ranking,
        rows: ranking.rows.map((row) => ({ ...row, total: print(row.total) }))
      }))
    })),
    totals: results.totals.map((ranking) => ({
      ...ranking,
      rows: ranking.rows.map((row) => ({ ...row, total: print(row.total) }))
    })),
    footer: [
      ...results.footer,
      `本报告的得分按 ${decimals} 位小数列示；名次、并列和计算过程仍按方案的 ${results.decimals} 位小数。`
    ]
  }
}
