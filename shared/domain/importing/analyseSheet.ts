import type { SheetAnalysis } from './analysis.ts'
import { analyseTable } from './analyseTable.ts'
import { analyseTablesBelow, nextHeader } from './analyseTablesBelow.ts'
import { periodNamedBy } from './checkPeriod.ts'
import type { HeaderRows } from './composeHeader.ts'
import { findHeader, headerAround } from './findHeader.ts'
import { hasNumbers } from './hasNumbers.ts'
import type { ImportContext } from './importContext.ts'
import { problemSink } from './problemSink.ts'
import type { RawSheet } from './rawWorkbook.ts'
import { sheetGrid, type SheetGrid } from './sheetGrid.ts'

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

  const found: HeaderRows | null = fix?.header ?? findHeader(grid, context.known)
  if (!found) return leave('没有表头', hasNumbers(grid, 0, context.known) ? 'TABLE' : 'PAGE')
  const request = { grid, sheetName: raw.name, header: found, fix, context, sink, above: null }
  const first = analyseTable(request)
  // A form above the table may look more like a header than the header does.
  const lower = first.layout === null && !fix?.header ? nextHeader(grid, found.last, request) : null
  const header = lower ? headerAround(grid, lower.header) : found
  const table = lower ? analyseTable({ ...request, header }) : first
  if (table.layout === null) {
    const outcome = leave(table.isData ? '认不出版式' : '封面或说明', table.isData ? 'TABLE' : 'PAGE')
    return {
      ...outcome,
      analysis: { ...outcome.analysis, title: table.meta.title?.text ?? null, meta: table.meta.entries }
    }
  }
  const below = analyseTablesBelow(raw, table, request)
  const skippedRows = [...table.skippedRows, ...below.skippedRows]
  return {
    analysis: {
      ...empty,
      used: true,
      leftOut: null,
      layout: table.layout,
      header: { first: header.first, last: header.last },
      body: bodyOf(grid, header, skippedRows),
      columns: table.columns.map(({ col, letter, path, role, unitText, by }) => ({
        col,
        letter,
        path,
        role,
        unitText,
        by
      })),
      unit: table.unit,
      meta: table.meta.entries,
      title: table.meta.title?.text ?? null,
      readings: [...table.readings, ...below.readings],
      adjustments: [...table.adjustments, ...below.adjustments],
      skippedRows,
      problems: sink.problems
    },
    unread: 'NONE'
  }
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
    unit: null,
    meta: {},
    title: null,
    readings: [],
    adjustments: [],
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
