import { canonical, D, dec, sum } from '../../number/decimal.ts'
import { round } from '../../number/rounding.ts'
import { settle } from '../../number/settle.ts'
import type { JudgedIndicator } from '../../evaluation/judgedIndicator.ts'
import type { UnitOutcome } from '../../evaluation/roundResults.ts'
import { isNearTie, roundFormula, roundValue, showsAs, sumFormula } from '../scores/liveNumber.ts'
import type { NumberCell, TableCell } from '../reportTable.ts'

/** Digits of a mean on paper, as in the rule's own sentences. */
const MEAN_DECIMALS = 2

/** A number that the rule gave; shown with two digits, kept in full. With a formula where that gives this very number. */
export function meanCell(value: string, live: { formula: string; value: D } | null): NumberCell {
  const exact = dec(value)
  const number = canonical(round(exact, MEAN_DECIMALS))
  const shows = showsAs(exact, number, MEAN_DECIMALS)
  const plain: NumberCell = {
    number,
    decimals: MEAN_DECIMALS,
    ...(shows && number !== value ? { exact: value } : {})
  }
  if (live === null || !shows || canonical(settle(live.value)) !== value) return plain
  return { ...plain, formula: sumFormula(live.formula, isNearTie(exact, MEAN_DECIMALS)) }
}

/** Mean of marks in a range of cells, `high` and `low` of them left out at the ends (S29). */
export function liveTrimmed(
  range: string,
  numbers: readonly D[],
  high: number,
  low: number
): { formula: string; value: D } | null {
  const left = numbers.length - high - low
  if (left <= 0) return null
  const sorted = [...numbers].sort((a, b) => a.comparedTo(b))
  const value = sum(sorted.slice(low, sorted.length - high)).div(left)
  if (high + low === 0) return { formula: `AVERAGE(${range})`, value }
  const ends = [
    ...Array.from({ length: high }, (_, index) => `-LARGE(${range},${index + 1})`),
    ...Array.from({ length: low }, (_, index) => `-SMALL(${range},${index + 1})`)
  ].join('')
  return { formula: `(SUM(${range})${ends})/(COUNT(${range})-${high + low})`, value }
}

/** Weighted mean of columns; null where there is nothing to weigh. */
export function liveWeighted(
  parts: readonly { column: string; weight: string; mean: string | null }[],
  silentCounts: boolean
): { formula: string; value: D } | null {
  const present = parts.flatMap((part) => (part.mean === null ? [] : [{ ...part, mean: part.mean }]))
  if (present.length === 0) return null
  const weights = sum((silentCounts ? parts : present).map(({ weight }) => dec(weight)))
  const terms = present.map(({ column, weight }) => `{${column}}*${weight}`).join('+')
  return {
    formula: `(${terms})/${weights.toFixed()}`,
    value: sum(present.map(({ mean, weight }) => dec(mean).times(dec(weight)))).div(weights)
  }
}

/** The score out of the mean: a formula where it gives the printed score. */
export function scoreCell(
  outcome: UnitOutcome,
  column: string | null,
  mean: string | null,
  judged: JudgedIndicator,
  outOf: string | null
): TableCell {
  if (outcome.score === null) return outcome.status === 'NA' ? '/' : outcome.reason
  const { decimals, rounding: mode, fullMark } = judged
  const number = canonical(dec(outcome.score.printed))
  const plain: NumberCell = { number, decimals }
  if (column === null || mean === null || outOf === null) return plain
  const value = dec(mean).times(dec(fullMark)).div(dec(outOf))
  const near = isNearTie(value, decimals)
  const given = roundValue(new D(value), { decimals, mode }, near)
  if (!given.equals(dec(number))) return plain
  const inner = fullMark === outOf ? `{${column}}` : `{${column}}*${fullMark}/${outOf}`
  return { ...plain, formula: roundFormula(inner, { decimals, mode }, near) }
}

/** Place by the scores of the column, where there is one pool and the printed scores give the same places. */
export function rankCell(outcome: UnitOutcome, all: readonly UnitOutcome[], onePool: boolean): TableCell {
  if (outcome.rank === null) return outcome.score === null ? null : '单列'
  const plain: NumberCell = { number: String(outcome.rank), decimals: 0 }
  const scores = all.flatMap(({ score }) => (score === null ? [] : [dec(score.printed)]))
  const listed = all.some(({ score, rank }) => score !== null && rank === null)
  const own = dec(outcome.score!.printed)
  const byPrinted = 1 + scores.filter((score) => score.greaterThan(own)).length
  if (!onePool || listed || byPrinted !== outcome.rank) return plain
  return { ...plain, formula: 'RANK({SCORE},{SCORE:all})' }
}
