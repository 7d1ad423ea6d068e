import { canonical, dec, HUNDRED, type D } from './decimal.ts'
import { printFixed } from './rounding.ts'
import { settle } from './settle.ts'

const TRUE_MINUS = '−'

function withTrueMinus(text: string): string {
  return text.startsWith('-') ? TRUE_MINUS + text.slice(1) : text
}

/** A measured value inside a sentence: all its digits, no separators, the true minus. `-1.5` → `−1.5`. */
export function formatValue(value: D): string {
  return withTrueMinus(canonical(settle(value)))
}

/** A ratio as a percentage with two decimals: `0.75` → `75.00%`. */
export function formatPercent(ratio: D): string {
  return `${withTrueMinus(printFixed(settle(ratio.times(HUNDRED)), 2))}%`
}

/** A difference as tables print it: `−1.05`, `0.00`, `2.90`. */
export function formatGap(value: D, places: number): string {
  return withTrueMinus(printFixed(value, places))
}

/** A difference that may go either way: `+0.08`, `−4.04`, `0.00`. */
export function formatSignedGap(value: D, places: number): string {
  const text = formatGap(value, places)
  return value.isPositive() && /[1-9]/.test(text) ? `+${text}` : text
}

/** The number that a printed gap stands for: reads the true minus and the plus sign back. */
export function parseGap(text: string): D {
  return dec(text.replace(TRUE_MINUS, '-').replace('+', ''))
}
