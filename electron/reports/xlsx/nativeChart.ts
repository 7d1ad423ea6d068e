import type { Worksheet } from 'exceljs'
import type { ReportChart } from '#shared/domain/report/reportChart.ts'
import { D, dec } from '#shared/domain/number/decimal.ts'
import type { ChartRange, ChartSeries, NativeChart } from './chartXml.ts'
import { columnLetter } from './sheetText.ts'
import { formatOf, META, PLAIN_FORMAT } from './style.ts'
import { put } from './table.ts'
import { letterOf, planOf, sheetReference, type TablePlan } from './tablePlan.ts'

type Drawn = Omit<NativeChart, 'topRow' | 'rows' | 'columns'>

const PLAIN = '8FB0D1'
/** A bar that stands out says so by its name as well; 朱砂 is for first places. */
const TONES = { PLAIN, SUBJECT: '1F4E86', UP: '3F7F5F', DOWN: '9AA3AD', FIRST: 'BF1A20' } as const
const MEAN = 'C9CFD6'
const PERCENT = '0%'
/** Head of a column of numbers beside a chart. */
const NUMBERS = '数值'

/** Cells beside the page, in columns that nobody prints, for charts whose numbers no table of the workbook shows. */
export interface ChartCells {
  sheet: Worksheet
  /** First free column, 1-based; moves on. */
  column: number
}

/** Writes one column under its head and returns where it stands. */
function writeColumn(
  cells: ChartCells,
  head: string,
  values: readonly (string | null)[],
  format: string | null
): ChartRange {
  const { sheet, column } = cells
  const put1 = (row: number, value: string | null, shown: string | null): void => {
    const cell = sheet.getCell(row, column)
    cell.style = { ...META }
    put(cell, value === null || shown === null ? value : { number: value, format: shown })
  }
  put1(1, head, null)
  values.forEach((value, index) => put1(index + 2, value, format))
  cells.column += 1
  const letter = columnLetter(column)
  return {
    reference: `${sheetReference(sheet)}$${letter}$2:$${letter}$${Math.max(2, values.length + 1)}`,
    values
  }
}

type Of<K extends ReportChart['kind']> = Extract<ReportChart, { kind: K }>

/** A chart's data as Excel draws it: on the cells of the table that shows its numbers, or on cells of its own. */
export function nativeChart(chart: ReportChart, plans: readonly TablePlan[], cells: ChartCells): Drawn {
  switch (chart.kind) {
    case 'BARS':
      return bars(chart, plans, cells)
    case 'PROFILE':
      return profile(chart, cells)
    case 'TREND':
      return trend(chart, cells)
  }
}

function bars(chart: Of<'BARS'>, plans: readonly TablePlan[], cells: ChartCells): Drawn {
  const labels = chart.bars.map(({ label }) => label)
  const values = chart.bars.map(({ value }) => value)
  const format = formatOf({ number: '0', decimals: chart.decimals }, 'right')
  const [categories, numbers] =
    chart.cells === undefined
      ? [writeColumn(cells, chart.title, labels, null), writeColumn(cells, NUMBERS, values, format)]
      : shownIn(chart.cells, plans, labels, values)
  const toned = chart.bars.flatMap(({ tone }, index) =>
    tone === 'PLAIN' ? [] : [[index, TONES[tone]] as const]
  )
  const mean = chart.mean === null ? '' : `，平均 ${dec(chart.mean).toFixed(chart.decimals)}`
  return {
    kind: 'BARS',
    title: `${chart.title}${mean}`,
    categories,
    series: [{ name: chart.title, values: numbers, color: PLAIN, points: new Map(toned) }],
    format,
    scale: scaleOf([...values, ...(chart.scaleTo === undefined ? [] : [chart.scaleTo])])
  }
}

function shownIn(
  { table, label, value, from }: NonNullable<Of<'BARS'>['cells']>,
  plans: readonly TablePlan[],
  labels: readonly string[],
  values: readonly string[]
): [ChartRange, ChartRange] {
  const plan = planOf(plans, table)
  const first = plan.firstBody + from
  const range = (column: string, shown: readonly string[]): ChartRange => {
    const letter = letterOf(plan, column)
    const cells = `$${letter}$${first}:$${letter}$${first + shown.length - 1}`
    return { reference: sheetReference(plan.sheet) + cells, values: shown }
  }
  return [range(label, labels), range(value, values)]
}

/** From 0 to a little beyond the longest bar, so that its number has room; free where a bar is below 0. */
function scaleOf(values: readonly string[]): NativeChart['scale'] {
  const numbers = values.map((value) => dec(value))
  const highest = D.max(0, ...numbers)
  if (highest.isZero() || numbers.some((number) => number.isNegative() && !number.isZero())) return null
  const room = highest.times('1.08')
  return { min: 0, max: (highest.lessThan(5) ? room : room.ceil()).toNumber() }
}

function profile(chart: Of<'PROFILE'>, cells: ChartCells): Drawn {
  const categories = writeColumn(
    cells,
    chart.title,
    chart.rows.map(({ label, score, fullMark, rate }) =>
      rate === null ? `${label}（${score}）` : `${label}（${score}/${fullMark}）`
    ),
    null
  )
  const series = (name: string, color: string, values: (string | null)[]): ChartSeries => ({
    name,
    color,
    values: writeColumn(cells, name, values, PERCENT)
  })
  const rates = chart.rows.map((row) => row.rate)
  const means = chart.rows.map((row) => row.meanRate)
  return {
    kind: 'BARS',
    title: chart.title,
    categories,
    series: [
      series('得分率', TONES.SUBJECT, rates),
      ...(means.some((rate) => rate !== null) ? [series('组平均', MEAN, means)] : [])
    ],
    format: PERCENT,
    scale: scaleOf([...rates, ...means].filter((rate) => rate !== null))
  }
}

function trend(chart: Of<'TREND'>, cells: ChartCells): Drawn {
  const { points, decimals } = chart
  const values = points.map((point) => point.value)
  const numbers = values.filter((value) => value !== null).map((value) => dec(value))
  const spread = numbers.length === 0 ? new D(1) : D.max(...numbers).minus(D.min(...numbers))
  const room = D.max(spread.div(2), 1)
  return {
    kind: 'LINE',
    title: chart.title,
    categories: writeColumn(
      cells,
      chart.title,
      points.map((point) => point.label),
      null
    ),
    series: [
      {
        name: chart.title,
        color: TONES.SUBJECT,
        values: writeColumn(cells, NUMBERS, values, PLAIN_FORMAT),
        labels: points.map(({ value, note }) =>
          value === null
            ? note
            : [dec(value).toFixed(decimals), note].filter((part) => part !== '').join('　')
        )
      }
    ],
    format: formatOf({ number: '0', decimals }, 'right'),
    // A line is about change: it need not start at 0.
    scale:
      numbers.length === 0
        ? null
        : {
            min: D.min(...numbers)
              .minus(room)
              .floor()
              .toNumber(),
            max: D.max(...numbers)
              .plus(room)
              .ceil()
              .toNumber()
          }
  }
}
