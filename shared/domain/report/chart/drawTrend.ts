import { cellText } from '../cellText.ts'
import type { ReportChart } from '../reportChart.ts'
import { dotScale } from './chartScale.ts'
import { circle, COLOUR, FONT, line, polyline, text, titled, type ChartSize, type Drawing } from './svg.ts'
import { textWidth } from './textMeasure.ts'

type TrendChart = Extract<ReportChart, { kind: 'TREND' }>
type Point = TrendChart['points'][number]

const LINE = 15
const LOWEST_PLOT = 24
const WANTED_PLOT = 48
const GAP = 7

/** Value and place above or below the dot. */
const LABEL_HEIGHT = 2 * LINE + GAP

function topOf(chart: TrendChart): number {
  return chart.title === '' ? 2 : 24
}

/** Height in px at which the line rises and falls visibly. */
export function trendHeight(chart: TrendChart): number {
  return topOf(chart) + 2 * LABEL_HEIGHT + WANTED_PLOT + LINE
}

interface Spot {
  point: Point
  index: number
  x: number
  /** Null: no total in that quarter. */
  y: number | null
}

const valueText = (chart: TrendChart, value: string): string =>
  cellText({ number: value, decimals: chart.decimals })

/** The lines of a label: value (none where there was no total) and place. */
function labelOf(chart: TrendChart, { value, note }: Point): string[] {
  return [value === null ? '' : valueText(chart, value), note].filter((part) => part !== '')
}

function spotsOf(chart: TrendChart, { width, height }: ChartSize): Spot[] | null {
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((part) => textWidth(part, FONT, true)))
  const label = widest(chart.points.flatMap((point) => labelOf(chart, point)))
  const name = widest(chart.points.map((point) => point.label))
  const top = topOf(chart) + LABEL_HEIGHT
  const bottom = height - LINE - 4 - LABEL_HEIGHT
  const slot = width / chart.points.length
  // Beside a slope a label stands to one side of its dot, so it takes one and a half of its width.
  const needed = Math.max(name + 8, chart.points.length > 2 ? label * 1.5 + 4 : label + 8)
  if (slot < needed || bottom - top < LOWEST_PLOT) return null
  const values = chart.points.map((point) => point.value).filter((value) => value !== null)
  const scale = dotScale(values.map(Number), bottom, top)
  return chart.points.map((point, index) => ({
    point,
    index,
    x: (index + 0.5) * slot,
    y: point.value === null ? null : scale(Number(point.value))
  }))
}

/** Runs of neighbouring quarters with a total: the line has a gap where there was none. */
function runsOf(spots: readonly Spot[]): { x: number; y: number }[][] {
  const runs: { x: number; y: number }[][] = [[]]
  for (const { x, y } of spots)
    if (y === null) runs.push([])
    else runs.at(-1)!.push({ x, y })
  return runs.filter((run) => run.length > 0)
}

/** Where the label leaves the line free: over a peak, under a dip, on the outer side of a slope. */
function labelPlace(
  spots: readonly Spot[],
  spot: Spot & { y: number }
): { anchor: 'start' | 'middle' | 'end'; above: boolean } {
  const before = spots[spot.index - 1]?.y ?? null
  const after = spots[spot.index + 1]?.y ?? null
  const beside = [before, after].filter((y) => y !== null)
  if (beside.every((y) => y >= spot.y)) return { anchor: 'middle', above: true }
  if (beside.every((y) => y <= spot.y)) return { anchor: 'middle', above: false }
  return { anchor: after! < spot.y ? 'end' : 'start', above: true }
}

function spotMarks(chart: TrendChart, spots: readonly Spot[], spot: Spot, floor: number): string {
  const { point, x, y } = spot
  const last = spot.index === spots.length - 1
  const lines = labelOf(chart, point)
  const name = text(x, floor + LINE / 2 + 2, point.label, { anchor: 'middle', fill: COLOUR.ink2 })
  const words = [point.label, ...lines].join(' ')
  if (y === null) {
    const note = lines.map((part) =>
      text(x, floor - LINE / 2 - 2, part, { anchor: 'middle', fill: COLOUR.ink2 })
    )
    return titled(words, [...note, name])
  }
  const { anchor, above } = labelPlace(spots, { ...spot, y })
  const first = above ? y - GAP - (lines.length - 0.5) * LINE : y + GAP + 0.5 * LINE
  const shift = { start: -4, middle: 0, end: 4 }[anchor]
  return titled(words, [
    circle(x, y, last ? 5 : 4, last ? COLOUR.strong : COLOUR.paper, { stroke: COLOUR.strong, width: 2 }),
    ...lines.map((part, index) =>
      text(x + shift, first + index * LINE, part, {
        anchor,
        bold: index === 0,
        ...(index === 0 ? {} : { fill: COLOUR.ink2 })
      })
    ),
    name
  ])
}

/** Totals as dots joined by a line, value and place beside each; null where the canvas cannot hold them. */
export function drawTrend(chart: TrendChart, canvas: ChartSize): Drawing | null {
  if (chart.points.length === 0) return { marks: [], words: [] }
  const spots = spotsOf(chart, canvas)
  if (spots === null) return null
  const floor = canvas.height - LINE - 4
  const marks = [
    line(0, floor, canvas.width, floor, { stroke: COLOUR.grid }),
    ...runsOf(spots)
      .filter((run) => run.length > 1)
      .map((run) => polyline(run, { stroke: COLOUR.strong, width: 2 })),
    ...spots.map((spot) => spotMarks(chart, spots, spot, floor))
  ]
  return { marks, words: chart.points.map((point) => [point.label, ...labelOf(chart, point)].join(' ')) }
}
