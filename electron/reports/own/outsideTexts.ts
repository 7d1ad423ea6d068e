import { decodeXml } from '../../workbook/xmlTokens.ts'
import type { BookPackage } from '../../workbook/fill/bookPackage.ts'
import { textSplices } from '../../workbook/fill/textSplices.ts'
import { applySplices, escapeXml, walkTags, type Splice } from '../../workbook/fill/xmlEdit.ts'
import { placeholdersIn, withPlainBraces } from '#shared/domain/report/template/placeholders.ts'
import { filledText, type ValueOf } from './filledText.ts'

const HEADERS = ['oddHeader', 'evenHeader', 'firstHeader', 'oddFooter', 'evenFooter', 'firstFooter']
const DRAWN = /(^|\/)(drawings|charts)\/[^/]+\.xml$/i

/** A paragraph's runs are one text, so a placeholder may stand across several; filled, it stands in the first. */
function drawnSplices(xml: string, change: (text: string) => string): Splice[] {
  const splices: Splice[] = []
  let runs: { start: number; end: number }[] = []
  let open: number | null = null
  for (const tag of walkTags(xml, ['p', 't'])) {
    if (tag.name === 'p') {
      splices.push(...paragraphSplices(xml, runs, change))
      runs = []
    } else if (tag.kind === 'open') open = tag.end
    else if (tag.kind === 'close' && open !== null) {
      runs.push({ start: open, end: tag.start })
      open = null
    }
  }
  return splices
}

function paragraphSplices(
  xml: string,
  runs: readonly { start: number; end: number }[],
  change: (text: string) => string
): Splice[] {
  const before = withPlainBraces(runs.map(({ start, end }) => decodeXml(xml.slice(start, end))).join(''))
  if (!before.includes('{{')) return []
  const after = escapeXml(change(before))
  return runs.map(({ start, end }, index) => ({ start, end, text: index === 0 ? after : '' }))
}

/** Headers and footers write `&` twice: a single one begins a code. */
const headerText = (valueOf: ValueOf) => (text: string) => {
  const plain = withPlainBraces(text)
  if (!plain.includes('{{')) return text
  return filledText(plain, (name) => {
    const value = valueOf(name)
    return typeof value === 'string' ? value.replaceAll('&', '&&') : value
  })
}

/** Fills texts that stand in no cell: headers and footers of pages, text boxes, titles of charts. */
export function fillOutsideTexts(book: BookPackage, valueOf: ValueOf): void {
  for (const { path } of book.sheets()) {
    const xml = book.text(path)
    book.replace(path, applySplices(xml, textSplices(xml, HEADERS, headerText(valueOf))))
  }
  for (const path of book.paths()) {
    if (!DRAWN.test(path)) continue
    const xml = book.text(path)
    book.replace(
      path,
      applySplices(
        xml,
        drawnSplices(xml, (text) => filledText(text, valueOf))
      )
    )
  }
}

/** Names of fields that stand outside cells. */
export function outsideFields(book: BookPackage): string[] {
  const names: string[] = []
  const take = (text: string): string => {
    const marks = placeholdersIn(withPlainBraces(text))
    names.push(...marks.filter(({ kind }) => kind === 'FIELD').map(({ name }) => name))
    return text
  }
  for (const { path } of book.sheets()) textSplices(book.text(path), HEADERS, take)
  for (const path of book.paths()) if (DRAWN.test(path)) drawnSplices(book.text(path), take)
  return names
}
