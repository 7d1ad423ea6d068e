import { fraction, type Fraction } from '../../../../fixtures/sample/fraction.ts'

/** 四舍五入 / 进一 / 去尾: half and up are away from zero, down is towards it. */
export type Rounding = 'HALF_UP' | 'CEIL' | 'FLOOR'

/** The whole number of units of the last place, and its sign apart. */
function wholeUnits({ top, bottom }: Fraction, places: number, mode: Rounding): bigint {
  const scaled = (top < 0n ? -top : top) * 10n ** BigInt(places)
  const [whole, rest] = [scaled / bottom, scaled % bottom]
  const up = { HALF_UP: rest * 2n >= bottom, CEIL: rest > 0n, FLOOR: false }[mode]
  return up ? whole + 1n : whole
}

export function roundFraction(value: Fraction, places: number, mode: Rounding): Fraction {
  const units = wholeUnits(value, places, mode)
  return fraction(value.top < 0n ? -units : units, 10n ** BigInt(places))
}

/** With all its places, never `-0.00`. */
export function printFraction(value: Fraction, places: number, mode: Rounding): string {
  const units = wholeUnits(value, places, mode)
  const digits = String(units).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return value.top < 0n && units !== 0n ? `-${text}` : text
}
