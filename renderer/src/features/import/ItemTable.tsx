import type { TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import type { ImportedRow } from '#shared/ipc/batch.ts'
import { paths } from '../../app/paths.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { fieldChange, importText } from '../../text/import.ts'

const { confirm: text } = importText

/** Rows of registers in an import: what became of each, field by field, and where it stands in the file. */
export function ItemTable({ rows, linked }: { rows: readonly ImportedRow[]; linked: boolean }): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(Math.max(rows.length, 3))
  return (
    <div className="fill" ref={attach} style={style}>
      <DataTable
        label={text.itemsTitle}
        rows={rows}
        columns={columnsOf(linked)}
        rowKey={({ sheet, address, title }) => [sheet, address, title].join('|')}
        selected={selected}
        onSelect={setSelected}
        empty={text.itemsNone}
        scroll={{ x: 900, y: height }}
      />
    </div>
  )
}

const TONES: Partial<Record<ImportedRow['outcome'], string>> = {
  CHANGED: 'check',
  SAME: 'quiet',
  SKIPPED: 'ask',
  REJECTED: 'ask'
}

function columnsOf(linked: boolean): TableColumnsType<ImportedRow> {
  return [
    {
      key: 'outcome',
      title: text.what,
      width: 76,
      render: (_, { outcome }) => <span className={TONES[outcome]}>{text.items[outcome]}</span>
    },
    { key: 'register', title: text.register, dataIndex: 'type', width: 108, ellipsis: true },
    {
      key: 'title',
      title: text.item,
      ellipsis: true,
      render: (_, { title, number, item }) => {
        const words = number === null ? title : `${number} ${title}`
        return linked && item !== null ? (
          <Link to={paths.registerItem(item)} title={words}>
            {words}
          </Link>
        ) : (
          <span title={words}>{words}</span>
        )
      }
    },
    { key: 'unit', title: text.unit, width: 116, ellipsis: true, render: (_, row) => row.unitName ?? '' },
    {
      key: 'changes',
      title: text.changes,
      width: 300,
      ellipsis: true,
      render: (_, { changes, told }) => {
        const words = [...changes.map(fieldChange), told].filter((part) => part !== '').join('；')
        return (
          <span className={told === '' ? 'small' : 'small ask'} title={words}>
            {words}
          </span>
        )
      }
    },
    {
      key: 'place',
      title: text.place,
      width: 130,
      ellipsis: true,
      render: (_, { sheet, address }) => (
        <span className="small soft" title={`${sheet} · ${address}`}>{`${sheet} · ${address}`}</span>
      )
    }
  ]
}
