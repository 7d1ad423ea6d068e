import { Document, Packer, type FileChild, type ISectionOptions } from 'docx'
import type { PaperBlock, PaperDocument, PaperSection } from '#shared/domain/report/reportContent.ts'
import type { FontTable } from '../fontTable.ts'
import { finishPackage } from './finishPackage.ts'
import { isOfficial, pageFrame } from './pageFrame.ts'
import { geometryOf, SIZE, twipsOfPt } from './paperFormat.ts'
import { paragraph, textBlock } from './paragraphs.ts'
import { chartsBlock, figuresBlock, picturesOf, type Pictures } from './pictures.ts'
import type { TablePlace } from './setTable.ts'
import { paperStyles } from './styles.ts'
import { tableBlock } from './tableBlock.ts'
import { tablePlaces } from './tablePlaces.ts'
import { cleanText } from './text.ts'

/** What the blocks of a document need to know of it. */
interface Setting {
  fonts: FontTable
  places: ReadonlyMap<PaperBlock, TablePlace>
  pictures: Pictures
}

async function blockChildren(
  block: PaperBlock,
  section: PaperSection,
  { fonts, places, pictures }: Setting
): Promise<readonly FileChild[]> {
  const first = block === section.blocks[0]
  switch (block.type) {
    case 'table':
      return tableBlock(block.table, places.get(block)!, first)
    case 'charts':
      return chartsBlock(block, pictures, geometryOf(section))
    case 'figures':
      return figuresBlock(block, geometryOf(section))
    default:
      return textBlock(block, fonts, geometryOf(section), { first, signed: isSigned(block, section) })
  }
}

/** What the 落款 must not be without: the end of the text, and what stands between (GB/T 9704: no page of 落款 alone). */
function isSigned(block: PaperBlock, { blocks }: PaperSection): boolean {
  const closing = blocks.findIndex(({ type }) => type === 'closing')
  const text = blocks.slice(0, Math.max(0, closing)).findLastIndex(({ type }) => type === 'paragraph')
  const at = blocks.indexOf(block)
  return at >= text && at < closing
}

async function sectionOf(
  section: PaperSection,
  document: PaperDocument,
  setting: Setting
): Promise<ISectionOptions> {
  const children: FileChild[] = []
  for (const block of section.blocks) children.push(...(await blockChildren(block, section, setting)))
  return {
    ...pageFrame(document, geometryOf(section), setting.fonts),
    children: children.length === 0 ? [paragraph('Gap', '')] : children
  }
}

/** A Word document by GB/T 9704. The same input gives the same bytes; `at` dates its parts. */
export async function writeDocx(document: PaperDocument, fonts: FontTable, at: Date): Promise<Uint8Array> {
  const pictures = await picturesOf(document.sections)
  const setting: Setting = { fonts, places: tablePlaces(document), pictures }
  const sections: ISectionOptions[] = []
  for (const section of document.sections) sections.push(await sectionOf(section, document, setting))
  const file = new Document({
    title: cleanText(document.title),
    creator: '亮绩赛马',
    lastModifiedBy: '亮绩赛马',
    evenAndOddHeaderAndFooters: isOfficial(document),
    defaultTabStop: twipsOfPt(SIZE.三号 * 2),
    styles: paperStyles(fonts),
    sections
  })
  return finishPackage(await Packer.toBuffer(file), fonts, at)
}
