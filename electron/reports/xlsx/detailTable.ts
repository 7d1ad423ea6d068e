import type { Workbook } from 'exceljs'
import type { ReportInput } from '../reportWriter.ts'
import { addSheet } from './addSheet.ts'
import { pageOf } from './pageOf.ts'
import { planPages, setUpPage } from './pageSetup.ts'
import {
  FIRST_ROW,
  fitColumns,
  HEAD_ROW,
  writeHeader,
  writeNote,
  writeRow,
  writeTitle,
  type Column
} from './table.ts'

/** A sheet with one table and nothing to sign. */
export interface Detail<Row> {
  /** Of the sheet, and in its title. */
  name: string
  /** At the right beneath the title: 单位：分. */
  note: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  pinned: number
  /** Long lists can be filtered. */
  filter: boolean
  /** Rows that open a new unit or group get the thick rule. */
  opens(row: Row, previous: Row): boolean
  /** Paragraphs below the table. */
  remarks?: readonly string[]
}

export function writeDetail<Row>(workbook: Workbook, input: ReportInput, detail: Detail<Row>): void {
  const { columns, rows, pinned } = detail
  const sheet = addSheet(workbook, detail.name)
  const page = pageOf(input, detail.name, detail.note)
  fitColumns(sheet, columns, rows)
  const plan = planPages(sheet, columns.length, pinned)
  writeTitle(sheet, page, plan.span)
  writeHeader(sheet, columns)
  rows.forEach((row, index) => {
    const apart = index > 0 && detail.opens(row, rows[index - 1]!)
    writeRow(sheet, FIRST_ROW + index, columns, row, { apart })
  })
  const lastOfTable = Math.max(FIRST_ROW, FIRST_ROW + rows.length - 1)
  if (detail.filter) {
    sheet.autoFilter = {
      from: { row: HEAD_ROW, column: 1 },
      to: { row: lastOfTable, column: columns.length }
    }
  }
  const remarks = detail.remarks ?? []
  remarks.forEach((text, index) => writeNote(sheet, lastOfTable + 1 + index, plan.span, text))
  const lastRow = lastOfTable + remarks.length
  setUpPage(sheet, page, { lastColumn: columns.length, lastRow, pinned, plan })
}
