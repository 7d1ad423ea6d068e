import { z } from 'zod'
import { batchView, importPreview } from '#shared/ipc/import.ts'
import { freezeCheck, periodView, submissionRow } from '#shared/ipc/period.ts'
import { reportKind } from '#shared/ipc/report.ts'
import { indicatorResult, resultSet, unitResult } from '#shared/domain/ranking/resultSet.ts'
import { problem } from '#shared/problem.ts'

/** What `--json` prints, by command. `npm run schemas` writes them as JSON Schema under resources/schema. */
export const jsonShapes = {
  'scheme-load': z.object({
    title: z.string(),
    version: z.number().int(),
    period: z.string(),
    problems: z.array(problem)
  }),
  import: z.object({
    period: z.string(),
    files: z.array(
      z.object({
        name: z.string(),
        status: z.enum(['READY', 'SKIPPED', 'FAILED', 'DUPLICATE']),
        cells: z.number().int(),
        reason: z.string().nullable()
      })
    ),
    problems: z.array(problem),
    /** Null on a dry run. */
    batches: z.array(batchView).nullable(),
    /** Set on a dry run. */
    preview: importPreview.nullable(),
    missingUnits: z.array(z.string())
  }),
  check: z.object({
    period: periodView,
    scheme: z.array(problem),
    checks: z.array(freezeCheck),
    submissions: z.array(submissionRow)
  }),
  compute: z.object({ period: z.string(), inputsHash: z.string(), counts: resultSet.shape.counts }),
  freeze: z.object({ period: z.string(), snapshot: z.string(), frozenAt: z.string() }),
  rank: z.object({ snapshot: z.string().nullable(), stale: z.boolean(), results: resultSet }),
  'explain-unit': z.object({ snapshot: z.string().nullable(), unit: unitResult }),
  'explain-indicator': z.object({
    snapshot: z.string().nullable(),
    unit: z.string(),
    indicator: indicatorResult
  }),
  'export-list': z.array(reportKind)
} as const
