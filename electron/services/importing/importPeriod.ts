import { AppError } from '#shared/appError.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { getPeriod, movePeriod } from '#db/repos/periodRepo.ts'
import type { Library } from '../library.ts'

/** Nothing is written into a frozen quarter. Throws NOT_FOUND or PERIOD_FROZEN. */
export function assertOpen(library: Library, key: PeriodKey): void {
  const period = getPeriod(library.db, key)
  if (period === null) throw new AppError('NOT_FOUND', `还没有建立${periodTitle(key)}。`)
  if (isFrozenState(period.state)) {
    throw new AppError('PERIOD_FROZEN', `${periodTitle(key)}已冻结，不能再导入；没有任何改动。`, {
      action: '确需更正，请先在「总览」重开本季度并写明理由。'
    })
  }
}

/** New numbers put a quarter back to being checked: what was computed is out of date. */
export function startChecking(library: Library, key: PeriodKey): void {
  const { state } = getPeriod(library.db, key)!
  if (state === 'collecting' || state === 'computed') {
    movePeriod(library.db, key, 'checking', library.operator(), library.now(), '导入报送表')
  }
}
