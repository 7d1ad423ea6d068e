import { D, dec, HUNDRED } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { printFixed } from '../../number/rounding.ts'
import type { GradeLevel, QuotaRounding } from '../../scheme/gradeRules.ts'

export const QUOTA_ROUNDING_NAMES: Record<QuotaRounding, string> = {
  FLOOR: '去尾',
  ROUND: '四舍五入',
  CEIL: '进一'
}

const MODES: Record<QuotaRounding, 0 | 1 | 4> = {
  FLOOR: D.ROUND_DOWN,
  ROUND: D.ROUND_HALF_UP,
  CEIL: D.ROUND_UP
}

export interface QuotaPlaces {
  places: number
  /** 「3.30，去尾 3 个」, the right side of the quota's equation. */
  words: string
}

/** Whole places that a percentage of units or staff gives: 22 × 15 % = 3.30 → 3 by 去尾 (S23, S24, S36, S87a). */
export function quotaOf(count: number, percent: D, rounding: QuotaRounding): QuotaPlaces {
  const exact = dec(count).times(percent).div(HUNDRED)
  const places = exact.toDecimalPlaces(0, MODES[rounding]).toNumber()
  return { places, words: `${quotient(exact)}，${QUOTA_ROUNDING_NAMES[rounding]} ${places} 个` }
}

function quotient(exact: D): string {
  return exact.decimalPlaces() > 2 ? formatValue(exact) : printFixed(exact, 2)
}

/** Places of a grade and how they came about; null for a grade without a quota. */
export function placesOfLevel(
  level: GradeLevel,
  units: number,
  rounding: QuotaRounding
): { places: number; sentence: string } | null {
  if (level.places !== undefined) return { places: level.places, sentence: `名额 ${level.places} 个` }
  if (level.percent === undefined) return null
  const { places, words } = quotaOf(units, dec(level.percent), rounding)
  return { places, sentence: `${units} 个单位 × ${level.percent}% = ${words}` }
}
