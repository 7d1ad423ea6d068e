import type { ChartConfiguration } from 'chart.js'
import { useMemo, type ReactElement } from 'react'
import { periodShort } from '#shared/domain/period/periodKey.ts'
import type { RankHistory } from '#shared/ipc/results.ts'
import { Chart, CHART_COLORS } from '../../components/Chart.tsx'
import { unitText } from '../../text/unit.ts'

/** 近四季名次: rank 1 on top, the rank written on each point. */
export function RankHistoryChart({
  history,
  groupSize
}: {
  history: RankHistory
  groupSize: number
}): ReactElement {
  const points = useMemo(() => history.points.slice(-4), [history])
  const config = useMemo<ChartConfiguration>(() => rankChart(points, groupSize), [points, groupSize])
  if (points.every((point) => point.rank === null)) return <p className="small quiet">{unitText.noRanks}</p>
  const said = points.map((point) => `${periodShort(point.period)} ${point.rank ?? '/'}`).join('，')
  return <Chart config={config} label={`${unitText.ranks}：${said}`} />
}

function rankChart(points: RankHistory['points'], groupSize: number): ChartConfiguration {
  const ranks = points.map((point) => point.rank)
  return {
    type: 'line',
    data: {
      labels: points.map((point, index) =>
        index === points.length - 1 ? unitText.trace.now : periodShort(point.period)
      ),
      datasets: [
        {
          data: ranks,
          borderColor: CHART_COLORS.subject,
          borderWidth: 2,
          backgroundColor: CHART_COLORS.subject,
          pointRadius: points.map((_, index) => (index === points.length - 1 ? 4 : 3)),
          pointBackgroundColor: CHART_COLORS.subject,
          spanGaps: false,
          clip: false
        }
      ]
    },
    options: {
      animation: false,
      layout: { padding: { top: 18, left: 12, right: 12 } },
      events: [],
      scales: {
        x: {
          grid: { display: false },
          border: { display: false },
          ticks: { color: CHART_COLORS.text, maxRotation: 0 }
        },
        y: { reverse: true, display: false, min: 1, suggestedMax: Math.max(groupSize, 2) }
      }
    },
    plugins: [labels]
  }
}

/** The rank above each point: a line of four points needs no axis. */
const labels = {
  id: 'rankLabels',
  afterDatasetsDraw: (chart: RankLabelChart) => {
    const { ctx } = chart
    const values = chart.data.datasets[0]?.data ?? []
    ctx.save()
    ctx.textAlign = 'center'
    chart.getDatasetMeta(0).data.forEach((point, index) => {
      const value = values[index]
      if (typeof value !== 'number') return
      const last = index === values.length - 1
      ctx.font = `${last ? '600 13px' : '12px'} 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif`
      ctx.fillStyle = last ? '#1b2430' : CHART_COLORS.ref
      ctx.fillText(String(value), point.x, point.y - 8)
    })
    ctx.restore()
  }
}

interface RankLabelChart {
  ctx: CanvasRenderingContext2D
  data: { datasets: { data: readonly unknown[] }[] }
  getDatasetMeta(index: number): { data: { x: number; y: number }[] }
}
