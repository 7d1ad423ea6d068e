import type { PaperBlock, PaperDocument, PaperSection } from '#shared/domain/report/reportContent.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { cardDensity } from './cardDensity.ts'
import { geometryOf, SIZE } from './paperFormat.ts'
import { setTable, type TablePlace } from './setTable.ts'

function placesIn(section: PaperSection): Map<PaperBlock, TablePlace> {
  const page = geometryOf(section)
  const density = cardDensity(section, page)
  const places = new Map<PaperBlock, TablePlace>()
  section.blocks.forEach((block, index) => {
    const labelled = section.blocks[index - 1]?.type === 'attachmentLabel'
    if (block.type === 'table') places.set(block, { page, labelled, density, largest: SIZE.小四 })
  })
  return places
}

const kindOf = ({ columns }: ReportTable): string => JSON.stringify(columns.map(({ id }) => id))

/**
 * Where each table of a document stands. Tables of the same columns, one for each group, are set in one size: the smallest
 * that any of them needs. Cards stand for themselves.
 */
export function tablePlaces({ sections }: PaperDocument): Map<PaperBlock, TablePlace> {
  const places = new Map(sections.flatMap((section) => [...placesIn(section)]))
  const smallest = new Map<string, number>()
  for (const [block, place] of places) {
    if (block.type !== 'table' || place.density !== null) continue
    const kind = kindOf(block.table)
    smallest.set(kind, Math.min(smallest.get(kind) ?? SIZE.小四, setTable(block.table, place).size))
  }
  for (const [block, place] of places)
    if (block.type === 'table') place.largest = smallest.get(kindOf(block.table)) ?? place.largest
  return places
}
