import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import { xmlAttribute } from '../xmlTokens.ts'
import { groupedBy } from '#shared/domain/groupedBy.ts'
import { parseAddress, parseRange } from './a1Ref.ts'
import { cellXml } from './cellXml.ts'
import type { CellEdit } from './fillTypes.ts'
import type { PlacedEdit } from './refusals.ts'
import type { CellSpot, RowSpot } from './scanSheet.ts'
import { styleOf, type SheetView } from './sheetView.ts'
import type { FormatChange, StylesPart } from './stylesPart.ts'
import { applySplices, findTags, withAttribute, type Splice } from './xmlEdit.ts'

/** The style of an edited cell: its own, with what the edit adds. */
function styleFor(edit: CellEdit, own: string | null, styles: StylesPart | null): string | null {
  if (styles === null) return own
  const { set } = edit
  const change: FormatChange = {}
  if (edit.mark !== undefined) change.mark = edit.mark
  if (edit.wrap === true) change.wrap = true
  if (edit.format !== undefined && styles.isGeneral(own)) change.format = edit.format
  // A number in a cell that shows everything as text would turn into text at the next keystroke, and the reverse.
  if (set?.kind === 'text' && /^[=+\-@\t\r]/.test(set.value)) change.quoted = true
  if (set?.kind === 'number' && styles.isQuoted(own)) change.quoted = false
  return Object.keys(change).length === 0 ? own : styles.derive(own, change)
}

function changedCell(cell: CellSpot, edit: CellEdit, styles: StylesPart | null): Splice {
  const style = styleFor(edit, styleOf(cell), styles)
  if (edit.set !== undefined) return { ...spanOf(cell), text: cellXml(cell.tag, edit.set, style) }
  const { tag } = cell
  const attributes = style === null ? tag.attributes : withAttribute(tag.attributes, 's', style)
  return {
    start: tag.start,
    end: tag.end,
    text: `<${tag.prefix}c${attributes}${tag.kind === 'empty' ? '/' : ''}>`
  }
}

const spanOf = (cell: CellSpot): { start: number; end: number } => ({ start: cell.tag.start, end: cell.end })

function newCell(view: SheetView, { edit, point }: PlacedEdit, styles: StylesPart | null): string {
  const like = edit.like === undefined ? null : parseAddress(edit.like)
  const model = like === null ? null : view.cellAt(like)
  const own = model === null ? view.styleBeside(point) : styleOf(model)
  const tag = { prefix: view.data.open.prefix, attributes: ` r="${cellAddress(point.row, point.col)}"` }
  return cellXml(tag, edit.set ?? { kind: 'clear' }, styleFor(edit, own, styles))
}

/** `spans="1:5"` is a hint of how far the row goes; a wrong one is worse than none. */
function rowTag(row: RowSpot, lastCol: number, kind: 'open' | 'empty'): string {
  let { attributes } = row.tag
  const [, first, last] = /^(\d+):(\d+)$/.exec(xmlAttribute(attributes, 'spans') ?? '') ?? []
  if (first !== undefined && Number(last) < lastCol + 1)
    attributes = withAttribute(attributes, 'spans', `${first}:${lastCol + 1}`)
  return `<${row.tag.prefix}row${attributes}${kind === 'empty' ? '/' : ''}>`
}

/** Edits of one row that the sheet has. */
function editRow(
  view: SheetView,
  row: RowSpot,
  edits: readonly PlacedEdit[],
  styles: StylesPart | null
): Splice[] {
  const cells = view.cellsOf(row.row)
  const splices: Splice[] = []
  const added: PlacedEdit[] = []
  for (const placed of edits) {
    const cell = view.cellAt(placed.point)
    if (cell === null) added.push(placed)
    else splices.push(changedCell(cell, placed.edit, styles))
  }
  const filled = added.filter(({ edit }) => needsCell(edit))
  if (filled.length === 0) return splices
  const lastCol = Math.max(...filled.map(({ point }) => point.col))
  if (row.tag.kind === 'empty') {
    const inner = filled.map((placed) => newCell(view, placed, styles)).join('')
    const text = `${rowTag(row, lastCol, 'open')}${inner}</${row.tag.prefix}row>`
    return [...splices, { start: row.tag.start, end: row.end, text }]
  }
  for (const placed of filled) {
    const next = cells.find((cell) => cell.col > placed.point.col)
    const at = next?.tag.start ?? cells.at(-1)?.end ?? row.tag.end
    splices.push({ start: at, end: at, text: newCell(view, placed, styles) })
  }
  const tag = rowTag(row, lastCol, 'open')
  return [...splices, { start: row.tag.start, end: row.tag.end, text: tag }]
}

