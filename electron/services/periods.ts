import { AppError } from '#shared/appError.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import type { PeriodView } from '#shared/ipc/period.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  createPeriod,
  getPeriod,
  listPeriods,
  setPeriodScheme,
  type PeriodRow
} from '#db/repos/periodRepo.ts'
import { activeScheme, schemeVersionInfo } from '#db/repos/schemeRepo.ts'
import { latestHead } from '#db/repos/snapshotHeads.ts'
import { tx } from '#db/tx.ts'
import type { Library } from './library.ts'

/** The period's row. Throws NOT_FOUND for a quarter that nobody has opened. */
export function requirePeriod(library: Library, period: PeriodKey): PeriodRow {
  const row = getPeriod(library.db, period)
  if (row === null) {
    throw new AppError('NOT_FOUND', `还没有建立${periodTitle(period)}。`, {
      action: '请先为它载入考核方案。'
    })
  }
  return row
}

export function periodView(library: Library, period: PeriodKey): PeriodView {
  return toPeriodView(library, requirePeriod(library, period))
}

export function toPeriodView(library: Library, row: PeriodRow): PeriodView {
  const scheme = row.schemeVersionId === null ? null : schemeVersionInfo(library.db, row.schemeVersionId)
  const snapshot = isFrozenState(row.state) ? latestHead(library.db, row.key) : null
  return {
    key: row.key,
    title: periodTitle(row.key),
    state: row.state,
    snapshot: snapshot?.publicId ?? null,
    revision: row.revision,
    dueDate: row.dueDate,
    schemeTitle: scheme?.title ?? null,
    schemeVersion: scheme?.number ?? null
  }
}

/** Oldest first. */
export function listPeriodViews(library: Library): PeriodView[] {
  return listPeriods(library.db).map((row) => toPeriodView(library, row))
}

/** Opens a quarter (翻篇归零): it starts empty, under the scheme that is in force. */
export function createNextPeriod(library: Library, period: PeriodKey): PeriodView {
  return tx(library.db, () => {
    if (getPeriod(library.db, period) !== null)
      throw new AppError('CONFLICT', `${periodTitle(period)}已经建立。`)
    const row = createPeriod(library.db, period, library.now())
    const scheme = activeScheme(library.db)
    if (scheme !== null) setPeriodScheme(library.db, period, scheme.versionId)
    append(library.db, { at: library.now(), who: library.operator(), what: '建立季度', subject: row.key })
    return periodView(library, period)
  })
}
