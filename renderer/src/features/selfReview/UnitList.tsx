import { Button, type TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import type { SelfReviewOverview } from '#shared/ipc/selfReview.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'
import { ReviewStateMark } from './marks.tsx'

type Line = SelfReviewOverview['units'][number]

interface Props {
  units: readonly Line[]
  selected: string
  onSelect: (unit: string) => void
  onAll: () => void
}

/** Units with state and count; ↑↓ goes from one review to the next. */
export function UnitList({ units, selected, onSelect, onAll }: Props): ReactElement {
  const { attach, height, style } = useTableHeight(units.length, 0)
  return (
    <Panel
      className="sr-units"
      title={text.units}
      extra={
        <Button size="small" onClick={onAll}>
          {text.allUnits}
        </Button>
      }
    >
      <div className="fill sr-unit-table" ref={attach} style={style}>
        <DataTable
          label={text.units}
          rows={units}
          columns={COLUMNS}
          rowKey={(row) => row.unit}
          selected={selected}
          onSelect={(unit) => {
            if (unit !== selected) onSelect(unit)
          }}
          scroll={{ y: height }}
        />
      </div>
    </Panel>
  )
}

const COLUMNS: TableColumnsType<Line> = [
  {
    key: 'name',
    ellipsis: true,
    render: (_, row) => <span title={row.name}>{row.name}</span>
  },
  {
    key: 'state',
    width: 82,
    align: 'right',
    render: (_, row) =>
      row.state === 'NONE' ? (
        <ReviewStateMark state="NONE" />
      ) : (
        <span className="sr-unit-state">
          {row.gaps}
          <ReviewStateMark state={row.state} />
        </span>
      )
  }
]
