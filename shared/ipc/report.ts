import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'
import { defineRoute } from './define.ts'

export const reportKind = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  format: z.string(),
  /** Null when it can be made now; otherwise what is missing. */
  unavailable: z.string().nullable()
})
export type ReportKind = z.infer<typeof reportKind>

export const reportOptions = z.strictObject({
  /** Columns left out: DIMENSIONS, PREVIOUS, MOVEMENT, GAP_FIRST, GAP_MEAN, GRADE, REMARKS. */
  hide: z.array(z.string()).default([]),
  /** Only the first N of each group; the rest is counted, not named. */
  topOnly: z.number().int().positive().nullable().default(null),
  charts: z.boolean().default(true),
  /** 落款: who signs and the date. */
  issuer: z.string().default(''),
  issuedOn: z.string().default('')
})
export type ReportOptions = z.infer<typeof reportOptions>

/** An exported file; `ticket` opens it or shows it in its folder. */
export const exportedView = z.object({
  ticket: z.string(),
  fileName: z.string(),
  folder: z.string(),
  preview: z.boolean(),
  snapshot: z.string().nullable()
})
export type ExportedView = z.infer<typeof exportedView>

export const reportRoutes = {
  'report.list': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.array(reportKind)
  }),
  /** Opens the save dialog; null when cancelled. */
  'report.export': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, report: z.string(), options: reportOptions.prefault({}) }),
    output: exportedView.nullable()
  }),
  'report.open': defineRoute({
    kind: 'read',
    input: z.strictObject({ ticket: z.string() }),
    output: z.strictObject({})
  }),
  'report.reveal': defineRoute({
    kind: 'read',
    input: z.strictObject({ ticket: z.string() }),
    output: z.strictObject({})
  }),
  'report.history': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        title: z.string(),
        fileName: z.string(),
        snapshot: z.string().nullable()
      })
    )
  })
}
