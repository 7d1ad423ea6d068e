import { cellText } from './sheetText.ts'
import { FONT } from './style.ts'

/** Parts of a native horizontal bar chart, elements in the order of the OOXML schema. Bars start at 0. */
export interface BarChart {
  title: string
  /** Where the numbers stand: names and totals in two columns (letters) from `firstRow` (1-based) on. */
  sheetName: string
  nameColumn: string
  totalColumn: string
  firstRow: number
  /** What the cells hold, for readers that do not look them up. */
  names: string[]
  totals: string[]
  /** All totals of the group: charts of one group share a scale. */
  scaleOf: string[]
  format: string
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
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;'
}

export function xmlText(text: string): string {
  return cellText(text).replace(/[&<>"']/g, (char) => ESCAPES[char]!)
}

const value = (tag: string, val: string | number): string => `<c:${tag} val="${val}"/>`
const fillOf = (rgb: string): string => `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`

function points(values: readonly string[]): string {
  const cells = values.map((text, index) => `<c:pt idx="${index}"><c:v>${xmlText(text)}</c:v></c:pt>`)
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

function seriesXml(chart: BarChart): string {
  const sheet = `'${chart.sheetName.replaceAll("'", "''")}'`
  const lastRow = chart.firstRow + chart.names.length - 1
  const range = (column: string): string =>
    `<c:f>${xmlText(`${sheet}!$${column}$${chart.firstRow}:$${column}$${lastRow}`)}</c:f>`
  const format = xmlText(chart.format)
  const flags = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize']
  return [
    '<c:ser>',
    value('idx', 0) + value('order', 0) + '<c:tx><c:v>总得分</c:v></c:tx>',
    `<c:spPr>${fillOf('8FB0D1')}</c:spPr>` + value('invertIfNegative', 0),
    `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/>${textProperties(900)}${value('dLblPos', 'outEnd')}`,
    flags.map((flag) => value(flag, flag === 'showVal' ? 1 : 0)).join('') + '</c:dLbls>',
    `<c:cat><c:strRef>${range(chart.nameColumn)}<c:strCache>${points(chart.names)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef>${range(chart.totalColumn)}<c:numCache><c:formatCode>${format}</c:formatCode>${points(chart.totals)}`,
    '</c:numCache></c:numRef></c:val></c:ser>'
  ].join('')
}

/** From 0 to a little beyond the longest bar, so that its number has room; free where a total is below 0. */
function scaling(totals: readonly string[]): string {
  const numbers = totals.map(Number)
  const highest = Math.max(...numbers)
  const fixed = Math.min(...numbers) >= 0 && highest > 0
  const bounds = fixed ? value('max', Math.ceil(highest * 1.08)) + value('min', 0) : ''
  return `<c:scaling>${value('orientation', 'minMax')}${bounds}</c:scaling>`
}

function axesXml(chart: BarChart): string {
  const line = `<c:spPr><a:ln w="6350">${fillOf('6B7682')}</a:ln></c:spPr>`
  const ticks = value('majorTickMark', 'none') + value('minorTickMark', 'none')
  const format = '<c:numFmt formatCode="General" sourceLinked="0"/>'
  return [
    `<c:catAx>${value('axId', 101)}<c:scaling>${value('orientation', 'maxMin')}</c:scaling>${value('delete', 0)}`,
    value('axPos', 'l') + format + ticks + value('tickLblPos', 'low') + line + textProperties(900),
    value('crossAx', 102) + value('crosses', 'autoZero') + value('auto', 0) + value('lblAlgn', 'ctr'),
    // Without these Excel leaves out every second name when bars are narrow.
    value('lblOffset', 100) + value('tickLblSkip', 1) + value('noMultiLvlLbl', 1) + '</c:catAx>',
    `<c:valAx>${value('axId', 102)}${scaling(chart.scaleOf)}${value('delete', 1)}${value('axPos', 't')}`,
    format +
      ticks +
      value('tickLblPos', 'nextTo') +
      value('crossAx', 101) +
      value('crosses', 'autoZero') +
      value('crossBetween', 'between') +
      '</c:valAx>'
  ].join('')
}

export function chartXml(chart: BarChart): string {
  const title = `<a:p><a:r>${run('rPr', 1200, ' lang="zh-CN"')}<a:t>${xmlText(chart.title)}</a:t></a:r></a:p>`
  return [
    `${XML_HEADER}<c:chartSpace xmlns:c="${CHART_NS}" xmlns:a="${DRAWING_NS}" xmlns:r="${RELATIONSHIP_NS}">`,
    `${value('roundedCorners', 0)}<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${title}</c:rich></c:tx>`,
    `${value('overlay', 0)}</c:title>${value('autoTitleDeleted', 0)}<c:plotArea><c:layout/><c:barChart>`,
    value('barDir', 'bar') + value('grouping', 'clustered') + value('varyColors', 0) + seriesXml(chart),
    `${value('gapWidth', 50)}${value('axId', 101)}${value('axId', 102)}</c:barChart>${axesXml(chart)}</c:plotArea>`,
    `${value('plotVisOnly', 1)}${value('dispBlanksAs', 'gap')}</c:chart>`,
    `<c:spPr>${fillOf('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`
  ].join('')
}

/** A drawing with one frame a chart; chart n is related as `rIdn`. */
export function drawingXml(charts: readonly BarChart[]): string {
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
