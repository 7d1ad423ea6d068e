import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
  type ChartConfiguration
} from 'chart.js'
import { useEffect, useRef, type ReactElement } from 'react'

// Only what the product draws; no legends (lines carry their labels).
ChartJs.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip
)

export const CHART_COLORS = {
  bar: '#8fb0d1',
  subject: '#1f5187',
  riser: '#bf1a20',
  faller: '#1b2430',
  other: '#b3bdc8',
  ref: '#475362',
  grid: '#e8ecef',
  text: '#606b79'
} as const

ChartJs.defaults.font.family = "'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
ChartJs.defaults.font.size = 12
ChartJs.defaults.color = CHART_COLORS.text
ChartJs.defaults.animation = false
ChartJs.defaults.maintainAspectRatio = false

/**
 * A chart.js drawing that fills its parent (give the parent a height). `config` must be stable between renders
 * (useMemo); `label` is the one-sentence description for screen readers.
 */
export function Chart({ config, label }: { config: ChartConfiguration; label: string }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current === null) return undefined
    const chart = new ChartJs(canvas.current, config)
    return () => chart.destroy()
  }, [config])
  return (
    <div className="chart">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
