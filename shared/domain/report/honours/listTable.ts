import { emptyRow } from '../lists/listWorkbook.ts'
import { columnsOf, rowOf, type ColumnSpec } from '../ranking/columnSpec.ts'
import type { WorkbookContent } from '../reportContent.ts'
import { SIGNATURES } from '../reportFrame.ts'
import type { ReportTable } from '../reportTable.ts'

/** What stands around a list that is no scoring report. */
export interface ListFrame {
  /** 填报单位. */
  issuer: string
  /** 「2026年10月9日」. */
  date: string
  /** Foot of every page: when and of what state the list was printed. */
  provenance: string
  /** Head of every page, '' where nothing in it is provisional. */
  mark: string
}

export interface ListSpec<Row> {
  id: string
  /** Name of the sheet. */
  name: string
  title: string
  /** Right of the line beneath the title, before the date. */
  note: string
  columns: readonly ColumnSpec<Row & { no: number }>[]
  rows: readonly Row[]
  /** What a list without rows says. */
  empty: string
  remarks: readonly string[]
  signed: boolean
  pinned: number
  orientation: ReportTable['orientation']
  /** Heading of a run of rows; rows of one heading stand together. */
  band?: (row: Row) => string
}

/** A numbered list as a table: landscape or portrait, filterable, signed where offices sign such a list. */
export function listTable<Row>(frame: ListFrame, spec: ListSpec<Row>): ReportTable {
  const columns = columnsOf(spec.columns)
  const rows = spec.rows.flatMap((row, index) => {
    const band = spec.band?.(row)
    const opens = band !== undefined && (index === 0 || spec.band!(spec.rows[index - 1]!) !== band)
    const own = rowOf(spec.columns, { ...row, no: index + 1 })
    return opens ? [{ cells: {}, band }, own] : [own]
  })
  return {
    ...{ id: spec.id, name: spec.name, title: spec.title, left: `填报单位：${frame.issuer}` },
    right: [spec.note, frame.date].filter((part) => part !== '').join('　'),
    columns,
    rows: spec.rows.length === 0 ? emptyRow(columns, spec.empty) : rows,
    foot: [],
    remarks: spec.remarks,
    signatures: spec.signed ? SIGNATURES : [],
    pinned: spec.pinned,
    // Excel's filter would sort the headings away from their rows.
    filter: spec.rows.length > 0 && spec.band === undefined,
    orientation: spec.orientation
  }
}

/** Tables as a workbook under one title. */
export function listWorkbookOf(
  frame: ListFrame,
  title: string,
  tables: readonly ReportTable[]
): WorkbookContent {
  const { mark, provenance } = frame
  return { title, mark, provenance, sheets: tables.map((table) => ({ table, charts: [] })) }
}
