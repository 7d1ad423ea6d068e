import { z } from 'zod'
import { periodKey } from '../domain/period/periodKey.ts'
import { reportOptions } from '../domain/report/reportOptions.ts'
import { templateCheck } from '../domain/report/template/templateCheck.ts'
import { templatePlaces } from '../domain/report/template/templatePlaces.ts'
import { defineRoute, nothing } from './define.ts'
import { exportedView } from './report.ts'

export const templateFormat = z.enum(['xlsx', 'xlsm', 'docx', 'pptx'])

/** A template of the unit's own. A presentation is no template to fill: slides take its master. */
export const reportTemplateView = z.object({
  id: z.number().int(),
  name: z.string(),
  fileName: z.string(),
  format: templateFormat,
  places: templatePlaces,
  at: z.string(),
  by: z.string()
})
export type ReportTemplateView = z.infer<typeof reportTemplateView>

/** A template that comes with the product. */
export const presetView = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  format: templateFormat,
  /** PNG of the filled template; null where the picture is missing. */
  picture: z.instanceof(Uint8Array).nullable()
})
export type PresetView = z.infer<typeof presetView>

const fieldInfo = z.object({ name: z.string(), description: z.string(), example: z.string() })

/** Everything that a placeholder can name, with examples of the quarter. */
export const fieldCatalogue = z.object({
  fields: z.array(fieldInfo),
  lists: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      /** Rows this quarter. */
      count: z.number().int(),
      fields: z.array(fieldInfo)
    })
  )
})
export type FieldCatalogue = z.infer<typeof fieldCatalogue>

/** A sheet to pick places on, or filled to look at. 0-based; merges inclusive. */
export const templateGrid = z.object({
  name: z.string(),
  rows: z.number().int(),
  cols: z.number().int(),
  cells: z.array(
    z.object({ row: z.number().int(), col: z.number().int(), text: z.string(), number: z.boolean() })
  ),
  merges: z.array(
    z.object({
      top: z.number().int(),
      left: z.number().int(),
      bottom: z.number().int(),
      right: z.number().int()
    })
  ),
  /** Only the first rows or columns are shown. */
  cut: z.boolean()
})
export type TemplateGrid = z.infer<typeof templateGrid>

/** An own template or one of the gallery. */
export const templateSource = z.union([
  z.strictObject({ template: z.number().int() }),
  z.strictObject({ preset: z.string().max(60) })
])
export type TemplateSource = z.infer<typeof templateSource>

const asked = { source: templateSource, period: periodKey, options: reportOptions.prefault({}) }

export const reportTemplateRoutes = {
  'reportTemplate.list': defineRoute({ kind: 'read', input: nothing, output: z.array(reportTemplateView) }),
  'reportTemplate.gallery': defineRoute({ kind: 'read', input: nothing, output: z.array(presetView) }),
  /** Asks for a file and keeps it byte for byte. Null: cancelled. */
  'reportTemplate.add': defineRoute({
    kind: 'write',
    input: nothing,
    output: reportTemplateView.nullable()
  }),
  /** Takes a preset as an own template, so that places can be picked on it. */
  'reportTemplate.addPreset': defineRoute({
    kind: 'write',
    input: z.strictObject({ preset: z.string().max(60) }),
    output: reportTemplateView
  }),
  /** Writes the preset itself somewhere, to be changed. Null: cancelled. */
  'reportTemplate.savePreset': defineRoute({
    kind: 'read',
    input: z.strictObject({ preset: z.string().max(60) }),
    output: exportedView.nullable()
  }),
  /** A newer file for a template; picked places stay. The old one is ended and kept. Null: cancelled. */
  'reportTemplate.replace': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int() }),
    output: reportTemplateView.nullable()
  }),
  'reportTemplate.catalogue': defineRoute({
    kind: 'read',
    input: z.strictObject({ period: periodKey, options: reportOptions.prefault({}) }),
    output: fieldCatalogue
  }),
  'reportTemplate.check': defineRoute({
    kind: 'read',
    input: z.strictObject(asked),
    output: templateCheck
  }),
  /** The sheets of a workbook as they stand. */
  'reportTemplate.grid': defineRoute({
    kind: 'read',
    input: z.strictObject({ id: z.number().int() }),
    output: z.array(templateGrid)
  }),
  /** The sheets filled, unknown placeholders as 「/」; [] for a document. */
  'reportTemplate.preview': defineRoute({
    kind: 'read',
    input: z.strictObject(asked),
    output: z.array(templateGrid)
  }),
  'reportTemplate.setPlaces': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int(), places: templatePlaces }),
    output: reportTemplateView
  }),
  /** Asks where to, then writes. Null: cancelled. */
  'reportTemplate.fill': defineRoute({
    kind: 'read',
    input: z.strictObject({
      ...asked,
      /** What stands where a placeholder names nothing: refuse, or write 「/」. */
      unknown: z.enum(['REFUSE', 'SLASH']).default('REFUSE')
    }),
    output: z.object({ file: exportedView, notes: z.array(z.string()) }).nullable()
  }),
  'reportTemplate.remove': defineRoute({
    kind: 'write',
    input: z.strictObject({ id: z.number().int() }),
    output: nothing
  })
}
