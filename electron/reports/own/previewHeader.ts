import type { BookPackage } from '../../workbook/fill/bookPackage.ts'
import { textSplices } from '../../workbook/fill/textSplices.ts'
import {
  applySplices,
  escapeXml,
  findElement,
  findTags,
  walkTags,
  withAttribute
} from '../../workbook/fill/xmlEdit.ts'

const HEADERS = ['oddHeader', 'evenHeader', 'firstHeader']

/** Elements of a sheet part that stand behind `headerFooter` (ECMA-376 18.3.1.99; chart sheets 18.3.1.12). */
const BEHIND = [
  ...['rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags', 'drawing'],
  ...[
    'legacyDrawing',
    'legacyDrawingHF',
    'drawingHF',
    'picture',
    'oleObjects',
    'controls',
    'webPublishItems'
  ],
  ...['tableParts', 'extLst', 'AlternateContent']
]

/** The mark at the right of a page's head, before what stands there. */
function marked(text: string, mark: string): string {
  if (text.includes(mark)) return text
  return /&R/.test(text) ? text.replace('&R', `&R${mark} `) : `${text}&R${mark}`
}

function withMark(xml: string, mark: string): string {
  const headers = findElement(xml, 'headerFooter')
  if (headers !== null && headers.open.kind === 'open') {
    const changed = applySplices(
      xml,
      textSplices(xml, HEADERS, (text) => marked(text, mark))
    )
    if (findTags(changed, ['oddHeader']).some(({ kind }) => kind === 'open')) return changed
    const { open } = findElement(changed, 'headerFooter')!
    const added = `<${open.prefix}oddHeader>${escapeXml(`&R${mark}`)}</${open.prefix}oddHeader>`
    return applySplices(changed, [{ start: open.end, end: open.end, text: added }])
  }
  const element = (p: string): string =>
    `<${p}headerFooter><${p}oddHeader>${escapeXml(`&R${mark}`)}</${p}oddHeader></${p}headerFooter>`
  if (headers !== null) {
    const { open, end } = headers
    const attributes = withAttribute(open.attributes, 'differentFirst', null)
    const text = element(open.prefix).replace('headerFooter>', `headerFooter${attributes}>`)
    return applySplices(xml, [{ start: open.start, end, text }])
  }
  const root = findTags(xml, ['worksheet', 'chartsheet'])[0]!
  const from = findElement(xml, 'sheetData')?.end ?? findElement(xml, 'sheetViews')?.end ?? root.end
  const next = topLevelTag(xml, from, root.name)
  return applySplices(xml, [{ start: next, end: next, text: element(root.prefix) }])
}

/** Where the first of the elements behind the header begins, or the part ends. */
function topLevelTag(xml: string, from: number, root: string): number {
  for (const tag of walkTags(xml, [...BEHIND, 'extLst', root], from)) {
    const isEnd = tag.name === root && tag.kind === 'close'
    if (isEnd || (tag.kind !== 'close' && !insideRule(xml, from, tag.start))) return tag.start
  }
  return xml.length
}

/** Conditional formats may hold an `extLst` of their own. */
function insideRule(xml: string, from: number, at: number): boolean {
  let open = 0
  for (const tag of walkTags(xml, ['conditionalFormatting'], from, at))
    open += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0
  return open > 0
}

/** Puts 「预览，未定稿」 at the head of every printed page of a workbook. */
export function markPages(book: BookPackage, mark: string): void {
  for (const { path } of book.sheets()) {
    const xml = book.text(path)
    if (/<(?:[\w.-]+:)?(worksheet|chartsheet)[\s>]/.test(xml)) book.replace(path, withMark(xml, mark))
  }
}
