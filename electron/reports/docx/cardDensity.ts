import type { PaperBlock, PaperSection } from '#shared/domain/report/reportContent.ts'
import { linesIn } from './measure.ts'
import { SIZE, twipsOfMm, twipsOfPt, type PageGeometry } from './paperFormat.ts'
import { tableHeight, type Density } from './setTable.ts'

/** From comfortable to 小五, the smallest that is printed. */
const LEVELS: readonly Density[] = [
  { size: 10.5, padding: 0.2 },
  { size: 10.5, padding: 0.1 },
  { size: 10, padding: 0.06 },
  { size: 9.5, padding: 0.04 },
  { size: 9, padding: 0.02 }
]

/** Of cards that go over a page anyway. */
const READABLE = LEVELS[1]!

function textHeight(text: string, size: number, width: number, around: number): number {
  return twipsOfPt(linesIn(text, width / (size * 10)) * size * 1.3 + around)
}

/** Height of a block on a card, in twips; a little too much rather than too little. */
function blockHeight(block: PaperBlock, width: number, density: Density): number {
  switch (block.type) {
    case 'table':
      return tableHeight(block.table, width, density)
    case 'charts':
      return twipsOfMm(block.height) + 180
    case 'figures':
      return twipsOfPt((2 * SIZE.小五 + SIZE.小二) * 1.3 + 12)
    case 'title':
      return textHeight(block.text, SIZE.小二, width, 3)
    case 'caption':
      return textHeight(block.text, SIZE.五号, width, 7)
    case 'note':
      return textHeight(block.text, SIZE.小五, width, 2)
    case 'paragraph':
      return textHeight(block.runs.map(({ text }) => text).join(''), SIZE.五号, width, SIZE.五号)
    default:
      return twipsOfPt(SIZE.三号 * 2)
  }
}

/** How densely the tables of a card are set, so that the card stands on one page; null: it is no card. */
export function cardDensity({ layout, blocks }: PaperSection, page: PageGeometry): Density | null {
  if (layout !== 'CARD') return null
  const height = (density: Density): number =>
    blocks.reduce((sum, block) => sum + blockHeight(block, page.textWidth, density), 0)
  const room = page.textHeight - 200
  const fitting = LEVELS.find((density) => height(density) <= room)
  if (fitting !== undefined) return fitting
  // Heights are reckoned a little high: what is just over may fit. What is not takes a second page, readably.
  const tightest = LEVELS.at(-1)!
  return height(tightest) <= room * 1.05 ? tightest : READABLE
}
