import { z } from 'zod'
import { roundingMode } from '../number/rounding.ts'

/**
 * The places where published rules leave the number open (domain.md §6.3, §8; the ambiguities list).
 * Each is answered once per scheme; the defaults are the office's usual practice.
 */
export const policies = z
  .strictObject({
    /** Decimals printed for totals and item scores, 0–4. */
    decimals: z.number().int().min(0).max(4).default(2),
    rounding: roundingMode.default('HALF_UP'),
    /** Where rounding happens: only the total, or every indicator score as well. */
    roundAt: z.enum(['TOTAL', 'ITEM_AND_TOTAL']).default('TOTAL'),
    /** Ranks and grades compare the printed or the exact number (§6.4-7). */
    judgeOn: z.enum(['PRINTED', 'EXACT']).default('PRINTED'),
    /** Full marks of an item that does not apply: rescale the rest, give full marks, give the group's mean. */
    notApplicable: z.enum(['RESCALE', 'FULL_MARK', 'GROUP_MEAN']).default('RESCALE'),
    /** A unit whose value is missing: no total until decided, or nothing for the item. */
    missing: z.enum(['BLOCK_UNIT', 'ZERO']).default('BLOCK_UNIT'),
    /** Bonus cap before or after deductions are taken off (G13). */
    capOrder: z.enum(['CAP_THEN_SUBTRACT', 'NET_THEN_CAP']).default('CAP_THEN_SUBTRACT'),
    /** Same place's points, or the mean of the places that the tied units occupy (S84a). */
    tiedRankPoints: z.enum(['SAME_RANK', 'MEAN_OF_PLACES']).default('SAME_RANK'),
    /** A unit without a previous quarter: ranked and shown as 新, or scored without a rank. */
    firstQuarter: z.enum(['RANKED_AS_NEW', 'NOT_RANKED']).default('RANKED_AS_NEW')
  })
  .prefault({})
export type Policies = z.infer<typeof policies>

/** Metrics that may break a tie on the total, in the order that the scheme lists them. */
export const tieBreakMetric = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('DIMENSION'), dimension: z.string() }),
  z.strictObject({ by: z.literal('INDICATOR'), indicator: z.string() }),
  z.strictObject({ by: z.literal('BASE') }),
  z.strictObject({ by: z.literal('FEWER_DEDUCTIONS') }),
  z.strictObject({ by: z.literal('PREVIOUS_RANK') })
])
export type TieBreakMetric = z.infer<typeof tieBreakMetric>
