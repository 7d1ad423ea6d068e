import { DEFAULT_READ_LIMITS } from '../readLimits.ts'
import { decodeXml } from '../xmlTokens.ts'
import { BookPackage } from './bookPackage.ts'
import { walkTags, type TagSpot } from './xmlEdit.ts'

const HEADERS = ['oddHeader', 'evenHeader', 'firstHeader', 'oddFooter', 'evenFooter', 'firstFooter']

/** Contents of the innermost elements of these names. */
function textsOf(xml: string, names: readonly string[]): string[] {
  const texts: string[] = []
  let open: TagSpot | null = null
  for (const tag of walkTags(xml, names)) {
    if (tag.kind === 'open') open = tag
    else if (tag.kind === 'close' && open !== null) {
      texts.push(decodeXml(xml.slice(open.end, tag.start)))
      open = null
    }
  }
  return texts
}

/**
 * Texts of a workbook that stand in no cell: headers and footers of pages, text boxes, titles of charts, comments.
 * Filling leaves them as they are.
 * @throws AppError as `fillWorkbook`
 */
export function textsOutsideCells(bytes: Uint8Array, file: string): string[] {
  const book = new BookPackage(bytes, file, DEFAULT_READ_LIMITS)
  const sheets = book
    .sheets()
    .flatMap((part) => textsOf(book.text(part.path), HEADERS))
    // &C, &"黑体,常规"&14 … are layout.
    .map((text) => text.replace(/&"[^"]*"|&\d+|&[A-Za-z]/g, ''))
  const drawn = book
    .paths()
    .filter(
      (path) =>
        /(^|\/)(drawings|charts|comments|threadedcomments)[^/]*(\/|\.xml)/i.test(path) && /\.xml$/i.test(path)
    )
    // A paragraph's runs are one text.
    .flatMap((path) => {
      const xml = book.text(path)
      const paragraphs = textsOf(xml, /comments/i.test(path) ? ['text'] : ['p'])
      return paragraphs.map((paragraph) => paragraph.replace(/<[^>]*>/g, ''))
    })
  return [...sheets, ...drawn].map((text) => text.trim()).filter((text) => text !== '')
}
