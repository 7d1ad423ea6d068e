import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { code, name } from './schemeNames.ts'

/** A ranking over several races (六比总分): each race's total ÷ its full mark × 100, by weight. */
export const raceTotal = z.strictObject({
  code,
  name,
  races: z.array(z.strictObject({ race: code, weight: decimalString })).min(1),
  /** A race in which the unit does not take part (or has no total): its weight goes to the others, it counts 0, or no total. */
  absent: z.enum(['RENORMALISE', 'ZERO', 'NO_TOTAL']).default('RENORMALISE'),
  /** Races that a unit must take part in at least to be ranked. */
  minRaces: z.number().int().positive().default(1)
})
export type RaceTotal = z.infer<typeof raceTotal>
