import { z } from 'zod'
import { decimalString } from '../number/decimal.ts'
import { roundingMode } from '../number/rounding.ts'

/** 缺报处理: no total until decided; nothing; a share of the full mark; the full mark less a fixed deduction (S19, S74b). */
export const missingPolicy = z.enum(['BLOCK_UNIT', 'ZERO', 'FLOOR', 'DEDUCT'])
export type MissingPolicy = z.infer<typeof missingPolicy>

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
    /** What rescaling fills up to: the race's declared maximum, the sum of its items' full marks, or 100 (ambiguity 2). */
    rescaleTo: z.enum(['DECLARED', 'ITEMS', 'HUNDRED']).default('DECLARED'),
    /** Dimension scores, and bonuses and deductions, are rescaled as well (ambiguity 1). */
    rescaleDimensions: z.boolean().default(false),
    rescaleAdjustments: z.boolean().default(false),
    missing: missingPolicy.default('BLOCK_UNIT'),
    /** FLOOR: percent of the full mark. DEDUCT: points taken off the full mark. */
    missingFloor: decimalString.default('0'),
    missingPoints: decimalString.default('0'),
    /** A missing item that counts by policy stays in the denominator when others are rescaled (ambiguity 3). */
    missingInBase: z.boolean().default(true),
    /** Bonus cap before or after deductions are taken off (G13). */
    capOrder: z.enum(['CAP_THEN_SUBTRACT', 'NET_THEN_CAP']).default('CAP_THEN_SUBTRACT'),
    /** With NET_THEN_CAP: class caps still come first (G13), or only the overall cap counts (ambiguity 13). */
    netClassCaps: z.enum(['CLASS_FIRST', 'OVERALL_ONLY']).default('CLASS_FIRST'),
    /** Same place's points, or the mean of the places that the tied units occupy (S84a). */
    tiedRankPoints: z.enum(['SAME_RANK', 'MEAN_OF_PLACES']).default('SAME_RANK'),
    /** A unit without a previous quarter: ranked and shown as 新, or scored without a rank. */
    firstQuarter: z.enum(['RANKED_AS_NEW', 'NOT_RANKED']).default('RANKED_AS_NEW'),
    /** Quarters that a merged or split unit must have been scored in before it is ranked (§2.13, G20). */
    newUnitQuarters: z.number().int().min(1).max(4).default(2),
    /** 单列 units take part in pools: best, min–max, places (ambiguity 10). */
    listedInPool: z.boolean().default(false),
    /** Units that a veto puts last: among themselves by total, or sharing one place (ambiguity 11). */
    rankLast: z.enum(['BY_TOTAL', 'TIED']).default('BY_TOTAL'),
    /** A value with more decimals than the indicator's precision is kept, or rounded before the rule (ambiguity 19). */
    valuePrecision: z.enum(['KEEP', 'ROUND']).default('KEEP'),
    /** 一票否决 takes effect at all. Off by default: cleaned up by the central line since 2019 (S74a). */
    vetoes: z.boolean().default(false)
  })
  .prefault({})
export type Policies = z.infer<typeof policies>

/** Metrics that may break a tie on the total, in the order that the scheme lists them. */
export const tieBreakMetric = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('DIMENSION'), dimension: z.string() }),
  z.strictObject({ by: z.literal('INDICATOR'), indicator: z.string() }),
  z.strictObject({ by: z.literal('BASE') }),
  z.strictObject({ by: z.literal('FEWER_VETOES') }),
  z.strictObject({ by: z.literal('FEWER_DEDUCTIONS') }),
  z.strictObject({ by: z.literal('PREVIOUS_RANK') })
])
export type TieBreakMetric = z.infer<typeof tieBreakMetric>
