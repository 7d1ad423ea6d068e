import { findMultiplier, isMeasureText } from '../values/measures.ts'
import { readNumberText } from '../values/numberText.ts'
import type { RawCell } from './rawWorkbook.ts'

/** A cell that stands where a number belongs: numbers, broken formulas, and texts of a number with at most a measure. */
export function looksNumeric(cell: RawCell): boolean {
  if (cell.kind === 'number' || cell.kind === 'error' || cell.kind === 'formula-without-value') return true
  if (cell.kind !== 'text') return false
  const number = readNumberText(cell.value)
  if (number === null) return false
  return number.suffix === '' || isMeasureText(number.suffix) || findMultiplier(number.suffix) !== null
}
