import type { PeriodKey } from '../period/periodKey.ts'
import type { SchemeDefinition } from '../scheme/schemeDefinition.ts'
import type { AdjustmentEntry, Reading } from './reading.ts'

/** A unit's place in the previous frozen quarter. */
export interface PreviousStanding {
  race: string
  unit: string
  group: string
  rank: number | null
  /** Printed total. */
  total: string | null
}

/** All that a computation depends on. The engine reads nothing else: same input, same result. */
export interface ScoringInput {
  period: PeriodKey
  /** Targets stand in the definition's indicators, with later changes already applied. */
  scheme: SchemeDefinition
  schemeVersion: number
  readings: readonly Reading[]
  adjustments: readonly AdjustmentEntry[]
  previous: { period: PeriodKey; standings: readonly PreviousStanding[] } | null
}
