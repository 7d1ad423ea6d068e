import type { TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ShowBoardsView } from '#shared/ipc/race.ts'
import { paths } from '../../app/paths.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { EXPOSURE_NAMES, racesText } from '../../text/races.ts'
import type { Status } from '../../text/status.ts'

const text = racesText.expose
type Row = ShowBoardsView['expose'][number]

const SHAPES: Record<Row['kind'], Status> = {
  OVERDUE: 'overdue',
  RED_SLIP: 'overdue',
  BADLY_BEHIND: 'behind',
  MISSING: 'missing',
  INDICATOR: 'behind'
}

/** 问题曝光: gravest first; each row leads to its matter. */
export function ExposeBoard({ rows }: { rows: readonly Row[] }): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const navigate = useNavigate()
  const { attach, height, style } = useTableHeight(rows.length)
  const keyOf = (row: Row): string => `${row.kind}.${row.item ?? row.unit}.${row.indicator ?? ''}`
  return (
    <Panel title={racesText.tabs.expose} hint={text.hint(rows.length)} className="races-expose">
      <div className="fill" ref={attach} style={style}>
        <DataTable
          label={racesText.tabs.expose}
          rows={rows}
          columns={COLUMNS}
          rowKey={keyOf}
          selected={selected}
          onSelect={setSelected}
          onOpen={(row) => {
            const to = linkOf(row)
            if (to !== null) void navigate(to)
          }}
          scroll={{ x: 900, y: height }}
          empty={<EmptyState title={text.empty} hint={text.emptyHint} />}
        />
      </div>
    </Panel>
  )
}

function linkOf({ item, unit, indicator }: Row): string | null {
  if (item !== null) return paths.registerItem(item)
  if (unit === null) return null
  return indicator === null ? paths.unit(unit) : paths.unitIndicator(unit, indicator)
}

const COLUMNS: TableColumnsType<Row> = [
  {
    title: text.head.kind,
    key: 'kind',
    width: 110,
    render: (_, { kind }) => <StatusMark status={SHAPES[kind]} word={EXPOSURE_NAMES[kind]} />
  },
  {
    title: text.head.unit,
    key: 'unit',
    width: 150,
    ellipsis: true,
    render: (_, { unitName }) => <b title={unitName}>{unitName}</b>
  },
  {
    title: text.head.matter,
    key: 'matter',
    width: 280,
    ellipsis: true,
    render: (_, row) => {
      const to = linkOf(row)
      return to === null ? (
        <span title={row.matter}>{row.matter}</span>
      ) : (
        <Link to={to} title={row.matter}>
          {row.matter}
        </Link>
      )
    }
  },
  {
    title: text.head.reason,
    key: 'reason',
    ellipsis: true,
    render: (_, { reason }) => <span title={reason}>{reason}</span>
  }
]
