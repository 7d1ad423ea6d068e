import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'
import { circularEdits, circularView } from '../domain/report/circular/circularText.ts'
import type { DisplayContent } from '../domain/report/display/displayContent.ts'
import type { ReportControl } from '../domain/report/reportOptions.ts'
import { reportOptions } from '../domain/report/reportOptions.ts'
import { defineRoute, nothing } from './define.ts'

export const reportFormat = z.enum(['docx', 'xlsx', 'pptx', 'pdf', 'html'])

/** What stands beside the export: Word, Excel … */
export const FORMAT_NAMES: Record<z.infer<typeof reportFormat>, string> = {
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PPT',
  pdf: 'PDF',
  html: '网页'
}

export const reportKind = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  formats: z.array(reportFormat),
  /** What the clerk can choose for it: keys of the options. */
  controls: z.array(z.custom<ReportControl>((value) => typeof value === 'string')),
  /** Null when it can be made now; otherwise what is missing. */
  unavailable: z.string().nullable(),
  /** The snapshot that it prints from; null: it is a preview. */
  snapshot: z.string().nullable(),
  /** For a report of one page a unit: the units. */
  units: z.array(z.object({ unit: z.string(), name: z.string() }))
})
export type ReportKind = z.infer<typeof reportKind>

/** An exported file; `ticket` opens it or shows it in its folder. */
export const exportedView = z.object({
  ticket: z.string(),
  fileName: z.string(),
  folder: z.string(),
  preview: z.boolean(),
  snapshot: z.string().nullable()
})
export type ExportedView = z.infer<typeof exportedView>

const asked = { period: periodKey, report: z.string(), options: reportOptions.prefault({}) }

export const reportRoutes = {
  'report.list': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.array(reportKind)
  }),
  /** What was chosen for this report last time. */
  'report.options': defineRoute({
    kind: 'read',
    input: z.strictObject({ report: z.string() }),
    output: reportOptions
  }),
  'report.remember': defineRoute({
    kind: 'write',
    input: z.strictObject({ report: z.string(), options: reportOptions }),
    output: nothing
  }),
  /** The report as it will be printed. Job `preview`: a newer one ends the older. */
  'report.preview': defineRoute({
    kind: 'read',
    input: z.strictObject(asked),
    output: z.object({ pdf: z.instanceof(Uint8Array) })
  }),
  /** Asks where to, then writes; job `report`. Null when cancelled in the dialog. */
  'report.export': defineRoute({
    kind: 'read',
    input: z.strictObject({ ...asked, format: reportFormat }),
    output: exportedView.nullable()
  }),
  /** 会议材料: several reports into one folder, each as it was last set up; job `report`. `skipped` could not be made. */
  'report.exportSet': defineRoute({
    kind: 'read',
    input: z.strictObject({
      period: periodKey,
      items: z.array(z.strictObject({ report: z.string(), format: reportFormat })).min(1)
    }),
    output: z
      .object({
        folder: z.string(),
        ticket: z.string(),
        files: z.array(exportedView),
        skipped: z.array(z.object({ title: z.string(), reason: z.string() }))
      })
      .nullable()
  }),
  'report.open': defineRoute({
    kind: 'read',
    input: z.strictObject({ ticket: z.string() }),
    output: nothing
  }),
  'report.reveal': defineRoute({
    kind: 'read',
    input: z.strictObject({ ticket: z.string() }),
    output: nothing
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
        snapshot: z.string().nullable(),
        /** Null when the file is no longer where it was written. */
        ticket: z.string().nullable()
      })
    )
  }),
  /** Paragraphs of the 通报, as computed and as worded. */
  'report.text': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, options: reportOptions.prefault({}) }),
    output: circularView.extend({
      changedAt: z.string().nullable(),
      changedBy: z.string().nullable()
    })
  }),
  /** Replaces all wordings; {} takes them back. */
  'report.saveText': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey, edits: circularEdits }),
    output: nothing
  }),
  /** Which fonts the paper is set in, and which official one is missing here. */
  'report.fonts': defineRoute({
    kind: 'read',
    input: nothing,
    output: z.array(z.object({ official: z.string(), name: z.string(), installed: z.boolean() }))
  }),
  /** What the full-screen board shows. */
  'report.display': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, options: reportOptions.prefault({}) }),
    output: z.custom<DisplayContent>((value) => typeof value === 'object' && value !== null)
  })
}
