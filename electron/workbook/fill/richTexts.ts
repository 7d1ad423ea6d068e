import { xmlAttribute } from '../xmlTokens.ts'
import type { BookPackage } from './bookPackage.ts'
import type { CellSpot } from './scanSheet.ts'
import { walkTags } from './xmlEdit.ts'

/** Tells texts that have fonts or colours of their own inside the cell. */
export function findSharedTexts(book: BookPackage): { isRich(sheetXml: string, cell: CellSpot): boolean } {
  let rich: ReadonlySet<number> | null = null
  return {
    isRich(sheetXml, cell) {
      const inner = sheetXml.slice(cell.tag.end, cell.innerEnd)
      const type = xmlAttribute(cell.tag.attributes, 't')
      if (type === 'inlineStr') return hasRuns(inner)
      if (type !== 's') return false
      rich ??= richStrings(book)
      return rich.has(Number(/<(?:[\w.-]+:)?v[^>]*>\s*(\d+)/.exec(inner)?.[1] ?? -1))
    }
  }
}

/** More than one run, or one with properties: a single plain run loses nothing. */
function hasRuns(xml: string): boolean {
  return /<(?:[\w.-]+:)?rPr[\s>/]/.test(xml)
}

function richStrings(book: BookPackage): ReadonlySet<number> {
  const path = book.relationsOf(book.workbook).find(({ type }) => type === 'sharedStrings')?.target
  const found = new Set<number>()
  if (path === undefined || !book.has(path)) return found
  const xml = book.text(path)
  let index = -1
  let start = 0
  for (const tag of walkTags(xml, ['si'])) {
    if (tag.kind === 'close') {
      if (hasRuns(xml.slice(start, tag.start))) found.add(index)
    } else {
      index++
      start = tag.end
    }
  }
  return found
}
