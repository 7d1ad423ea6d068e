import type { SheetAnalysis } from './analysis.ts'
import type { Problem } from '../../problem.ts'
import { analyseBeside } from './table/analyseBeside.ts'
import { analyseForm, type FormOutcome } from './table/analyseForm.ts'
import { analyseTable, type TableOutcome } from './table/analyseTable.ts'
import { analyseTablesBelow, nextHeader, type TablesBelow } from './table/analyseTablesBelow.ts'
import { periodNamedBy } from './table/checkPeriod.ts'
import type { HeaderRows } from './header/composeHeader.ts'
import { findHeader, headerAround } from './header/findHeader.ts'
import { hasNumbers } from './grid/hasNumbers.ts'
import type { ImportContext } from './importContext.ts'
import { problemSink } from './problems/problemSink.ts'
import type { RawSheet } from './grid/rawWorkbook.ts'
import { analyseRegister, type RegisterOutcome } from './register/analyseRegister.ts'
import { isReturnSheet } from './grid/returned.ts'
import { sheetGrid, type SheetGrid } from './grid/sheetGrid.ts'
import { plansOf } from './table/tableAnalysisOf.ts'
import type { TableRequest } from './table/tableRequest.ts'

/** A sheet, and why it could not be used when it looks as if it should have been. */
export interface SheetOutcome {
  analysis: SheetAnalysis
  /** NONE: used, or left out for good reason. TABLE looks like data; PAGE like a cover or a note. */
  unread: 'NONE' | 'TABLE' | 'PAGE'
  /** What a table without a layout has and lacks, in words. */
  missing?: string
}

/** Understands one sheet: header, layout, columns, and every value with its address. */
export function analyseSheet(raw: RawSheet, context: ImportContext): SheetOutcome {
  const fix = Object.hasOwn(context.fixes.sheets, raw.name) ? context.fixes.sheets[raw.name] : undefined
  const sink = problemSink(context.file, raw.name)
  const empty = emptyAnalysis(raw)
  const leave = (leftOut: string, unread: SheetOutcome['unread'] = 'NONE'): SheetOutcome => ({
    analysis: { ...empty, leftOut },
    unread
  })
  if (fix?.skip === true) return leave('经办人选择跳过')
  if (isReturnSheet(raw) && fix?.include !== true) return leave('退回时附的说明')
  if (raw.visibility !== 'visible' && fix?.include !== true) return leave('隐藏的工作表')
  if (isOfOtherPeriod(raw, context) && fix?.include !== true) {
    sink.add(null, {
      code: 'OTHER_PERIOD_SHEET',
      level: 'info',
      message: `工作表「${raw.name}」是别的季度的，没有导入。`,
      suggestion: '需要时可以选择导入它。'
    })
    return { analysis: { ...empty, leftOut: '别的季度的工作表', problems: sink.problems }, unread: 'NONE' }
  }
  const grid = sheetGrid(raw)
  if (grid.rows.length === 0) return leave('空表')

  const register = analyseRegister(raw, grid, context, fix, sink)
  if (register !== null) return registerSheet(empty, grid, register, sink.problems)

  const found: HeaderRows | null = fix?.header ?? findHeader(grid, context.known)
  if (!found) return leave('没有表头', hasNumbers(grid, 0, context.known) ? 'TABLE' : 'PAGE')
  const request = { grid, sheetName: raw.name, header: found, fix, context, sink, above: null }
  const beside = analyseBeside(raw, request)
  if (beside !== null) return usedSheet(empty, grid, beside.header, beside.first, beside, beside.problems)
  const first = analyseTable(request)
  const lower = first.layout === null && !fix?.header ? analyseLower(grid, found, request) : null
  const { header, table } = lower ?? { header: found, table: first }
  if (table.layout === null || table.layout === 'FORM') {
    const form = analyseForm(request)
    if (form !== null) return formSheet(empty, grid, form, sink.problems)
  }
  if (table.layout === null) {
    const outcome = leave(table.isData ? '认不出版式' : '封面或说明', table.isData ? 'TABLE' : 'PAGE')
    return {
      ...outcome,
      analysis: {
        ...outcome.analysis,
        ...(table.isData
          ? { header: { first: header.first, last: header.last }, columns: plansOf(table) }
          : {}),
        title: table.meta.title?.text ?? null,
        meta: table.meta.entries
      },
      missing: table.missing
    }
  }
  const below = analyseTablesBelow(raw, table, request)
  return usedSheet(empty, grid, header, table, below, sink.problems)
}

