import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { GapFields } from '#shared/domain/selfReview/gapFields.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import type { Library } from '../library.ts'
import { gapFactsOf } from './gapFactsOf.ts'

/** Codes of a gap must be known: indicators of the quarter's scheme, units on record. Throws VALIDATION_FAILED. */
export function checkGapRefs(library: Library, period: PeriodKey, all: readonly GapFields[]): void {
  const named = all.filter(({ indicator, owner }) => indicator !== null || owner !== null)
  if (named.length === 0) return
  const { scheme } = gapFactsOf(library, period)
  const indicators = new Set(
    scheme?.races.flatMap((race) =>
      race.dimensions.flatMap((dimension) => dimension.indicators.map(({ code }) => code))
    )
  )
  const units = new Set(listUnits(library.db).map(({ code }) => code))
  for (const { topic, indicator, owner, carriedFrom } of named) {
    // A gap that is carried on may be about an indicator that the new scheme dropped.
    if (indicator !== null && carriedFrom === null && !indicators.has(indicator))
      throw new AppError(
        'VALIDATION_FAILED',
        `「${topic}」的指标「${indicator}」不在本季度的方案里，没有保存。`
      )
    if (owner !== null && !units.has(owner))
      throw new AppError('VALIDATION_FAILED', `「${topic}」的责任单位「${owner}」没有登记，没有保存。`)
  }
}
