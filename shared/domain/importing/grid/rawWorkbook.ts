import type { Problem } from '../../../problem.ts'

/**
 * What the reader hands on: a spreadsheet without any library's types, every cell at its real address.
 * Rows and columns are 0-based here; addresses are A1 text as Excel shows them.
 */
export type RawCellKind = 'number' | 'text' | 'boolean' | 'date' | 'error' | 'formula-without-value'

export interface RawCell {
  row: number
  col: number
  /** A1 address, e.g. `D12`. */
  address: string
  kind: RawCellKind
  /**
   * The value as text without loss: shortest decimal of the stored double for numbers (`0.1`, not the binary tail),
   * the text itself, `TRUE`/`FALSE`, ISO date or date-time for dates, `#REF!` for errors, '' for a formula without value.
   */
  value: string
  /** What the cell shows on screen (number format applied); same as `value` where the file holds none. */
  shown: string
  /** Formula without its leading `=`; its cached result is `value`. */
  formula?: string
  /** Number format code, e.g. `0.00%`. */
  format?: string
}

/** Inclusive, 0-based. */
export interface RawRange {
  top: number
  left: number
  bottom: number
  right: number
}

export interface RawSheet {
  name: string
  /** 0-based position in the workbook. */
  index: number
  visibility: 'visible' | 'hidden' | 'veryHidden'
  /** Row-major, only cells that hold something; values under a merge (not at its anchor) are left out. */
  cells: RawCell[]
  merges: RawRange[]
  /** 0-based, ascending. */
  hiddenRows: number[]
  hiddenCols: number[]
  /** One past the last used row / column. */
  rowCount: number
  colCount: number
}

export type RawFormat = 'xlsx' | 'xlsm' | 'xlsb' | 'xls' | 'et' | 'ods' | 'csv' | 'tsv' | 'html' | 'xml'

export interface RawWorkbook {
  fileName: string
  /** Lower-case hex SHA-256 of the file's bytes. */
  sha256: string
  bytes: number
  /** What the bytes are, whatever the suffix says. */
  format: RawFormat
  /** Text encoding of CSV/TSV/HTML. */
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'
  sheets: RawSheet[]
  /** Things to tell: hidden sheets, wrong suffix, stale formulas … (codes HIDDEN_SHEET, WRONG_SUFFIX …). */
  problems: Problem[]
}
