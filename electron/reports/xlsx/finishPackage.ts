import JSZip from 'jszip'
import { chartXml, drawingXml, XML_HEADER, type BarChart } from './chartXml.ts'

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

async function readPart(zip: JSZip, path: string): Promise<string> {
  const file = zip.file(path)
  if (file === null) throw new Error(`workbook without ${path}`)
  return file.async('string')
}

async function addCharts(zip: JSZip, sheetNumber: number, charts: readonly BarChart[]): Promise<void> {
  const sheetPath = `xl/worksheets/sheet${sheetNumber}.xml`
  const sheet = await readPart(zip, sheetPath)
  const at = sheet.search(AFTER_DRAWING)
  const drawn = `${sheet.slice(0, at)}<drawing r:id="rId1"/>${sheet.slice(at)}`
  const drawing = { id: 'rId1', type: 'drawing', target: '../drawings/drawing1.xml' }
  zip.file(sheetPath, drawn)
  zip.file(`xl/worksheets/_rels/sheet${sheetNumber}.xml.rels`, relationsXml([drawing]))
  zip.file('xl/drawings/drawing1.xml', drawingXml(charts))
  zip.file(
    'xl/drawings/_rels/drawing1.xml.rels',
    relationsXml(
      charts.map((_, i) => ({ id: `rId${i + 1}`, type: 'chart', target: `../charts/chart${i + 1}.xml` }))
    )
  )
  charts.forEach((chart, index) => zip.file(`xl/charts/chart${index + 1}.xml`, chartXml(chart)))

  const parts = [
    `<Override PartName="/xl/drawings/drawing1.xml" ContentType="${CONTENT_TYPE}.drawing+xml"/>`,
    ...charts.map(
      (_, index) =>
        `<Override PartName="/xl/charts/chart${index + 1}.xml" ContentType="${CONTENT_TYPE}.drawingml.chart+xml"/>`
    )
  ]
  const types = await readPart(zip, '[Content_Types].xml')
  zip.file('[Content_Types].xml', replaceOnce(types, '</Types>', `${parts.join('')}</Types>`))
}

/**
 * Adds `charts` to the sheet with this 1-based number (none when there are no charts) and settles what exceljs left
 * open. `at` dates every entry, so that the same input gives the same bytes.
 */
export async function finishPackage(
  bytes: Uint8Array,
  sheetNumber: number,
  charts: readonly BarChart[],
  at: Date
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  if (charts.length > 0) await addCharts(zip, sheetNumber, charts)
  zip.file('xl/styles.xml', markQuoted(await readPart(zip, 'xl/styles.xml')))
  for (const entry of Object.values(zip.files)) entry.date = at
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
