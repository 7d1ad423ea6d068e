import type { Fraction } from '../../../fixtures/sample/fraction.ts'

/** Rounded half away from zero and printed with `places` decimals, never `-0.00`. */
export function printHalfUp({ top, bottom }: Fraction, places: number): string {
  const scale = 10n ** BigInt(places)
  const size = top < 0n ? -top : top
  const rounded = (size * scale * 2n + bottom) / (bottom * 2n)
  const digits = String(rounded).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return top < 0n && rounded !== 0n ? `-${text}` : text
}
