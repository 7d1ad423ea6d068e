import type { D } from '../../number/decimal.ts'
import { canonical, dec, sum, ZERO } from '../../number/decimal.ts'
import { IMPUTED_TOTAL } from '../../ranking/remarks.ts'
import type { Score, UnitResult } from '../../ranking/resultSet.ts'
import type { NumberCell, TableCell } from '../reportTable.ts'
import {
  exactCell,
  isNearTie,
  roundFormula,
  roundValue,
  showsAs,
  storedValue,
  sumFormula,
  sumValue,
  type Rounding
} from './liveNumber.ts'

/** What the base adds up. */
export interface Parts {
  /** `SUM({DIMENSION:a}:{DIMENSION:b})`. */
  formula: string
  cells: readonly TableCell[]
}

export interface LiveScores {
  cells: { BASE: TableCell; BONUS: TableCell; DEDUCTION: TableCell; TOTAL: TableCell }
  /** Whether base and total are numbers without a formula: nothing in the sheet gives what the snapshot says. */
  plainBase: boolean
  plainTotal: boolean
}

/** A cell with what it holds, to more digits than it shows. */
export interface Candidate {
  cell: NumberCell
  value: D
}

/** A formula that gives `value`, unrounded, if the sheet then shows what was printed. */
export function liveSum(formula: string, value: D, { printed }: Score, { decimals }: Rounding): Candidate[] {
  const nearTie = isNearTie(value, decimals)
  const given = sumValue(value, nearTie)
  const number = canonical(dec(printed))
  const cell = { number, decimals, exact: canonical(given), formula: sumFormula(formula, nearTie) }
  return showsAs(given, printed, decimals) ? [{ cell, value: given }] : []
}

/**
 * Base and total of a unit with live formulas, but only where they give exactly what the snapshot printed from what stands in
 * the sheet; else the plain number. Decided with decimals. `fullMarks` are what the base may have been rescaled to.
 */
export function liveScores(
  unit: UnitResult,
  parts: Parts,
  fullMarks: readonly string[],
  rounding: Rounding
): LiveScores {
  const { decimals } = rounding
  const { bonus, deduction } = unit.adjustments
  const adjusted = { BONUS: exactCell(bonus, rounding), DEDUCTION: exactCell(deduction, rounding) }
  const bases = baseCandidates(unit, parts, fullMarks, rounding)
  const { total } = unit
  if (total === null) return settled(bases[0], adjusted, '/', false)
  const adjustment = storedValue(adjusted.BONUS)!.minus(storedValue(adjusted.DEDUCTION)!)
  const printed = dec(total.printed)
  for (const base of decidedOtherwise(unit) ? [] : bases) {
    const value = base.value.plus(adjustment)
    const nearTie = isNearTie(value, decimals)
    if (!roundValue(value, rounding, nearTie).equals(printed)) continue
    const formula = roundFormula('{BASE}+{BONUS}-{DEDUCTION}', rounding, nearTie)
    return settled(base, adjusted, { number: canonical(printed), decimals, formula }, false)
  }
  return settled(bases[0], adjusted, { number: canonical(printed), decimals }, true)
}

/** A total that people settled or struck out is no sum, even where it happens to be one. */
function decidedOtherwise({ remarks, vetoes }: UnitResult): boolean {
  const struck = vetoes.some(({ indicator, effects }) => indicator === null && effects.includes('SCORE_ZERO'))
  return struck || remarks.includes(IMPUTED_TOTAL)
}

function settled(
  base: Candidate | undefined,
  adjusted: { BONUS: NumberCell; DEDUCTION: NumberCell },
  total: TableCell,
  plainTotal: boolean
): LiveScores {
  return {
    cells: { BASE: base?.cell ?? '/', ...adjusted, TOTAL: total },
    plainBase: base !== undefined && base.cell.formula === undefined,
    plainTotal
  }
}

/** The base as a sum, as a rounded sum, rescaled, and last as a plain number; [] for a unit without one. */
function baseCandidates(
  { base, rescaledFrom }: UnitResult,
  { formula, cells }: Parts,
  fullMarks: readonly string[],
  rounding: Rounding
): Candidate[] {
  if (base === null) return []
  const { decimals } = rounding
  const added = sum(cells.flatMap((cell) => storedValue(cell) ?? []))
  const full = rescaledFrom === null ? [] : fullMarks
  const formulas = [
    ...(rescaledFrom === null ? [{ formula, value: added }] : []),
    ...full.map((mark) => ({
      formula: `${formula}*${mark}/${rescaledFrom}`,
      value: added.times(dec(mark)).div(dec(rescaledFrom!))
    }))
  ]
  const number = canonical(dec(base.printed))
  const asSum = formulas.flatMap((each) => liveSum(each.formula, each.value, base, rounding))
  const asRounded = formulas.flatMap((each): Candidate[] => {
    const nearTie = isNearTie(each.value, decimals)
    const value = roundValue(each.value, rounding, nearTie)
    return value.equals(dec(base.printed))
      ? [{ cell: { number, decimals, formula: roundFormula(each.formula, rounding, nearTie) }, value }]
      : []
  })
  const plain = exactCell(base, rounding)
  return [...asSum, ...asRounded, { cell: plain, value: storedValue(plain) ?? ZERO }]
}
