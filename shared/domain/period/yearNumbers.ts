import { dec, HUNDRED, type D } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { printFixed, round } from '../number/rounding.ts'
import { settle } from '../number/settle.ts'
import type { Policies } from '../scheme/policies.ts'

/** Digits beyond the printed ones that a number gets where a reader calculates on with it. */
const GUARD = 4

/** A number inside a sentence that can be checked on paper: as printed where that is exact, otherwise with more digits. */
export function workingNumber(value: D, { decimals }: Policies): string {
  const exact = settle(value)
  if (exact.decimalPlaces() <= decimals) return printFixed(exact, decimals)
  return formatValue(round(exact, decimals + GUARD))
}

/** A weight or share in percent: `25`, `33.33`. */
export function percentText(percent: D): string {
  return formatValue(round(settle(percent), 2))
}

/** 领导评价占 5 → the quarters count for 95 %. */
export function quarterShare(leadership: string): D {
  return HUNDRED.minus(dec(leadership))
}
