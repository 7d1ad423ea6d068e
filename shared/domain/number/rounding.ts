import { z } from 'zod'
import { D } from './decimal.ts'

/** 四舍五入 / 进一 / 去尾. Half-up means away from zero at the half, as offices compute it (G19). */
export const roundingMode = z.enum(['HALF_UP', 'CEIL', 'FLOOR'])
export type RoundingMode = z.infer<typeof roundingMode>

const MODES: Record<RoundingMode, 0 | 1 | 4> = {
  HALF_UP: D.ROUND_HALF_UP,
  CEIL: D.ROUND_UP,
  FLOOR: D.ROUND_DOWN
}

/** Rounds to `places` decimals (0–4). `86.005` half-up to 2 is `86.01` (G19). */
export function round(value: D, places: number, mode: RoundingMode = 'HALF_UP'): D {
  return value.toDecimalPlaces(places, MODES[mode])
}

/** `85.4` with 2 places prints `85.40`; the printed minus is the true minus U+2212 where `minus` says so. */
export function printFixed(value: D, places: number, mode: RoundingMode = 'HALF_UP'): string {
  const rounded = round(value, places, mode)
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(places)
}
