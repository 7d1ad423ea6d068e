import type { IndicatorRate } from '../../cadence/indicatorRates.ts'
import { countCell } from '../ranking/columnSpec.ts'
import type { TableCell } from '../reportTable.ts'
import { sectionOf, type CadenceFrame, type CadenceSection } from './cadenceContent.ts'
import { number } from './itemColumns.ts'

const percent = (value: string | null): TableCell =>
  value === null ? '/' : { number: value, decimals: 2, suffix: '%' }

/** 差距: indicators by their mean rate, lowest first, beside those of an earlier quarter. */
export function rateSection(
  frame: CadenceFrame,
  rates: readonly IndicatorRate[],
  earlier: string,
  now = '本季度'
): CadenceSection {
  return sectionOf(frame, {
    ...{ id: 'rates', title: '指标平均得分率', rows: rates, hint: '从低到高' },
    columns: [
      { id: 'NAME', head: '指标', align: 'left', min: 18, max: 36, bold: true, cell: ({ name }) => name },
      { id: 'DIMENSION', head: '板块', align: 'left', min: 12, max: 22, cell: ({ dimension }) => dimension },
      { id: 'UNITS', head: '计分\n单位', ...number, cell: ({ units }) => countCell(units) },
      { id: 'BEFORE', head: earlier, ...number, max: 12, cell: ({ before }) => percent(before) },
      { id: 'RATE', head: now, ...number, max: 12, tint: true, cell: ({ rate }) => percent(rate) },
      {
        ...{ id: 'CHANGE', head: '变化\n（百分点）', ...number, min: 10, max: 12 },
        cell: ({ change }) => (change === null ? '/' : { number: change, decimals: 2, signed: true })
      }
    ],
    empty: '没有计分的指标。',
    remarks: ['平均得分率：参加排名的单位得分 ÷ 满分的平均值；「/」为那一季度没有这项指标的得分。']
  })
}
