import type { ReportChart } from '../reportChart.ts'
import { cellText } from '../cellText.ts'
import { barScale, type Scale } from './chartScale.ts'
import { COLOUR, FONT, line, rect, text, titled, triangle, type ChartSize, type Drawing } from './svg.ts'
import { shortened, textWidth, wrapped } from './textMeasure.ts'

type BarChart = Extract<ReportChart, { kind: 'BARS' }>
type Bar = BarChart['bars'][number]

const COLUMN_GAP = 28
const NARROWEST_COLUMN = 240
const NARROWEST_BARS = 48
/** Lowest row in which a line of text stands free, and the highest that still looks like a list. */
const LOWEST_ROW = 17
const HIGHEST_ROW = 40
const WANTED_ROW = 24
/** Row in which a name may take two lines. */
const TWO_LINE_ROW = 2.4 * FONT
/** Share of a column that names may take. */
const LABEL_SHARE = 0.4
/** Bars that one column holds before a second one begins, where the height may be chosen. */
const LONGEST_COLUMN = 32
const GAP = 5
/** Room for the mark that says UP or DOWN without colour. */
const SIGN = 12

function headHeight(chart: BarChart): number {
  return (chart.title === '' ? 2 : 24) + (chart.mean === null ? 0 : 18)
}

function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width + COLUMN_GAP) / (NARROWEST_COLUMN + COLUMN_GAP)))
}

/** Height in px at which every bar has a comfortable row. */
export function barsHeight(chart: BarChart, width: number): number {
  const columns = Math.min(columnsIn(width), Math.max(1, Math.ceil(chart.bars.length / LONGEST_COLUMN)))
  const room = ((width - (columns - 1) * COLUMN_GAP) / columns) * LABEL_SHARE
  const long = chart.bars.some((bar) => textWidth(bar.label, FONT, true) > room)
  const rows = Math.max(1, Math.ceil(chart.bars.length / columns))
  return headHeight(chart) + rows * (long ? TWO_LINE_ROW + 3 : WANTED_ROW) + 4
}

interface Column {
  /** Left edge and width of the whole column. */
  x: number
  width: number
  y: number
  rowHeight: number
  labelRoom: number
  scale: Scale
}

const valueText = (chart: BarChart, value: string): string =>
  cellText({ number: value, decimals: chart.decimals })

/** The fewest columns whose rows are high enough; null where the canvas is too small. */
function layoutOf(chart: BarChart, { width, height }: ChartSize): { columns: Column[]; rows: number } | null {
  const top = headHeight(chart)
  for (let count = 1; count <= columnsIn(width); count += 1) {
    const rows = Math.max(1, Math.ceil(chart.bars.length / count))
    const rowHeight = Math.min(HIGHEST_ROW, (height - top - 4) / rows)
    if (rowHeight < LOWEST_ROW) continue
    const columns = columnsOf(chart, count, (width - (count - 1) * COLUMN_GAP) / count, top, rowHeight)
    return columns === null ? null : { rows, columns }
  }
  return null
}

/** Room on either side of the bars: names on the left, values and signs on the right. Null where none is left for bars. */
function columnsOf(
  chart: BarChart,
  count: number,
  width: number,
  y: number,
  rowHeight: number
): Column[] | null {
  const texts = chart.bars.map((bar) => valueText(chart, bar.value))
  const valueRoom = Math.max(0, ...texts.map((value) => textWidth(value, FONT, true))) + GAP + SIGN
  const longest = Math.max(0, ...chart.bars.map((bar) => textWidth(bar.label, FONT, true)))
  const labelRoom = Math.min(longest, width * LABEL_SHARE)
  const from = labelRoom + GAP * 2
  if (width - from - valueRoom < NARROWEST_BARS) return null
  const values = [
    ...chart.bars.map((bar) => Number(bar.value)),
    ...[chart.mean ?? [], chart.scaleTo ?? []].flat().map(Number)
  ]
  return Array.from({ length: count }, (_, index) => {
    const x = index * (width + COLUMN_GAP)
    return { x, width, y, rowHeight, labelRoom, scale: barScale(values, x + from, x + width - valueRoom) }
  })
}

