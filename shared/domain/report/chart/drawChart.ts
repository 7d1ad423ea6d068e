import type { ReportChart } from '../reportChart.ts'
import { barsHeight, drawBars } from './drawBars.ts'
import { drawProfile, profileHeight } from './drawProfile.ts'
import { drawTrend, trendHeight } from './drawTrend.ts'
import { svgDocument, type ChartSize, type Drawing } from './svg.ts'

export type { ChartSize } from './svg.ts'

function drawingOf(chart: ReportChart, canvas: ChartSize): Drawing | null {
  switch (chart.kind) {
    case 'BARS':
      return drawBars(chart, canvas)
    case 'PROFILE':
      return drawProfile(chart, canvas)
    case 'TREND':
      return drawTrend(chart, canvas)
  }
}

/** Height in px that a chart wants at a width: what to give it wherever the height is free. */
export function chartHeight(chart: ReportChart, width: number): number {
  switch (chart.kind) {
    case 'BARS':
      return barsHeight(chart, width)
    case 'PROFILE':
      return profileHeight(chart)
    case 'TREND':
      return trendHeight(chart)
  }
}

/** A smaller step is not seen; a larger one wastes room. */
const STEP = 1.04

/**
 * A chart as a whole SVG document of `size` px (1/96 inch) with texts of 12 px. What `size` cannot hold that way is drawn
 * on a larger canvas and shown smaller; nothing is left out and nothing overlaps. For larger texts, ask for a smaller
 * size and show the drawing larger: it has a `viewBox`. It has no ids, classes or scripts and may stand inside a page.
 */
export function drawChart(chart: ReportChart, size: ChartSize): string {
  const canvas = { width: Math.max(1, size.width), height: Math.max(1, size.height) }
  let drawing = drawingOf(chart, canvas)
  while (drawing === null) {
    canvas.width *= STEP
    canvas.height *= STEP
    drawing = drawingOf(chart, canvas)
  }
  return svgDocument(chart, drawing, canvas, size)
}
