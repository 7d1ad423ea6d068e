import { textWidth } from '#shared/domain/report/chart/textMeasure.ts'
import type { Box } from '#shared/domain/report/deck/slideRoom.ts'
import { sizeFor } from '#shared/domain/report/deck/slideText.ts'
import type { ChartData, ChartSeries, PointTone } from './chartData.ts'
import { dataRange, headCell } from './chartWorkbook.ts'
import { NS, xml, XML_HEADER } from './emu.ts'
import { fill, type Palette } from './palette.ts'

/** A native chart part for a slide, elements in the order of the schema (ECMA-376 Part 1, 21.2). */
const LABEL_SIZE = 12
const TITLE_SIZES = [14, 13, 12] as const
/** Bars end before the chart's edge, so that their numbers have room. */
const HEADROOM = 1.18

const val = (tag: string, value: string | number): string => `<c:${tag} val="${value}"/>`

function textProperties(palette: Palette, size: number, bold = false): string {
  return (
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>' +
    `<a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${fill(palette.ink)}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
  )
}

function toneFill(tone: PointTone, palette: Palette): string {
  const colours: Record<PointTone, string> = {
    PLAIN: palette.bar,
    SUBJECT: palette.strong,
    FIRST: palette.good,
    UP: palette.good,
    DOWN: palette.ink2,
    MEAN: palette.mean
  }
  return fill(colours[tone])
}

function strings(range: string, values: readonly string[]): string {
  const cells = values.map((text, index) => `<c:pt idx="${index}"><c:v>${xml(text)}</c:v></c:pt>`)
  return `<c:strRef><c:f>${range}</c:f><c:strCache>${val('ptCount', values.length)}${cells.join('')}</c:strCache></c:strRef>`
}

function numbers(range: string, values: ChartSeries['values'], format: string): string {
  const cells = values.map((value, index) =>
    value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`
  )
  return (
    `<c:numRef><c:f>${range}</c:f><c:numCache><c:formatCode>${xml(format)}</c:formatCode>` +
    `${val('ptCount', values.length)}${cells.join('')}</c:numCache></c:numRef>`
  )
}

