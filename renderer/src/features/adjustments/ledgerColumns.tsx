import type { TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import type { LedgerEntryView } from '#shared/ipc/incentive.ts'
import { ScoreText } from '../../components/ScoreText.tsx'
import { SourceTag } from '../../components/SourceTag.tsx'
import { adjustmentsText as text } from '../../text/adjustments.ts'
import { printDay } from '../../text/format.ts'
import { isCut, signedCounts, signedPoints } from './ledgerRows.ts'
import { StateTag } from './StateTag.tsx'

interface Shown {
  /** The unit's column, where several are shown. */
  unit: boolean
  /** Also what counts and where it comes from; a queue of what does not count yet has neither. */
  whole: boolean
}

/** Columns of the ledger. What does not count says so before its reason. */
export function ledgerColumns(decimals: number, { unit, whole }: Shown): TableColumnsType<LedgerEntryView> {
  const counts: TableColumnsType<LedgerEntryView> = [
    {
      title: text.head.counts,
      key: 'counts',
      width: 106,
      align: 'right',
      render: (_, row) => <CountsCell row={row} decimals={decimals} />
    }
  ]
  const source: TableColumnsType<LedgerEntryView> = [
    {
      title: text.head.source,
      key: 'source',
      width: 100,
      ellipsis: true,
      render: (_, row) => <SourceCell row={row} />
    }
  ]
  return [
    {
      title: text.head.date,
      key: 'date',
      width: 72,
      render: (_, { date }) => <span className="nowrap">{date === null ? '' : printDay(date)}</span>
    },
    ...(unit ? [{ title: text.head.unit, dataIndex: 'unitName', width: 112, ellipsis: true }] : []),
    { title: text.head.class, dataIndex: 'className', width: 82, ellipsis: true },
    {
      title: text.head.points,
      key: 'points',
      width: 68,
      align: 'right',
      sorter: (a, b) => dec(signedPoints(a)).comparedTo(dec(signedPoints(b))),
      render: (_, row) => <ScoreText value={signedPoints(row)} places={decimals} signed />
    },
    ...(whole ? counts : []),
    {
      title: text.head.reason,
      key: 'reason',
      ellipsis: true,
      render: (_, row) => (
        <span title={row.reason}>
          {whole && row.state !== 'effective' ? <StateTag entry={row} /> : null}
          <span className="adj-reason">{row.reason}</span>
        </span>
      )
    },
    {
      title: text.head.evidence,
      key: 'evidence',
      width: 122,
      ellipsis: true,
      render: (_, row) => <span className="soft">{evidenceText(row)}</span>
    },
    ...(whole ? source : [])
  ]
}

/** The cell of an imported entry, the people of one made in the window. */
function SourceCell({ row }: { row: LedgerEntryView }): ReactElement {
  if (!row.byHand) return <SourceTag source={row.source} short />
  const people = [row.reporter, row.approver].filter((name) => name !== null && name !== '').join(' / ')
  return (
    <span className="source-tag ellipsis" title={`${text.detail.people}：${people}`}>
      {people}
    </span>
  )
}

/** What counts, and by a mark that a cap took some of it; the sentence is the tooltip. */
export function CountsCell({ row, decimals }: { row: LedgerEntryView; decimals: number }): ReactElement {
  return (
    <span className="nowrap" title={row.countsWhy}>
      {isCut(row) ? <span className="adj-cut">{text.capped}</span> : null}
      {row.counts === null ? (
        <span className="quiet">/</span>
      ) : (
        <ScoreText value={signedCounts(row)} places={decimals} signed strong muteZero />
      )}
    </span>
  )
}

export function evidenceText({ evidence, level, evidenceCount }: LedgerEntryView): string {
  const files = evidenceCount === 0 ? '' : text.files(evidenceCount)
  return [evidence, level === null ? '' : LEVEL_WORDS[level], files].filter((part) => part !== '').join(' · ')
}
