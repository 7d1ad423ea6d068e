import JSZip from 'jszip'
import type { ChartSheet } from './chartSheet.ts'
import { chartXml, drawingXml, XML_HEADER } from './chartXml.ts'

/**
 * What exceljs cannot write is added to the package that it wrote: native charts, and the apostrophe style
 * (`quotePrefix`) of text that looks like a formula.
 */
const RELATION_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS_NS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument'

interface Relation {
  id: string
  type: string
  target: string
}

function relationsXml(relations: readonly Relation[]): string {
  const entries = relations.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${RELATION_TYPE}/${type}" Target="${target}"/>`
  )
  return `${XML_HEADER}<Relationships xmlns="${RELATIONS_NS}">${entries.join('')}</Relationships>`
}

/** Elements that the schema puts after `<drawing>` in a worksheet. */
const AFTER_DRAWING =
  /<(legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[ >/]|<\/worksheet>/

/** Replaces once and says so when there was nothing to replace: a silent miss would be a broken workbook. */
function replaceOnce(part: string, what: string | RegExp, by: string): string {
  const changed = part.replace(what, () => by)
  if (changed === part) throw new Error(`workbook part without ${String(what)}`)
  return changed
}

/** `put` marks cells that must not become formulas as `hidden`, which means nothing on an unprotected sheet. */
export function markQuoted(styles: string): string {
  return styles.replace(
    /<xf ([^>]*?) applyProtection="1">((?:(?!<\/xf>).)*?)<protection hidden="1"\/><\/xf>/g,
    (_, attributes: string, inner: string) => `<xf ${attributes} quotePrefix="1">${inner}</xf>`
  )
}

/** Children of a font as the schema has them; exceljs writes some out of order, which Excel forgives and others need not. */
const FONT_ORDER = [
  ...['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name'],
  ...['family', 'charset', 'scheme']
]

export function orderFonts(styles: string): string {
  return styles.replace(/<font>(.*?)<\/font>/g, (_, inner: string) => {
    const children = inner.match(/<[^>]+\/>/g) ?? []
    const place = (child: string): number => FONT_ORDER.indexOf(/^<(\w+)/.exec(child)![1]!)
    return `<font>${children.sort((a, b) => place(a) - place(b)).join('')}</font>`
  })
}

async function readPart(zip: JSZip, path: string): Promise<string> {
  const file = zip.file(path)
  if (file === null) throw new Error(`workbook without ${path}`)
  return file.async('string')
}

/** Adds a drawing with its charts to a sheet; charts are numbered through the package from `firstChart` on. */
async function addCharts(
  zip: JSZip,
  { sheetNumber, charts }: ChartSheet,
  drawingNumber: number,
  firstChart: number
): Promise<void> {
  const sheetPath = `xl/worksheets/sheet${sheetNumber}.xml`
  const sheet = await readPart(zip, sheetPath)
  const at = sheet.search(AFTER_DRAWING)
  const drawn = `${sheet.slice(0, at)}<drawing r:id="rId1"/>${sheet.slice(at)}`
  const drawing = `drawing${drawingNumber}.xml`
  zip.file(sheetPath, drawn)
  zip.file(
    `xl/worksheets/_rels/sheet${sheetNumber}.xml.rels`,
    relationsXml([{ id: 'rId1', type: 'drawing', target: `../drawings/${drawing}` }])
  )
  zip.file(`xl/drawings/${drawing}`, drawingXml(charts))
  const names = charts.map((_, index) => `chart${firstChart + index}.xml`)
  zip.file(
    `xl/drawings/_rels/${drawing}.rels`,
    relationsXml(
      names.map((name, index) => ({ id: `rId${index + 1}`, type: 'chart', target: `../charts/${name}` }))
    )
  )
  charts.forEach((chart, index) => zip.file(`xl/charts/${names[index]!}`, chartXml(chart)))

  const parts = [
    `<Override PartName="/xl/drawings/${drawing}" ContentType="${CONTENT_TYPE}.drawing+xml"/>`,
    ...names.map(
      (name) => `<Override PartName="/xl/charts/${name}" ContentType="${CONTENT_TYPE}.drawingml.chart+xml"/>`
    )
  ]
  const types = await readPart(zip, '[Content_Types].xml')
  zip.file('[Content_Types].xml', replaceOnce(types, '</Types>', `${parts.join('')}</Types>`))
}

/**
 * Adds the charts to their sheets and settles what exceljs left open. `at` dates every entry, so that the same input gives
 * the same bytes.
 */
export async function finishPackage(
  bytes: Uint8Array,
  chartSheets: readonly ChartSheet[],
  at: Date
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  let charts = 1
  for (const [index, sheet] of chartSheets.entries()) {
    await addCharts(zip, sheet, index + 1, charts)
    charts += sheet.charts.length
  }
  zip.file('xl/styles.xml', orderFonts(markQuoted(await readPart(zip, 'xl/styles.xml'))))
  for (const entry of Object.values(zip.files)) entry.date = at
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
