import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { periodKey } from '../period/periodKey.ts'
import { rankMode } from '../scheme/schemeDefinition.ts'
import { adjustmentEntry } from '../scoring/reading.ts'
import { trace } from '../scoring/trace.ts'

/** A score in full and as printed (the scheme's decimals). */
export const score = z.object({ exact: decimalString, printed: z.string() })
export type Score = z.infer<typeof score>

/** One indicator of one unit. `score` is null unless SCORED (or ZERO by the missing policy). */
export const indicatorResult = z.object({
  indicator: z.string(),
  name: z.string(),
  unitOfMeasure: z.string(),
  fullMark: decimalString,
  status: z.enum(['SCORED', 'NA', 'MISSING', 'REFUSED']),
  score: score.nullable(),
  /** Score ÷ full mark, 4 decimals, null unless scored. */
  rate: decimalString.nullable(),
  estimated: z.boolean(),
  reason: z.string().nullable(),
  trace
})
export type IndicatorResult = z.infer<typeof indicatorResult>

export const dimensionResult = z.object({
  dimension: z.string(),
  name: z.string(),
  fullMark: decimalString,
  /** Full mark that remains after not-applicable indicators. */
  effectiveFullMark: decimalString,
  score: score.nullable(),
  indicators: z.array(indicatorResult)
})
export type DimensionResult = z.infer<typeof dimensionResult>

export const appliedAdjustment = z.object({
  entry: adjustmentEntry,
  className: z.string(),
  sign: z.enum(['BONUS', 'DEDUCTION'])
})

export const adjustmentResult = z.object({
  entries: z.array(appliedAdjustment),
  /** Per class: sum of entries and what counts after the class cap. */
  classes: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      sign: z.enum(['BONUS', 'DEDUCTION']),
      sum: decimalString,
      counted: decimalString,
      cap: decimalString.nullable()
    })
  ),
  /** Positive numbers, after all caps. */
  bonus: score,
  deduction: score,
  sentence: z.string()
})
export type AdjustmentResult = z.infer<typeof adjustmentResult>

/** 新 has no previous place; NA is for units that are not ranked. */
export const movement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('UP'), by: z.number().int().positive() }),
  z.object({ kind: z.literal('DOWN'), by: z.number().int().positive() }),
  z.object({ kind: z.literal('SAME') }),
  z.object({ kind: z.literal('NEW') }),
  z.object({ kind: z.literal('NA') })
])
export type Movement = z.infer<typeof movement>

/** Which metric put this unit behind its upper neighbour. */
export const decidingMetric = z.object({ label: z.string(), mine: z.string(), theirs: z.string() })

/** A unit's standing in its group. Lists of units are in display order: rank, then 机构顺序 inside a tie. */
export const unitResult = z.object({
  unit: z.string(),
  name: z.string(),
  group: z.string(),
  rankMode,
  /** BLOCKED units have no total and no rank; `reasons` says what is missing. */
  state: z.enum(['SCORED', 'BLOCKED']),
  reasons: z.array(z.string()),
  dimensions: z.array(dimensionResult),
  /** Base after rescaling, with the maximum that really applied before it. */
  base: score.nullable(),
  baseSentence: z.string(),
  rescaledFrom: decimalString.nullable(),
  adjustments: adjustmentResult,
  total: score.nullable(),
  totalSentence: z.string(),
  rank: z.number().int().positive().nullable(),
  tied: z.boolean(),
  previousRank: z.number().int().positive().nullable(),
  previousTotal: z.string().nullable(),
  movement,
  gapToFirst: z.string().nullable(),
  gapToAbove: z.string().nullable(),
  gapToMean: z.string().nullable(),
  deciding: decidingMetric.nullable(),
  /** 并列第2；缺报；单列；含补分 … */
  remarks: z.array(z.string())
})
export type UnitResult = z.infer<typeof unitResult>

export const groupResult = z.object({
  group: z.string(),
  name: z.string(),
  /** Display order: ranked by rank, then blocked, then 单列. */
  units: z.array(unitResult),
  rankedCount: z.number().int(),
  /** Means over ranked units, printed; null when there is none. */
  mean: z
    .object({
      base: z.string(),
      dimensions: z.record(z.string(), z.string()),
      bonus: z.string(),
      deduction: z.string(),
      total: z.string()
    })
    .nullable()
})
export type GroupResult = z.infer<typeof groupResult>

export const raceResult = z.object({
  race: z.string(),
  name: z.string(),
  fullMark: decimalString,
  dimensions: z.array(z.object({ code: z.string(), name: z.string(), fullMark: decimalString })),
  groups: z.array(groupResult)
})
export type RaceResult = z.infer<typeof raceResult>

/** 成绩: what one computation of one period gave. Frozen snapshots carry exactly this. */
export const resultSet = z.object({
  format: z.literal('liangji-result'),
  formatVersion: z.literal(1),
  period: periodKey,
  previousPeriod: periodKey.nullable(),
  scheme: z.object({
    code: z.string(),
    title: z.string(),
    version: z.number().int(),
    organisation: z.string()
  }),
  /** SHA-256 of the canonical inputs (scheme, readings, targets, adjustments, previous ranks). Set by the service. */
  inputsHash: z.string(),
  decimals: z.number().int(),
  races: z.array(raceResult),
  /** Chosen rules that mattered, as sentences for the report footer. */
  footer: z.array(z.string()),
  counts: z.object({
    units: z.number().int(),
    ranked: z.number().int(),
    blocked: z.number().int(),
    tiedRanks: z.number().int(),
    estimated: z.number().int()
  })
})
export type ResultSet = z.infer<typeof resultSet>
