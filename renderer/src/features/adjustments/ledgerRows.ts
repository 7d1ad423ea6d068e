import type { LedgerEntryView } from '#shared/ipc/incentive.ts'
import type { LedgerState } from '#shared/domain/incentive/ledgerEntry.ts'

/** What the ledger is narrowed to; '' is everything. */
export interface LedgerFilter {
  unit: string
  sign: 'ALL' | LedgerEntryView['sign']
  className: string
  state: '' | LedgerState
}

export const EVERYTHING: LedgerFilter = { unit: '', sign: 'ALL', className: '', state: '' }

export function filtered(rows: readonly LedgerEntryView[], filter: LedgerFilter): LedgerEntryView[] {
  return rows.filter(
    (row) =>
      (filter.unit === '' || row.unit === filter.unit) &&
      (filter.sign === 'ALL' || row.sign === filter.sign) &&
      (filter.className === '' || row.className === filter.className) &&
      (filter.state === '' || row.state === filter.state)
  )
}

/** Points with the sign of their class. */
export function signedPoints({ sign, points }: Pick<LedgerEntryView, 'sign' | 'points'>): string {
  return sign === 'DEDUCTION' ? `-${points}` : points
}

/** What counts, with the sign of the class; zero carries none. */
export function signedCounts({ sign, counts }: Pick<LedgerEntryView, 'sign' | 'counts'>): string | null {
  if (counts === null) return null
  return sign === 'DEDUCTION' && counts !== '0' ? `-${counts}` : counts
}

/** Whether a cap took something of it. */
export function isCut({ counts, points }: Pick<LedgerEntryView, 'counts' | 'points'>): boolean {
  return counts !== null && counts !== points
}
