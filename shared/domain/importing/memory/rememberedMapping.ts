import { z } from 'zod'
import { columnRole, layoutKind } from '../importPlan.ts'

/**
 * What the clerk answered for a sheet, kept for the next sheet with the same header. Columns and names are kept by
 * their texts, never by letters or rows: next quarter's sheet may have a column more.
 */
export const rememberedMapping = z.object({
  layout: layoutKind.nullable(),
  /** How many rows the header takes, where the clerk chose it. */
  headerRows: z.number().int().nullable(),
  /** By the normalised path of a column's header, levels joined by `/`; repeated paths carry `#2`, `#3` …. */
  columns: z.record(z.string(), columnRole),
  /** The unit or indicator of the whole sheet, where the clerk chose it. */
  unit: z.string().nullable(),
  indicator: z.string().nullable(),
  indicators: z.record(z.string(), z.union([z.object({ indicator: z.string() }), z.literal('SKIP')])),
  classes: z.record(z.string(), z.string()),
  emptyWords: z.record(z.string(), z.enum(['NA', 'MISSING', 'ZERO']))
})
export type RememberedMapping = z.infer<typeof rememberedMapping>

/** A mapping with the header that it belongs to. */
export const rememberedSheet = z.object({
  id: z.number().int(),
  /** The header's normalised labels in order, periods taken out of them; with its source where it holds for that only. */
  fingerprint: z.string(),
  /** Those labels, to recognise a header that has changed a little. */
  labels: z.array(z.string()),
  mapping: rememberedMapping,
  /** Period and file that the answers come from. */
  period: z.string(),
  fileName: z.string(),
  sheet: z.string()
})
export type RememberedSheet = z.infer<typeof rememberedSheet>

/** How an earlier quarter's answers were used for a sheet. */
export const memoryUse = z.object({
  id: z.number().int(),
  period: z.string(),
  fileName: z.string(),
  /** False when the header differs from the remembered one: only what fits was filled. */
  exact: z.boolean(),
  /** Answers that were used, and remembered columns that this sheet does not have. */
  filled: z.number().int(),
  absent: z.array(z.string())
})
export type MemoryUse = z.infer<typeof memoryUse>
