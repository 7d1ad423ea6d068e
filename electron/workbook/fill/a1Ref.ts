import type { RawRange } from '#shared/domain/importing/grid/rawWorkbook.ts'

export interface CellPoint {
  /** 0-based. */
  row: number
  col: number
}

const MAX_ROWS = 1_048_576
const MAX_COLS = 16_384

/** `C` → 2; null for what is no column of a sheet. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null
  let col = 0
  for (const letter of letters.toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64
  return col > MAX_COLS ? null : col - 1
}

/** `D12` → row 11, column 3; null for what is no cell of a sheet. */
export function parseAddress(address: string): CellPoint | null {
  const match = /^([A-Za-z]{1,3})([1-9]\d{0,6})$/.exec(address)
  const col = match === null ? null : columnIndex(match[1]!)
  const row = match === null ? -1 : Number(match[2]) - 1
  return col === null || row >= MAX_ROWS ? null : { row, col }
}

/** `A1:C3` or `A1` as written in `ref` attributes; null where it is neither. */
export function parseRange(ref: string): RawRange | null {
  const [first, last, more] = ref.split(':')
  const a = parseAddress(first ?? '')
  const b = last === undefined ? a : parseAddress(last)
  if (a === null || b === null || more !== undefined) return null
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.col, b.col),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.col, b.col)
  }
}

export function isInside(range: RawRange, { row, col }: CellPoint): boolean {
  return row >= range.top && row <= range.bottom && col >= range.left && col <= range.right
}
