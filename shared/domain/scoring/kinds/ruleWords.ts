import { formatGap } from '../../number/format.ts'
import { settle } from '../../number/settle.ts'
import type { D } from '../../number/decimal.ts'

/** Words and numbers that several kinds put into their sentences. */

export const NO_TARGET = '没有目标值：方案没有下达，报表也没有填。请在方案里补上目标'

/** A number inside a calculation, for reading: two decimals, the true minus. */
export function two(value: D): string {
  return formatGap(settle(value), 2)
}

export function clamp(value: D, low: D, high: D): D {
  return value.lessThan(low) ? low : value.greaterThan(high) ? high : value
}

/** 「甲 组」, 「机关处室组」: a group's name inside a sentence. */
export function groupWords(name: string): string {
  return name.endsWith('组') ? name : `${name} 组`
}
