import type { SheetAnalysis } from '../analysis.ts'
import { cellAddress } from '../grid/a1.ts'
import type { SheetScope } from '../extract/sheetScope.ts'
import { tidy } from '../names/normaliseLabel.ts'
import { problemSink, type ProblemSink } from '../problems/problemSink.ts'
import { readMeta } from '../header/readMeta.ts'
import { isBlank, sheetGrid, type SheetGrid } from '../grid/sheetGrid.ts'
import { placeOf, readCell, type IssuedSheet, type Work } from './issuedCells.ts'
import { columnPlans } from './issuedColumns.ts'
import { locateTable, type TableLocation } from './locateTable.ts'
import { reportStrayValues } from './strayValues.ts'
import type { KeyCell } from './templateKey.ts'

/** Where `template.issued` looks for the id of a workbook that came back: it travels with the batch's mapping. */
export const ISSUED_ID = '模板编号'

/**
 * Reads one sheet of an issued workbook: every value by the address that the key names, checked against the names of
 * its row and column. What has moved is found by these names or told; it is never read from the old place.
 */
export function analyseIssuedSheet(request: IssuedSheet): SheetAnalysis {
  const { raw, key, sheet, context } = request
  const grid = sheetGrid(raw)
  const sink = problemSink(context.file, raw.name)
  const cells = key.cells.filter((cell) => cell.sheet === sheet.sheet)
  const analysis = (more: Partial<SheetAnalysis>): SheetAnalysis => ({
    sheet: raw.name,
    index: raw.index,
    used: true,
    leftOut: null,
    layout: 'ISSUED',
    header: null,
    body: null,
    columns: [],
    tables: [],
    memory: null,
    unit: sheet.unit === null ? null : { code: sheet.unit.code, by: 'template' },
    meta: { [ISSUED_ID]: key.head.id },
    title: null,
    readings: [],
    adjustments: [],
    items: [],
    skippedRows: [],
    problems: sink.problems,
    ...more
  })
  const at = locateTable(grid, sheet, new Set(cells.map((cell) => cell.path)))
  if (at === null) {
    sink.add(null, {
      code: 'TEMPLATE_HEADER_GONE',
      level: 'error',
      message: `「${raw.name}」的表头已被改动，认不出下发时的各列，数没有导入。`,
      suggestion: '请把数填回下发的原表后重新导入。'
    })
    return analysis({})
  }
  const meta = readMeta(grid, at.header.first)
  const found = analysis({
    header: at.header,
    columns: columnPlans(grid, at, sheet, cells),
    title: meta.title?.text ?? null,
    meta: { ...meta.entries, [ISSUED_ID]: key.head.id }
  })
  if (!isOfUnit(meta.unit, request, sink)) return found

  const work: Work = { ...request, grid, at, sink, scope: scopeOf(request, grid, at, sink) }
  const used = new Set(cells.flatMap((cell) => raterColumn(cell, work)))
  const placed = cells.map((cell) => ({ cell, ...placeOf(cell, work) }))
  const readings = placed.flatMap((entry) => {
    if (entry.cell.blank === 'RATER' && !used.has(entry.cell.path)) return []
    return readCell(entry, work) ?? []
  })
  const taken = placed.flatMap(({ row, col }) =>
    row === null || col === null ? [] : [cellAddress(row, col)]
  )
  reportStrayValues({ ...work, file: context.file, taken })
  const rows = readings.map((reading) => reading.row)
  return {
    ...found,
    readings,
    body: rows.length === 0 ? null : { first: Math.min(...rows), last: Math.max(...rows) }
  }
}

function scopeOf(
  { raw, sheet, context }: IssuedSheet,
  grid: SheetGrid,
  at: TableLocation,
  sink: ProblemSink
): SheetScope {
  return {
    context,
    grid,
    sheet: raw.name,
    layout: 'ISSUED',
    header: at.header,
    columns: [],
    sheetUnit: sheet.unit?.code ?? null,
    sheetIndicator: null,
    sheetRater: null,
    sheetGroup: null,
    measures: [],
    sink
  }
}

/** A workbook of one unit that now names another: nobody can know whose numbers these are. */
function isOfUnit(
  stated: { text: string; address: string } | null,
  { raw, sheet, context }: IssuedSheet,
  sink: ProblemSink
): boolean {
  const fix = Object.hasOwn(context.fixes.sheets, raw.name) ? context.fixes.sheets[raw.name] : undefined
  if (sheet.unit === null || stated === null || fix?.unit === sheet.unit.code) return true
  const match = context.units.match(stated.text)
  if (match.status === 'FOUND' && match.code === sheet.unit.code) return true
  if (tidy(stated.text) === tidy(sheet.unit.name)) return true
  sink.add(
    { address: stated.address, value: stated.text },
    {
      code: 'TEMPLATE_UNIT_CHANGED',
      level: 'error',
      message: `这份表是下发给「${sheet.unit.name}」的，填报单位现在写的是「${stated.text}」，数没有导入。`,
      suggestion: `确是${sheet.unit.name}的数，请指定本表单位为${sheet.unit.name}；是别的单位的数，请用下发给它的表。`,
      candidates: [{ code: sheet.unit.code, name: sheet.unit.name }]
    }
  )
  return false
}

/** Columns of raters that hold a mark for at least one unit. */
function raterColumn(cell: KeyCell, { at, grid }: Work): string[] {
  if (cell.blank !== 'RATER') return []
  const col = at.colOf(cell.path, cell.col)
  const row = at.rowOf(cell.label, cell.row)
  return col !== null && row !== null && !isBlank(grid.own(row, col)) ? [cell.path] : []
}
