import { cellText } from '#shared/domain/report/cellText.ts'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { linesIn } from './measure.ts'
import { LINE, SIZE, twipsOfPt, type PageGeometry } from './paperFormat.ts'
import { CELL_LINE } from './tableCells.ts'
import { room, tableLayouts, type TableLayout, type TablePart } from './tableLayout.ts'

/** How densely a table is set. */
export interface Density {
  /** Of the type, in points. */
  size: number
  /** Above and below the text of a cell, against the size. */
  padding: number
}

/** From airy to as tight as can be read. */
const PADDINGS = [0.34, 0.26, 0.18, 0.1, 0.04] as const
/** Of tables that go over pages anyway: 五号, neither airy nor tight. */
const USUAL: Density = { size: SIZE.五号, padding: 0.18 }
/** Programs differ by a little in how they set a line: this much of a page is kept, in twips. */
const SPARE = 300

/** Lines and rows of a part, head included. */
interface Extent {
  lines: number
  rows: number
}

function extentOf(table: ReportTable, part: TablePart, size: number): Extent {
  const tallest = (textOf: (index: number) => string): number =>
    Math.max(1, ...part.columns.map((_, index) => linesIn(textOf(index), room(part.widths[index]!, 1, size))))
  const { columns } = part
  const marks = columns.some(({ fullMark }) => fullMark != null) ? 1 : 0
  const bands = columns.some(({ band }) => band !== undefined) ? 1 : 0
  const head = tallest((index) => columns[index]!.head) + marks + bands
  const rows = [...table.rows, ...table.foot]
  const lines = rows.reduce(
    (sum, row) =>
      sum + (row.band === undefined ? tallest((index) => cellText(row.cells[columns[index]!.id])) : 1),
    head
  )
  return { lines, rows: rows.length + 1 + bands }
}

const padding = ({ size, padding: share }: Density): number => Math.round(size * share * 20)

/** Height in twips of a part with its rules, without what stands around it. */
function partHeight({ lines, rows }: Extent, density: Density): number {
  // Half a point for each row's rule.
  return lines * density.size * CELL_LINE * 20 + rows * (2 * padding(density) + 10)
}

/** What stands above a table, in twips. */
function above({ title, left, right }: ReportTable): number {
  const meta = left === '' && right === '' ? 0 : SIZE.五号 * 1.3 + 3
  return twipsOfPt((title === '' ? 0 : SIZE.小二 * 1.3 + 3) + meta)
}

/** What stands beneath a table, in twips. */
function below({ remarks, signatures }: ReportTable, width: number): number {
  const perLine = width / twipsOfPt(SIZE.小五 / 2)
  const notes = remarks.reduce((sum, remark) => sum + linesIn(remark, perLine) * SIZE.小五 * 1.3 + 2, 0)
  return twipsOfPt(notes + (signatures.length === 0 ? 6 : SIZE.小四 * 1.3 + 8))
}

/** Height in twips of a table as one part, with all that belongs to it. */
export function tableHeight(table: ReportTable, width: number, density: Density): number {
  const layout = tableLayouts(table, width, density.size)[0]!
  const { size } = layout
  const parts = layout.parts.map((part) => partHeight(extentOf(table, part, size), { ...density, size }))
  return parts.reduce((sum, height) => sum + height, above(table) + below(table, width))
}

/** A part with the room above and below the text of its cells, in twips. */
export interface SetPart extends TablePart {
  padding: number
}

export interface SetTable {
  size: number
  parts: SetPart[]
}

function set({ size, parts }: TableLayout, shares: readonly number[]): SetTable {
  return {
    size,
    parts: parts.map((part, index) => ({ ...part, padding: padding({ size, padding: shares[index]! }) }))
  }
}

/** The airiest padding at which each part stands on one page; null for one that goes over pages. */
function fittingPaddings(
  table: ReportTable,
  { size, parts }: TableLayout,
  page: PageGeometry,
  labelled: boolean
): (number | null)[] {
  return parts.map((part, index) => {
    const label = labelled && index === 0 ? 2 * LINE : 0
    const after = index === parts.length - 1 ? below(table, page.textWidth) : 0
    const left = page.textHeight - SPARE - above(table) - label - after
    const extent = extentOf(table, part, size)
    return PADDINGS.find((share) => partHeight(extent, { size, padding: share }) <= left) ?? null
  })
}

export interface TablePlace {
  page: PageGeometry
  /** 附件1 stands above it. */
  labelled: boolean
  /** What the page as a whole leaves it; null: it looks for itself. */
  density: Density | null
  /** Largest type in points. */
  largest: number
}

/**
 * A table set for its page: the largest type at which it stands on one page, so that two rows never stand alone on a second
 * one. What goes over pages is set in 五号 where that is wide enough.
 */
export function setTable(table: ReportTable, { page, labelled, density, largest }: TablePlace): SetTable {
  if (density !== null) {
    const layout = tableLayouts(table, page.textWidth, density.size)[0]!
    return set(
      layout,
      layout.parts.map(() => density.padding)
    )
  }
  const layouts = tableLayouts(table, page.textWidth, largest)
  const fitted = layouts.map((layout) => fittingPaddings(table, layout, page, labelled))
  const whole = fitted.findIndex((shares) => shares.every((share) => share !== null))
  const usual = layouts.findIndex(({ size }) => size <= USUAL.size)
  const chosen = whole >= 0 ? whole : Math.max(usual, 0)
  return set(
    layouts[chosen]!,
    fitted[chosen]!.map((share) => share ?? USUAL.padding)
  )
}
