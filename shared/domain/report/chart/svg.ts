import { escapeMarkup } from '../escapeMarkup.ts'
import type { ReportChart } from '../reportChart.ts'
import { shortened } from './textMeasure.ts'

/** In px of 1/96 inch. */
export interface ChartSize {
  width: number
  height: number
}

/** DESIGN.md §3: one hue for values, ink for reference, 朱砂 for the good thing that is talked about. */
export const COLOUR = {
  ink: '#1b2430',
  ink2: '#475362',
  grid: '#a7b0ba',
  bar: '#8fb0d1',
  strong: '#1f5187',
  good: '#bf1a20',
  paper: '#ffffff'
} as const

/** 9 pt: 小五, the smallest that is printed. */
export const FONT = 12
export const TITLE_FONT = 13

/** Families by their Chinese and English names; no font is embedded. */
const FAMILIES = "'Microsoft YaHei','微软雅黑',SimHei,'黑体','Noto Sans CJK SC',sans-serif"

/** One decimal of a pixel is finer than any printer; more digits only make files longer. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export interface TextStyle {
  anchor?: 'start' | 'middle' | 'end'
  size?: number
  bold?: boolean
  fill?: string
}

/** One line of text whose middle height is `y`. Baselines are computed: renderers disagree about `dominant-baseline`. */
export function text(x: number, y: number, content: string, style: TextStyle = {}): string {
  const { anchor = 'start', size = FONT, bold = false, fill = COLOUR.ink } = style
  const weight = bold ? ' font-weight="bold"' : ''
  return `<text x="${px(x)}" y="${px(y + size * 0.36)}" text-anchor="${anchor}" font-size="${size}"${weight} fill="${fill}">${escapeMarkup(content)}</text>`
}

export interface Stroke {
  stroke?: string
  width?: number
  dash?: string
}

function strokeOf({ stroke = COLOUR.ink, width = 1, dash }: Stroke): string {
  return `stroke="${stroke}" stroke-width="${width}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}`
}

export function line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke = {}): string {
  return `<line x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}" ${strokeOf(stroke)}/>`
}

export function polyline(points: readonly { x: number; y: number }[], stroke: Stroke): string {
  const path = points.map(({ x, y }) => `${px(x)},${px(y)}`).join(' ')
  return `<polyline points="${path}" fill="none" stroke-linejoin="round" ${strokeOf(stroke)}/>`
}

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  stroke?: Stroke
): string {
  const frame = stroke === undefined ? '' : ` ${strokeOf(stroke)}`
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(Math.max(0, width))}" height="${px(height)}" fill="${fill}"${frame}/>`
}

export function circle(x: number, y: number, radius: number, fill: string, stroke: Stroke): string {
  return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" fill="${fill}" ${strokeOf(stroke)}/>`
}

/** A triangle inside a square of `size` around a point. */
export function triangle(
  x: number,
  y: number,
  size: number,
  points: 'UP' | 'DOWN' | 'RIGHT',
  fill: string
): string {
  const half = size / 2
  const corners = {
    UP: [x - half, y + half, x + half, y + half, x, y - half],
    DOWN: [x - half, y - half, x + half, y - half, x, y + half],
    RIGHT: [x - half, y - half, x - half, y + half, x + half, y]
  }[points]
  return `<polygon points="${corners.map(px).join(' ')}" fill="${fill}" ${strokeOf({ stroke: COLOUR.ink })}/>`
}

/** Marks that belong together, with what a pointer that rests on them is told: the name in full. */
export function titled(title: string, marks: readonly string[]): string {
  return `<g><title>${escapeMarkup(title)}</title>${marks.join('')}</g>`
}

/** What a drawing consists of: drawn on `canvas`, shown at `size`. */
export interface Drawing {
  marks: readonly string[]
  /** The chart in words, for those who do not see it. */
  words: readonly string[]
}

/** A whole SVG document: no classes, no ids, no scripts, nothing from elsewhere, so that it can stand inside a page. */
export function svgDocument(
  chart: ReportChart,
  drawing: Drawing,
  canvas: ChartSize,
  size: ChartSize
): string {
  const heading = shortened(chart.title, canvas.width, TITLE_FONT, true)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${px(size.width)}" height="${px(size.height)}"`,
    ` viewBox="0 0 ${px(canvas.width)} ${px(canvas.height)}" font-family="${FAMILIES}">`,
    `<title>${escapeMarkup(chart.title)}</title><desc>${escapeMarkup(drawing.words.join('；'))}</desc>`,
    heading === '' ? '' : text(0, TITLE_FONT * 0.7, heading, { size: TITLE_FONT, bold: true }),
    ...drawing.marks,
    '</svg>'
  ].join('')
}
