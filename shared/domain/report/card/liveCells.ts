import { canonical, dec, type D } from '../../number/decimal.ts'
import type { IndicatorResult, Score } from '../../ranking/resultSet.ts'
import { noScoreText } from '../ranking/columnSpec.ts'
import type { NumberCell, TableCell } from '../reportTable.ts'
import {
  exactCell,
  isNearTie,
  roundFormula,
  roundValue,
  showsAs,
  sumFormula,
  sumValue,
  type Rounding
} from '../scores/liveNumber.ts'

/** A sum over the sheet: its formula, and what that finds there. */
export interface SheetSum {
  formula: string
  value: D
}

/**
 * A score as the first of some sums, plain or else rounded, that gives what was printed from what stands in the sheet; its
 * number alone where none does.
 */
export function liveCell(score: Score, sums: readonly SheetSum[], rounding: Rounding): NumberCell {
  for (const { formula, value } of sums) {
    const nearTie = isNearTie(value, rounding.decimals)
    const plain = sumValue(value, nearTie)
    if (showsAs(plain, score.printed, rounding.decimals))
      return { ...printed(score, rounding), exact: canonical(plain), formula: sumFormula(formula, nearTie) }
  }
  return roundedCell(score, sums, rounding)
}

/** The same, rounded in any case. */
export function roundedCell(score: Score, sums: readonly SheetSum[], rounding: Rounding): NumberCell {
  for (const { formula, value } of sums) {
    const nearTie = isNearTie(value, rounding.decimals)
    if (roundValue(value, rounding, nearTie).equals(dec(score.printed)))
      return { ...printed(score, rounding), formula: roundFormula(formula, rounding, nearTie) }
  }
  return exactCell(score, rounding)
}

function printed(score: Score, { decimals }: Rounding): NumberCell {
  return { number: canonical(dec(score.printed)), decimals }
}

/** The score of an indicator, in full for the sums; 「补」 behind one that a decision settled. */
export function summandCell(indicator: IndicatorResult, rounding: Rounding): TableCell {
  const { score, estimated } = indicator
  if (score === null) return noScoreText(indicator)
  return { ...exactCell(score, rounding), ...(estimated ? { suffix: '补' } : {}) }
}

/** What is taken away, as it stands in a column that is added up. */
export function negativeCell(cell: NumberCell): NumberCell {
  const minus = (number: string): string => canonical(dec(number).negated())
  const { number, exact } = cell
  return { ...cell, number: minus(number), ...(exact === undefined ? {} : { exact: minus(exact) }) }
}
