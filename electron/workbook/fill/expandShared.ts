import { decodeXml } from '../xmlTokens.ts'
import { copiedFormula } from './rewriteRefs.ts'
import { scanFormulas } from './scanSheet.ts'
import { applySplices, escapeXml, findElement, withAttribute, type Splice } from './xmlEdit.ts'

/** Writes out shared formulas, so that each cell has its own: rows can then be put between them. */
export function expandShared(xml: string): string {
  if (!/\st=["']shared["']/.test(xml)) return xml
  const firsts = new Map<string, { text: string; row: number; col: number }>()
  const splices: Splice[] = []
  for (const { cell, text, shared } of scanFormulas(xml)) {
    if (shared === null) continue
    if (text !== '') firsts.set(shared, { text: decodeXml(text), row: cell.row, col: cell.col })
    const first = firsts.get(shared)
    if (first === undefined) continue
    const own = copiedFormula(first.text, { rows: cell.row - first.row, cols: cell.col - first.col })
    const inner = xml.slice(cell.tag.end, cell.innerEnd)
    const { open, end } = findElement(inner, 'f')!
    const attributes = ['t', 'ref', 'si'].reduce(
      (rest, name) => withAttribute(rest, name, null),
      open.attributes
    )
    splices.push({
      start: cell.tag.end + open.start,
      end: cell.tag.end + end,
      text: `<${open.prefix}f${attributes}>${escapeXml(own)}</${open.prefix}f>`
    })
  }
  return applySplices(xml, splices)
}

/** Whether a sheet has a shared formula that speaks of another sheet. */
export function sharesReferences(xml: string): boolean {
  return [...scanFormulas(xml)].some(({ shared, text }) => shared !== null && text.includes('!'))
}
