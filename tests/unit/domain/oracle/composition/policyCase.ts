import fc from 'fast-check'
import type { Rounding } from './roundFraction.ts'

/** The switches of the scheme that decide how scores are put together. */
export interface PolicyCase {
  decimals: number
  rounding: Rounding
  roundAt: 'TOTAL' | 'ITEM_AND_TOTAL'
  judgeOn: 'PRINTED' | 'EXACT'
  notApplicable: 'RESCALE' | 'FULL_MARK' | 'GROUP_MEAN'
  rescaleTo: 'DECLARED' | 'ITEMS' | 'HUNDRED'
  rescaleDimensions: boolean
  rescaleAdjustments: boolean
  missing: 'BLOCK_UNIT' | 'ZERO' | 'FLOOR' | 'DEDUCT'
  missingFloor: string
  missingPoints: string
  missingInBase: boolean
  capOrder: 'CAP_THEN_SUBTRACT' | 'NET_THEN_CAP'
  netClassCaps: 'CLASS_FIRST' | 'OVERALL_ONLY'
  rankLast: 'BY_TOTAL' | 'TIED'
  vetoes: boolean
}

export const anyPolicies: fc.Arbitrary<PolicyCase> = fc.record({
  decimals: fc.constantFrom(0, 0, 1, 2, 2, 4),
  rounding: fc.constantFrom('HALF_UP', 'HALF_UP', 'CEIL', 'FLOOR'),
  roundAt: fc.constantFrom('TOTAL', 'ITEM_AND_TOTAL'),
  judgeOn: fc.constantFrom('PRINTED', 'EXACT'),
  notApplicable: fc.constantFrom('RESCALE', 'RESCALE', 'FULL_MARK', 'GROUP_MEAN'),
  rescaleTo: fc.constantFrom('DECLARED', 'ITEMS', 'HUNDRED'),
  rescaleDimensions: fc.boolean(),
  rescaleAdjustments: fc.boolean(),
  missing: fc.constantFrom('BLOCK_UNIT', 'ZERO', 'FLOOR', 'DEDUCT'),
  missingFloor: fc.constantFrom('0', '60', '33'),
  missingPoints: fc.constantFrom('1', '2.5', '6'),
  missingInBase: fc.boolean(),
  capOrder: fc.constantFrom('CAP_THEN_SUBTRACT', 'NET_THEN_CAP'),
  netClassCaps: fc.constantFrom('CLASS_FIRST', 'OVERALL_ONLY'),
  rankLast: fc.constantFrom('BY_TOTAL', 'TIED'),
  vetoes: fc.nat(3).map((roll) => roll > 0)
})
