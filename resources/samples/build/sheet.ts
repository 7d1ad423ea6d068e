/** How a cell looks; the writers turn the names into fonts, borders and fills. */
export type CellStyle = 'title' | 'meta' | 'head' | 'body' | 'name' | 'total' | 'note' | 'cover'

export interface Cell {
  /** Text stays text even when it looks like a number: that is the dirt we want. */
  value: string | number | null
  style: CellStyle
  /** Number format, e.g. `0.00%` or `yyyy/m/d`. */
  format?: string
  /** Formula without `=`; `value` is its stored result. */
  formula?: string
  /** An error such as `#REF!` as stored result. */
  error?: '#REF!'
}

/** Inclusive, 0-based: top, left, bottom, right. */
export type Merge = readonly [number, number, number, number]

export interface Sheet {
  name: string
  rows: (Cell | null)[][]
  merges: Merge[]
  /** Column widths in characters. */
  widths: number[]
  hidden?: boolean
  portrait?: boolean
  /** Rows (1-based, first and last) repeated on each printed page. */
  repeat?: readonly [number, number]
}

export interface Book {
  sheets: Sheet[]
  /** ISO date-time that stands in the file's properties. */
  savedAt: string
}

export const cell = (value: Cell['value'], style: CellStyle = 'body', more: Partial<Cell> = {}): Cell => ({
  value,
  style,
  ...more
})

export const blanks = (count: number, style: CellStyle): Cell[] =>
  Array.from({ length: count }, () => cell(null, style))

/** A row whose first cell is merged over all columns. */
export function bandRow(sheet: Sheet, value: string, style: CellStyle, columns: number): void {
  const row = sheet.rows.length
  sheet.rows.push([cell(value, style), ...blanks(columns - 1, style)])
  sheet.merges.push([row, 0, row, columns - 1])
}

/** The line under the title: 填报单位（盖章） on the left, 填报时间 on the right. */
export function metaRow(sheet: Sheet, left: string, right: string, columns: number): void {
  const row = sheet.rows.length
  const split = Math.ceil(columns / 2)
  sheet.rows.push([
    cell(left, 'meta'),
    ...blanks(split - 1, 'meta'),
    cell(right, 'meta'),
    ...blanks(columns - split - 1, 'meta')
  ])
  sheet.merges.push([row, 0, row, split - 1])
  if (columns - split > 1) sheet.merges.push([row, split, row, columns - 1])
}

/**
 * A two-row header: a text stands alone over both rows, `[text, parts]` spans its parts.
 */
export type HeadColumn = string | readonly [string, readonly string[]]

export function headRows(sheet: Sheet, columns: readonly HeadColumn[]): void {
  const top = sheet.rows.length
  const upper: Cell[] = []
  const lower: Cell[] = []
  for (const column of columns) {
    const left = upper.length
    if (typeof column === 'string') {
      upper.push(cell(column, 'head'))
      lower.push(cell(null, 'head'))
      sheet.merges.push([top, left, top + 1, left])
      continue
    }
    const [text, parts] = column
    upper.push(cell(text, 'head'), ...blanks(parts.length - 1, 'head'))
    lower.push(...parts.map((part) => cell(part, 'head')))
    if (parts.length > 1) sheet.merges.push([top, left, top, left + parts.length - 1])
  }
  sheet.rows.push(upper, lower)
}

export const headRow = (sheet: Sheet, columns: readonly string[]): void => {
  sheet.rows.push(columns.map((text) => cell(text, 'head')))
}

/** `A`, `B`, … `AA` for a 0-based column. */
export function letter(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letter(Math.floor(column / 26) - 1) + letter(column % 26)
}

/** Excel's serial of an ISO date. */
export function serialOf(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}
