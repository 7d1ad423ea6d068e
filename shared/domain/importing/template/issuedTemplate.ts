import { z } from 'zod'
import { periodKey } from '../../period/periodKey.ts'

/** A workbook that was issued to be filled in, as the library remembers it. */
export const issuedTemplate = z.object({
  /** The id in the workbook's hidden key sheet. */
  id: z.string(),
  period: periodKey,
  /** Null: one workbook for all units. */
  unit: z.string().nullable(),
  schemeCode: z.string(),
  schemeVersion: z.number().int(),
  issuedAt: z.string(),
  /** A later issue for the same unit and period exists. */
  superseded: z.boolean()
})
export type IssuedTemplate = z.infer<typeof issuedTemplate>
