import { dec, mean } from '../number/decimal.ts'
import { formatSignedGap } from '../number/format.ts'
import { round } from '../number/rounding.ts'

export interface Gaps {
  gapToFirst: string
  /** To the nearest unit with a better rank; null for the first. */
  gapToAbove: string | null
  gapToMean: string
}

/**
 * 差距 of the ranked units, best first, between printed totals, so that a reader can check them on the page: `−1.05`,
 * `0.00`, and `+0.08` to the mean. A unit that a veto put last may have more than those above it: `+6.00`. `places` are
 * the decimals that the scheme prints.
 */
export function gapsOf(ranked: readonly { rank: number; total: string }[], places: number): Gaps[] {
  if (ranked.length === 0) return []
  const totals = ranked.map((entry) => dec(entry.total))
  const groupMean = round(mean(totals), places)
  let above = -1
  return ranked.map((entry, index) => {
    if (index > 0 && ranked[index - 1]!.rank < entry.rank) above = index - 1
    const own = totals[index]!
    return {
      gapToFirst: formatSignedGap(own.minus(totals[0]!), places),
      gapToAbove: above < 0 ? null : formatSignedGap(own.minus(totals[above]!), places),
      gapToMean: formatSignedGap(own.minus(groupMean), places)
    }
  })
}
