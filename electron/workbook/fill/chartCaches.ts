import { decodeXml } from '../xmlTokens.ts'
import type { BookPackage } from './bookPackage.ts'
import { resolvedAreas, type StaleCells } from './dependents.ts'
import { formulaReads, type FormulaReads } from './formulaRefs.ts'
import { applySplices, walkTags, type Splice, type TagSpot } from './xmlEdit.ts'

const CACHES = ['numCache', 'strCache', 'multiLvlStrCache']

/** A chart's own copy of the cells that it shows stays only where none of them is stale; office programs draw it anew. */
function withoutStaleCaches(
  xml: string,
  stale: StaleCells,
  names: ReadonlyMap<string, FormulaReads>
): string {
  const splices: Splice[] = []
  let formula: { tag: TagSpot; text: string } | null = null
  let cache: TagSpot | null = null
  for (const tag of walkTags(xml, ['f', ...CACHES])) {
    if (tag.name === 'f') {
      if (tag.kind === 'open') formula = { tag, text: '' }
      else if (formula !== null) formula.text = decodeXml(xml.slice(formula.tag.end, tag.start))
      continue
    }
    if (tag.kind === 'open') cache = tag
    else if (tag.kind === 'close' && cache !== null && formula !== null) {
      if (showsStale(formula.text, stale, names)) splices.push({ start: cache.start, end: tag.end, text: '' })
      cache = null
    }
  }
  return applySplices(xml, splices)
}

function showsStale(formula: string, stale: StaleCells, names: ReadonlyMap<string, FormulaReads>): boolean {
  const areas = resolvedAreas(formulaReads(formula), names)
  return areas === null || areas.some(({ sheet, range }) => sheet === null || stale.touches(sheet, range))
}

export function dropStaleChartCaches(
  book: BookPackage,
  stale: StaleCells,
  names: ReadonlyMap<string, FormulaReads>
): void {
  for (const path of book.paths()) {
    if (!/(^|\/)charts\/[^/]+\.xml$/i.test(path)) continue
    const xml = book.text(path)
    if (/Cache[\s>]/.test(xml)) book.replace(path, withoutStaleCaches(xml, stale, names))
  }
}
