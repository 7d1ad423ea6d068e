import type { TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import { dec } from '#shared/domain/number/decimal.ts'
import type { LedgerUnitView } from '#shared/ipc/incentive.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { adjustmentsText as text } from '../../text/adjustments.ts'

interface Props {
  units: readonly LedgerUnitView[]
  /** Several races: the race stands behind the name. */
  races: number
  selected: string | null
  onSelect: (key: string) => void
}

/** A unit has a line in each race. */
export function unitKey({ race, unit }: Pick<LedgerUnitView, 'race' | 'unit'>): string {
  return `${race} ${unit}`
}

export function UnitTotalTable({ units, races, selected, onSelect }: Props): ReactElement {
  const { attach, height, style } = useTableHeight(units.length)
  return (
    <div className="fill" ref={attach} style={style}>
      <DataTable
        label={text.units}
        rows={units}
        columns={columns(races)}
        rowKey={unitKey}
        selected={selected}
        onSelect={onSelect}
        scroll={{ y: height }}
      />
    </div>
  )
}

const byDecimal = (a: string, b: string): number => dec(a).comparedTo(dec(b))

function columns(races: number): TableColumnsType<LedgerUnitView> {
  return [
    {
      title: text.unitHead.unit,
      key: 'name',
      ellipsis: true,
      render: (_, row) => (races > 1 ? `${row.name}（${row.raceName}）` : row.name)
    },
    { title: text.unitHead.count, dataIndex: 'count', width: 52, align: 'right' },
    {
      title: text.unitHead.bonus,
      dataIndex: 'bonus',
      width: 76,
      align: 'right',
      sorter: (a, b) => byDecimal(a.bonus, b.bonus),
      render: (value: string) => <ScoreText value={value} signed muteZero />
    },
    {
      title: text.unitHead.deduction,
      dataIndex: 'deduction',
      width: 76,
      align: 'right',
      sorter: (a, b) => byDecimal(a.deduction, b.deduction),
      render: (value: string) => <ScoreText value={/[1-9]/.test(value) ? `-${value}` : value} muteZero />
    }
  ]
}
