import type { Fraction } from '../../../../fixtures/sample/fraction.ts'
import { printFraction } from './roundFraction.ts'

/** The number as a result keeps it: 30 decimals, the last one half-up, no zeros at the end. */
export function decimalText(value: Fraction): string {
  return printFraction(value, 30, 'HALF_UP').replace(/\.?0+$/, '')
}
