import { canonical, dec, type D, type DecimalString } from '../../number/decimal.ts'
import { round } from '../../number/rounding.ts'
import { gapCell } from '../ranking/columnSpec.ts'
import type { TableCell } from '../reportTable.ts'

/** How values of an indicator are shown: the unit of measurement behind them, so many decimals. */
export interface Measure {
  unit: string
  precision: number
}

/**
 * A measured value or target with the decimals that the scheme shows it with; a workbook keeps all its digits. What would be
 * shown as 0 and is not has all of them; 「/」 where there is none.
 */
export function valueCell(value: DecimalString | null, { unit, precision }: Measure): TableCell {
  if (value === null) return '/'
  const shown = round(dec(value), precision)
  const number = shown.isZero() ? value : canonical(shown)
  return {
    number,
    decimals: null,
    ...(number === value ? {} : { exact: value }),
    ...(unit === '' ? {} : { suffix: unit })
  }
}

/** Value − target as the engine printed it (`−4.04`), with its sign. */
export function gapToTargetCell(gap: string | null, { unit }: Measure): TableCell {
  const cell = gapCell(gap, gap?.split('.')[1]?.length ?? 0, true)
  return cell === null || typeof cell === 'string' || unit === '' ? cell : { ...cell, suffix: unit }
}

/** A rate given in percent, two decimals. */
export function percentCell(percent: D | null): TableCell {
  if (percent === null) return '/'
  return { number: canonical(round(percent, 2)), decimals: 2, suffix: '%' }
}
