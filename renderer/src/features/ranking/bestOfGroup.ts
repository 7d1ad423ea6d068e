import { dec } from '#shared/domain/number/decimal.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'

/**
 * Dimension → units whose score is the highest of the group, compared in full, not as printed. Empty where fewer
 * than two ranked units have a score, or where all are equal: a mark on every row would mark nothing.
 */
export function bestOfGroup(units: readonly UnitResult[]): Map<string, Set<string>> {
  const best = new Map<string, Set<string>>()
  const ranked = units.filter((unit) => unit.rank !== null)
  const codes = new Set(ranked.flatMap((unit) => unit.dimensions.map((dimension) => dimension.dimension)))
  for (const code of codes) {
    const scored = ranked.flatMap((unit) => {
      const score = unit.dimensions.find((dimension) => dimension.dimension === code)?.score
      return score == null ? [] : [{ unit: unit.unit, value: dec(score.exact) }]
    })
    if (scored.length < 2) continue
    const highest = scored.reduce((top, { value }) => (value.gt(top) ? value : top), scored[0]!.value)
    const winners = scored.filter(({ value }) => value.eq(highest))
    if (winners.length < scored.length) best.set(code, new Set(winners.map(({ unit }) => unit)))
  }
  return best
}
