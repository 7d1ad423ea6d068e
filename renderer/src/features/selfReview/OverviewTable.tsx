import { Table, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { dec } from '#shared/domain/number/decimal.ts'
import type { SelfReviewOverview } from '#shared/ipc/selfReview.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { padDecimals } from '../../text/format.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'
import { ReviewStateMark } from './marks.tsx'

type Line = SelfReviewOverview['units'][number]
type Numbers = Omit<Line, 'unit' | 'name' | 'state'>

interface Props {
  overview: SelfReviewOverview
  onOpen: (unit: string) => void
}

/** Head of two lines would cost rows: the table's own head and its sum. */
const HEAD_AND_SUM = 62

export function OverviewTable({ overview, onOpen }: Props): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(overview.units.length, HEAD_AND_SUM)
  const { totals } = overview
  return (
    <div className="fill" ref={attach} style={style}>
      <DataTable
        label={text.title}
        rows={overview.units}
        columns={columns(onOpen)}
        rowKey={(row) => row.unit}
        selected={selected}
        onSelect={setSelected}
        onOpen={(row) => onOpen(row.unit)}
        scroll={{ x: 900, y: height }}
        summary={() => (
          <Table.Summary fixed>
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>{text.overview.total}</Table.Summary.Cell>
              <Table.Summary.Cell index={1}>
                {totals.submitted} / {totals.units}
              </Table.Summary.Cell>
              {NUMBERS.map(({ key, read }, index) => (
                <Table.Summary.Cell key={key} index={index + 2} align="right">
                  {read(totals)}
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          </Table.Summary>
        )}
      />
    </div>
  )
}

interface NumberColumn {
  key: Exclude<keyof typeof text.overview, 'unit' | 'state' | 'total' | 'hint' | 'narrowedWhy'>
  read: (line: Numbers) => string
  width: number
}

const NUMBERS: readonly NumberColumn[] = [
  { key: 'gaps', read: ({ gaps }) => String(gaps), width: 70 },
  { key: 'tasks', read: ({ tasks }) => String(tasks), width: 76 },
  { key: 'done', read: ({ done }) => String(done), width: 76 },
  { key: 'overdue', read: ({ overdue }) => String(overdue), width: 66 },
  { key: 'closed', read: ({ earlier }) => String(earlier.closed), width: 92 },
  { key: 'smaller', read: ({ earlier }) => String(earlier.smaller), width: 62 },
  { key: 'same', read: ({ earlier }) => String(earlier.same), width: 62 },
  { key: 'larger', read: ({ earlier }) => String(earlier.larger), width: 62 },
  {
    key: 'narrowed',
    read: ({ earlier }) =>
      earlier.narrowedPercent === null ? '/' : `${padDecimals(earlier.narrowedPercent, 2)}%`,
    width: 96
  }
]

function columns(onOpen: (unit: string) => void): TableColumnsType<Line> {
  return [
    {
      title: text.overview.unit,
      key: 'unit',
      width: 180,
      fixed: 'left',
      ellipsis: true,
      render: (_, row) => (
        <button type="button" className="link" title={row.name} onClick={() => onOpen(row.unit)}>
          {row.name}
        </button>
      )
    },
    {
      title: text.overview.state,
      key: 'state',
      width: 96,
      render: (_, row) => <ReviewStateMark state={row.state} />
    },
    ...NUMBERS.map(({ key, read, width }): TableColumnsType<Line>[number] => ({
      title:
        key === 'narrowed' ? (
          <span title={text.overview.narrowedWhy}>{text.overview.narrowed}</span>
        ) : (
          text.overview[key]
        ),
      key,
      width,
      align: 'right',
      sorter: (a, b) => numberIn(read(a)).comparedTo(numberIn(read(b))),
      render: (_, row) => {
        const value = read(row)
        return <span className={value === '0' || value === '/' ? 'quiet' : undefined}>{value}</span>
      }
    }))
  ]
}

/** Units without a number come last. */
const numberIn = (value: string) => dec(value === '/' ? '-1' : value.replace('%', ''))
