import { canonical, D, dec, type DecimalString } from '../../number/decimal.ts'
import { printFixed, round, type RoundingMode } from '../../number/rounding.ts'
import type { Score } from '../../ranking/resultSet.ts'
import type { NumberCell, TableCell } from '../reportTable.ts'

/** How the scheme rounds what it prints. */
export interface Rounding {
  decimals: number
  mode: RoundingMode
}

/** Digits that survive a spreadsheet's binary sums; what is left of them beyond is no part of the number. */
const SURE = 8
const SHEET_ROUNDING: Record<RoundingMode, string> = {
  HALF_UP: 'ROUND',
  CEIL: 'ROUNDUP',
  FLOOR: 'ROUNDDOWN'
}

/** What a formula finds in a cell: the double nearest to what is stored there; null for words. */
export function storedValue(cell: TableCell | undefined): D | null {
  if (cell === null || cell === undefined || typeof cell === 'string') return null
  return dec(Number(cell.exact ?? cell.number))
}

/**
 * Whether a spreadsheet might round a number to either side: `86.005` is a tie in decimals, but sums of doubles come out a
 * little above or below it.
 */
export function isNearTie(value: D, decimals: number): boolean {
  const digits = value.abs().times(new D(10).pow(decimals))
  return digits.minus(digits.floor()).minus('0.5').abs().lessThan('1e-6')
}

/** Significant digits from which a spreadsheet rounds what it shows. */
const SHOWN_FROM = 15

/** Whether a spreadsheet that stores `value` shows `printed`: half-up, by its first 15 digits. */
export function showsAs(value: D, printed: string, decimals: number): boolean {
  return printFixed(value.toSignificantDigits(SHOWN_FROM), decimals) === printFixed(dec(printed), decimals)
}

/** A sum that is not rounded; where a tie is near, without the tail that would let it show as either side. */
export function sumFormula(inner: string, nearTie: boolean): string {
  return nearTie ? `ROUND(${inner},${SURE})` : inner
}

/** What `sumFormula` gives. */
export function sumValue(value: D, nearTie: boolean): D {
  return nearTie ? round(value, SURE) : value
}

/** A score for formulas to reckon with: in full where the sheet shows it as printed, else as printed. */
export function exactCell({ exact, printed }: Score, { decimals }: Rounding): NumberCell {
  const number = canonical(dec(printed))
  const shows = number !== exact && showsAs(dec(exact), printed, decimals)
  return shows ? { number, decimals, exact } : { number, decimals }
}

/** `ROUND(inner,2)`; where a tie is near, the tail that binary sums leave is cut off first. */
export function roundFormula(inner: string, { decimals, mode }: Rounding, nearTie: boolean): string {
  const sure = nearTie || mode !== 'HALF_UP' ? `ROUND(${inner},${SURE})` : inner
  return `${SHEET_ROUNDING[mode]}(${sure},${decimals})`
}

/** What `roundFormula` gives. */
export function roundValue(value: D, { decimals, mode }: Rounding, nearTie: boolean): D {
  return round(nearTie || mode !== 'HALF_UP' ? round(value, SURE) : value, decimals, mode)
}

/** Shown digits of a number that people wrote: at least those that the scheme prints. */
export function writtenCell(number: DecimalString, decimals: number): NumberCell {
  return { number, decimals: Math.max(decimals, number.split('.')[1]?.length ?? 0) }
}
