import { D } from '../../number/decimal.ts'

/** A double prints at most 17 digits; binary noise only shows when nearly all of them are used. */
const SUSPICIOUS_DIGITS = 15
const MAX_CLEAN_DIGITS = 10
const MAX_RELATIVE = new D('1e-9')
/** Digits by which the agreement must exceed chance: 1/3 agrees with its 10-digit rounding by chance alone. */
const EXCESS = new D('1e-3')

/**
 * The short decimal that a number with binary noise stands for, or null when it is no noise
 * (ambiguities.md 19: only a relative difference under 1e-9 counts). `0.30000000000000004` → `0.3`.
 */
export function withoutFloatNoise(value: D): D | null {
  if (value.isZero() || value.precision() < SUSPICIOUS_DIGITS) return null
  for (let digits = 1; digits <= MAX_CLEAN_DIGITS; digits++) {
    const clean = value.toSignificantDigits(digits)
    const relative = value.minus(clean).abs().div(value.abs())
    const byChance = new D(10).pow(-digits)
    if (relative.lt(MAX_RELATIVE) && relative.lt(byChance.times(EXCESS))) return clean
  }
  return null
}

/**
 * Single-precision leftovers of other systems (0.0900000762939453, S78) are too far off to be rounded without
 * asking; this finds what they probably stand for.
 */
export function likelyExportTail(value: D): D | null {
  if (value.isZero() || value.precision() < SUSPICIOUS_DIGITS - 1) return null
  for (let digits = 1; digits <= 4; digits++) {
    const clean = value.toSignificantDigits(digits)
    if (value.minus(clean).abs().div(value.abs()).lt('1e-5') && !value.eq(clean)) return clean
  }
  return null
}
