import { AppError } from '#shared/appError.ts'
import { judgedIndicators, type JudgedIndicator } from '#shared/domain/evaluation/judgedIndicator.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { getRound, type RoundRow } from '#db/repos/evaluationRepo.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { append } from '#db/repos/auditRepo.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'

/** Indicators of the quarter's scheme that people mark; none before it has a scheme. */
export function judgedOf(library: Library, period: PeriodKey): JudgedIndicator[] {
  const { schemeVersionId } = requirePeriod(library, period)
  if (schemeVersionId === null) return []
  return judgedIndicators(loadSchemeVersion(library.db, schemeVersionId).definition, period)
}

/** Throws NOT_FOUND. */
export function requireRound(library: Library, id: number): RoundRow {
  const row = getRound(library.db, id)
  if (row === null)
    throw new AppError('NOT_FOUND', '没有这次评分，可能换过数据库；请回到「讲堂评分」的列表。')
  return row
}

/** The indicator that a round feeds, as the scheme in force has it. Throws CONFLICT where it is no longer marked by people. */
export function requireJudged(library: Library, row: RoundRow): JudgedIndicator {
  const judged = judgedOf(library, row.period).find(({ code }) => code === row.indicator)
  if (judged !== undefined && judged.kind === row.kind) return judged
  throw new AppError(
    'CONFLICT',
    `方案改过以后，「${row.title}」的指标不再由${row.kind === 'JUDGES' ? '评委打分' : '投票'}得出，这次评分打不开；录过的评分还在。`,
    { action: '请到「考核方案」把这个指标的计分方式改回来，或作废这次评分。' }
  )
}

export function isFrozen(library: Library, period: PeriodKey): boolean {
  return isFrozenState(requirePeriod(library, period).state)
}

/** Marks feed a quarter's numbers: nothing of them changes once it is frozen. Throws PERIOD_FROZEN. */
export function assertNotFrozen(library: Library, period: PeriodKey, what: string): void {
  if (!isFrozen(library, period)) return
  throw new AppError('PERIOD_FROZEN', `${periodTitle(period)}已冻结，${what}；没有任何改动。`, {
    action: '确需更正请先重开这一季度。'
  })
}

/** Throws PERIOD_FROZEN, or CONFLICT for a round that is closed or voided. */
export function assertCollecting(library: Library, row: RoundRow, what: string): void {
  assertNotFrozen(library, row.period, what)
  if (row.state === 'OPEN') return
  throw new AppError(
    'CONFLICT',
    row.state === 'CLOSED'
      ? `「${row.title}」已经结束，${what}；没有任何改动。`
      : `「${row.title}」已经作废，${what}。`,
    row.state === 'CLOSED' ? { action: '要更正请先「重开评分」，写入季度的分会先收回。' } : {}
  )
}

/** Adds a line about a round to the 操作日志. */
export function log(
  library: Library,
  row: Pick<RoundRow, 'period' | 'title' | 'id'>,
  what: string,
  more: { before?: string; after?: string; reason?: string } = {}
): void {
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what,
    subject: `${row.period} · ${row.title}（第 ${row.id} 号评分）`,
    ...more
  })
}
