import { decodeXml, xmlAttribute } from '../xmlTokens.ts'
import type { BookPackage } from './bookPackage.ts'
import type { CellSpot } from './scanSheet.ts'
import { walkTags } from './xmlEdit.ts'

/** Texts of `t` elements in order, without reading aids (`rPh`). */
function plainText(xml: string, from: number, to: number): string {
  let text = ''
  let open: number | null = null
  let aids = 0
  for (const tag of walkTags(xml, ['t', 'rPh'], from, to)) {
    if (tag.name === 'rPh') aids += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0
    else if (tag.kind === 'open') open = tag.end
    else if (tag.kind === 'close' && open !== null) {
      if (aids === 0) text += decodeXml(xml.slice(open, tag.start))
      open = null
    }
  }
  return text
}

/** Reads the texts of cells, wherever they are kept. */
export function cellTexts(book: BookPackage): (sheetXml: string, cell: CellSpot) => string | null {
  let shared: readonly string[] | null = null
  return (xml, cell) => {
    if (cell.tag.kind === 'empty') return null
    const type = xmlAttribute(cell.tag.attributes, 't')
    if (type === 'inlineStr') return plainText(xml, cell.tag.end, cell.innerEnd)
    if (type !== 's') return null
    shared ??= sharedStrings(book)
    const index = /<(?:[\w.-]+:)?v[^>]*>\s*(\d+)/.exec(xml.slice(cell.tag.end, cell.innerEnd))?.[1]
    return index === undefined ? null : (shared[Number(index)] ?? null)
  }
}

function sharedStrings(book: BookPackage): string[] {
  const path = book.relationsOf(book.workbook).find(({ type }) => type === 'sharedStrings')?.target
  if (path === undefined || !book.has(path)) return []
  const xml = book.text(path)
  const texts: string[] = []
  let start = 0
  for (const tag of walkTags(xml, ['si'])) {
    if (tag.kind === 'close') texts.push(plainText(xml, start, tag.start))
    else if (tag.kind === 'empty') texts.push('')
    else start = tag.end
  }
  return texts
}
