import type { TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import { DataTable } from '../../components/DataTable.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import { adjustmentsText as text } from '../../text/adjustments.ts'
import type { UnitTotal } from './adjustmentRows.ts'

interface Props {
  totals: readonly UnitTotal[]
  selected: string | null
  onSelect: (unit: string) => void
}

export function UnitTotalTable({ totals, selected, onSelect }: Props): ReactElement {
  const { attach, height, style } = useTableHeight(totals.length)
  return (
    <div className="fill" ref={attach} style={style}>
      <DataTable
        label={text.units}
        rows={totals}
        columns={COLUMNS}
        rowKey={(row) => row.unit}
        selected={selected}
        onSelect={onSelect}
        scroll={{ y: height }}
      />
    </div>
  )
}

const byDecimal = (a: string, b: string): number => dec(a).comparedTo(dec(b))

const COLUMNS: TableColumnsType<UnitTotal> = [
  { title: text.unitHead.unit, dataIndex: 'name', ellipsis: true },
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
