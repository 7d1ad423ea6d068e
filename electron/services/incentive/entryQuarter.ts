import { AppError } from '#shared/appError.ts'
import { localDay, type IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { quarterOfDay } from '#shared/domain/incentive/ledgerQuarter.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodDays, periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { getPeriod, listPeriods } from '#db/repos/periodRepo.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import type { Library } from '../library.ts'

/** Scheme of a quarter, for its classes and units. Throws SCHEME_MISSING. */
export function schemeOfQuarter(library: Library, period: PeriodKey): SchemeDefinition {
  const id = getPeriod(library.db, period)?.schemeVersionId ?? null
  if (id === null) {
    throw new AppError('SCHEME_MISSING', `${periodTitle(period)}还没有考核方案，不能登记加减分。`, {
      action: '请到「考核方案」载入方案文件。'
    })
  }
  return loadSchemeVersion(library.db, id).definition
}

/**
 * The quarter that a day's entry goes to. Throws NOT_FOUND for one that nobody has opened, and PERIOD_FROZEN with the way out
 * for a frozen one: recognition in an open quarter (S21: 跨年度表彰归入次年), or a reopening.
 */
export function quarterOfEntry(library: Library, date: IsoDate): PeriodKey {
  const period = quarterOfDay(date)
  const row = getPeriod(library.db, period)
  if (row === null) {
    throw new AppError('NOT_FOUND', `${date} 在${periodTitle(period)}，这一季度还没有建立；没有登记。`, {
      action: '请核对日期；确是这一天的，请先在左下角「下一季度」建立这一季度。',
      period
    })
  }
  assertQuarterOpen(library, period, `${date} 在${periodTitle(period)}，`)
  return period
}

/** Throws PERIOD_FROZEN. */
export function assertQuarterOpen(library: Library, period: PeriodKey, lead = ''): void {
  const row = getPeriod(library.db, period)
  if (row === null || !isFrozenState(row.state)) return
  throw new AppError(
    'PERIOD_FROZEN',
    `${lead}${lead === '' ? periodTitle(period) : '这一季度'}已冻结，加减分不能增减；没有任何改动。`,
    {
      action:
        '在本季度才认定的，日期请写认定（发文）的日期，事由里注明原来的日期（跨期表彰归入认定的那一期）；要改已冻结的成绩，请先重开那一季度。',
      period
    }
  )
}

/**
 * The day under which something that belongs to a closed quarter is recognised: today, or the last day of the newest open
 * quarter where today's has not been opened. Null where no quarter is open.
 */
export function recognitionDay(library: Library): IsoDate | null {
  const today = localDay(library.now())
  const open = listPeriods(library.db).filter(
    (row) => !isFrozenState(row.state) && periodDays(row.key).first <= today
  )
  const newest = open.at(-1)
  if (newest === undefined) return null
  const { last } = periodDays(newest.key)
  return today < last ? today : last
}

/** Whether a day's quarter is over for entries: frozen, or never opened although later ones were. */
export function isPastQuarter(library: Library, date: IsoDate): boolean {
  const period = quarterOfDay(date)
  const row = getPeriod(library.db, period)
  if (row !== null) return isFrozenState(row.state)
  return listPeriods(library.db).some((other) => other.key > period)
}
