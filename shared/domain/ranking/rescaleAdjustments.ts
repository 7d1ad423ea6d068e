import type { Adjustments } from '../ledger/adjustments.ts'
import type { Policies } from '../scheme/policies.ts'
import { scoreOf } from '../scoring/printScore.ts'
import { rescaled, rescaleWords, type Composition } from './compose.ts'

/**
 * Bonuses and deductions by the same factor as the base, where points do not apply to the unit (ambiguity 1, off by
 * default). Caps come first: they are in points of the whole, as the base is before it is rescaled.
 */
export function rescaleAdjustments(
  adjustments: Adjustments,
  { rescale }: Composition,
  policies: Policies
): Adjustments {
  const { bonus, deduction, result } = adjustments
  if (rescale === null || (bonus.isZero() && deduction.isZero())) return adjustments
  const words = [
    bonus.isZero() ? '' : `加分 ${rescaleWords(bonus, rescale, policies)}`,
    deduction.isZero() ? '' : `减分 ${rescaleWords(deduction, rescale, policies)}`
  ].filter((part) => part !== '')
  const scaled = { bonus: rescaled(bonus, rescale), deduction: rescaled(deduction, rescale) }
  return {
    ...adjustments,
    ...scaled,
    result: {
      ...result,
      bonus: scoreOf(scaled.bonus, policies),
      deduction: scoreOf(scaled.deduction, policies),
      sentence: `${result.sentence}；按不适用折算：${words.join('，')}`
    },
    choices: [...adjustments.choices, '加分、减分也按不适用折算。']
  }
}
