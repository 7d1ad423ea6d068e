/**
 * Workbooks that people fill in and hand back: tables with drop-downs and room for more rows, and forms with one
 * question a row.
 */
export interface FormCell {
  text: string
  /** Drop-down of this cell alone; a column's own is in FormColumn. */
  options?: readonly string[]
}

export interface FormColumn {
  header: string
  /** In Excel's characters. */
  width: number
  /** Shown as the header's comment. */
  help?: string
  options?: readonly string[]
  /** Drop-down of what stands in a column of another sheet. */
  from?: { sheet: string; header: string }
  /** Grey: read, not filled in. */
  fixed?: boolean
}

export interface FormSheet {
  name: string
  /** What the sheet is for, above the table. */
  intro: string
  columns: readonly FormColumn[]
  rows: readonly (readonly FormCell[])[]
  /** Rows with borders and drop-downs that wait to be filled in. */
  spare: number
}

/** Rows above the first row of a table: what the sheet is for, and the headers. */
export const INTRO_ROW = 1
export const HEADER_ROW = 2
export const FIRST_FORM_ROW = 3
