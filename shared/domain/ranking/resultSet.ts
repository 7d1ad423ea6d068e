import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { periodKey } from '../period/periodKey.ts'
import { rankMode } from '../scheme/schemeDefinition.ts'
import { vetoEffect } from '../scheme/vetoKinds.ts'
import { adjustmentEntry } from '../scoring/reading.ts'
import { againstTarget } from '../scoring/scoringInput.ts'
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
  /** The measured value that the rule looked at, the target that counted, and their difference with sign; null without. */
  value: decimalString.nullable().default(null),
  target: decimalString.nullable().default(null),
  gapToTarget: z.string().nullable().default(null),
  againstTarget: againstTarget.nullable().default(null),
  /** CUMULATIVE indicators: what this quarter added to the year (value − value of the quarter before). */
  increment: decimalString.nullable().default(null),
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

/** A veto in force for a unit. */
export const appliedVeto = z.object({
  decision: z.number().int(),
  kind: z.string(),
  name: z.string(),
  effects: z.array(vetoEffect),
  indicator: z.string().nullable(),
  basis: z.string(),
  decidedBy: z.string()
})
export type AppliedVeto = z.infer<typeof appliedVeto>

/** 等次 of a unit. `sentence` says why: 「总得分 96.40 ≥ 90」, 「第 2 名，优秀名额 3 个」. */
export const unitGrade = z.object({
  grade: z.string(),
  sentence: z.string(),
  /** What the rule alone gave, where a veto or a decision changed it. */
  ruleGrade: z.string().nullable()
})
export type UnitGrade = z.infer<typeof unitGrade>

/** 个人优秀名额. */
export const personQuota = z.object({
  staff: z.number().int(),
  percent: decimalString,
  places: z.number().int(),
  sentence: z.string()
})

/** A streak that is running or has been reached. */
export const streakState = z.object({
  code: z.string(),
  name: z.string(),
  /** Set where the streak is counted for each indicator. */
  indicator: z.string().nullable(),
  count: z.number().int(),
  times: z.number().int(),
  reached: z.boolean(),
  outcome: z.string(),
  tone: z.enum(['GOOD', 'BAD']),
  sentence: z.string()
})
export type StreakState = z.infer<typeof streakState>

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
  /** Printed total − printed total of the previous frozen quarter, with sign. */
  gapToPrevious: z.string().nullable().default(null),
  vetoes: z.array(appliedVeto).default([]),
  grade: unitGrade.nullable().default(null),
  personQuota: personQuota.nullable().default(null),
  streaks: z.array(streakState).default([]),
  /** 并列第2；缺报；单列；含补分 … */
  remarks: z.array(z.string())
})
export type UnitResult = z.infer<typeof unitResult>

export const groupResult = z.object({
  group: z.string(),
  name: z.string(),
  /** Declared full mark in this group, where it may differ from the race's (S10); older results do not say. */
  fullMark: decimalString.optional(),
  /** Display order: ranked by rank, then blocked, then 单列. */
  units: z.array(unitResult),
  rankedCount: z.number().int(),
  /** Means over ranked units, printed; null when there is none. */
  mean: z
    .object({
      /** Absent where no ranked unit has a base: all totals were settled by decision (S37). */
      base: z.string().optional(),
      dimensions: z.record(z.string(), z.string()),
      bonus: z.string(),
      deduction: z.string(),
      total: z.string()
    })
    .nullable()
})
export type GroupResult = z.infer<typeof groupResult>

/** How many places each grade had and who took them; an empty 优秀 is shown. `group` null: of all groups together. */
export const gradeTable = z.object({
  group: z.string().nullable(),
  /** Units that the percentages are of. */
  units: z.number().int(),
  levels: z.array(
    z.object({
      grade: z.string(),
      /** Null for a grade without a quota. */
      places: z.number().int().nullable(),
      /** 「22 个单位 × 15% = 3.30，去尾 3 个」. */
      sentence: z.string(),
      members: z.array(z.string())
    })
  ),
  /** Units whose tie runs across the last place of a grade and waits for a decision. */
  undecided: z.array(z.object({ grade: z.string(), places: z.number().int(), units: z.array(z.string()) }))
})
export type GradeTable = z.infer<typeof gradeTable>

/** A board of one group. Entries in display order, good side first. */
export const boardResult = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['RED_BLACK', 'TOPICS', 'MOVERS', 'CALLED_IN']),
  group: z.string(),
  entries: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      side: z.enum(['GOOD', 'BAD']),
      /** Dimension or indicator of a topic board. */
      topic: z.string().nullable(),
      rank: z.number().int().positive().nullable(),
      /** What the board compares, as printed. */
      text: z.string(),
      reason: z.string()
    })
  ),
  /** Units that a decision keeps off the bad side, with its basis. */
  exempted: z.array(z.object({ unit: z.string(), name: z.string(), basis: z.string() }))
})
export type BoardResult = z.infer<typeof boardResult>

/** A ranking beside the groups' own: all groups together, one 战线, or several races together. */
export const sideRanking = z.object({
  code: z.string(),
  name: z.string(),
  rows: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      group: z.string(),
      rank: z.number().int().positive().nullable(),
      tied: z.boolean(),
      total: score.nullable(),
      sentence: z.string()
    })
  )
})
export type SideRanking = z.infer<typeof sideRanking>

export const raceResult = z.object({
  race: z.string(),
  name: z.string(),
  fullMark: decimalString,
  dimensions: z.array(z.object({ code: z.string(), name: z.string(), fullMark: decimalString })),
  groups: z.array(groupResult),
  grades: z.array(gradeTable).default([]),
  boards: z.array(boardResult).default([]),
  sideRankings: z.array(sideRanking).default([])
})
export type RaceResult = z.infer<typeof raceResult>

/** 成绩: what one computation of one period gave. Frozen snapshots carry exactly this. */
export const resultSet = z.object({
  format: z.literal('liangji-result'),
  formatVersion: z.literal(1),
  period: periodKey,
  /** Set for a month's preview: it is never frozen. */
  month: z.number().int().nullable().default(null),
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
  /** Totals over races. */
  totals: z.array(sideRanking).default([]),
  /** Chosen rules that mattered, as sentences for the report footer. */
  footer: z.array(z.string()),
  counts: z.object({
    units: z.number().int(),
    ranked: z.number().int(),
    blocked: z.number().int(),
    tiedRanks: z.number().int(),
    estimated: z.number().int(),
    vetoed: z.number().int().default(0),
    /** Ties across a grade's last place that wait for a decision. */
    undecidedGrades: z.number().int().default(0)
  })
})
export type ResultSet = z.infer<typeof resultSet>
