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
  /** Opens the file dialog for a .json scheme; null when cancelled. */
  'scheme.pick': defineRoute({
    kind: 'write',
    input: z.strictObject({ period: periodKey }),
    output: schemeView.nullable()
  })
}
