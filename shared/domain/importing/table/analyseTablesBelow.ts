import { analyseTable, type TableOutcome } from './analyseTable.ts'
import type { TableAnalysis } from '../analysis.ts'
import type { HeaderRows } from '../header/composeHeader.ts'
import type { NextTable, Extracted } from '../extract/values.ts'
import { headerAround } from '../header/findHeader.ts'
import { looksNumeric } from '../grid/looksNumeric.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import { isHeaderRow } from '../header/rowKind.ts'
import { sheetGrid, type SheetGrid } from '../grid/sheetGrid.ts'
import { tableAnalysisOf } from './tableAnalysisOf.ts'
import type { TableRequest } from './tableRequest.ts'

/** Sheets that people stack by hand hold a few tables; every one of them costs a pass over the rest of the sheet. */
const MAX_TABLES = 30

type Understood = Exclude<TableOutcome, { layout: null }>

export interface TablesBelow extends Omit<Extracted, 'next'> {
  tables: TableAnalysis[]
}

/**
 * The tables below the first one (excel.md §3 h), each read by its own header. What the clerk said about the columns of the
 * first table does not hold for them, because letters mean something else further down; they have answers of their own,
 * filed under the row in which their header begins.
 */
export function analyseTablesBelow(raw: RawSheet, first: Understood, request: TableRequest): TablesBelow {
  const result: TablesBelow = { readings: [], adjustments: [], skippedRows: [], tables: [] }
  let next = first.next
  let above: TableRequest['above'] = { unit: first.unit, measures: first.measures }
  for (let tables = 1; next !== null; tables++) {
    const grid = gridFrom(raw, next.first)
    const header = headerAround(grid, next.header)
    const table: TableOutcome | null =
      tables < MAX_TABLES
        ? analyseTable({
            ...request,
            grid,
            header,
            fix: fixOfTable(request.fix, header),
            above: above && { ...above, unit: unitOf(next, above) }
          })
        : null
    leave(result, grid, header.first, header.last, '下面一张表的表头')
    if (table !== null) result.tables.push(tableAnalysisOf(table, header))
    if (table === null || table.layout === null) {
      next = table === null ? null : nextHeader(grid, header.last, request)
      leaveTable(result, grid, header.last + 1, next, request)
      continue
    }
    result.readings.push(...table.readings)
    result.adjustments.push(...table.adjustments)
    result.skippedRows.push(...table.skippedRows)
    above = { unit: table.unit ?? above?.unit ?? null, measures: table.measures }
    next = table.next
  }
  return result
}

/** The clerk's answers for a table that is not the first one; what was said of the sheet as a whole holds for it as well. */
export function fixOfTable(fix: TableRequest['fix'], header: HeaderRows): TableRequest['fix'] {
  const { header: _header, layout: _layout, columns: _columns, ...sheet } = fix ?? {}
  const own = fix?.tables?.[String(header.first)]
  return { ...sheet, ...own }
}

/** A line 填报单位：X may have changed the unit on the way down. */
function unitOf(next: NextTable, above: NonNullable<TableRequest['above']>): typeof above.unit {
  if (next.unit === null) return above.unit
  return next.unit === above.unit?.code ? above.unit : { code: next.unit, by: 'header line' }
}

function gridFrom(raw: RawSheet, first: number): SheetGrid {
  return sheetGrid({
    ...raw,
    cells: raw.cells.filter((cell) => cell.row >= first),
    merges: raw.merges.filter((merge) => merge.top >= first)
  })
}

/** The next header row below a line, whatever stands between. */
export function nextHeader(
  grid: SheetGrid,
  after: number,
  { context }: Pick<TableRequest, 'context'>
): NextTable | null {
  const header = grid.rows.find((row) => row > after && isHeaderRow(grid.rowCells(row), context))
  return header === undefined ? null : { first: header, header, unit: null }
}

function leave(result: TablesBelow, grid: SheetGrid, first: number, last: number, reason: string): void {
  const rows = grid.rows.filter((row) => row >= first && row <= last)
  result.skippedRows.push(...rows.map((row) => ({ row, reason })))
}

/** A table that was not understood is left out; that it holds numbers must be seen. */
function leaveTable(
  result: TablesBelow,
  grid: SheetGrid,
  first: number,
  next: NextTable | null,
  { sink, sheetName }: TableRequest
): void {
  const last = (next?.first ?? grid.rowCount) - 1
  leave(result, grid, first, last, '下面另一张表，没有看懂')
  const number = grid.rows
    .filter((row) => row >= first && row <= last)
    .flatMap((row) => grid.rowCells(row))
    .find(looksNumeric)
  if (!number) return
  sink.add(number, {
    code: 'UNKNOWN_TABLE',
    level: 'confirm',
    message: `第 ${first} 行起是另一张表，没有看懂，里面的数没有导入。`,
    suggestion: '如果要用，请指定这张表各列的用途，或把它移到单独的工作表后重新导入。',
    group: `UNKNOWN_TABLE:${sheetName}!${first}`
  })
}
