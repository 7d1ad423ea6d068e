import JSZip from 'jszip'
import type { ChartAnchor } from './rankingSheets.ts'

/**
 * Native charts: exceljs cannot write them, so their parts are added to the package it wrote, in the order that the
 * OOXML schema wants. Bars start at 0.
 */
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const NO_RELATIONSHIPS = `${HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`

export interface BarChart extends ChartAnchor {
  rows: number
}

function xml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[char]!)
}

function points(values: readonly string[]): string {
  return `<c:ptCount val="${values.length}"/>${values.map((value, index) => `<c:pt idx="${index}"><c:v>${xml(value)}</c:v></c:pt>`).join('')}`
}

function text(size: number, bold = false): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
}

function chartXml(chart: BarChart): string {
  const sheet = `'${chart.sheetName.replaceAll("'", "''")}'`
  const range = (column: string): string => xml(`${sheet}!$${column}$${chart.firstRow}:$${column}$${chart.lastRow}`)
  const series =
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>总得分</c:v></c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="8FB0D1"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
    `<c:dLbls><c:numFmt formatCode="General" sourceLinked="1"/>${text(900)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>` +
    `<c:cat><c:strRef><c:f>${range(chart.nameColumn)}</c:f><c:strCache>${points(chart.names)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${range(chart.totalColumn)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(chart.totals)}</c:numCache></c:numRef></c:val></c:ser>`
  return (
    `${HEADER}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${REL}">` +
    `<c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${xml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="50"/><c:axId val="101"/><c:axId val="102"/></c:barChart>` +
    `<c:catAx><c:axId val="101"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${text(900)}<c:crossAx val="102"/><c:crosses val="autoZero"/></c:catAx>` +
    `<c:valAx><c:axId val="102"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="101"/><c:crosses val="autoZero"/></c:valAx>` +
    `</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  )
}

function drawingXml(chart: BarChart): string {
  return (
    `${HEADER}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
    `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${chart.topRow}</xdr:row><xdr:rowOff>60000</xdr:rowOff></xdr:from>` +
    `<xdr:to><xdr:col>${chart.columns}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${chart.topRow + chart.rows}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${xml(chart.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${REL}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
  )
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`
}

/** Elements that the schema puts after `<drawing>` in a worksheet. */
const AFTER_DRAWING = ['legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst']

function withDrawing(worksheet: string): string {
  const places = AFTER_DRAWING.map((tag) => worksheet.search(new RegExp(`<${tag}[ >/]`))).filter((at) => at >= 0)
  const at = Math.min(...places, worksheet.indexOf('</worksheet>'))
  const body = `${worksheet.slice(0, at)}<drawing r:id="rIdChart"/>${worksheet.slice(at)}`
  return body.includes('xmlns:r=') ? body : body.replace('<worksheet ', `<worksheet xmlns:r="${REL}" `)
}

/** Adds one horizontal bar chart to each sheet named. `at` dates every part, so that bytes repeat. */
export async function addBarCharts(bytes: Uint8Array, charts: readonly BarChart[], at: Date): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  const read = async (path: string): Promise<string | null> => (await zip.file(path)?.async('string')) ?? null
  let types = (await read('[Content_Types].xml'))!
  const override = (part: string, type: string): void => {
    types = types.replace('</Types>', `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/></Types>`)
  }
  for (const [index, chart] of charts.entries()) {
    const n = index + 1
    const sheet = `xl/worksheets/sheet${chart.sheetIndex}.xml`
    const sheetRels = `xl/worksheets/_rels/sheet${chart.sheetIndex}.xml.rels`
    zip.file(sheet, withDrawing((await read(sheet))!))
    const rels = (await read(sheetRels)) ?? NO_RELATIONSHIPS
    zip.file(sheetRels, rels.replace('</Relationships>', `${relationship('rIdChart', 'drawing', `../drawings/drawing${n}.xml`)}</Relationships>`))
    zip.file(`xl/drawings/drawing${n}.xml`, drawingXml(chart))
    zip.file(
      `xl/drawings/_rels/drawing${n}.xml.rels`,
      NO_RELATIONSHIPS.replace('</Relationships>', `${relationship('rId1', 'chart', `../charts/chart${n}.xml`)}</Relationships>`)
    )
    zip.file(`xl/charts/chart${n}.xml`, chartXml(chart))
    override(`/xl/drawings/drawing${n}.xml`, 'drawing')
    override(`/xl/charts/chart${n}.xml`, 'drawingml.chart')
  }
  zip.file('[Content_Types].xml', types)
  for (const entry of Object.values(zip.files)) entry.date = at
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
