import type { ColumnPlan, LayoutKind } from '#shared/domain/importing/importPlan.ts'
import type { SheetDetail } from './sheetDetail.ts'

/** One table of a sheet: the first one, or one below or beside it. */
export interface Block {
  /** Null for the first table, else the 0-based row in which its header begins: the key of `fixes.sheets[…].tables`. */
  key: number | null
  layout: LayoutKind | null
  /** 0-based, inclusive. */
  header: { first: number; last: number } | null
  columns: readonly ColumnPlan[]
  /** Code of the unit that the whole table belongs to. */
  unit: string | null
}

export function sheetBlocks(sheet: SheetDetail): Block[] {
  const first: Block = {
    key: null,
    layout: sheet.layout,
    header: sheet.header,
    columns: sheet.columns,
    unit: sheet.unit?.code ?? null
  }
  return [first, ...sheet.tables.map((table) => ({ key: table.header.first, ...table }))]
}

/**
 * The table that a cell stands in: of those that have the column, the last whose header begins at or above the row.
 * Above all headers it is the first one of the column, so that its roles can be read before scrolling there.
 */
export function blockAt(blocks: readonly Block[], row: number, col: number): Block | null {
  const own = blocks.filter((block) => block.columns.some((column) => column.col === col))
  const above = own.filter((block) => (block.header?.first ?? 0) <= row)
  return above.toSorted((a, b) => (a.header?.first ?? 0) - (b.header?.first ?? 0)).at(-1) ?? own[0] ?? null
}

/** Rectangle of a table in the grid, 0-based and inclusive, down to the next table in its columns or the last data row. */
export function blockArea(
  blocks: readonly Block[],
  block: Block,
  lastRow: number
): { top: number; bottom: number; left: number; right: number } | null {
  if (block.header === null || block.columns.length === 0) return null
  const cols = block.columns.map(({ col }) => col)
  const top = block.header.first
  const left = Math.min(...cols)
  const right = Math.max(...cols)
  const next = blocks
    .filter((other) => other.columns.some(({ col }) => col >= left && col <= right))
    .map((other) => other.header?.first ?? 0)
    .filter((first) => first > top)
  return {
    top,
    bottom: Math.max(block.header.last, Math.min(lastRow, ...next.map((row) => row - 1))),
    left,
    right
  }
}
