import { Paragraph, Tab, TextRun as Run, type IParagraphOptions } from 'docx'
import type { PaperBlock, TextRun } from '#shared/domain/report/reportContent.ts'
import type { FontTable } from '../fontTable.ts'
import { balanced, lineWidth } from './measure.ts'
import { LINE, SIZE, twipsOfPt, type PageGeometry } from './paperFormat.ts'
import type { StyleId } from './styles.ts'
import { words } from './text.ts'

/** A character of the body. */
const CHARACTER = twipsOfPt(SIZE.三号)

export function paragraph(style: StyleId, text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, style, children: words(text) })
}

/** A title; one that must break does so evenly, and where its writer wants it. */
export function titleLine(
  style: 'PaperTitle' | 'TableTitle',
  text: string,
  { textWidth }: PageGeometry,
  options: IParagraphOptions = {}
): Paragraph {
  const size = style === 'PaperTitle' ? SIZE.二号 : SIZE.小二
  return paragraph(style, balanced(text, textWidth / twipsOfPt(size / 2)), options)
}

function body(style: StyleId, runs: readonly TextRun[], fonts: FontTable, keepNext: boolean): Paragraph {
  return new Paragraph({
    style,
    keepNext,
    children: runs.flatMap(({ text, bold, kai }) =>
      words(text, {
        ...(bold === true ? { bold } : {}),
        ...(kai === true ? { font: { eastAsia: fonts.kai.name } } : {})
      })
    )
  })
}

/** `附件：1. 排名表`, the names under each other: two characters in, then 「附件：」, then the number (GB/T 9704 §7.3.4). */
function attachments(items: readonly string[], keepNext: boolean): Paragraph[] {
  const numbered = items.length > 1
  const names = numbered ? 6.2 : 5
  return items.map((item, index) => {
    const lead = index === 0 ? '附件：' : ''
    const hanging = (index === 0 ? 3 : 0) + (numbered ? 1.2 : 0)
    return new Paragraph({
      style: 'Attachments',
      keepNext,
      ...(index === 0 ? { spacing: { before: LINE, line: LINE, lineRule: 'exact' } } : {}),
      indent: { left: Math.round(names * CHARACTER), hanging: Math.round(hanging * CHARACTER) },
      children: [
        ...words(numbered ? `${lead}${index + 1}.` : lead),
        // Whatever the number's width, the names begin where the indent is.
        ...(numbered ? [new Run({ children: [new Tab()] })] : []),
        ...words(item)
      ]
    })
  })
}

/**
 * 落款: the date ends four characters from the right, the organisation stands centred above it (GB/T 9704 §7.3.5.1). A name
 * that would then run into the margin moves both to the left.
 */
function closing(organisation: string, date: string): Paragraph[] {
  const half = ((lineWidth(organisation) - lineWidth(date)) * CHARACTER) / 4
  const dateRight = Math.max(4 * CHARACTER, half)
  const at = (right: number): IParagraphOptions => ({ indent: { right: Math.round(right) }, keepLines: true })
  return [
    paragraph('Closing', organisation, {
      ...at(dateRight - half),
      spacing: { before: 2 * LINE, line: LINE, lineRule: 'exact' },
      keepNext: true
    }),
    paragraph('Closing', date, at(dateRight))
  ]
}

const HEADINGS: Readonly<Record<1 | 2 | 3, StyleId>> = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3' }

/** A block of text as paragraphs. `first`: at the head of its section; `signed`: on the page of the 落款, with it. */
export function textBlock(
  block: Exclude<PaperBlock, { type: 'table' | 'charts' | 'figures' }>,
  fonts: FontTable,
  page: PageGeometry,
  { first, signed }: { first: boolean; signed: boolean }
): Paragraph[] {
  const official = page.layout === 'OFFICIAL'
  switch (block.type) {
    case 'docNumber':
      return [paragraph('DocNumber', block.text)]
    case 'title':
      return [
        official ? titleLine('PaperTitle', block.text, page) : titleLine('TableTitle', block.text, page)
      ]
    case 'recipients':
      return [paragraph('Flush', block.text)]
    case 'heading':
      return [paragraph(HEADINGS[block.level], block.text)]
    case 'paragraph':
      return [body(official ? 'Body' : 'CardText', block.runs, fonts, signed)]
    case 'attachments':
      return attachments(block.items, signed)
    case 'contact':
      return [paragraph('Contact', block.text, { keepNext: signed })]
    case 'closing':
      return closing(block.organisation, block.date)
    case 'attachmentLabel':
      // An empty line beneath: the title of an attachment stands in the third line of its page.
      return [
        paragraph('AttachmentLabel', block.text, {
          pageBreakBefore: !first,
          spacing: { after: LINE, line: LINE, lineRule: 'exact' }
        })
      ]
    case 'caption':
      return [paragraph('Caption', block.text)]
    case 'note':
      return [paragraph('Note', block.text)]
  }
}
