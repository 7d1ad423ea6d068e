import { z } from 'zod'
import { readingField } from '../domain/scoring/reading.ts'
import { periodKey } from '../domain/period/periodKey.ts'
import { defineRoute, nothing } from './define.ts'
import { exportedView } from './report.ts'

/** A unit that can be sent a workbook to fill in. */
export const templateTarget = z.object({
  unit: z.string(),
  name: z.string(),
  /** Numbers that it is asked for. */
  cells: z.number().int(),
  indicators: z.number().int(),
  /** The last workbook that it was sent for this period. */
  issued: z.object({ id: z.string(), at: z.string(), by: z.string(), fileName: z.string() }).nullable()
})
export type TemplateTarget = z.infer<typeof templateTarget>

export const issuedView = z.object({
  id: z.string(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  fileName: z.string(),
  at: z.string(),
  by: z.string(),
  superseded: z.boolean(),
  /** The workbook has come back and counts. */
  returned: z.boolean()
})
export type IssuedView = z.infer<typeof issuedView>

/** Where a value goes in a department's own workbook. */
export const templatePlace = z.object({
  sheet: z.string(),
  address: z.string(),
  unit: z.string(),
  indicator: z.string(),
  field: readingField,
  rater: z.object({ group: z.string(), name: z.string() }).nullable()
})
export type TemplatePlace = z.infer<typeof templatePlace>

export const ownTemplateView = z.object({
  id: z.number().int(),
  name: z.string(),
  fileName: z.string(),
  format: z.string(),
  period: periodKey,
  places: z.number().int(),
  units: z.array(z.string()),
  at: z.string(),
  by: z.string()
})
export type OwnTemplateView = z.infer<typeof ownTemplateView>

/** What filling an own template would do, before anything is written. */
export const ownTemplatePreview = z.object({
  /** Cells that get a target, that are emptied for the department to fill in, and that no longer apply. */
  targets: z.number().int(),
  emptied: z.number().int(),
  gone: z.array(templatePlace),
  /** Titles and sheet names whose quarter is changed: before → after. */
  titles: z.array(
    z.object({ sheet: z.string(), address: z.string(), before: z.string(), after: z.string() })
  ),
  /** Things to look at by hand: formulas over emptied cells, a quarter that was not found … */
  notes: z.array(z.string())
})
export type OwnTemplatePreview = z.infer<typeof ownTemplatePreview>

export const templateRoutes = {
  'template.targets': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.array(templateTarget)
  }),
  /** Asks for a folder, then writes one workbook a unit or one for all; progress job `template`. Null: cancelled. */
  'template.issue': defineRoute({
    kind: 'write',
    input: z.strictObject({
      period: periodKey,
      units: z.array(z.string()).min(1),
      how: z.enum(['ONE_EACH', 'ONE_FOR_ALL']),
      /** Last quarter's values beside the cells to fill in. */
      lastQuarter: z.boolean().default(true),
      /** Asks for the unit's own score (自评分) too. */
      selfScore: z.boolean().default(false)
    }),
    output: z.object({ folder: z.string(), ticket: z.string(), issued: z.array(issuedView) }).nullable()
  }),
  'template.issued': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey }),
    output: z.array(issuedView)
  }),
  /** Takes an imported workbook as the template of the next quarters. */
  'template.takeOwn': defineRoute({
    kind: 'write',
    input: z.strictObject({ batch: z.number().int(), name: z.string().trim().min(1).max(60) }),
    output: ownTemplateView
  }),
  'template.own': defineRoute({ kind: 'read', input: nothing, output: z.array(ownTemplateView) }),
  'template.previewOwn': defineRoute({
    kind: 'read',
    input: z.strictObject({ id: z.number().int(), period: periodKey }),
    output: ownTemplatePreview
  }),
  /** Writes it for another quarter, changing only the cells; asks where to. Null: cancelled. */
  'template.fillOwn': defineRoute({
    kind: 'read',
    input: z.strictObject({
      id: z.number().int(),
      period: periodKey,
      /** Keep last quarter's actual values instead of emptying them. */
      keepValues: z.boolean().default(false)
    }),
    output: exportedView.nullable()
  }),
  'template.removeOwn': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int() }),
    output: nothing
  })
}
