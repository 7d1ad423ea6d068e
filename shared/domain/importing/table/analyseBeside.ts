import type { Problem } from '../../../problem.ts'
import { analyseTable, type TableOutcome } from './analyseTable.ts'
import { analyseTablesBelow, fixOfTable, type TablesBelow } from './analyseTablesBelow.ts'
import { besideTables, type BesideTable } from '../layouts/besideTables.ts'
import { problemSink } from '../problems/problemSink.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import { tableAnalysisOf } from './tableAnalysisOf.ts'
import type { TableRequest } from './tableRequest.ts'

export interface Beside extends TablesBelow {
  first: Exclude<TableOutcome, { layout: null }>
  header: BesideTable['header']
  problems: Problem[]
}

/**
 * The tables of a sheet that stand beside each other, each with all that is below it. Null where there are no such tables, or
 * where one of them makes no sense by itself: then the sheet is read as one.
 */
export function analyseBeside(raw: RawSheet, request: TableRequest): Beside | null {
  if (request.fix?.header) return null
  const [left, ...others] = besideTables(raw, request.grid, request.header, request.context)
  if (left === undefined || others.length === 0) return null
  const first = analyseOne(left, request.fix, request)
  if (first === null) return null
  const result: Beside = { ...first.below, first: first.table, header: left.header, problems: first.problems }
  for (const other of others) {
    const own = fixOfTable(request.fix, other.header)
    // Letters are unique across tables that stand beside each other.
    const fix = { ...own, columns: { ...request.fix?.columns, ...own?.columns } }
    const one = analyseOne(other, fix, request)
    if (one === null) return null
    const { table, below } = one
    result.tables.push(tableAnalysisOf(table, other.header), ...below.tables)
    result.readings.push(...table.readings, ...below.readings)
    result.adjustments.push(...table.adjustments, ...below.adjustments)
    result.skippedRows.push(...table.skippedRows, ...below.skippedRows)
    result.problems.push(...one.problems)
  }
  return { ...result, problems: once(result.problems) }
}

function analyseOne(
  { raw, grid, header }: BesideTable,
  fix: TableRequest['fix'],
  request: TableRequest
): { table: Beside['first']; below: TablesBelow; problems: Problem[] } | null {
  const sink = problemSink(request.context.file, request.sheetName)
  const own = { ...request, grid, header, fix, sink }
  const table = analyseTable(own)
  if (table.layout === null) return null
  return { table, below: analyseTablesBelow(raw, table, own), problems: sink.problems }
}

/** What is said of the lines above all tables is said by each of them. */
function once(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter((problem) => {
    const key = JSON.stringify([problem.code, problem.place.cell, problem.group])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
