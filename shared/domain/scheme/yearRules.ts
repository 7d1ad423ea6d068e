import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'

/** How quarters make a year or half-year (S3, S33, S37; §6.4-10). */
export const yearRules = z
  .strictObject({
    method: z.enum(['MEAN', 'WEIGHTED', 'BEST']).default('MEAN'),
    /** WEIGHTED: weights of the quarters; those that count are renormalised. */
    weights: z
      .strictObject({ Q1: decimalString, Q2: decimalString, Q3: decimalString, Q4: decimalString })
      .prefault({ Q1: '25', Q2: '25', Q3: '25', Q4: '25' }),
    /** BEST: how many quarters count. */
    best: z.number().int().min(1).max(4).default(3),
    /** A quarter without a total: the year waits for a decision, leaves it out, or counts 0. */
    missing: z.enum(['DECIDE', 'EXCLUDE', 'ZERO']).default('DECIDE'),
    /** Points of 100 that the leadership gives for the year (S33: 5); the quarters count for the rest. */
    leadership: decimalString.default('0'),
    /** A unit with fewer counted quarters is scored, not ranked. */
    minQuarters: z.number().int().min(1).max(4).default(2),
    /** Quarters count as they were printed, or exactly. */
    quarterScore: z.enum(['PRINTED', 'EXACT']).default('PRINTED')
  })
  .prefault({})
export type YearRules = z.infer<typeof yearRules>
