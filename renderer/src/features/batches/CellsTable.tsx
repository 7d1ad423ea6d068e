import { Input, Segmented, type TableColumnsType } from 'antd'
import { useMemo, useState, type ReactElement } from 'react'
import type { BatchCell } from '#shared/ipc/batch.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { batchesText } from '../../text/batches.ts'
import { common } from '../../text/common.ts'
import { FIELD_WORDS } from '../../text/import.ts'

const { cells: text, outcomes } = batchesText
type Filter = BatchCell['outcome'] | 'ALL'
const ORDER: readonly BatchCell['outcome'][] = ['CHANGED', 'NEW', 'SAME', 'SKIPPED', 'REJECTED']

/** Every cell that the batch understood, with what stood there before; filtered by what became of it. */
export function CellsTable({ cells }: { cells: readonly BatchCell[] }): ReactElement {
  const [filter, setFilter] = useState<Filter>('ALL')
  const [wanted, setWanted] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const rows = useMemo(() => cells.filter(fits(filter, wanted.trim())), [cells, filter, wanted])
  const { attach, height, style } = useTableHeight(Math.max(rows.length, 3))
  if (cells.length === 0) return <p className="quiet bt-none">{text.noneAtAll}</p>
  const present = ORDER.filter((outcome) => cells.some((cell) => cell.outcome === outcome))
  const count = (outcome: BatchCell['outcome']): number =>
    cells.filter((cell) => cell.outcome === outcome).length
  return (
    <div className="bt-cells">
      <div className="row bt-filter">
        <Segmented<Filter>
          size="small"
          value={filter}
          options={[
            { value: 'ALL', label: `${common.all} ${cells.length}` },
            ...present.map((outcome) => ({ value: outcome, label: `${outcomes[outcome]} ${count(outcome)}` }))
          ]}
          onChange={setFilter}
        />
        <Input
          allowClear
          size="small"
          aria-label={text.search}
          placeholder={text.search}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      <div className="fill" ref={attach} style={style}>
        <DataTable
          label={text.label}
          rows={rows}
          columns={COLUMNS}
          rowKey={keyOf}
          selected={selected}
          onSelect={setSelected}
          empty={text.none}
          scroll={{ x: 980, y: height }}
        />
      </div>
    </div>
  )
}

const keyOf = (cell: BatchCell): string =>
  [cell.sheet, cell.address, cell.unit, cell.subject, cell.field, cell.rater ?? ''].join('|')

function fits(filter: Filter, wanted: string): (cell: BatchCell) => boolean {
  return (cell) =>
    (filter === 'ALL' || cell.outcome === filter) &&
    (wanted === '' ||
      [cell.unitName, cell.subjectName, cell.address, cell.sheet, cell.raw].some((part) =>
        part.toLowerCase().includes(wanted.toLowerCase())
      ))
}

const COLUMNS: TableColumnsType<BatchCell> = [
  {
    title: text.place,
    key: 'place',
    width: 170,
    ellipsis: true,
    render: (_, cell) => (
      <span title={`${cell.sheet} · ${cell.address}`}>{`${cell.sheet} · ${cell.address}`}</span>
    )
  },
  { title: text.raw, dataIndex: 'raw', width: 110, ellipsis: true },
  { title: text.unit, dataIndex: 'unitName', width: 130, ellipsis: true },
  { title: text.subject, dataIndex: 'subjectName', ellipsis: true },
  {
    title: text.field,
    key: 'field',
    width: 110,
    ellipsis: true,
    render: (_, cell) =>
      `${FIELD_WORDS[cell.field] ?? cell.field}${cell.rater === null ? '' : ` · ${cell.rater}`}`
  },
  { title: text.before, key: 'before', width: 90, align: 'right', render: (_, cell) => cell.before ?? '' },
  {
    title: text.after,
    key: 'after',
    width: 90,
    align: 'right',
    render: (_, cell) => <b>{cell.after}</b>
  },
  {
    title: text.outcome,
    key: 'outcome',
    width: 72,
    render: (_, cell) => (
      <span className={cell.outcome === 'CHANGED' ? 'check' : cell.outcome === 'SAME' ? 'quiet' : undefined}>
        {outcomes[cell.outcome]}
      </span>
    )
  },
  {
    title: text.note,
    key: 'note',
    width: 180,
    ellipsis: true,
    render: (_, cell) => <span title={cell.note ?? undefined}>{cell.note ?? ''}</span>
  }
]
