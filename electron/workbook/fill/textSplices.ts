import { decodeXml } from '../xmlTokens.ts'
import { escapeXml, walkTags, type Splice, type TagSpot } from './xmlEdit.ts'

/** Texts of elements of these names, changed. */
export function textSplices(
  xml: string,
  names: readonly string[],
  change: (text: string, tag: TagSpot) => string
): Splice[] {
  const splices: Splice[] = []
  let open: TagSpot | null = null
  for (const tag of walkTags(xml, names)) {
    if (tag.kind === 'open') open = tag
    else if (tag.kind === 'close' && open !== null) {
      const before = decodeXml(xml.slice(open.end, tag.start))
      const after = change(before, open)
      if (after !== before) splices.push({ start: open.end, end: tag.start, text: escapeXml(after) })
      open = null
    }
  }
  return splices
}
