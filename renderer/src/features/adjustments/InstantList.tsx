import { Button, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import type { LedgerEntryView, LedgerView } from '#shared/ipc/incentive.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { adjustmentsText } from '../../text/adjustments.ts'
import { printDay } from '../../text/format.ts'
import { CountsCell, evidenceText } from './ledgerColumns.tsx'
import { StateTag } from './StateTag.tsx'

const text = adjustmentsText.instant

interface Props {
  view: LedgerView
  onOpen: (id: number) => void
  onAdd: (() => void) | null
}

/** 即时激励 of the quarter: who was rewarded on which day for what. */
export function InstantList({ view, onOpen, onAdd }: Props): ReactElement {
  const rows = view.entries.filter((row) => row.instant && row.sign === 'BONUS' && row.state !== 'reversed')
  const units = new Set(rows.map((row) => row.unit)).size
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(rows.length)
  if (rows.length === 0)
    return (
      <Panel>
        <EmptyState title={text.none} hint={text.noneHint}>
          {onAdd === null ? undefined : <Button onClick={onAdd}>{adjustmentsText.addInstant}</Button>}
        </EmptyState>
      </Panel>
    )
  return (
    <Panel title={text.title} hint={text.hint(rows.length, units)} className="adj-ledger">
      <div className="fill" ref={attach} style={style}>
        <DataTable
          label={text.title}
          rows={rows}
          columns={columns(view.decimals)}
          rowKey={(row) => String(row.id)}
          selected={selected}
          onSelect={setSelected}
          onOpen={(row) => onOpen(row.id)}
          onSpace={(row) => onOpen(row.id)}
          scroll={{ x: 860, y: height }}
        />
      </div>
    </Panel>
  )
}

function columns(decimals: number): TableColumnsType<LedgerEntryView> {
  const { head } = adjustmentsText
  return [
    {
      title: head.date,
      key: 'date',
      width: 84,
      render: (_, row) => (row.date === null ? '' : printDay(row.date))
    },
    { title: head.unit, dataIndex: 'unitName', width: 150, ellipsis: true },
    { title: head.reason, dataIndex: 'reason', ellipsis: true },
    {
      title: text.item,
      key: 'item',
      width: 170,
      ellipsis: true,
      render: (_, row) =>
        [row.catalogue?.name ?? row.className, row.level === null ? '' : LEVEL_WORDS[row.level]]
          .filter((part) => part !== '')
          .join(' · ')
    },
    {
      title: head.points,
      key: 'points',
      width: 72,
      align: 'right',
      render: (_, row) => <ScoreText value={row.points} places={decimals} signed strong />
    },
    {
      title: head.counts,
      key: 'counts',
      width: 84,
      align: 'right',
      render: (_, row) => <CountsCell row={row} decimals={decimals} />
    },
    {
      title: head.evidence,
      key: 'evidence',
      width: 170,
      ellipsis: true,
      render: (_, row) => <span className="soft">{evidenceText(row)}</span>
    },
    { title: head.state, key: 'state', width: 78, render: (_, row) => <StateTag entry={row} /> }
  ]
}
