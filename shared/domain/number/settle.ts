import type { D } from './decimal.ts'

/**
 * Drops the tail that non-terminating quotients leave at the 40th digit: three times 10 ÷ 3 is 10 again, not
 * 9.99…9, which 去尾 would print as 9.99. Settle where a number leaves the calculation (compared, printed,
 * stored), never in the middle of it: the ten digits between 30 and 40 are the guard.
 */
export function settle(value: D): D {
  return value.toDecimalPlaces(30)
}
