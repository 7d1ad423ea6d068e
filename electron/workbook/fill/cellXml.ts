import { escapeXml, withAttribute, type TagSpot } from './xmlEdit.ts'
import type { CellContent } from './fillTypes.ts'

/** Excel's limit for one cell, in UTF-16 units. */
export const MAX_TEXT = 32_767

/**
 * Text of a cell as XML. Characters that XML cannot hold are written as Excel writes them (`_x0001_`), and a text that
 * happens to look like such a mark is masked, so that it comes back as it was.
 */
export function textXml(text: string): string {
  const masked = text
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // eslint-disable-next-line no-control-regex -- these are the characters that XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, marked)
    .replace(/\p{Surrogate}/gu, '\ufffd')
  return escapeXml(masked)
}

function marked(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** Attributes that speak of the old content: its type, rich values, phonetic guides. */
const OF_CONTENT = ['t', 'cm', 'vm', 'ph']

/** A cell with new content; what its tag says beside content and format stays. */
export function cellXml(
  tag: Pick<TagSpot, 'prefix' | 'attributes'>,
  content: CellContent,
  style: string | null
): string {
  let attributes = OF_CONTENT.reduce((rest, name) => withAttribute(rest, name, null), tag.attributes)
  if (style !== null) attributes = withAttribute(attributes, 's', style)
  const { prefix: p } = tag
  switch (content.kind) {
    case 'clear':
      return `<${p}c${attributes}/>`
    case 'number':
      return `<${p}c${attributes}><${p}v>${content.value}</${p}v></${p}c>`
    case 'text':
      return `<${p}c${attributes} t="inlineStr"><${p}is><${p}t xml:space="preserve">${textXml(content.value)}</${p}t></${p}is></${p}c>`
  }
}
