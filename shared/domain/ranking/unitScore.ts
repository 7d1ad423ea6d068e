import { dec, type D } from '../number/decimal.ts'
import { adjust, type Adjustments } from '../ledger/adjustments.ts'
import type { Policies } from '../scheme/policies.ts'
import type { RaceDefinition, RankMode, UnitDefinition } from '../scheme/schemeDefinition.ts'
import { printScore } from '../scoring/printScore.ts'
import type { AdjustmentEntry } from '../scoring/reading.ts'
import type { ScoredIndicator } from '../scoring/scoreIndicator.ts'
import { compose, type Composition } from './compose.ts'

/** A participant of a group, in 机构顺序. */
export interface Participant {
  unit: UnitDefinition
  rankMode: RankMode
  order: number
}

/** One unit with its base, adjustments and total, before anybody is ranked. */
export interface UnitScore extends Participant {
  composition: Composition
  adjustments: Adjustments
  /** Null while the unit is blocked. */
  total: D | null
  totalSentence: string
  indicatorScore: (code: string) => D | null
  dimensionScore: (code: string) => D | null
}

/** Base + bonus − deduction of one unit. Adjustments are worked out for a blocked unit too, but it has no total. */
export function scoreUnit(
  participant: Participant,
  race: RaceDefinition,
  scored: (indicator: string) => ScoredIndicator | undefined,
  entries: readonly AdjustmentEntry[],
  policies: Policies
): UnitScore {
  const composition = compose(race, scored, policies)
  const adjustments = adjust(entries, race.adjustments, policies)
  const { base } = composition
  const total = base === null ? null : base.plus(adjustments.bonus).minus(adjustments.deduction)
  return {
    ...participant,
    composition,
    adjustments,
    total,
    totalSentence:
      base === null || total === null ? '暂不计总得分' : totalSentence(base, adjustments, total, policies),
    indicatorScore: (code) => scored(code)?.score ?? null,
    dimensionScore: (code) => {
      const score = composition.dimensions.find((dimension) => dimension.dimension === code)?.score
      return score == null ? null : dec(score.exact)
    }
  }
}

function totalSentence(base: D, { bonus, deduction }: Adjustments, total: D, policies: Policies): string {
  const print = (value: D): string => printScore(value, policies)
  return `基础分 ${print(base)} + 加分 ${print(bonus)} − 减分 ${print(deduction)} = ${print(total)}`
}
