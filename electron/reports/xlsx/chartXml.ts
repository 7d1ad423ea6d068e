import { escapeMarkup } from '#shared/domain/report/escapeMarkup.ts'
import { cellText } from './sheetText.ts'
import { FONT } from './style.ts'

/** Cells of one column, and what they hold, for readers that do not look them up. */
export interface ChartRange {
  /** `'机关处室组'!$B$4:$B$14`. */
  reference: string
  values: readonly (string | null)[]
}

export interface ChartSeries {
  name: string
  values: ChartRange
  /** RGB. */
  color: string
  /** Points of another colour, by index. */
  points?: ReadonlyMap<number, string>
  /** Words in place of the numbers at the points. */
  labels?: readonly string[]
}

/** A native chart of one or two series over the same categories. Bars are horizontal and start at 0. */
export interface NativeChart {
  kind: 'BARS' | 'LINE'
  title: string
  categories: ChartRange
  series: readonly ChartSeries[]
  format: string
  /** Bounds of the value axis; null leaves them to the program. */
  scale: { min: number; max: number } | null
  /** 0-based row of the upper edge, rows that it takes, and columns from the first on. */
  topRow: number
  rows: number
  columns: number
}

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const CHART_NS = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const RELATIONSHIP_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** 8 points, in EMU. */
const GAP_ABOVE = 101_600

export function xmlText(text: string): string {
  return escapeMarkup(cellText(text))
}

const value = (tag: string, val: string | number): string => `<c:${tag} val="${val}"/>`
const fillOf = (rgb: string): string => `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`

function points(values: ChartRange['values']): string {
  const cells = values.map((text, index) =>
    text === null ? '' : `<c:pt idx="${index}"><c:v>${xmlText(text)}</c:v></c:pt>`
  )
  return value('ptCount', values.length) + cells.join('')
}

/** Run properties; sizes are hundredths of a point. */
function run(tag: string, size: number, attributes = ''): string {
  const font = `<a:latin typeface="${FONT.body}"/><a:ea typeface="${FONT.body}"/>`
  return `<a:${tag}${attributes} sz="${size}" b="${size > 1000 ? 1 : 0}">${fillOf('1B2430')}${font}</a:${tag}>`
}

