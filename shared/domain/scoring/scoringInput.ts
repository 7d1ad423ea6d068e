import { z } from 'zod'
import { decision } from '../decision/decision.ts'
import { decimalString } from '../number/decimal.ts'
import { periodKey } from '../period/periodKey.ts'
import { schemeDefinition } from '../scheme/schemeDefinition.ts'
import { adjustmentEntry, reading, sourceRef } from './reading.ts'

/** A unit's place in the previous frozen quarter. */
export const previousStanding = z.object({
  race: z.string(),
  unit: z.string(),
  group: z.string(),
  rank: z.number().int().positive().nullable(),
  /** Printed total. */
  total: z.string().nullable()
})
export type PreviousStanding = z.infer<typeof previousStanding>

/** Against the target in the indicator's direction. */
export const againstTarget = z.enum(['EXCEEDED', 'MET', 'UNMET'])
export type AgainstTarget = z.infer<typeof againstTarget>

/** What a frozen quarter says of a unit, as far as streaks look back. */
export const pastStanding = previousStanding.extend({
  rankedCount: z.number().int(),
  belowMean: z.boolean(),
  grade: z.string().nullable(),
  boards: z.array(z.object({ board: z.string(), side: z.enum(['GOOD', 'BAD']) })),
  /** Indicators that have a target. */
  indicators: z.record(z.string(), againstTarget)
})
export type PastStanding = z.infer<typeof pastStanding>

/**
 * All that a computation depends on. The engine reads nothing else: same input, same result. A schema, because frozen
 * inputs are read back to compute them again; what older versions did not record has its default.
 */
export const scoringInput = z.object({
  period: periodKey,
  /** Set for a month's preview (月比拼): targets run to the end of this month, 1–12, of the quarter. */
  month: z.number().int().min(1).max(12).nullable().default(null),
  /** Targets stand in the definition's indicators, with later changes already applied. */
  scheme: schemeDefinition,
  schemeVersion: z.number().int(),
  readings: z.array(reading).readonly(),
  adjustments: z.array(adjustmentEntry).readonly(),
  /** Decisions in force: of this period, and vetoes of others whose span covers it. */
  decisions: z.array(decision).readonly().default([]),
  previous: z.object({ period: periodKey, standings: z.array(previousStanding).readonly() }).nullable(),
  /** Earlier frozen quarters, oldest first, for streaks. Consecutive ones count only when no quarter is left out. */
  history: z
    .array(z.object({ period: periodKey, standings: z.array(pastStanding).readonly() }))
    .readonly()
    .default([]),
  /** Values of CUMULATIVE indicators in the previous frozen quarter of the same year, with the cells they came from. */
  before: z
    .array(
      z.object({
        unit: z.string(),
        indicator: z.string(),
        value: decimalString,
        source: sourceRef.nullable().optional()
      })
    )
    .readonly()
    .default([])
})
export type ScoringInput = z.infer<typeof scoringInput>
