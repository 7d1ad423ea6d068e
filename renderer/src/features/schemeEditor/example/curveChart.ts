import type { Chart, ChartConfiguration, Plugin } from 'chart.js'
import type { CurvePoint, ScoreCurve } from '#shared/domain/trial/scoreCurve.ts'
import { CHART_COLORS } from '../../../components/Chart.tsx'
import { schemeEditorText } from '../../../text/schemeEditor.ts'

const text = schemeEditorText.example

// Drawing only: floats never go back into a score.
const drawn = (points: readonly CurvePoint[]): { x: number; y: number }[] =>
  points.map(({ value, score }) => ({ x: Number(value), y: score === null ? Number.NaN : Number(score) }))

/**
 * Score against value. The rule as chosen is a full line; where it counts in steps or in proportion, the other way stands
 * beside it as a dashed line, each named at its end. `mark` is the example's own value.
 */
export function curveChart(
  curve: ScoreCurve,
  fullMark: string,
  mark: CurvePoint | null,
  measure: string,
  near: boolean
): ChartConfiguration {
  const own = drawn(curve.points)
  const other = curve.other === null ? null : drawn(curve.other.points)
  const ends = own.map(({ x }) => x)
  return {
    type: 'line',
    data: {
      datasets: [
        ...(other === null
          ? []
          : [
              {
                label: curve.other?.mode === 'STEP' ? text.step : text.linear,
                data: other,
                borderColor: CHART_COLORS.ref,
                borderDash: [4, 3],
                borderWidth: 1.5,
                pointRadius: 0
              }
            ]),
        {
          label: curve.mode === null ? '' : curve.mode === 'STEP' ? text.step : text.linear,
          data: own,
          borderColor: CHART_COLORS.subject,
          borderWidth: 2,
          pointRadius: 0
        },
        {
          label: '',
          data: mark === null ? [] : drawn([mark]),
          borderColor: CHART_COLORS.subject,
          backgroundColor: CHART_COLORS.subject,
          pointRadius: 4
        }
      ]
    },
    options: {
      animation: false,
      parsing: false,
      events: [],
      layout: { padding: { top: 16, right: 14 } },
      plugins: { tooltip: { enabled: false } },
      scales: {
        x: {
          type: 'linear',
          min: ends[0],
          max: ends.at(-1),
          grid: { display: false },
          title: { display: measure !== '', text: measure, align: 'end', padding: 0 },
          ticks: { maxTicksLimit: 7, maxRotation: 0 }
        },
        y: {
          // A close look at single steps needs the height as well.
          ...(near
            ? {}
            : {
                min: Math.min(0, ...own.map(({ y }) => (Number.isNaN(y) ? 0 : y))),
                suggestedMax: Number(fullMark)
              }),
          grid: { color: CHART_COLORS.grid },
          border: { display: false },
          ticks: { maxTicksLimit: 5 }
        }
      }
    },
    plugins: [lineNames]
  }
}

/** Names of the two lines where they stand apart most: a legend would have to be looked up. */
const lineNames: Plugin = {
  id: 'curveNames',
  afterDatasetsDraw: (chart: Chart) => {
    const named = chart.data.datasets.filter(({ label }) => label !== undefined && label !== '')
    const { ctx, chartArea } = chart
    ctx.save()
    ctx.font = "12px 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
    ctx.textAlign = 'right'
    named.forEach((dataset, index) => {
      const own = dataset.borderColor === CHART_COLORS.subject
      ctx.fillStyle = own ? CHART_COLORS.subject : CHART_COLORS.ref
      const mark = own ? '━ ' : '┅ '
      ctx.fillText(`${mark}${dataset.label ?? ''}`, chartArea.right - index * 190, chartArea.top - 6)
    })
    ctx.restore()
  }
}
