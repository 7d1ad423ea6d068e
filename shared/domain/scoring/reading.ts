import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'

/** Where a number comes from: a cell of a workbook, a person, or a recorded decision. */
export const sourceRef = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cell'),
    batchId: z.number().int(),
    file: z.string(),
    sheet: z.string(),
    /** A1 address. */
    address: z.string(),
    /** The text as it stands in the cell. */
    raw: z.string()
  }),
  z.object({ kind: z.literal('manual'), by: z.string(), at: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('decision'), by: z.string(), at: z.string(), basis: z.string() }),
  z.object({ kind: z.literal('scheme'), clause: z.string() })
])
export type SourceRef = z.infer<typeof sourceRef>

/** NA is not applicable, MISSING was not handed in, ESTIMATED was settled by a decision. None of them is 0. */
export const readingState = z.enum(['VALUE', 'NA', 'MISSING', 'ESTIMATED'])
export type ReadingState = z.infer<typeof readingState>

/**
 * What a reading measures: the actual value, a target that the sheet states, the unit's own score (never
 * used for ranking), the score that an assessor gave, or one rater's mark.
 */
export const readingField = z.enum(['actual', 'target', 'self', 'score', 'rating'])
export type ReadingField = z.infer<typeof readingField>

/** 测量值: one number of one unit for one indicator in one period. `value` is set for VALUE and ESTIMATED only. */
export const reading = z.object({
  unit: z.string(),
  indicator: z.string(),
  field: readingField,
  /** Rater of a `rating`; `group` is the evaluator group (评价主体) or '' . */
  rater: z.object({ group: z.string(), name: z.string() }).nullable(),
  state: readingState,
  value: decimalString.nullable(),
  source: sourceRef.nullable(),
  note: z.string().nullable()
})
export type Reading = z.infer<typeof reading>

/** 加减分台账 entry. `points` is positive; the class says whether it adds or takes away. */
export const adjustmentEntry = z.object({
  id: z.number().int(),
  unit: z.string(),
  classCode: z.string(),
  date: z.string().nullable(),
  points: decimalString,
  reason: z.string(),
  evidence: z.string().nullable(),
  approver: z.string().nullable(),
  source: sourceRef.nullable()
})
export type AdjustmentEntry = z.infer<typeof adjustmentEntry>
