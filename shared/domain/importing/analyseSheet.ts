import type { SheetAnalysis } from './analysis.ts'
import { checkPeriod } from './checkPeriod.ts'
import type { HeaderRows } from './composeHeader.ts'
import { detectLayout } from './detectLayout.ts'
import { extractAdjustments } from './extract/adjustments.ts'
import type { SheetScope } from './extract/sheetScope.ts'
import { extractValues } from './extract/values.ts'
import { findHeader } from './findHeader.ts'
import type { ImportContext } from './importContext.ts'
import type { LayoutKind } from './importPlan.ts'
import { planColumns } from './planColumns.ts'
import type { PlannedColumn } from './plannedColumn.ts'
import { problemSink, type ProblemSink } from './problemSink.ts'
import type { RawSheet } from './rawWorkbook.ts'
import { readColumns } from './readColumns.ts'
import { readMeta, type SheetMeta } from './readMeta.ts'
import { sheetGrid, type SheetGrid } from './sheetGrid.ts'
import { checkSheetUnit, findSheetIndicator, findSheetUnit } from './sheetSubject.ts'
import { settleMatrixIndicator } from './settleMatrixIndicator.ts'
import { dec } from '../number/decimal.ts'

/** A sheet, and why it could not be used when it looks as if it should have been. */
export interface SheetOutcome {
  analysis: SheetAnalysis
  /** NONE: used, or left out for good reason. TABLE looks like data; PAGE like a cover or a note. */
  unread: 'NONE' | 'TABLE' | 'PAGE'
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
  if (raw.visibility !== 'visible' && fix?.include !== true) return leave('隐藏的工作表')
  const grid = sheetGrid(raw)
  if (grid.rows.length === 0) return leave('空表')

  const known = (text: string): boolean =>
    context.units.match(text).status === 'FOUND' || context.indicators.match(text).status === 'FOUND'
  const header: HeaderRows | null = fix?.header ?? findHeader(grid, known)
  if (!header) return leave('没有表头', hasNumbers(grid, 0) ? 'TABLE' : 'PAGE')
  const meta = readMeta(grid, header.first)
  const columns = readColumns(grid, header, context)
  const unit = findSheetUnit(meta, raw.name, fix, context)
  const indicator = findSheetIndicator(meta, raw.name, fix, context)
  const layout =
    fix?.layout ??
    detectLayout(columns, {
      hasSheetUnit: unit !== null || meta.unit !== null,
      hasSheetIndicator: indicator !== null
    })
  if (layout === null) {
    const isTable = hasNumbers(grid, header.last + 1) && columns.length >= 2
    const outcome = leave(isTable ? '认不出版式' : '封面或说明', isTable ? 'TABLE' : 'PAGE')
    return {
      ...outcome,
      analysis: { ...outcome.analysis, title: meta.title?.text ?? null, meta: meta.entries }
    }
  }

  const planned = planColumns({
    layout,
    columns,
    sheetName: raw.name,
    sheetIndicator: indicator?.code ?? null,
    fix,
    context,
    sink
  })
  const restsOnUnit =
    layout !== 'INDICATOR_BY_UNIT' &&
    !planned.some((column) => column.role.role === 'unit') &&
    !planned.some(namesUnit)
  if (restsOnUnit) checkSheetUnit(unit, meta, raw.name, context, sink)
  const scope: SheetScope = {
    context,
    grid,
    sheet: raw.name,
    layout,
    header,
    columns: planned,
    sheetUnit: restsOnUnit ? (unit?.code ?? null) : null,
    sheetIndicator: sheetIndicator(layout, planned, indicator, context, sink, raw.name),
    measures: meta.measures,
    sink
  }
  const extracted = layout === 'ADJUSTMENTS' ? extractAdjustments(scope) : extractValues(scope)
  reportPeriod(meta, raw.name, context, sink)
  reportFullMarks(planned, context, sink)
  return {
    analysis: {
      ...empty,
      ...extracted,
      used: true,
      leftOut: null,
      layout,
      header: { first: header.first, last: header.last },
      body: bodyOf(grid, header, extracted.skippedRows),
      columns: planned.map(({ col, letter, path, role, unitText, by }) => ({
        col,
        letter,
        path,
        role,
        unitText,
        by
      })),
      unit: restsOnUnit ? unit : null,
      meta: meta.entries,
      title: meta.title?.text ?? null,
      problems: sink.problems
    },
    unread: 'NONE'
  }
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
    unit: null,
    meta: {},
    title: null,
    readings: [],
    adjustments: [],
    skippedRows: [],
    problems: []
  }
}

function namesUnit(column: PlannedColumn): boolean {
  return column.role.role === 'value' && column.role.unit !== null
}

/** A page with three numbers or more in its body is taken for a table that somebody meant to be read. */
function hasNumbers(grid: SheetGrid, firstRow: number): boolean {
  let numbers = 0
  for (const row of grid.rows) {
    if (row < firstRow) continue
    numbers += grid.rowCells(row).filter((cell) => cell.kind === 'number').length
    if (numbers >= 3) return true
  }
  return false
}

function sheetIndicator(
  layout: LayoutKind,
  columns: readonly PlannedColumn[],
  named: { code: string; by: 'clerk' | 'named' } | null,
  context: ImportContext,
  sink: ProblemSink,
  sheetName: string
): string | null {
  const needed = columns.some((column) => column.role.role === 'value' && column.role.indicator === null)
  const byRow = columns.some((column) => column.role.role === 'indicator')
  if (layout !== 'RATER_MATRIX' || !needed || byRow) return null
  return settleMatrixIndicator(named, context, sink, sheetName)
}

function reportPeriod(meta: SheetMeta, sheetName: string, context: ImportContext, sink: ProblemSink): void {
  const { period } = context.catalogue
  const title = meta.title
  if (title && checkPeriod(title.text, { address: title.address, value: title.text }, period, sink)) return
  checkPeriod(sheetName, null, period, sink)
}

/** 政务公开得分(77) in the header while the scheme says 80: the scheme counts, but somebody should know. */
function reportFullMarks(columns: readonly PlannedColumn[], context: ImportContext, sink: ProblemSink): void {
  for (const column of columns) {
    if (column.fullMark === null || column.role.role !== 'value' || column.role.indicator === null) continue
    const indicator = context.indicatorOf.get(column.role.indicator)
    if (!indicator || dec(indicator.fullMark).eq(dec(column.fullMark))) continue
    sink.add(
      { address: column.headerAddress, value: column.path.at(-1) ?? '' },
      {
        code: 'FULL_MARK_MISMATCH',
        level: 'confirm',
        message: `表头写的满分是 ${column.fullMark}，方案里「${indicator.name}」是 ${indicator.fullMark}，以方案为准。`,
        suggestion: '请核对是不是用了旧表。',
        group: `FULL_MARK_MISMATCH:${indicator.code}`
      }
    )
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
