import type { DecimalString } from '#shared/domain/number/decimal.ts'

/** What becomes of a cell's content. Without it the content stays and only `mark` is put on. */
export type CellContent =
  /** Written digit by digit, never through a binary float. */
  | { kind: 'number'; value: DecimalString }
  /** Stays text whatever it begins with; `\n` breaks the line. */
  | { kind: 'text'; value: string }
  /** Empties the cell and keeps its format. */
  | { kind: 'clear' }

export interface CellEdit {
  sheet: string
  /** A1, e.g. `D12`. Of a merge only its top left cell. */
  address: string
  set?: CellContent
  /** Fill colour as RRGGBB; everything else of the cell's format stays. */
  mark?: string
  /** Breaks the text into lines inside the cell. */
  wrap?: boolean
  /** Number format for a cell that has none of its own (常规): `0.00`. */
  format?: string
  /** Address whose format a cell takes that the sheet does not have yet; without it the left neighbour's. */
  like?: string
}

/** Why an edit was not made. */
export type RefusalCode =
  | 'NO_SHEET'
  | 'BAD_ADDRESS'
  | 'UNDER_MERGE'
  | 'FORMULA'
  | 'TABLE_HEADER'
  | 'DATE_FORMAT'
  | 'TEXT_TOO_LONG'
  | 'GIVEN_TWICE'

export interface Refusal {
  code: RefusalCode
  sheet: string
  address: string
  /** A whole sentence without the place. */
  message: string
}

/** Something to tell about a workbook that was filled: a whole sentence. */
export interface FillNote {
  code: 'RICH_TEXT' | 'LONG_NUMBER' | 'NO_STYLES' | 'PIVOT' | 'SIGNATURE' | 'SHEET_NOT_RENAMED'
  sheet: string | null
  address: string | null
  message: string
}

export interface FillOptions {
  /** File name for messages. */
  file: string
  /** `THROW` (default) writes nothing when one edit cannot be made; `LEAVE` leaves those cells and lists them. */
  refused?: 'THROW' | 'LEAVE'
  /** Sheet names, old → new. One that formulas, charts, links or macros use stays, with a note. */
  renames?: ReadonlyMap<string, string>
  /** Widths in characters of columns that stand on their own, by sheet and column letter. */
  widths?: readonly { sheet: string; column: string; width: number }[]
}

export interface FilledWorkbook {
  bytes: Uint8Array
  notes: FillNote[]
  refused: Refusal[]
  /** Cells whose stored formula result was taken out because it depends on what was changed. */
  recalculated: { sheet: string; address: string }[]
}
