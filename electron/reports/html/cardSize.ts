import type { PaperBlock, PaperSection } from '#shared/domain/report/reportContent.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { lineCount } from '../xlsx/sheetText.ts'
import { columnLayout } from './columnLayout.ts'
import type { PageGeometry } from './pageGeometry.ts'
import { tableHeight } from './tableMeasure.ts'

/** Letters of a card in pt: what has more to say is set closer, so that a unit's card is one page. */
export const CARD_SIZES: readonly number[] = [10.5, 10, 9.5, 9, 8.5, 8, 7.5]
const MM_PER_PT = 25.4 / 72

function textHeight(text: string, size: number, width: number, em: number, line: number): number {
  const lines = lineCount(text, width / ((size * em) / 2) / MM_PER_PT)
  return lines * line * em * size * MM_PER_PT
}

/** Height of a block in mm by the style sheet of cards; words that a card does not have count as a line each. */
function blockHeight(
  block: PaperBlock,
  size: number,
  width: number,
  tableAt: (table: ReportTable) => number
): number {
  const em = size * MM_PER_PT
  switch (block.type) {
    case 'table':
      return tableAt(block.table) + 0.6 * em
    case 'charts':
      return block.height + 3
    case 'figures':
      return 6.6 * em
    case 'title':
      return textHeight(block.text, size, width, 1.7, 1.5)
    case 'caption':
      return 2.4 * em
    case 'note':
      return textHeight(block.text, size, width, 0.92, 1.5)
    case 'paragraph':
      return textHeight(block.runs.map(({ text }) => text).join(''), size, width, 1, 1.5)
    default:
      return 1.5 * em
  }
}

/** The largest letters with which a card is expected to be one page; the smallest where none does it. */
export function cardSize({ blocks }: PaperSection, { width, height }: PageGeometry): number {
  const fits = (size: number): boolean => {
    const tableAt = (table: ReportTable): number =>
      tableHeight(table, columnLayout([table], width, [size]), width)
    const total = blocks.reduce((sum, block) => sum + blockHeight(block, size, width, tableAt), 0)
    // Lines are counted by the width of letters; a little is kept back for where they break.
    return total * 1.05 <= height - 2
  }
  return CARD_SIZES.find(fits) ?? CARD_SIZES.at(-1)!
}
