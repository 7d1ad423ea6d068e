import { AppError } from '#shared/appError.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { selfReviewSettings, SELF_REVIEW_KEY } from '#shared/domain/selfReview/selfReviewSettings.ts'
import type { SelfReviewSettings } from '#shared/domain/selfReview/selfReviewSettings.ts'
import { ensureSelfReview, findSelfReview, type SelfReviewRecord } from '#db/repos/selfReviewRepo.ts'
import { getSetting, setSetting } from '#db/repos/settingsRepo.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import { gapFactsOf, unitsIn } from './gapFactsOf.ts'

export function reviewSettings(library: Library): SelfReviewSettings {
  return getSetting(library.db, SELF_REVIEW_KEY, selfReviewSettings.prefault({}))
}

export function changeReviewSettings(library: Library, next: SelfReviewSettings): SelfReviewSettings {
  setSetting(library.db, SELF_REVIEW_KEY, next)
  return next
}

/** Why a review cannot be changed. Its numbers score nothing, so a frozen quarter's may still be completed. */
export function readOnlyReason(
  library: Library,
  period: PeriodKey,
  review: SelfReviewRecord | null
): 'SUBMITTED' | 'ARCHIVED' | null {
  if (requirePeriod(library, period).state === 'archived') return 'ARCHIVED'
  return review?.state === 'SUBMITTED' ? 'SUBMITTED' : null
}

/** Name of a unit that takes part. Throws NOT_FOUND. */
export function unitNameIn(library: Library, period: PeriodKey, unit: string): string {
  const found = unitsIn(gapFactsOf(library, period), period).find(({ code }) => code === unit)
  if (found === undefined)
    throw new AppError('NOT_FOUND', `${periodTitle(period)}的方案里没有单位「${unit}」。`, {
      action: '请到「考核方案」看本季度有哪些单位。'
    })
  return found.name
}

/** The review, begun where there is none, ready to be changed. Throws NOT_FOUND, PERIOD_FROZEN, CONFLICT. */
export function openReview(library: Library, period: PeriodKey, unit: string): SelfReviewRecord {
  const name = unitNameIn(library, period, unit)
  const reason = readOnlyReason(library, period, findSelfReview(library.db, period, unit))
  if (reason === 'ARCHIVED')
    throw new AppError('PERIOD_FROZEN', `${periodTitle(period)}已归档，六问对标不能再改；没有任何改动。`)
  if (reason === 'SUBMITTED')
    throw new AppError('CONFLICT', `${name}的六问对标已经提交，没有任何改动。`, {
      action: '要修改请先点「退回修改」，写明理由。'
    })
  return ensureSelfReview(library.db, period, unit)
}
