import type { ReportChart } from '../reportChart.ts'
import { barScale } from './chartScale.ts'
import { COLOUR, FONT, line, rect, text, titled, type ChartSize, type Drawing } from './svg.ts'
import { shortened, textWidth, wrapped } from './textMeasure.ts'

type ProfileChart = Extract<ReportChart, { kind: 'PROFILE' }>
type Row = ProfileChart['rows'][number]

const LOWEST_ROW = 17
const HIGHEST_ROW = 34
const WANTED_ROW = 26
const HEAD = 18
const GAP = 8
const NARROWEST_BARS = 60
const SCORE_HEAD = '得分/满分'
const MEAN_HEAD = '组平均'
/** The tick of the mean stands before its head and thereby explains itself. */
const TICK = 8

function topOf(chart: ProfileChart): number {
  return (chart.title === '' ? 2 : 24) + HEAD
}

/** Height in px at which every dimension has a comfortable row. */
export function profileHeight(chart: ProfileChart): number {
  return topOf(chart) + Math.max(1, chart.rows.length) * WANTED_ROW + 4
}

/** 「/」 and 缺报 stand alone. */
const scoreText = (row: Row): string => (row.rate === null ? row.score : `${row.score}/${row.fullMark}`)

interface Layout {
  rowHeight: number
  labelRoom: number
  /** Where bars begin and end, and the right edges of the two columns of numbers. */
  from: number
  to: number
  scoreEdge: number
  meanEdge: number
}

function layoutOf(chart: ProfileChart, { width, height }: ChartSize): Layout | null {
  const rowHeight = Math.min(HIGHEST_ROW, (height - topOf(chart) - 4) / Math.max(1, chart.rows.length))
  const widest = (texts: readonly string[], bold: boolean): number =>
    Math.max(0, ...texts.map((each) => textWidth(each, FONT, bold)))
  const scoreRoom = widest([SCORE_HEAD, ...chart.rows.map(scoreText)], true)
  const withMean = chart.rows.some((row) => row.mean !== null)
  const meanRoom = withMean
    ? widest([MEAN_HEAD, ...chart.rows.map((row) => row.mean ?? '')], false) + TICK
    : 0
  const labelRoom = Math.min(
    widest(
      chart.rows.map((row) => row.label),
      false
    ),
    width * 0.3
  )
  const meanEdge = width
  const scoreEdge = meanEdge - meanRoom - (withMean ? GAP : 0)
  const from = labelRoom + GAP
  const to = scoreEdge - scoreRoom - GAP
  if (rowHeight < LOWEST_ROW || to - from < NARROWEST_BARS) return null
  return { rowHeight, labelRoom, from, to, scoreEdge, meanEdge }
}

/** Bars in percent of the full mark with the group's mean as a tick; null where the canvas cannot hold them. */
export function drawProfile(chart: ProfileChart, canvas: ChartSize): Drawing | null {
  const layout = layoutOf(chart, canvas)
  if (layout === null) return null
  const top = topOf(chart)
  const bottom = top + chart.rows.length * layout.rowHeight
  const rates = chart.rows.flatMap((row) => [row.rate, row.meanRate]).filter((rate) => rate !== null)
  const scale = barScale([1, ...rates.map(Number)], layout.from, layout.to)
  const withMean = chart.rows.some((row) => row.mean !== null)
  const head = { anchor: 'end', fill: COLOUR.ink2 } as const
  const headY = top - HEAD / 2
  const meanHead = layout.meanEdge - textWidth(MEAN_HEAD, FONT) - TICK / 2
  const marks = [
    text(layout.scoreEdge, headY, SCORE_HEAD, head),
    ...(withMean
      ? [
          text(layout.meanEdge, headY, MEAN_HEAD, head),
          line(meanHead, headY - 6, meanHead, headY + 6, { width: 2.5 })
        ]
      : []),
    line(scale(1), top, scale(1), bottom, { stroke: COLOUR.grid, dash: '2 2' }),
    line(scale(0), top, scale(0), bottom, { stroke: COLOUR.ink2 }),
    ...fullMarkHead(scale(1), headY, layout),
    ...chart.rows.map((row, index) => {
      const y = top + (index + 0.5) * layout.rowHeight
      return rowMarks(row, y, layout, scale)
    })
  ]
  const words = chart.rows.map((row) => {
    const mean = row.mean === null ? '' : `，${MEAN_HEAD} ${row.mean}`
    return `${row.label} ${scoreText(row)}${mean}`
  })
  return { marks, words }
}

/** 满分 above its line, where the heads leave room for it. */
function fullMarkHead(x: number, y: number, { scoreEdge }: Layout): string[] {
  const half = textWidth('满分', FONT) / 2
  const right = Math.min(x + half, scoreEdge - textWidth(SCORE_HEAD, FONT) - GAP)
  return [text(right, y, '满分', { anchor: 'end', fill: COLOUR.ink2 })]
}

function rowMarks(row: Row, y: number, layout: Layout, scale: (value: number) => number): string {
  const thickness = Math.min(16, layout.rowHeight * 0.58)
  const lines = wrapped(row.label, layout.labelRoom + 1, FONT, layout.rowHeight >= 2.4 * FONT ? 2 : 1)
  const marks = lines.map((part, index) =>
    text(0, y + (index - (lines.length - 1) / 2) * FONT * 1.15, shortened(part, layout.labelRoom + 1, FONT))
  )
  if (row.rate !== null) {
    const end = scale(Number(row.rate))
    marks.push(
      rect(Math.min(end, scale(0)), y - thickness / 2, Math.abs(end - scale(0)), thickness, COLOUR.bar)
    )
  }
  if (row.meanRate !== null) {
    const x = scale(Number(row.meanRate))
    marks.push(line(x, y - thickness / 2 - 2, x, y + thickness / 2 + 2, { width: 2.5 }))
  }
  marks.push(text(layout.scoreEdge, y, scoreText(row), { anchor: 'end', bold: true }))
  if (row.mean !== null) marks.push(text(layout.meanEdge, y, row.mean, { anchor: 'end', fill: COLOUR.ink2 }))
  return titled(`${row.label} ${scoreText(row)}`, marks)
}
