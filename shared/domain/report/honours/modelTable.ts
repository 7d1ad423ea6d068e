import { canonical, dec } from '../../number/decimal.ts'
import { periodTitle, type PeriodKey } from '../../period/periodKey.ts'
import type { ModelView } from '../../incentive/model.ts'
import { countCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import type { ReportTable, TableCell } from '../reportTable.ts'
import { listTable, type ListFrame } from './listTable.ts'

type Row = ModelView['rows'][number] & { no: number }

function valueCell(value: string | null, word: string): TableCell {
  if (value === null) return word
  return { number: canonical(dec(value)), decimals: null }
}

/** 看齐标准: each unit's value and its distance to the model, metric by metric. */
export function modelTable(frame: ListFrame, period: PeriodKey, model: ModelView): ReportTable {
  const metricColumns = model.metrics.flatMap((metric, index): ColumnSpec<Row>[] => {
    const unit = metric.measure === '' ? '' : `（${metric.measure}）`
    const band = `${metric.name}${unit} 标准 ${metric.value}`
    return [
      {
        ...{ id: `V${index}`, head: '现值', band, align: 'right', min: 9, max: 12 },
        cell: ({ distances }) => valueCell(distances[index]!.value, distances[index]!.word)
      },
      {
        ...{ id: `D${index}`, head: '距标准', band, align: 'right', min: 9, max: 12, bold: true },
        cell: ({ distances }) => distances[index]!.word
      }
    ]
  })
  return listTable<ModelView['rows'][number]>(frame, {
    ...{
      id: `model.${model.id}`,
      name: '看齐标准',
      title: `${periodTitle(period)}看齐「${model.title}」对照表`
    },
    note: model.holder === '' ? '' : `标杆：${model.holder}`,
    columns: [
      { id: 'NO', head: '序号', align: 'center', min: 5, max: 6, cell: (row) => countCell(row.no) },
      { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 22, bold: true, cell: (row) => row.unitName },
      ...metricColumns,
      {
        ...{ id: 'REACHED', head: '达到', align: 'center', min: 8, max: 10 },
        cell: ({ reached, compared }) => (compared === 0 ? '/' : `${reached} / ${compared}`)
      }
    ],
    rows: model.rows,
    empty: '没有可以对照的单位。',
    remarks: [
      ...model.metrics.map(
        (metric) =>
          `${metric.name}：标准 ${metric.value}${metric.measure}，${metric.directionWord}${metric.source === '' ? '' : `，出处 ${metric.source}`}${metric.indicator === null ? '；没有对应指标，不计算距离' : ''}。`
      ),
      '「缺报」是应报没有报，「/」是不适用或没有数；都不按 0 比较。'
    ],
    ...{ signed: false, pinned: 2, orientation: 'LANDSCAPE' }
  })
}
