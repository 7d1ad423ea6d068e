import { canonical, dec, mean } from '../../number/decimal.ts'
import { round } from '../../number/rounding.ts'
import type { NumberCell, TableCell } from '../reportTable.ts'
import { isNearTie, roundFormula, roundValue, storedValue, type Rounding } from './liveNumber.ts'

/**
 * 组平均 of a column as a live formula over its ranked rows, where it gives the printed mean: plainly, or over the numbers as
 * they are shown, as the engine does it (half-up always). The plain number where neither does. `cells` are the column's
 * cells of the ranked units, all of them.
 */
export function meanCell(
  column: string,
  printed: string,
  cells: readonly (TableCell | undefined)[],
  rounding: Rounding
): NumberCell {
  const { decimals } = rounding
  const plain: NumberCell = { number: canonical(dec(printed)), decimals }
  const values = cells.flatMap((cell) => storedValue(cell) ?? [])
  if (values.length === 0) return plain
  const half: Rounding = { decimals, mode: 'HALF_UP' }
  const gives = (value: ReturnType<typeof mean>): boolean =>
    roundValue(value, half, isNearTie(value, decimals)).equals(dec(printed))
  const average = mean(values)
  if (gives(average)) {
    const inner = `AVERAGEIF({RANK:all},">0",{${column}:all})`
    return { ...plain, formula: roundFormula(inner, half, isNearTie(average, decimals)) }
  }
  const nearTie = values.some((value) => isNearTie(value, decimals))
  const shown = mean(values.map((value) => round(roundValue(value, half, nearTie), decimals)))
  if (!gives(shown)) return plain
  const each = roundFormula(`{${column}:all}`, half, nearTie)
  const inner = `AVERAGE(IF(ISNUMBER({RANK:all}),IF(ISNUMBER({${column}:all}),${each})))`
  return { ...plain, formula: roundFormula(inner, half, isNearTie(shown, decimals)), array: true }
}
