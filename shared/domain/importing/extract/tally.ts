import { canonical, dec, mean, sum, type D } from '../../number/decimal.ts'

/** Numbers read so far in one column, to compare with the totals that the sheet states. */
export interface Tally {
  add(value: string): void
  /** A cell that holds something which is no usable number. */
  unread(address: string): void
  /** Compares a stated total; null when it agrees to the last digit. A sub-total closes its part. */
  compare(of: 'ALL' | 'PART' | 'MEAN', stated: string): Difference | null
}

export interface Difference {
  own: string
  difference: string
  unread: string[]
  /** The stated sum is ours, rounded to fewer places than the numbers have. */
  rounded: boolean
}

export function tally(): Tally {
  // As text: most columns have no total to be compared with.
  const all: string[] = []
  let part: string[] = []
  const unread: string[] = []
  return {
    add(value) {
      all.push(value)
      part.push(value)
    },
    unread: (address) => void unread.push(address),
    compare(of, stated) {
      const numbers = (of === 'PART' ? part : all).map(dec)
      if (of === 'PART') part = []
      if (numbers.length === 0) return null
      const total = dec(stated)
      const own = of === 'MEAN' ? mean(numbers) : sum(numbers)
      if (isSame(total, own) || (of === 'MEAN' && isRounded(total, own))) return null
      if (isRounded(total, own)) {
        return {
          own: canonical(own),
          difference: canonical(total.minus(own).abs()),
          unread: [],
          rounded: true
        }
      }
      // 总分 over shares, or 合计 that is the mean in truth, is the sheet's own habit and no mistake in the cells.
      if (of !== 'MEAN' && numbers.length > 1 && agrees(total, mean(numbers))) return null
      const shown = own.toDecimalPlaces(Math.max(2, total.decimalPlaces()))
      const difference = canonical(total.minus(shown).abs())
      return { own: canonical(shown), difference, unread: [...unread], rounded: false }
    }
  }
}

function agrees(stated: D, own: D): boolean {
  return isSame(stated, own) || isRounded(stated, own)
}

/** But for what binary arithmetic leaves in the last digits of a sum. */
function isSame(stated: D, own: D): boolean {
  return own.minus(stated).abs().lte(stated.abs().times('1e-9'))
}

/** Equal at the decimals that the sheet states. */
function isRounded(stated: D, own: D): boolean {
  return own.toDecimalPlaces(stated.decimalPlaces()).eq(stated)
}
