import { placeholdersIn } from '#shared/domain/report/template/placeholders.ts'
import { isRowField, listForFields, type TemplateData } from '#shared/domain/report/template/templateData.ts'
import {
  applySplices,
  escapeXml,
  findElement,
  walkTags,
  type Splice,
  type TagSpot
} from '../../workbook/fill/xmlEdit.ts'
import { paragraphsOf, type ParagraphText } from './documentText.ts'

/** In front of the name of a list whose loop we wrote: an empty one then has a row that says 「无」. */
export const OWN_LOOP = 'auto:'

/** Rows of tables that hold no table themselves. */
function innermostRows(xml: string): { open: TagSpot; end: number }[] {
  const rows: { open: TagSpot; end: number }[] = []
  const stack: { open: TagSpot; nested: boolean }[] = []
  for (const tag of walkTags(xml, ['tr'])) {
    if (tag.kind === 'open') {
      for (const outer of stack) outer.nested = true
      stack.push({ open: tag, nested: false })
    } else if (tag.kind === 'close') {
      const row = stack.pop()
      if (row?.nested === false) rows.push({ open: row.open, end: tag.end })
    }
  }
  return rows
}

const marksIn = (paragraphs: readonly ParagraphText[]) =>
  paragraphs.flatMap(({ text }) => placeholdersIn(text))

/** How many loops are open at a place. */
function depthAt(paragraphs: readonly ParagraphText[], at: number): number {
  return marksIn(paragraphs.filter(({ start }) => start < at)).reduce(
    (depth, { kind }) => depth + (kind === 'OPEN' || kind === 'NONE' ? 1 : kind === 'CLOSE' ? -1 : 0),
    0
  )
}

/** Behind the opening of a paragraph and its properties. */
function insideParagraph(xml: string, paragraph: ParagraphText): number {
  const [open] = walkTags(xml, ['p'], paragraph.start, paragraph.end)
  const properties = findElement(xml.slice(0, paragraph.end), 'pPr', paragraph.start)
  return properties !== null && properties.open.start === open!.end ? properties.end : open!.end
}

/** Marks table rows that hold fields of a list and no loop, so that they are repeated: `{{-w:tr 排名}}…{{/}}`. */
export function withRowLoops(xml: string, data: TemplateData): string {
  const all = paragraphsOf(xml)
  const splices: Splice[] = []
  for (const { open, end } of innermostRows(xml)) {
    const paragraphs = all.filter((paragraph) => paragraph.start >= open.end && paragraph.end <= end)
    const marks = marksIn(paragraphs)
    const names = marks.flatMap(({ kind, name }) =>
      kind === 'FIELD' && isRowField(data, name) ? [name] : []
    )
    if (names.length === 0 || marks.some(({ kind }) => kind !== 'FIELD')) continue
    if (depthAt(all, open.start) > 0) continue
    const list = listForFields(data, names) ?? data.lists[0]!
    const run = (text: string): string =>
      `<${open.prefix}r><${open.prefix}t>${escapeXml(text)}</${open.prefix}t></${open.prefix}r>`
    const first = insideParagraph(xml, paragraphs[0]!)
    const last = xml.lastIndexOf('</', paragraphs.at(-1)!.end - 1)
    splices.push(
      { start: first, end: first, text: run(`{{-w:tr ${OWN_LOOP}${list.name}}}`) },
      { start: last, end: last, text: run('{{/}}') }
    )
  }
  return applySplices(xml, splices)
}
