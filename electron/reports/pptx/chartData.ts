import type { DecimalString } from '#shared/domain/number/decimal.ts'
import { shortened } from '#shared/domain/report/chart/textMeasure.ts'
import type { ReportChart } from '#shared/domain/report/reportChart.ts'

export type PointTone = 'PLAIN' | 'SUBJECT' | 'UP' | 'DOWN' | 'FIRST' | 'MEAN'

export interface ChartSeries {
  name: string
  /** Null: no value there. */
  values: (DecimalString | null)[]
  tones: PointTone[]
}

/** A chart as its embedded workbook has it: categories down, series across. */
export interface ChartData {
  shape: 'BARS' | 'LINE'
  title: string
  /** As the axis shows them. */
  labels: string[]
  /** In full, where the axis has no room for them; else null. */
  fullLabels: string[] | null
  series: ChartSeries[]
  /** Number format of values. */
  format: string
  /** Bars are drawn as if there were one as long as this; null: as long as the longest. */
  scaleTo: DecimalString | null
}

/** Longest label of an axis, in em: two lines of a third of the chart. */
const LONGEST_LABEL = 16

export function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

function barsData(chart: Extract<ReportChart, { kind: 'BARS' }>): Omit<ChartData, 'labels' | 'fullLabels'> {
  const mean = chart.mean === null ? [] : [chart.mean]
  return {
    shape: 'BARS',
    title: chart.title,
    series: [
      {
        name: chart.title,
        values: [...chart.bars.map((bar) => bar.value), ...mean],
        tones: [...chart.bars.map((bar) => bar.tone), ...mean.map(() => 'MEAN' as const)]
      }
    ],
    format: numberFormat(chart.decimals),
    scaleTo: chart.scaleTo ?? null
  }
}

function profileData(
  chart: Extract<ReportChart, { kind: 'PROFILE' }>
): Omit<ChartData, 'labels' | 'fullLabels'> {
  const plain = chart.rows.map(() => 'PLAIN' as const)
  const mean = chart.rows.map(() => 'MEAN' as const)
  const own = { name: '得分率', values: chart.rows.map((row) => row.rate), tones: plain }
  const means = { name: '组平均', values: chart.rows.map((row) => row.meanRate), tones: mean }
  return {
    shape: 'BARS',
    title: chart.title,
    series: chart.rows.some((row) => row.meanRate !== null) ? [own, means] : [own],
    format: '0.0%',
    scaleTo: null
  }
}

function labelsOf(chart: ReportChart): string[] {
  switch (chart.kind) {
    case 'BARS':
      return [...chart.bars.map((bar) => bar.label), ...(chart.mean === null ? [] : ['组平均'])]
    case 'PROFILE':
      return chart.rows.map((row) => row.label)
    case 'TREND':
      return chart.points.map((point) => (point.note === '' ? point.label : `${point.label} ${point.note}`))
  }
}

/** The mean is a bar of its own in another colour: a tick beside bars cannot be edited in every office program. */
export function chartData(chart: ReportChart): ChartData {
  const full = labelsOf(chart)
  const labels = full.map((label) => shortened(label, LONGEST_LABEL, 1))
  const base =
    chart.kind === 'BARS'
      ? barsData(chart)
      : chart.kind === 'PROFILE'
        ? profileData(chart)
        : {
            shape: 'LINE' as const,
            title: chart.title,
            series: [
              {
                name: chart.title,
                values: chart.points.map((point) => point.value),
                tones: chart.points.map(() => 'SUBJECT' as const)
              }
            ],
            format: numberFormat(chart.decimals),
            scaleTo: null
          }
  const cut = labels.some((label, index) => label !== full[index])
  return { ...base, labels, fullLabels: cut ? full : null }
}
