import fc from 'fast-check'
import type { Cell, KindCase } from './kindCase.ts'
import {
  tiers,
  spread,
  best,
  places,
  external,
  deducted,
  judges,
  ballots,
  direct,
  manual
} from './markKinds.ts'
import { ratio, difference, table, sasac, line, rows } from './targetKinds.ts'

/** By kind: none of the registry is left out (a test compares the two lists). */
export const EVERY_KIND: Record<string, fc.Arbitrary<KindCase>> = {
  RATIO_TO_TARGET: ratio,
  DIFF_FROM_TARGET: difference,
  DIRECTION_TABLE: table,
  SASAC_GROWTH: sasac,
  THRESHOLD: line,
  INTERVAL_TABLE: rows,
  EFFICACY_TIERS: tiers,
  MINMAX_60_100: spread,
  RATIO_TO_BEST: best,
  RANK_POINTS: places,
  EXTERNAL_RANK: external,
  DEDUCT_LIST: deducted,
  JUDGE_MEAN: judges,
  BALLOT_SHARE: ballots,
  DIRECT_SCORE: direct,
  MANUAL_SCORE: manual
}

export const anyKind: fc.Arbitrary<KindCase> = fc.oneof(...Object.values(EVERY_KIND))

/** Mostly numbers; values meet each other and their targets often enough to tie. */
export const anyCell: fc.Arbitrary<Cell> = fc.record({
  value: fc.oneof(
    { weight: 10, arbitrary: fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.constantFrom(0, 100, 150, 200)) },
    { weight: 1, arbitrary: fc.constantFrom('NA' as const, 'MISSING' as const) }
  ),
  extra: fc.array(fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(100, 200)), {
    minLength: 6,
    maxLength: 6
  })
})
