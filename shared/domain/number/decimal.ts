import Decimal from 'decimal.js'
import { z } from 'zod'

/**
 * The one decimal type of the product. 40 digits: products of a few 15-digit spreadsheet values stay exact,
 * and quotients carry enough digits that half-up at 4 places cannot be decided by truncation.
 */
export const D = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40
})
export type D = Decimal

/** A decimal as canonical text: `-?digits[.digits]`, no exponent, no trailing zeros, never `-0`. */
export type DecimalString = string

const CANONICAL = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/

export const decimalString = z.string().refine((text) => CANONICAL.test(text) && text !== '-0', {
  message: '不是规范的十进制数'
})

/** Canonical text of a decimal. Throws on NaN and infinities: they are never a value here. */
export function canonical(value: D): DecimalString {
  if (!value.isFinite()) throw new RangeError('not a finite decimal')
  const text = value.toFixed()
  return text === '-0' ? '0' : text
}

/** Parses canonical (or any plain decimal) text. Throws on anything else. */
export function dec(text: DecimalString | number): D {
  const value = new D(text)
  if (!value.isFinite()) throw new RangeError('not a finite decimal')
  return value
}

export const ZERO = new D(0)
export const HUNDRED = new D(100)

export function sum(values: readonly D[]): D {
  return values.reduce((total, value) => total.plus(value), ZERO)
}

export function mean(values: readonly D[]): D {
  if (values.length === 0) throw new RangeError('mean of nothing')
  return sum(values).div(values.length)
}
