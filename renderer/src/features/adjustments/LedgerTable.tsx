import { Button, Segmented, Select } from 'antd'
import type { ReactElement } from 'react'
import type { LedgerEntryView } from '#shared/ipc/incentive.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useMedia } from '../../components/useMedia.ts'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { adjustmentsText as text } from '../../text/adjustments.ts'
import { common } from '../../text/common.ts'
import { ledgerColumns } from './ledgerColumns.tsx'
import { EVERYTHING, filtered, type LedgerFilter } from './ledgerRows.ts'

interface Props {
  entries: readonly LedgerEntryView[]
  filter: LedgerFilter
  decimals: number
  selected: number | null
  onFilter: (filter: LedgerFilter) => void
  onSelect: (id: number) => void
  onOpen: (id: number) => void
}

/** Units beside the ledger leave no room for the basis. */
const TIGHT = '(max-width: 1499px)'

const STATES = ['draft', 'submitted', 'effective', 'reversed'] as const

/** Every entry of the ledger, newest first; reversed ones struck through. Enter or double click opens one. */
export function LedgerTable(props: Props): ReactElement {
  const { entries, filter, onFilter } = props
  const shown = filtered(entries, filter)
  const { attach, height, style } = useTableHeight(shown.length)
  const tight = useMedia(TIGHT)
  const columns = ledgerColumns(props.decimals, { unit: filter.unit === '', whole: true })
  // The reason comes first where there is no room for both; the entry itself shows its basis.
  const fitting = tight && filter.unit === '' ? columns.filter(({ key }) => key !== 'evidence') : columns
  const unitName = entries.find((row) => row.unit === filter.unit)?.unitName ?? text.allUnits
  return (
    <Panel
      className="adj-ledger"
      title={text.ledger}
      hint={`${filter.unit === '' ? text.allUnits : unitName} · ${shown.length} 笔`}
      extra={<Filters {...props} />}
    >
      <div className="fill" ref={attach} style={style}>
        <DataTable
          label={text.ledger}
          rows={shown}
          columns={fitting}
          rowKey={(row) => String(row.id)}
          selected={props.selected === null ? null : String(props.selected)}
          onSelect={(key) => props.onSelect(Number(key))}
          onOpen={(row) => props.onOpen(row.id)}
          onSpace={(row) => props.onOpen(row.id)}
          rowClassName={(row) => (row.state === 'reversed' ? 'adj-reversed' : '')}
          scroll={{ x: 760, y: height }}
          empty={
            <EmptyState title={text.filteredNone} hint={text.filteredNoneHint}>
              <Button onClick={() => onFilter(EVERYTHING)}>{common.clearFilter}</Button>
            </EmptyState>
          }
        />
      </div>
    </Panel>
  )
}

function Filters({ entries, filter, onFilter }: Props): ReactElement {
  const set = (change: Partial<LedgerFilter>): void => onFilter({ ...filter, ...change })
  const classes = [...new Set(entries.map((row) => row.className))]
  const states = STATES.filter((state) => entries.some((row) => row.state === state))
  return (
    <>
      {filter.unit === '' ? null : (
        <Button size="small" onClick={() => set({ unit: '' })}>
          {text.allUnits}
        </Button>
      )}
      {states.length < 2 ? null : (
        <Select
          size="small"
          className="adj-state"
          aria-label={text.head.state}
          value={filter.state}
          options={[
            { value: '', label: text.states.ALL },
            ...states.map((state) => ({ value: state, label: text.states[state] }))
          ]}
          onChange={(state) => set({ state })}
        />
      )}
      <Select
        size="small"
        className="adj-class"
        aria-label={text.head.class}
        value={filter.className}
        options={[
          { value: '', label: text.allClasses },
          ...classes.map((name) => ({ value: name, label: name }))
        ]}
        onChange={(className) => set({ className })}
      />
      <Segmented<LedgerFilter['sign']>
        size="small"
        value={filter.sign}
        options={(['ALL', 'BONUS', 'DEDUCTION'] as const).map((value) => ({
          value,
          label: text.signs[value]
        }))}
        onChange={(sign) => set({ sign })}
      />
    </>
  )
}
