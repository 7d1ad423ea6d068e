import type { TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import type { ImportPreview } from '#shared/ipc/importViews.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { FIELD_WORDS, importText } from '../../text/import.ts'

const { confirm: text } = importText
type Change = ImportPreview['changed'][number]

/** Numbers that the import would write over, old beside new. */
export function ChangeTable({ changes }: { changes: readonly Change[] }): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(Math.max(changes.length, 3))
  return (
    <div className="fill" ref={attach} style={style}>
      <DataTable
        label={text.changedTitle}
        rows={changes}
        columns={COLUMNS}
        rowKey={({ file, address, unit, indicator, field }) =>
          [file, address, unit, indicator, field].join('|')
        }
        selected={selected}
        onSelect={setSelected}
        scroll={{ x: 700, y: height }}
      />
    </div>
  )
}

const COLUMNS: TableColumnsType<Change> = [
  { key: 'unit', title: text.unit, dataIndex: 'unitName', width: 116, ellipsis: true },
  { key: 'indicator', title: text.indicator, dataIndex: 'indicatorName', ellipsis: true },
  {
    key: 'field',
    width: 60,
    className: 'small quiet',
    render: (_, { field }) => FIELD_WORDS[field] ?? field
  },
  { key: 'before', title: text.before, dataIndex: 'before', align: 'right', width: 84, className: 'soft' },
  { key: 'after', title: text.after, dataIndex: 'after', align: 'right', width: 84, className: 'bold' },
  {
    key: 'place',
    title: text.place,
    width: 216,
    ellipsis: true,
    render: (_, change) => (
      <span className="small soft" title={`${change.file} · ${change.address}`}>
        {change.file} · {change.address}
      </span>
    )
  }
]
