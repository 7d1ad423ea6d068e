import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { previousPeriod, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { listAliases } from '#db/repos/organisationRepo.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import type { TemplateSheet } from '../../reports/template/templateSheet.ts'
import { scoringInputOf } from '../compute.ts'
import { catalogueOf } from '../importing/catalogueOf.ts'
import type { Library } from '../library.ts'
import type { IssueScope } from './issueCells.ts'

/** What the sheets of a period's issue are made from. Throws SCHEME_MISSING. */
export function scopeOf(
  library: Library,
  period: PeriodKey,
  options: { lastQuarter: boolean; selfScore: boolean }
): IssueScope {
  const { scheme } = scoringInputOf(library, period)
  return {
    catalogue: catalogueOf(scheme, period, listAliases(library.db)),
    last: options.lastQuarter ? lastValues(library, previousPeriod(period)) : null,
    selfScore: options.selfScore
  }
}

/** Values of a quarter that has been computed; null when there is none. Of two for one cell nobody knows which one counts. */
function lastValues(library: Library, period: PeriodKey): IssueScope['last'] {
  const row = getPeriod(library.db, period)
  if (row === null || !(row.state === 'computed' || isFrozenState(row.state))) return null
  const found = new Map<string, string | null>()
  for (const { unit, indicator, field, value } of readingsOf(library.db, period)) {
    if (field !== 'actual' || value === null) continue
    const key = JSON.stringify([unit, indicator])
    found.set(key, found.has(key) && found.get(key) !== value ? null : value)
  }
  return (unit, indicator) => found.get(JSON.stringify([unit, indicator])) ?? null
}

/** Cells to fill in. */
export function inputs(sheets: readonly TemplateSheet[]): number {
  return sheets.flatMap(({ rows }) => rows.flat()).filter(({ kind }) => kind === 'input').length
}
