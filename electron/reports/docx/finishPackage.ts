import JSZip from 'jszip'
import { escapeMarkup } from '#shared/domain/report/escapeMarkup.ts'
import type { FontChoice, FontRole, FontTable } from '../fontTable.ts'
import { LATIN } from './styles.ts'

/** What Windows and Office have in place of an official font: where the file is opened without it. */
const ALTERNATIVE: Readonly<Record<FontRole, string>> = {
  title: '华文中宋',
  body: '仿宋',
  kai: '楷体',
  head: 'SimHei',
  song: 'SimSun'
}

function fontXml({ name, official }: FontChoice, alternative: string): string {
  const other = name === official ? alternative : official
  return (
    `<w:font w:name="${escapeMarkup(name)}"><w:altName w:val="${escapeMarkup(other)}"/>` +
    '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
  )
}

/** Every font once, with the name of what may stand in for it. No font is embedded. */
function fontTableXml(fonts: FontTable): string {
  const entries = new Map<string, string>()
  for (const role of ['title', 'body', 'kai', 'head', 'song'] as const) {
    const choice = fonts[role]
    if (!entries.has(choice.name)) entries.set(choice.name, fontXml(choice, ALTERNATIVE[role]))
  }
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
    `${[...entries.values()].join('')}</w:fonts>`
  )
}

/** The library stamps documents with the clock: the same report would never give the same bytes. */
function dated(properties: string, at: Date): string {
  const stamp = `${at.toISOString().slice(0, 19)}Z`
  return properties.replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
    (_, open: string) => `${open}${stamp}`
  )
}

/**
 * What the library's options leave out: lines of an exact height stay off the text grid (the title would take two), and a
 * page is filled to its last line, as Chinese Word does it.
 */
function settledStyles(styles: string): string {
  return styles
    .replace(/<w:spacing (?=[^>]*w:lineRule="exact")/g, '<w:snapToGrid w:val="0"/><w:spacing ')
    .replace('<w:pPrDefault/>', '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/></w:pPr></w:pPrDefault>')
}

/** The library numbers pictures on from the document that it wrote before. */
function numberedPictures(document: string): string {
  let number = 0
  return document.replace(/(<wp:docPr id=")\d+/g, (_, open: string) => `${open}${(number += 1)}`)
}

/** Names the fonts and dates the parts of a written document. */
export async function finishPackage(bytes: Uint8Array, fonts: FontTable, at: Date): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  const change = async (path: string, by: (part: string) => string): Promise<void> => {
    zip.file(path, by(await zip.file(path)!.async('string')))
  }
  await change('docProps/core.xml', (part) => dated(part, at))
  await change('word/styles.xml', settledStyles)
  await change('word/document.xml', numberedPictures)
  zip.file('word/fontTable.xml', fontTableXml(fonts))
  for (const entry of Object.values(zip.files)) entry.date = at
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
