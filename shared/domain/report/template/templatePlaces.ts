import { z } from 'zod'

/** Places that were picked on the grid of a workbook instead of being written into it as placeholders. */
export const templatePlaces = z.strictObject({
  /** A1 address → field of the report. */
  cells: z
    .array(z.strictObject({ sheet: z.string(), address: z.string(), field: z.string().max(120) }))
    .max(2000)
    .default([]),
  /** A row (1-based, as Excel shows it) that is repeated for a list: column letters → fields of a row. */
  rows: z
    .array(
      z.strictObject({
        sheet: z.string(),
        row: z.number().int().positive(),
        list: z.string().max(120),
        columns: z.array(z.strictObject({ column: z.string(), field: z.string().max(120) })).max(500)
      })
    )
    .max(100)
    .default([])
})
export type TemplatePlaces = z.infer<typeof templatePlaces>

export const NO_PLACES: TemplatePlaces = { cells: [], rows: [] }