function textProperties(size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${run('defRPr', size)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
}

const SHOWN = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize']
const FLAGS = SHOWN.map((flag) => value(flag, flag === 'showVal' ? 1 : 0)).join('')

/** Words of a point in place of its number. */
function pointLabel(text: string, index: number, place: string): string {
  const rich = `<a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r>${run('rPr', 900, ' lang="zh-CN"')}<a:t>${xmlText(text)}</a:t></a:r></a:p>`
  return `<c:dLbl>${value('idx', index)}<c:tx><c:rich>${rich}</c:rich></c:tx>${value('dLblPos', place)}${FLAGS}</c:dLbl>`
}

function labelsXml({ labels = [], values }: ChartSeries, { kind, format }: NativeChart): string {
  const place = kind === 'BARS' ? 'outEnd' : 't'
  const own = labels.map((text, index) =>
    values.values[index] == null ? '' : pointLabel(text, index, place)
  )
  const common = `<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/>${textProperties(900)}`
  return `<c:dLbls>${own.join('')}${common}${value('dLblPos', place)}${FLAGS}</c:dLbls>`
}

/** How a series looks: bars filled, a line with round marks. */
function looksXml({ color, points: marked = new Map<number, string>() }: ChartSeries, kind: string): string {
  if (kind === 'LINE') {
    const line = `<c:spPr><a:ln w="28575">${fillOf(color)}</a:ln></c:spPr>`
    return `${line}<c:marker>${value('symbol', 'circle')}${value('size', 7)}<c:spPr>${fillOf(color)}</c:spPr></c:marker>`
  }
  const others = Array.from(
    marked,
    ([index, rgb]) =>
      `<c:dPt>${value('idx', index)}${value('invertIfNegative', 0)}<c:spPr>${fillOf(rgb)}</c:spPr></c:dPt>`
  )
  return `<c:spPr>${fillOf(color)}</c:spPr>${value('invertIfNegative', 0)}${others.join('')}`
}

function seriesXml(series: ChartSeries, index: number, chart: NativeChart): string {
  const cells = (range: ChartRange): string => `<c:f>${xmlText(range.reference)}</c:f>`
  return [
    `<c:ser>${value('idx', index)}${value('order', index)}<c:tx><c:v>${xmlText(series.name)}</c:v></c:tx>`,
    looksXml(series, chart.kind) + labelsXml(series, chart),
    `<c:cat><c:strRef>${cells(chart.categories)}<c:strCache>${points(chart.categories.values)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef>${cells(series.values)}<c:numCache><c:formatCode>${xmlText(chart.format)}</c:formatCode>`,
    `${points(series.values.values)}</c:numCache></c:numRef></c:val>`,
    chart.kind === 'LINE' ? value('smooth', 0) : '',
    '</c:ser>'
  ].join('')
}

function axesXml({ kind, scale }: NativeChart): string {
  const bars = kind === 'BARS'
  const line = `<c:spPr><a:ln w="6350">${fillOf('6B7682')}</a:ln></c:spPr>`
  const ticks = value('majorTickMark', 'none') + value('minorTickMark', 'none')
  const format = '<c:numFmt formatCode="General" sourceLinked="0"/>'
  const bounds = scale === null ? '' : value('max', scale.max) + value('min', scale.min)
  return [
    // The first name stands on top.
    `<c:catAx>${value('axId', 101)}<c:scaling>${value('orientation', bars ? 'maxMin' : 'minMax')}</c:scaling>${value('delete', 0)}`,
    value('axPos', bars ? 'l' : 'b') +
      format +
      ticks +
      value('tickLblPos', 'low') +
      line +
      textProperties(900),
    value('crossAx', 102) + value('crosses', 'autoZero') + value('auto', 0) + value('lblAlgn', 'ctr'),
    // Without these Excel leaves out every second name when bars are narrow.
    value('lblOffset', 100) + value('tickLblSkip', 1) + value('noMultiLvlLbl', 1) + '</c:catAx>',
    `<c:valAx>${value('axId', 102)}<c:scaling>${value('orientation', 'minMax')}${bounds}</c:scaling>${value('delete', 1)}`,
    value('axPos', bars ? 't' : 'l') + format + ticks + value('tickLblPos', 'nextTo') + value('crossAx', 101),
    value('crosses', 'autoZero') + value('crossBetween', 'between') + '</c:valAx>'
  ].join('')
}

function plotXml(chart: NativeChart): string {
  const series = chart.series.map((each, index) => seriesXml(each, index, chart)).join('')
  const axes = value('axId', 101) + value('axId', 102)
  const common = value('varyColors', 0) + series
  return chart.kind === 'BARS'
    ? `<c:barChart>${value('barDir', 'bar')}${value('grouping', 'clustered')}${common}${value('gapWidth', 50)}${axes}</c:barChart>`
    : `<c:lineChart>${value('grouping', 'standard')}${common}${value('marker', 1)}${axes}</c:lineChart>`
}

export function chartXml(chart: NativeChart): string {
  const title = `<a:p><a:r>${run('rPr', 1200, ' lang="zh-CN"')}<a:t>${xmlText(chart.title)}</a:t></a:r></a:p>`
  const legend =
    chart.series.length > 1
      ? `<c:legend>${value('legendPos', 'b')}${value('overlay', 0)}${textProperties(900)}</c:legend>`
      : ''
  return [
    `${XML_HEADER}<c:chartSpace xmlns:c="${CHART_NS}" xmlns:a="${DRAWING_NS}" xmlns:r="${RELATIONSHIP_NS}">`,
    `${value('roundedCorners', 0)}<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${title}</c:rich></c:tx>`,
    `${value('overlay', 0)}</c:title>${value('autoTitleDeleted', 0)}<c:plotArea><c:layout/>`,
    `${plotXml(chart)}${axesXml(chart)}</c:plotArea>${legend}`,
    `${value('plotVisOnly', 1)}${value('dispBlanksAs', 'gap')}</c:chart>`,
    `<c:spPr>${fillOf('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`
  ].join('')
}

/** A drawing with one frame a chart; chart n is related as `rIdn`. */
export function drawingXml(charts: readonly NativeChart[]): string {
  const ns = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
  const corner = (tag: string, column: number, row: number, offset: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${tag}>`
  const frames = charts.map((chart, index) => {
    return [
      '<xdr:twoCellAnchor editAs="oneCell">' + corner('from', 0, chart.topRow, GAP_ABOVE),
      corner('to', chart.columns, chart.topRow + chart.rows, 0) + '<xdr:graphicFrame macro="">',
      `<xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${xmlText(chart.title)}" descr="${xmlText(chart.title)}"/>`,
      '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
      `<a:graphic><a:graphicData uri="${CHART_NS}"><c:chart xmlns:c="${CHART_NS}" xmlns:r="${RELATIONSHIP_NS}" r:id="rId${index + 1}"/>`,
      '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
    ].join('')
  })
  return `${XML_HEADER}<xdr:wsDr xmlns:xdr="${ns}" xmlns:a="${DRAWING_NS}">${frames.join('')}</xdr:wsDr>`
}
