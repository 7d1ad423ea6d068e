import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'
import { schemeDefinition } from '../domain/scheme/schemeDefinition.ts'
import { problem } from '../problem.ts'
import { defineRoute, nothing } from './define.ts'

export const schemeView = z.object({
  version: z.number().int(),
  status: z.enum(['draft', 'reviewed', 'active', 'superseded']),
  definition: schemeDefinition,
  /** By indicator code: the rule in words and the Chinese name of its kind. */
  rules: z.record(
    z.string(),
    z.object({ kindName: z.string(), words: z.string(), sources: z.array(z.string()) })
  ),
  problems: z.array(problem),
  /** Effective targets of the period: indicator → unit → value. */
  targets: z.record(z.string(), z.record(z.string(), z.object({ value: z.string(), label: z.string() })))
})
export type SchemeView = z.infer<typeof schemeView>

/** A file that was written; `ticket` opens it or shows it in its folder (report.open, report.reveal). */
export const schemeFile = z.object({ ticket: z.string(), fileName: z.string(), folder: z.string() })

export const schemeVersionHead = z.object({
  versionId: z.number().int(),
  title: z.string(),
  number: z.number().int(),
  status: z.enum(['draft', 'reviewed', 'active', 'superseded']),
  year: z.number().int(),
  /** Quarters that are scored with it. */
  periods: z.array(z.string())
})
export type SchemeVersionHead = z.infer<typeof schemeVersionHead>

export const schemeRoutes = {
  'scheme.get': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: schemeView.nullable()
  }),
  'scheme.presets': defineRoute({
    kind: 'read',
    input: nothing,
    output: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        organisation: z.string(),
        units: z.number(),
        indicators: z.number()
      })
    )
  }),
  'scheme.loadPreset': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.string(), period: periodKey }),
    output: schemeView
  }),
  /** Opens the file dialog for a .json or .xlsx scheme; null when cancelled. */
  'scheme.pick': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey }),
    output: schemeView.nullable()
  }),
  'scheme.export': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, format: z.enum(['JSON', 'XLSX']) }),
    output: schemeFile.nullable()
  }),
  'scheme.versions': defineRoute({ kind: 'read', input: nothing, output: z.array(schemeVersionHead) })
}
