import { dec, mean } from '../number/decimal.ts'
import { printFixed } from '../number/rounding.ts'
import type { Policies } from '../scheme/policies.ts'
import type { GroupResult, UnitResult } from './resultSet.ts'

/** 组均 over ranked units, from the printed scores: what a reader gets who adds up the column. Half-up always. */
export function groupMean(ranked: readonly UnitResult[], policies: Policies): GroupResult['mean'] {
  if (ranked.length === 0) return null
  const column = (printed: readonly string[]): string =>
    printFixed(mean(printed.map((text) => dec(text))), policies.decimals)
  const dimensions: Record<string, string> = {}
  for (const { dimension } of ranked[0]!.dimensions) {
    const scores = ranked.flatMap(
      (unit) => unit.dimensions.find((d) => d.dimension === dimension)?.score?.printed ?? []
    )
    if (scores.length > 0) dimensions[dimension] = column(scores)
  }
  const bases = ranked.flatMap((unit) => unit.base?.printed ?? [])
  return {
    ...(bases.length === 0 ? {} : { base: column(bases) }),
    dimensions,
    bonus: column(ranked.map((unit) => unit.adjustments.bonus.printed)),
    deduction: column(ranked.map((unit) => unit.adjustments.deduction.printed)),
    total: column(ranked.flatMap((unit) => unit.total?.printed ?? []))
  }
}
