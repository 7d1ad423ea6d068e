import { dec, type D } from '../number/decimal.ts'
import { adjust, type Adjustments } from '../ledger/adjustments.ts'
import type { RaceMember } from '../scheme/appliesTo.ts'
import type { Policies } from '../scheme/policies.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import { printScore } from '../scoring/printScore.ts'
import { decisionWords, type Imputation } from '../scoring/raceDecisions.ts'
import type { AdjustmentEntry } from '../scoring/reading.ts'
import type { ScoredIndicator } from '../scoring/scoredIndicator.ts'
import { compose, type Composition } from './compose.ts'
import { rescaleAdjustments } from './rescaleAdjustments.ts'

/** One unit with its base, adjustments and total, before anybody is ranked. */
export interface UnitScore extends RaceMember {
  /** The race with the full marks and rules of the unit's group. */
  race: RaceDefinition
  composition: Composition
  adjustments: Adjustments
  /** Null while the unit is blocked. */
  total: D | null
  totalSentence: string
  /** The total was settled by this decision (补分), whatever the items give. */
  imputed: Imputation | null
  /** Choices of the scheme that decided this unit's numbers, as whole sentences for the report's footer. */
  choices: string[]
  indicatorScore: (code: string) => D | null
  dimensionScore: (code: string) => D | null
}

export interface UnitScoring {
  race: RaceDefinition
  scored: (indicator: string) => ScoredIndicator | undefined
  entries: readonly AdjustmentEntry[]
  imputed: Imputation | null
  policies: Policies
}

/**
 * Base + bonus − deduction of one unit, or the total that a decision settled (S37). Adjustments are worked out for a
 * blocked unit too, but it has no total.
 */
export function scoreUnit(
  member: RaceMember,
  { race, scored, entries, imputed, policies }: UnitScoring
): UnitScore {
  const composition = compose(race, scored, policies)
  const plain = adjust(entries, race.adjustments, policies)
  const adjustments = policies.rescaleAdjustments ? rescaleAdjustments(plain, composition, policies) : plain
  const { base } = composition
  const computed = base === null ? null : base.plus(adjustments.bonus).minus(adjustments.deduction)
  const sentence =
    base === null || computed === null ? '暂不计总得分' : totalSentence(base, adjustments, computed, policies)
  return {
    ...member,
    race,
    composition,
    adjustments,
    total: imputed === null ? computed : dec(imputed.subject.value),
    totalSentence: imputed === null ? sentence : imputedSentence(imputed, computed, sentence, policies),
    imputed,
    choices: [...composition.choices, ...adjustments.choices],
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

function imputedSentence(
  imputed: Imputation,
  computed: D | null,
  sentence: string,
  policies: Policies
): string {
  const words = `补分 ${printScore(dec(imputed.subject.value), policies)}，${decisionWords(imputed)}`
  return computed === null ? words : `${words}；按办法计算是：${sentence}`
}
