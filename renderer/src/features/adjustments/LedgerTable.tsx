import { Button, Segmented, Select, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { dec } from '#shared/domain/number/decimal.ts'
import { paths } from '../../app/paths.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { SourceTag } from '../../components/SourceTag.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { adjustmentsText as text } from '../../text/adjustments.ts'
import { common } from '../../text/common.ts'
import { printDay } from '../../text/format.ts'
import type { LedgerRow } from './adjustmentRows.ts'

type Sign = keyof typeof text.signs

interface Props {
  rows: readonly LedgerRow[]
  title: string
  decimals: number
  /** Null when all units are shown already. */
  onAllUnits: (() => void) | null
}

/** Every entry with its basis and its source cell; filtered by sign and class. */
export function LedgerTable({ rows, title, decimals, onAllUnits }: Props): ReactElement {
  const [sign, setSign] = useState<Sign>('ALL')
  const [className, setClassName] = useState<string | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const navigate = useNavigate()
  const classes = [...new Set(rows.map((row) => row.className))]
  const known = className !== null && classes.includes(className) ? className : null
  const shown = rows.filter(
    (row) => (sign === 'ALL' || row.sign === sign) && (known === null || row.className === known)
  )
  const { attach, height, style } = useTableHeight(shown.length)
  return (
    <Panel
      className="adj-ledger"
      title={text.ledger}
      hint={`${title} · ${shown.length} 笔`}
      extra={
        <>
          {onAllUnits === null ? null : (
            <Button size="small" onClick={onAllUnits}>
              {text.allUnits}
            </Button>
          )}
          <Select
            size="small"
            className="adj-class"
            aria-label={text.head.class}
            value={known ?? ''}
            options={[
              { value: '', label: text.allClasses },
              ...classes.map((name) => ({ value: name, label: name }))
            ]}
            onChange={(value) => setClassName(value === '' ? null : value)}
          />
          <Segmented<Sign>
            size="small"
            value={sign}
            options={(Object.keys(text.signs) as Sign[]).map((value) => ({
              value,
              label: text.signs[value]
            }))}
            onChange={setSign}
          />
        </>
      }
    >
      <div className="fill" ref={attach} style={style}>
        <DataTable
          label={text.ledger}
          rows={shown}
          columns={columns(decimals, onAllUnits === null)}
          rowKey={(row) => row.key}
          selected={selected}
          onSelect={setSelected}
          onOpen={(row) => void navigate(paths.unit(row.unit))}
          scroll={{ x: 760, y: height }}
          empty={
            <EmptyState title={text.filteredNone} hint={text.filteredNoneHint}>
              <Button
                onClick={() => {
                  setSign('ALL')
                  setClassName(null)
                  onAllUnits?.()
                }}
              >
                {common.clearFilter}
              </Button>
            </EmptyState>
          }
        />
      </div>
    </Panel>
  )
}

function columns(decimals: number, allUnits: boolean): TableColumnsType<LedgerRow> {
  return [
    {
      title: text.head.date,
      key: 'date',
      width: 70,
      render: (_, { entry }) => (
        <span className="nowrap">{entry.date === null ? '' : printDay(entry.date)}</span>
      )
    },
    ...(allUnits ? [{ title: text.head.unit, dataIndex: 'unitName', width: 122, ellipsis: true }] : []),
    { title: text.head.class, dataIndex: 'className', width: 92, ellipsis: true },
    {
      title: text.head.points,
      key: 'points',
      width: 72,
      align: 'right',
      sorter: (a, b) => dec(signed(a)).comparedTo(dec(signed(b))),
      render: (_, row) => <ScoreText value={signed(row)} places={decimals} signed strong />
    },
    {
      title: text.head.reason,
      key: 'reason',
      ellipsis: true,
      render: (_, { entry }) => <span title={entry.reason}>{entry.reason}</span>
    },
    {
      title: text.head.evidence,
      key: 'evidence',
      width: 132,
      ellipsis: true,
      render: (_, { entry }) => {
        const basis = [entry.evidence, entry.approver].filter(Boolean)
        return (
          <span className="soft" title={basis.join(' · ')}>
            {basis[0] ?? ''}
          </span>
        )
      }
    },
    {
      title: text.head.source,
      key: 'source',
      width: 104,
      ellipsis: true,
      render: (_, { entry }) => <SourceTag source={entry.source} short />
    }
  ]
}

function signed(row: LedgerRow): string {
  return row.sign === 'DEDUCTION' ? `-${row.entry.points}` : row.entry.points
}