/** Emptying a cell that is not there leaves nothing to do. */
function needsCell(edit: CellEdit): boolean {
  return edit.mark !== undefined || (edit.set !== undefined && edit.set.kind !== 'clear')
}

function newRow(
  view: SheetView,
  row: number,
  edits: readonly PlacedEdit[],
  styles: StylesPart | null
): string {
  const { prefix } = view.data.open
  const cells = edits.map((placed) => newCell(view, placed, styles)).join('')
  return `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`
}

/** Extends `<dimension>` to cells that were added outside it: some programs read no further. */
function dimensionSplice(view: SheetView, edits: readonly PlacedEdit[]): Splice[] {
  const [tag] = findTags(view.xml.slice(0, view.data.open.start), ['dimension'])
  const range = parseRange(xmlAttribute(tag?.attributes ?? '', 'ref') ?? '')
  if (tag === undefined || range === null) return []
  const rows = edits.map(({ point }) => point.row)
  const cols = edits.map(({ point }) => point.col)
  const top = Math.min(range.top, ...rows)
  const left = Math.min(range.left, ...cols)
  const bottom = Math.max(range.bottom, ...rows)
  const right = Math.max(range.right, ...cols)
  if (top === range.top && left === range.left && bottom === range.bottom && right === range.right) return []
  const ref = `${cellAddress(top, left)}:${cellAddress(bottom, right)}`
  const slash = tag.kind === 'empty' ? '/' : ''
  const text = `<${tag.prefix}dimension${withAttribute(tag.attributes, 'ref', ref)}${slash}>`
  return [{ start: tag.start, end: tag.end, text }]
}

/** The worksheet part with the edits made; nothing else in it changes. */
export function applyEdits(view: SheetView, edits: readonly PlacedEdit[], styles: StylesPart | null): string {
  const inOrder = edits.toSorted((a, b) => a.point.row - b.point.row || a.point.col - b.point.col)
  const byRow = groupedBy(inOrder, ({ point }) => String(point.row))
  const splices: Splice[] = []
  const fresh: { row: number; text: string }[] = []
  for (const ofRow of byRow.values()) {
    const { row } = ofRow[0]!.point
    const spot = view.rowAt(row)
    if (spot !== null) splices.push(...editRow(view, spot, ofRow, styles))
    else {
      const filled = ofRow.filter(({ edit }) => needsCell(edit))
      if (filled.length > 0) fresh.push({ row, text: newRow(view, row, filled, styles) })
    }
  }
  const written = edits.filter(({ edit }) => needsCell(edit))
  if (written.length > 0) splices.push(...dimensionSplice(view, written))
  splices.push(...rowSplices(view, fresh))
  return applySplices(view.xml, splices)
}

function rowSplices(view: SheetView, fresh: readonly { row: number; text: string }[]): Splice[] {
  const { open, innerEnd } = view.data
  if (open.kind === 'empty') {
    if (fresh.length === 0) return []
    const rows = fresh.map(({ text }) => text).join('')
    const text = `<${open.prefix}sheetData${open.attributes}>${rows}</${open.prefix}sheetData>`
    return [{ start: open.start, end: open.end, text }]
  }
  return fresh.map(({ row, text }) => {
    const next = view.rows.find((spot) => spot.row > row)
    const at = next?.tag.start ?? innerEnd
    return { start: at, end: at, text }
  })
}
