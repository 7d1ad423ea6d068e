import type { Workbook, Worksheet } from 'exceljs'
import type { ReportTable } from '#shared/domain/report/reportTable.ts'
import { HEAD_ROW } from './frame.ts'
import { columnLetter, sheetName } from './sheetText.ts'

/** Where a table stands in its workbook: known for all tables before one is written, as formulas look across. */
export interface TablePlan {
  table: ReportTable
  sheet: Worksheet
  /** Rows of the sheet, 1-based. */
  lastHead: number
  firstBody: number
  /** The row above the first where there are no rows. */
  lastBody: number
}

/** A new last sheet, named as Excel allows. */
export function addSheet(workbook: Workbook, name: string): Worksheet {
  const taken = workbook.worksheets.map((sheet) => sheet.name)
  return workbook.addWorksheet(sheetName(name, taken))
}

export function planTable(workbook: Workbook, table: ReportTable): TablePlan {
  const lastHead = table.columns.some((column) => column.band !== undefined) ? HEAD_ROW + 1 : HEAD_ROW
  return {
    table,
    sheet: addSheet(workbook, table.name),
    lastHead,
    firstBody: lastHead + 1,
    lastBody: lastHead + table.rows.length
  }
}

/** Letter of a column of the table. Throws where there is none: a formula or chart would look somewhere else. */
export function letterOf({ table }: TablePlan, column: string): string {
  const index = table.columns.findIndex(({ id }) => id === column)
  if (index < 0) throw new RangeError(`table ${table.id} has no column ${column}`)
  return columnLetter(index + 1)
}

export function planOf(plans: readonly TablePlan[], table: string): TablePlan {
  const plan = plans.find((each) => each.table.id === table)
  if (plan === undefined) throw new RangeError(`the workbook has no table ${table}`)
  return plan
}

/** `'机关处室组'!`: quoted always, since names may have spaces, digits and signs. */
export function sheetReference(sheet: Worksheet): string {
  return `'${sheet.name.replaceAll("'", "''")}'!`
}

/** `{COLUMN}`, `{COLUMN:all}` and `{TABLE!COLUMN:all}` of a formula as cells of the row, columns, and those of another sheet. */
export function cellFormula(
  formula: string,
  row: number,
  plan: TablePlan,
  plans: readonly TablePlan[]
): string {
  return formula.replace(/\{(?:([^{}!]+)!)?([^{}!]+?)(:all)?\}/g, (_, table, column: string, all) => {
    const target = table === undefined ? plan : planOf(plans, table as string)
    const letter = letterOf(target, column)
    if (all === undefined) return `${letter}${row}`
    const range = `$${letter}$${target.firstBody}:$${letter}$${Math.max(target.firstBody, target.lastBody)}`
    return target === plan ? range : sheetReference(target.sheet) + range
  })
}