function dataLabels(data: ChartData, palette: Palette): string {
  const flags = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize']
  return (
    `<c:dLbls><c:numFmt formatCode="${xml(data.format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
    textProperties(palette, LABEL_SIZE) +
    val('dLblPos', data.shape === 'LINE' ? 't' : 'outEnd') +
    `${flags.map((flag) => val(flag, flag === 'showVal' ? 1 : 0)).join('')}</c:dLbls>`
  )
}

function seriesXml(data: ChartData, series: ChartSeries, index: number, palette: Palette): string {
  const rows = data.labels.length
  const [usual = 'PLAIN'] = series.tones
  const head = `${val('idx', index)}${val('order', index)}<c:tx>${strings(headCell(index + 1), [series.name])}</c:tx>`
  const values =
    `<c:cat>${strings(dataRange(0, rows), data.labels)}</c:cat>` +
    `<c:val>${numbers(dataRange(index + 1, rows), series.values, data.format)}</c:val>`
  if (data.shape === 'LINE') {
    const line = `<a:ln w="28575" cap="rnd">${fill(palette.strong)}<a:round/></a:ln>`
    const marker = `<c:marker>${val('symbol', 'circle')}${val('size', 8)}<c:spPr>${fill(palette.strong)}<a:ln>${fill(palette.strong)}</a:ln></c:spPr></c:marker>`
    return `<c:ser>${head}<c:spPr>${line}</c:spPr>${marker}${dataLabels(data, palette)}${values}${val('smooth', 0)}</c:ser>`
  }
  const points = series.tones.map((tone, point) =>
    tone === usual
      ? ''
      : `<c:dPt>${val('idx', point)}${val('invertIfNegative', 0)}${val('bubble3D', 0)}<c:spPr>${toneFill(tone, palette)}</c:spPr></c:dPt>`
  )
  return (
    `<c:ser>${head}<c:spPr>${toneFill(usual, palette)}</c:spPr>${val('invertIfNegative', 0)}` +
    `${points.join('')}${dataLabels(data, palette)}${values}</c:ser>`
  )
}

/** Bars start at 0 and end before the edge; free where something is negative. */
function scaling(data: ChartData): string {
  const all = data.series.flatMap(({ values }) =>
    values.flatMap((value) => (value === null ? [] : [Number(value)]))
  )
  const most = Math.max(0, ...all, ...(data.scaleTo === null ? [] : [Number(data.scaleTo)]))
  const bounded = Math.min(0, ...all) === 0 && most > 0
  const bounds = bounded ? val('max', Number((most * HEADROOM).toPrecision(3))) + val('min', 0) : ''
  return `<c:scaling>${val('orientation', 'minMax')}${bounds}</c:scaling>`
}

function axes(data: ChartData, palette: Palette): string {
  const bars = data.shape === 'BARS'
  const ticks = val('majorTickMark', 'none') + val('minorTickMark', 'none')
  const category =
    `<c:catAx>${val('axId', 111)}<c:scaling>${val('orientation', bars ? 'maxMin' : 'minMax')}</c:scaling>${val('delete', 0)}` +
    `${val('axPos', bars ? 'l' : 'b')}<c:numFmt formatCode="General" sourceLinked="0"/>${ticks}${val('tickLblPos', 'low')}` +
    `<c:spPr><a:ln w="6350">${fill(palette.ink2)}</a:ln></c:spPr>${textProperties(palette, LABEL_SIZE)}` +
    `${val('crossAx', 112)}${val('crosses', 'autoZero')}${val('auto', 0)}${val('lblAlgn', 'ctr')}${val('lblOffset', 60)}` +
    `${val('tickLblSkip', 1)}${val('noMultiLvlLbl', 1)}</c:catAx>`
  const value =
    `<c:valAx>${val('axId', 112)}${scaling(data)}${val('delete', 1)}${val('axPos', bars ? 't' : 'l')}` +
    `<c:numFmt formatCode="${xml(data.format)}" sourceLinked="0"/>${ticks}${val('tickLblPos', 'nextTo')}` +
    `${val('crossAx', 111)}${val('crosses', 'autoZero')}${val('crossBetween', 'between')}</c:valAx>`
  return category + value
}

/** Names left of the bars take what they need, at most half of the chart; without this, programs wrap them as they like. */
function plotLayout(data: ChartData, box: Box): string {
  if (data.shape === 'LINE') return '<c:layout/>'
  const longest = Math.max(...data.labels.map((label) => textWidth(label, LABEL_SIZE)))
  const left = Math.min(0.5, (longest + 14) / box.width)
  const top = (TITLE_SIZES[0] * 2) / box.height
  const place = { x: left, y: top, w: 0.99 - left, h: 0.99 - top }
  return (
    `<c:layout><c:manualLayout>${val('layoutTarget', 'inner')}${val('xMode', 'edge')}${val('yMode', 'edge')}` +
    `${Object.entries(place)
      .map(([tag, value]) => val(tag, value.toFixed(4)))
      .join('')}</c:manualLayout></c:layout>`
  )
}

export function chartXml(data: ChartData, box: Box, palette: Palette, workbookId: string): string {
  const bars = data.shape === 'BARS'
  const series = data.series.map((each, index) => seriesXml(data, each, index, palette)).join('')
  const plot = bars
    ? `<c:barChart>${val('barDir', 'bar')}${val('grouping', 'clustered')}${val('varyColors', 0)}${series}${val('gapWidth', 45)}${val('axId', 111)}${val('axId', 112)}</c:barChart>`
    : `<c:lineChart>${val('grouping', 'standard')}${val('varyColors', 0)}${series}${val('marker', 1)}${val('axId', 111)}${val('axId', 112)}</c:lineChart>`
  // At the upper left, like the headings of tables.
  const titlePlace = `<c:layout><c:manualLayout>${val('xMode', 'edge')}${val('yMode', 'edge')}${val('x', 0.01)}${val('y', 0)}</c:manualLayout></c:layout>`
  const titleSize =
    sizeFor(data.title, { width: box.width, height: TITLE_SIZES[0] * 1.3 }, TITLE_SIZES, true) * 100
  const title =
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${titleSize}" b="1"/></a:pPr>` +
    `<a:r><a:rPr lang="zh-CN" sz="${titleSize}" b="1">${fill(palette.ink)}</a:rPr><a:t>${xml(data.title)}</a:t></a:r></a:p></c:rich></c:tx>${titlePlace}${val('overlay', 0)}</c:title>`
  const legend =
    data.series.length > 1
      ? `<c:legend>${val('legendPos', 'b')}${val('overlay', 0)}${textProperties(palette, LABEL_SIZE)}</c:legend>`
      : ''
  return (
    `${XML_HEADER}<c:chartSpace xmlns:c="${NS.c}" xmlns:a="${NS.a}" xmlns:r="${NS.r}">${val('date1904', 0)}${val('roundedCorners', 0)}` +
    `<c:chart>${title}${val('autoTitleDeleted', 0)}<c:plotArea>${plotLayout(data, box)}${plot}${axes(data, palette)}</c:plotArea>${legend}` +
    `${val('plotVisOnly', 1)}${val('dispBlanksAs', 'gap')}</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
    `<c:externalData r:id="${workbookId}">${val('autoUpdate', 0)}</c:externalData></c:chartSpace>`
  )
}
