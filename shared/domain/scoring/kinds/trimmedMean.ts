import { mean, type D } from '../../number/decimal.ts'

export interface TrimmedMean {
  mean: D
  /** Positions of the values that were left out, in the order of the input. */
  highest: readonly number[]
  lowest: readonly number[]
}

/**
 * 去掉最高分和最低分: drops `trim` values at each end when there are more than `over` of them, else none (S29: more
 * than five, one each). Equal values: only as many as are dropped, the first ones of the list.
 */
export function trimmedMean(values: readonly D[], trim: number, over: number): TrimmedMean {
  if (trim === 0 || values.length <= over || values.length <= 2 * trim) {
    return { mean: mean(values), highest: [], lowest: [] }
  }
  const order = values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => a.value.comparedTo(b.value) || a.index - b.index)
  const indexes = (part: typeof order): number[] => part.map((entry) => entry.index)
  return {
    mean: mean(order.slice(trim, order.length - trim).map((entry) => entry.value)),
    highest: indexes(order.slice(order.length - trim)),
    lowest: indexes(order.slice(0, trim))
  }
}