/** Forms hold several things that look like a header above the one that is: tried one after the other. */
const TRIED_HEADERS = 10

/** A form above the table may look more like a header than the header does. Null where nothing below is a table either. */
function analyseLower(
  grid: SheetGrid,
  found: HeaderRows,
  request: TableRequest
): { header: HeaderRows; table: TableOutcome } | null {
  let next = nextHeader(grid, found.last, request)
  for (let tried = 0; next !== null && tried < TRIED_HEADERS; tried++) {
    const header = headerAround(grid, next.header)
    const table = analyseTable({ ...request, header })
    if (table.layout !== null) return { header, table }
    next = nextHeader(grid, Math.max(header.last, next.header), request)
  }
  return null
}

/** A sheet whose first table was understood, with all its further tables. */
function usedSheet(
  empty: SheetAnalysis,
  grid: SheetGrid,
  header: HeaderRows,
  table: Exclude<TableOutcome, { layout: null }>,
  others: TablesBelow,
  problems: Problem[]
): SheetOutcome {
  const skippedRows = [...table.skippedRows, ...others.skippedRows]
  return {
    analysis: {
      ...empty,
      used: true,
      leftOut: null,
      layout: table.layout,
      header: { first: header.first, last: header.last },
      body: bodyOf(grid, header, skippedRows),
      columns: plansOf(table),
      tables: others.tables,
      unit: table.unit,
      meta: table.meta.entries,
      title: table.meta.title?.text ?? null,
      readings: [...table.readings, ...others.readings],
      adjustments: [...table.adjustments, ...others.adjustments],
      skippedRows,
      problems
    },
    unread: 'NONE'
  }
}

function registerSheet(
  empty: SheetAnalysis,
  grid: SheetGrid,
  { header, columns, tables, unit, meta, items, skippedRows }: RegisterOutcome,
  problems: Problem[]
): SheetOutcome {
  const analysis: SheetAnalysis = {
    ...empty,
    used: true,
    leftOut: null,
    layout: 'REGISTER',
    header: { first: header.first, last: header.last },
    body: bodyOf(grid, header, skippedRows),
    ...{ columns, tables, unit, items, skippedRows, problems },
    meta: meta.entries,
    title: meta.title?.text ?? null
  }
  return { analysis, unread: 'NONE' }
}

function formSheet(
  empty: SheetAnalysis,
  grid: SheetGrid,
  { unit, meta, readings }: FormOutcome,
  problems: Problem[]
): SheetOutcome {
  const analysis: SheetAnalysis = {
    ...empty,
    used: true,
    leftOut: null,
    layout: 'FORM',
    body: { first: grid.rows[0]!, last: grid.rows.at(-1)! },
    unit,
    meta: meta.entries,
    title: meta.title?.text ?? null,
    readings,
    problems
  }
  return { analysis, unread: 'NONE' }
}

/** 一季度 beside 三季度 in one workbook: last quarter's numbers, kept for comparison. */
function isOfOtherPeriod(raw: RawSheet, { catalogue, hasSheetOfPeriod }: ImportContext): boolean {
  return hasSheetOfPeriod && periodNamedBy(raw.name, catalogue.period) === 'OTHER'
}

function emptyAnalysis(raw: RawSheet): SheetAnalysis {
  return {
    sheet: raw.name,
    index: raw.index,
    used: false,
    leftOut: null,
    layout: null,
    header: null,
    body: null,
    columns: [],
    tables: [],
    memory: null,
    unit: null,
    meta: {},
    title: null,
    readings: [],
    adjustments: [],
    items: [],
    skippedRows: [],
    problems: []
  }
}

function bodyOf(
  grid: SheetGrid,
  header: HeaderRows,
  skipped: SheetAnalysis['skippedRows']
): SheetAnalysis['body'] {
  const left = new Set(skipped.map((entry) => entry.row))
  const rows = grid.rows.filter((row) => row > header.last && !left.has(row))
  return rows.length === 0 ? null : { first: rows[0]!, last: rows.at(-1)! }
}
