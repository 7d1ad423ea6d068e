import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'
import { resultSet, unitResult } from '../domain/ranking/resultSet.ts'
import { defineRoute } from './define.ts'
import { periodView } from './period.ts'

/** Ranks of one unit over the quarters on record, oldest first, the shown quarter last. */
export const rankHistory = z.object({
  unit: z.string(),
  points: z.array(
    z.object({ period: periodKey, rank: z.number().int().nullable(), total: z.string().nullable() })
  )
})
export type RankHistory = z.infer<typeof rankHistory>

/** Results with their standing: from a snapshot, or a preview of the live data. */
export const resultsView = z.object({
  period: periodView,
  /** Null until something has been computed. */
  results: resultSet.nullable(),
  /** True unless `results` comes from a snapshot. */
  preview: z.boolean(),
  /** Data changed after the computation: compute again. */
  stale: z.boolean(),
  computedAt: z.string().nullable(),
  history: z.array(rankHistory)
})
export type ResultsView = z.infer<typeof resultsView>

export const overviewView = z.object({
  period: periodView,
  today: z.string(),
  units: z.object({
    expected: z.number(),
    complete: z.number(),
    partly: z.number(),
    missing: z.array(z.string())
  }),
  problems: z.object({ rejected: z.number(), estimated: z.number() }),
  computed: z
    .object({ at: z.string(), stale: z.boolean(), tiedRanks: z.number(), blocked: z.number() })
    .nullable(),
  groups: z.array(
    z.object({
      group: z.string(),
      name: z.string(),
      rankedCount: z.number(),
      mean: z.string().nullable(),
      /** Full display order; the screen shows as many as fit. */
      rows: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          rank: z.number().nullable(),
          tied: z.boolean(),
          total: z.string().nullable(),
          movement: unitResult.shape.movement,
          remark: z.string()
        })
      ),
      risers: z.array(z.object({ unit: z.string(), name: z.string(), by: z.number() })),
      fallers: z.array(z.object({ unit: z.string(), name: z.string(), by: z.number() })),
      /** Units without a score: 缺报, or `refused` where no rule says how to score a value. */
      missing: z.array(z.object({ unit: z.string(), name: z.string(), refused: z.boolean() }))
    })
  ),
  /** Indicators by mean score rate, lowest first. */
  gaps: z.array(
    z.object({
      indicator: z.string(),
      name: z.string(),
      dimension: z.string(),
      fullMark: z.string(),
      scoredUnits: z.number(),
      fullUnits: z.number(),
      /** Mean of score ÷ full mark in percent, one decimal more than scores, e.g. `86.91`. */
      meanRate: z.string(),
      /** Difference to the previous frozen quarter in percentage points, with sign; null when unknown. */
      change: z.string().nullable()
    })
  ),
  todo: z.array(
    z.object({
      code: z.string(),
      level: z.enum(['error', 'confirm', 'info']),
      title: z.string(),
      detail: z.string(),
      action: z.string(),
      href: z.string()
    })
  )
})
export type OverviewView = z.infer<typeof overviewView>

/** A few rows around a source cell, as they stood in the file. */
export const sourceSnippet = z.object({
  file: z.string(),
  sheet: z.string(),
  address: z.string(),
  batch: z.number().int(),
  importedAt: z.string(),
  importedBy: z.string(),
  /** Column letters shown. */
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      row: z.number().int(),
      cells: z.array(z.object({ address: z.string(), text: z.string(), here: z.boolean() }))
    })
  )
})
export type SourceSnippet = z.infer<typeof sourceSnippet>

export const unitView = z.object({
  period: periodView,
  preview: z.boolean(),
  result: unitResult,
  groupName: z.string(),
  groupSize: z.number(),
  /** Printed group means by dimension and by indicator. */
  meanByDimension: z.record(z.string(), z.string()),
  meanByIndicator: z.record(z.string(), z.string()),
  previousByDimension: z.record(z.string(), z.string()),
  /** Scores by indicator over the quarters on record, oldest first. */
  indicatorHistory: z.record(
    z.string(),
    z.array(z.object({ period: periodKey, score: z.string().nullable(), value: z.string().nullable() }))
  ),
  history: rankHistory,
  above: z.object({ unit: z.string(), name: z.string(), total: z.string() }).nullable(),
  first: z.object({ unit: z.string(), name: z.string(), total: z.string() }).nullable(),
  /** Neighbours in display order for 上一个 / 下一个. */
  previousUnit: z.string().nullable(),
  nextUnit: z.string().nullable()
})
export type UnitView = z.infer<typeof unitView>

export const resultRoutes = {
  'overview.get': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: overviewView
  }),
  'ranking.get': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: resultsView
  }),
  /** 月比拼: what is on record against a month's targets. Saved nowhere, never frozen. */
  'ranking.month': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, month: z.number().int().min(1).max(12) }),
    output: resultSet
  }),
  'unit.get': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, unit: z.string() }),
    output: unitView
  }),
  'unit.source': defineRoute({
    kind: 'read',
    input: z.strictObject({ batch: z.number().int(), sheet: z.string(), address: z.string() }),
    output: sourceSnippet
  }),
  /** Changes of one unit's readings of one indicator: imports, repairs, decisions. */
  'unit.changes': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, unit: z.string(), indicator: z.string() }),
    output: z.array(z.object({ at: z.string(), who: z.string(), text: z.string() }))
  })
}
