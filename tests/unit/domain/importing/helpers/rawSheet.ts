import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { RawCell, RawRange, RawSheet, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'

export type CellInput = string | number | null | (Partial<RawCell> & { value: string })

/** `B2:D3` → 0-based, inclusive. */
export function range(text: string): RawRange {
  const [from, to = from] = text.split(':')
  const [top, left] = place(from!)
  const [bottom, right] = place(to!)
  return { top, left, bottom, right }
}

function place(address: string): [number, number] {
  const match = /^([A-Z]+)(\d+)$/.exec(address)!
  const col = [...match[1]!].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return [Number(match[2]) - 1, col]
}

function cell(input: CellInput, row: number, col: number): RawCell | null {
  if (input === null || input === '') return null
  const address = cellAddress(row, col)
  if (typeof input === 'number')
    return { row, col, address, kind: 'number', value: String(input), shown: String(input) }
  if (typeof input === 'string') return { row, col, address, kind: 'text', value: input, shown: input }
  return { row, col, address, kind: 'number', shown: input.value, ...input }
}

/** A sheet from rows of plain values: numbers are number cells, strings text cells, null nothing. */
export function rawSheet(
  rows: readonly (readonly CellInput[])[],
  merges: readonly string[] = [],
  over: Partial<RawSheet> = {}
): RawSheet {
  const cells = rows.flatMap((inputs, row) =>
    inputs.map((input, col) => cell(input, row, col)).filter((made) => made !== null)
  )
  return {
    name: '表1',
    index: 0,
    visibility: 'visible',
    cells,
    merges: merges.map(range),
    hiddenRows: [],
    hiddenCols: [],
    rowCount: rows.length,
    colCount: Math.max(0, ...rows.map((row) => row.length)),
    ...over
  }
}

export function rawWorkbook(sheets: readonly RawSheet[], over: Partial<RawWorkbook> = {}): RawWorkbook {
  return {
    fileName: '报送表.xlsx',
    sha256: '0'.repeat(64),
    bytes: 1,
    format: 'xlsx',
    sheets: sheets.map((sheet, index) => ({ ...sheet, index })),
    problems: [],
    ...over
  }
}
