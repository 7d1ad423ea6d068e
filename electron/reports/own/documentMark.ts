import type PizZip from 'pizzip'
import { xmlAttribute } from '../../workbook/xmlTokens.ts'
import { applySplices, escapeXml, findElement, findTags, type TagSpot } from '../../workbook/fill/xmlEdit.ts'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DOCUMENT = 'word/document.xml'
const DOCUMENT_RELATIONS = 'word/_rels/document.xml.rels'
const HEADER_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'

const paragraph = (mark: string, p = 'w:'): string =>
  `<${p}p><${p}pPr><${p}jc ${p}val="right"/></${p}pPr><${p}r><${p}rPr><${p}b/><${p}color ${p}val="C00000"/></${p}rPr><${p}t>${escapeXml(mark)}</${p}t></${p}r></${p}p>`

const read = (zip: PizZip, path: string): string => zip.file(path)?.asText() ?? ''

/** The mark as first paragraph of every header that there is. */
function markHeaders(zip: PizZip, mark: string): void {
  for (const { attributes } of findTags(read(zip, DOCUMENT_RELATIONS), ['Relationship'])) {
    if (!(xmlAttribute(attributes, 'Type') ?? '').endsWith('/header')) continue
    const target = xmlAttribute(attributes, 'Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `word/${target}`
    const xml = read(zip, path)
    const root = findTags(xml, ['hdr'])[0]
    if (root === undefined || xml.includes(mark)) continue
    const text = paragraph(mark, root.prefix)
    zip.file(path, applySplices(xml, [{ start: root.end, end: root.end, text }]))
  }
}

/** Section properties of the document itself, not what a tracked change remembers of them. */
function sections(xml: string): { open: TagSpot; inner: string }[] {
  const found: { open: TagSpot; inner: string }[] = []
  for (let at = 0; ;) {
    const section = findElement(xml, 'sectPr', at)
    if (section === null) return found
    found.push({ open: section.open, inner: xml.slice(section.open.end, section.innerEnd) })
    at = section.end
  }
}

/** Kinds of header that pages of the document use and its first section does not have; later sections take them over. */
function missingKinds(zip: PizZip, all: readonly { inner: string }[]): string[] {
  const flag = (xml: string, name: string): boolean =>
    findTags(xml, [name]).some(({ attributes }) => !/val="(?:0|false)"/.test(attributes))
  const needed = [
    'default',
    ...(all.some(({ inner }) => flag(inner, 'titlePg')) ? ['first'] : []),
    ...(flag(read(zip, 'word/settings.xml'), 'evenAndOddHeaders') ? ['even'] : [])
  ]
  const has = findTags(all[0]?.inner ?? '', ['headerReference']).map(({ attributes }) =>
    xmlAttribute(attributes, 'type')
  )
  return needed.filter((kind) => !has.includes(kind))
}

function freePart(zip: PizZip): string {
  for (let count = 1; ; count++) {
    const name = `headerPreview${count}.xml`
    if (zip.file(`word/${name}`) === null) return name
  }
}

function appended(zip: PizZip, path: string, list: string, text: string): void {
  const xml = read(zip, path)
  const at = findElement(xml, list)!.innerEnd
  zip.file(path, applySplices(xml, [{ start: at, end: at, text }]))
}

/** Puts 「预览，未定稿」 at the head of every page of a Word document. */
export function markDocument(zip: PizZip, mark: string): void {
  markHeaders(zip, mark)
  const xml = read(zip, DOCUMENT)
  const all = sections(xml)
  const kinds = missingKinds(zip, all)
  if (kinds.length === 0) return
  const name = freePart(zip)
  const id = `rIdPreview${name.replace(/\D/g, '')}`
  zip.file(
    `word/${name}`,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr xmlns:w="${MAIN}">${paragraph(mark)}</w:hdr>`
  )
  appended(
    zip,
    DOCUMENT_RELATIONS,
    'Relationships',
    `<Relationship Id="${id}" Type="${RELATIONS}/header" Target="${name}"/>`
  )
  appended(
    zip,
    '[Content_Types].xml',
    'Types',
    `<Override PartName="/word/${name}" ContentType="${HEADER_TYPE}"/>`
  )
  const references = kinds
    .map((kind) => `<w:headerReference xmlns:r="${RELATIONS}" w:type="${kind}" r:id="${id}"/>`)
    .join('')
  zip.file(DOCUMENT, withReferences(xml, all[0]?.open, references))
}

function withReferences(xml: string, section: TagSpot | undefined, references: string): string {
  if (section === undefined) {
    const at = findElement(xml, 'body')!.innerEnd
    return applySplices(xml, [{ start: at, end: at, text: `<w:sectPr>${references}</w:sectPr>` }])
  }
  if (section.kind === 'open')
    return applySplices(xml, [{ start: section.end, end: section.end, text: references }])
  const text = `<w:sectPr${section.attributes}>${references}</w:sectPr>`
  return applySplices(xml, [{ start: section.start, end: section.end, text }])
}
