import type { RawRange } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { xmlAttribute } from '../xmlTokens.ts'
import { parseAddress, type CellPoint } from './a1Ref.ts'
import type { BookPackage } from './bookPackage.ts'
import type { CellEdit } from './fillTypes.ts'
import { SheetView, styleOf } from './sheetView.ts'
import { StylesPart } from './stylesPart.ts'
import { applySplices, findTags, withAttribute, type Splice } from './xmlEdit.ts'

/** Excel's width of a column that says nothing, in digits; what the lines of a cell leave free at both sides. */
const DEFAULT_WIDTH = 8.43
const PADDING = 1
/** Line height against letter size, and room above and below, in points. */
const LINE = 1.3
const ROOM = 4
/** Letters at which a digit is one wide. */
const USUAL_SIZE = 11
/** Excel's tallest row. */
const TALLEST = 409

/** Digits that a text takes: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1.1), 0)
}

/** Widths of the columns of a sheet part, 0-based. */
function columnWidths(xml: string, to: number): (col: number) => number {
  const head = xml.slice(0, to)
  const usual = xmlAttribute(findTags(head, ['sheetFormatPr'])[0]?.attributes ?? '', 'defaultColWidth')
  const columns = findTags(head, ['col']).map(({ attributes }) => {
    const [min, max, width] = ['min', 'max', 'width'].map((name) => Number(xmlAttribute(attributes, name)))
    return { first: min! - 1, last: max! - 1, width: width! }
  })
  return (col) =>
    columns.find(({ first, last, width }) => col >= first && col <= last && width > 0)?.width ??
    Number(usual ?? DEFAULT_WIDTH)
}

/** Points that a text needs in a cell of this width. */
function neededHeight(text: string, width: number, size: number): number {
  const room = Math.max(1, width - PADDING) * (USUAL_SIZE / size)
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0)
  return Math.min(TALLEST, Math.ceil(lines * size * LINE + ROOM))
}

/**
 * Raises rows of a set height in which a written text would be cut off: cells that break their text into lines, alone or
 * merged over several columns. Rows without a height grow by themselves in every office program; none is made lower.
 */
export function raiseRows(book: BookPackage, edits: readonly CellEdit[]): void {
  const stylesPath = book.relationsOf(book.workbook).find(({ type }) => type === 'styles')?.target
  if (stylesPath === undefined || !book.has(stylesPath)) return
  const styles = new StylesPart(book.text(stylesPath))
  for (const part of book.sheets().filter(({ isWorksheet }) => isWorksheet)) {
    const texts = edits.flatMap((edit) => {
      const point = edit.sheet === part.name && edit.set?.kind === 'text' ? parseAddress(edit.address) : null
      return point === null || edit.set?.kind !== 'text' ? [] : [{ point, text: edit.set.value }]
    })
    if (texts.length === 0) continue
    const view = new SheetView(book, part)
    book.replace(part.path, applySplices(view.xml, raisedRows(view, texts, styles)))
  }
}

function raisedRows(
  view: SheetView,
  texts: readonly { point: CellPoint; text: string }[],
  styles: StylesPart
): Splice[] {
  const width = columnWidths(view.xml, view.data.open.start)
  const least = new Map<number, number>()
  for (const { point, text } of texts) {
    const cell = view.cellAt(point)
    const looks = styles.looksOf(cell === null ? null : styleOf(cell))
    const area = areaOf(view, point)
    if (!looks.wraps || area.top !== area.bottom) continue
    let room = 0
    for (let col = area.left; col <= area.right; col++) room += width(col)
    least.set(point.row, Math.max(least.get(point.row) ?? 0, neededHeight(text, room, looks.size)))
  }
  return [...least].flatMap(([row, height]): Splice[] => {
    const tag = view.rowAt(row)?.tag
    const own = xmlAttribute(tag?.attributes ?? '', 'ht')
    if (tag === undefined || own === undefined || Number(own) >= height) return []
    const attributes = withAttribute(withAttribute(tag.attributes, 'ht', String(height)), 'customHeight', '1')
    const text = `<${tag.prefix}row${attributes}${tag.kind === 'empty' ? '/' : ''}>`
    return [{ start: tag.start, end: tag.end, text }]
  })
}

/** The merge that begins at a cell, or the cell. */
function areaOf(view: SheetView, { row, col }: CellPoint): RawRange {
  const merge = view.merges.find(({ top, left }) => top === row && left === col)
  return merge ?? { top: row, left: col, bottom: row, right: col }
}
