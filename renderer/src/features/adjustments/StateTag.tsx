import type { ReactElement } from 'react'
import { LEDGER_STATE_WORDS, type LedgerState } from '#shared/domain/incentive/ledgerEntry.ts'
import type { LedgerEntryView } from '#shared/ipc/incentive.ts'

const LOOKS: Record<LedgerState, string> = {
  draft: 'tag',
  submitted: 'tag tag-check',
  approved: 'tag',
  effective: 'tag tag-done',
  reversed: 'tag'
}

/** State of an entry; the reason of a return or reversal is its tooltip. */
export function StateTag({ entry }: { entry: Pick<LedgerEntryView, 'state' | 'said'> }): ReactElement {
  const word = entry.state === 'draft' && entry.said !== null ? '已退回' : LEDGER_STATE_WORDS[entry.state]
  const why = entry.said === null ? undefined : `${entry.said.by}：${entry.said.text}`
  return (
    <span className={LOOKS[entry.state]} title={why}>
      {word}
    </span>
  )
}