/** Tones differ in shape and weight too, so that they survive a grey print. */
function barMarks(bar: Bar, x: number, y: number, width: number, height: number): string {
  switch (bar.tone) {
    case 'PLAIN':
      return rect(x, y, width, height, COLOUR.bar)
    case 'SUBJECT':
      return rect(x, y, width, height, COLOUR.strong)
    case 'FIRST':
    case 'UP':
      return rect(x, y, width, height, COLOUR.good)
    case 'DOWN':
      return rect(x, y, width, height, COLOUR.paper, { stroke: COLOUR.ink, dash: '3 2' })
  }
}

function rowMarks(chart: BarChart, bar: Bar, column: Column, row: number): string {
  const { scale, rowHeight, labelRoom } = column
  const y = column.y + (row + 0.5) * rowHeight
  const zero = scale(0)
  const end = scale(Number(bar.value))
  const thickness = Math.min(20, rowHeight * 0.62)
  const bold = bar.tone !== 'PLAIN'
  const value = valueText(chart, bar.value)
  const lines = wrapped(bar.label, labelRoom + 1, FONT, rowHeight >= TWO_LINE_ROW ? 2 : 1, bold)
  const labels = lines.map((part, index) =>
    text(column.x + labelRoom, y + (index - (lines.length - 1) / 2) * FONT * 1.15, part, {
      anchor: 'end',
      bold
    })
  )
  // The value stands right of its bar, and right of the mean where that would cut through it.
  const width = textWidth(value, FONT, bold) + (bar.tone === 'UP' || bar.tone === 'DOWN' ? SIGN : 0)
  const free = Math.max(zero, end) + GAP
  const mean = chart.mean === null ? null : scale(Number(chart.mean))
  const start = mean !== null && mean > free - GAP && mean < free + width + 2 ? mean + GAP : free
  const sign =
    bar.tone === 'UP' || bar.tone === 'DOWN'
      ? triangle(start + 4, y, 8, bar.tone, bar.tone === 'UP' ? COLOUR.good : COLOUR.paper)
      : ''
  return titled(`${bar.label} ${value}`, [
    barMarks(bar, Math.min(zero, end), y - thickness / 2, Math.abs(end - zero), thickness),
    bar.tone === 'SUBJECT' ? triangle(column.x + labelRoom + GAP, y, 6, 'RIGHT', COLOUR.strong) : '',
    ...labels,
    sign,
    text(start + (sign === '' ? 0 : SIGN), y, value, { bold })
  ])
}

function meanMarks(chart: BarChart, column: Column, rows: number): string[] {
  if (chart.mean === null) return []
  const x = column.scale(Number(chart.mean))
  const label = shortened(`平均 ${valueText(chart, chart.mean)}`, column.width, FONT)
  const half = textWidth(label, FONT) / 2
  const middle = Math.min(Math.max(x, column.x + half), column.x + column.width - half)
  const bottom = column.y + rows * column.rowHeight
  return [
    text(middle, column.y - 12, label, { anchor: 'middle' }),
    line(x, column.y - 4, x, bottom, { stroke: COLOUR.ink, width: 1.5 })
  ]
}

/** Horizontal bars from 0, in as many columns as they need; null where the canvas cannot hold them. */
export function drawBars(chart: BarChart, canvas: ChartSize): Drawing | null {
  const layout = layoutOf(chart, canvas)
  if (layout === null) return null
  const marks = layout.columns.flatMap((column, index) => {
    const bars = chart.bars.slice(index * layout.rows, (index + 1) * layout.rows)
    if (bars.length === 0) return []
    const zero = column.scale(0)
    return [
      ...bars.map((bar, row) => rowMarks(chart, bar, column, row)),
      line(zero, column.y, zero, column.y + bars.length * column.rowHeight, { stroke: COLOUR.ink2 }),
      ...meanMarks(chart, column, bars.length)
    ]
  })
  const words = chart.bars.map((bar) => `${bar.label} ${valueText(chart, bar.value)}`)
  return { marks, words: chart.mean === null ? words : [...words, `平均 ${valueText(chart, chart.mean)}`] }
}
