import type { TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { RaceDeskView } from '#shared/ipc/race.ts'
import { paths } from '../../app/paths.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RankBadge } from '../../components/RankBadge.tsx'
import { printNumber } from '../../text/format.ts'
import { racesText as text } from '../../text/races.ts'

type Table = RaceDeskView['across'][number]
type Row = Table['rows'][number]

/** Units down, races across; the scheme's total in front, explained under the pointer. */
export function AcrossTable({ table }: { table: Table }): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const navigate = useNavigate()
  const first = table.rows.find(({ total }) => total !== null && total.sentence !== '')
  return (
    <Panel title={table.name} hint={text.of(table.rows.length)} className="races-across">
      <DataTable
        label={table.name}
        rows={table.rows}
        columns={columnsOf(table)}
        rowKey={(row) => row.unit}
        selected={selected}
        onSelect={setSelected}
        onOpen={(row) => void navigate(paths.unit(row.unit))}
        scroll={{ x: 420 + table.races.length * 120 }}
      />
      {first?.total == null ? null : (
        <p className="races-how small soft">
          {first.name}：{first.total.sentence}
        </p>
      )}
    </Panel>
  )
}

function columnsOf({ races, rows }: Table): TableColumnsType<Row> {
  const hasTotal = rows.some(({ total }) => total !== null)
  const total: TableColumnsType<Row> = hasTotal
    ? [
        {
          title: text.head.rank,
          key: 'rank',
          width: 64,
          fixed: 'left',
          align: 'center',
          render: (_, { total: sum }) => <RankBadge rank={sum?.rank ?? null} tied={sum?.tied ?? false} />
        }
      ]
    : []
  return [
    ...total,
    {
      title: text.head.unit,
      key: 'unit',
      width: 160,
      fixed: 'left',
      ellipsis: true,
      render: (_, row) => <b title={row.name}>{row.name}</b>
    },
    ...(hasTotal
      ? ([
          {
            title: text.head.total,
            key: 'total',
            width: 92,
            align: 'right',
            className: 'col-tint',
            render: (_, { total: sum }) => (
              <b className="num" title={sum?.sentence}>
                {sum?.printed == null ? '/' : printNumber(sum.printed)}
              </b>
            )
          }
        ] satisfies TableColumnsType<Row>)
      : []),
    ...races.map(({ race, name }): TableColumnsType<Row>[number] => ({
      title: name,
      key: race,
      width: 120,
      align: 'right',
      render: (_, { places }) => {
        const place = places[race]
        if (place === undefined) return <span className="quiet">/</span>
        return (
          <span
            className="race-cell"
            title={place.note === '' ? place.groupName : `${place.groupName}：${place.note}`}
          >
            <span className="num">{place.total === null ? '/' : printNumber(place.total)}</span>
            <RankBadge rank={place.rank} tied={place.tied} />
          </span>
        )
      }
    }))
  ]
}
