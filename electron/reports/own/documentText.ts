import { decodeXml } from '../../workbook/xmlTokens.ts'
import { walkTags } from '../../workbook/fill/xmlEdit.ts'

/** A paragraph of a Word part with the whole text of its runs: a placeholder may stand across several. */
export interface ParagraphText {
  text: string
  start: number
  end: number
}

/** Paragraphs in order; those of a text box stand after what came before them in their outer one. */
export function paragraphsOf(xml: string, from = 0, to = xml.length): ParagraphText[] {
  const paragraphs: ParagraphText[] = []
  const open: ParagraphText[] = []
  let textStart: number | null = null
  for (const tag of walkTags(xml, ['p', 't'], from, to)) {
    if (tag.name === 'p') {
      if (tag.kind === 'open') open.push({ text: '', start: tag.start, end: tag.end })
      else if (tag.kind === 'close') {
        const paragraph = open.pop()
        if (paragraph !== undefined) paragraphs.push({ ...paragraph, end: tag.end })
      }
    } else if (tag.kind === 'open') textStart = tag.end
    else if (tag.kind === 'close' && textStart !== null) {
      const current = open.at(-1)
      if (current !== undefined) current.text += decodeXml(xml.slice(textStart, tag.start))
      textStart = null
    }
  }
  return paragraphs.sort((a, b) => a.start - b.start)
}
