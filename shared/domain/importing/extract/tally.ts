import { canonical, dec, mean, sum, type D } from '../../number/decimal.ts'

/** Numbers read so far in one column, to compare with the totals that the sheet states. */
export interface Tally {
  add(value: string): void
  /** A cell that holds something which is no usable number. */
  unread(address: string): void
  /** Compares a stated total; null when it agrees. A sub-total closes its part. */
  compare(
    of: 'ALL' | 'PART' | 'MEAN',
    stated: string
  ): { own: string; difference: string; unread: string[] } | null
}

export function tally(): Tally {
  const all: D[] = []
  let part: D[] = []
  const unread: string[] = []
  return {
    add(value) {
      all.push(dec(value))
      part.push(dec(value))
    },
    unread: (address) => void unread.push(address),
    compare(of, stated) {
      const numbers = of === 'PART' ? part : all
      if (of === 'PART') part = []
      if (numbers.length === 0) return null
      const total = dec(stated)
      const own = of === 'MEAN' ? mean(numbers) : sum(numbers)
      if (agrees(total, own)) return null
      // 总分 over shares, or 合计 that is the mean in truth, is the sheet's own habit and no mistake in the cells.
      if (of !== 'MEAN' && agrees(total, mean(numbers)) && numbers.length > 1) return null
      const shown = own.toDecimalPlaces(Math.max(2, total.decimalPlaces()))
      return { own: canonical(shown), difference: canonical(total.minus(shown).abs()), unread: [...unread] }
    }
  }
}

/** Equal at the decimals that the sheet states: a rounded total of unrounded parts is right. */
function agrees(stated: D, own: D): boolean {
  return (
    own.toDecimalPlaces(stated.decimalPlaces()).eq(stated) ||
    own.minus(stated).abs().lte(stated.abs().times('1e-9'))
  )
}
