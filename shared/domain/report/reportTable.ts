import type { DecimalString } from '../number/decimal.ts'

/** A number of a table. Every writer prints `number`, already rounded as the report prints it; none rounds again. */
export interface NumberCell {
  number: DecimalString
  /** Digits behind the point that are shown; null: as many as it has. */
  decimals: number | null
  /** `+` before positive numbers. */
  signed?: boolean
  /** Shown behind the number, which stays a number: 补, %. */
  suffix?: string
  /**
   * A live formula for workbooks, its result being `number`: `{COLUMN}` is this row's cell of that column, `{COLUMN:all}`
   * the column's body, `{TABLE!COLUMN:all}` that of another table of the workbook. `ROUND({BASE}+{BONUS}-{DEDUCTION},2)`.
   * Only where the formula over what stands in those cells really gives `number`; other writers ignore it.
   */
  formula?: string
  /** Entered as an array formula (Ctrl+Shift+Enter): one that looks at each cell of a column before it adds them up. */
  array?: boolean
  /** What a workbook stores, or its formula gives, where formulas reckon with more digits than are shown; shown as `number`. */
  exact?: DecimalString
}

/** Empty, words, or a number. 0, 「/」 and 缺报 are three things: the last two are words. */
export type TableCell = null | string | NumberCell

export interface ReportColumn {
  id: string
  /** `\n` breaks it where the writer of the text wants it broken. */
  head: string
  /** In brackets beneath the head. */
  fullMark?: string | null
  /** Neighbours with the same band stand under one upper head. */
  band?: string
  align: 'left' | 'center' | 'right'
  /** Width in half-width characters; the writer chooses between them by what stands in the column. */
  min: number
  max: number
  bold?: boolean
  /** Left empty, to be filled in by hand: never narrower than `min`. */
  toFill?: boolean
  /** In a workbook only, and hidden there: 编号, by which a returned sheet finds its rows. */
  hidden?: boolean
  /** Drop-down of a workbook. */
  choices?: readonly string[]
  /** The column that the table is about: 总得分. */
  tint?: boolean
}

export interface ReportRow {
  /** By column id; absent is empty. */
  cells: Readonly<Record<string, TableCell>>
  /** A thick rule above: another group begins, or what is no part of the ranking. */
  opens?: boolean
  /** Column ids printed in 朱砂: first places and rises, always said by word or arrow too. */
  red?: readonly string[]
  /** One text in place of the cells from one column to another: why a unit has no score. */
  merged?: { from: string; to: string; text: string }
  /** A row in bold over the full width, with a text only: the name of a group inside a table. */
  band?: string
}

/** A table with what frames it: one sheet of a workbook, one run of pages on paper. */
export interface ReportTable {
  id: string
  /** Name of the sheet. */
  name: string
  /** Title above the table: 2026年第三季度机关处室组排名表. */
  title: string
  /** Left and right of the line beneath the title: 填报单位：…, 单位：分 and the date. */
  left: string
  right: string
  columns: readonly ReportColumn[]
  rows: readonly ReportRow[]
  /** Rows beneath a rule: means, totals. */
  foot: readonly ReportRow[]
  /** Paragraphs beneath the table: chosen rules, what was left out. */
  remarks: readonly string[]
  /** Further paragraphs that only a workbook needs: what is a formula in it, and what is not. */
  sheetRemarks?: readonly string[]
  /** 制表人：, 审核人： …; [] for a table that nobody signs. */
  signatures: readonly string[]
  /** Columns that stay in sight and repeat on each page across. */
  pinned: number
  /** Long lists can be filtered in Excel. */
  filter: boolean
  orientation: 'PORTRAIT' | 'LANDSCAPE'
}
