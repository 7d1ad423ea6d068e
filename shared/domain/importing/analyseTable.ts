import { dec } from '../number/decimal.ts'
import type { SheetAnalysis } from './analysis.ts'
import { checkPeriod } from './checkPeriod.ts'
import type { HeaderRows } from './composeHeader.ts'
import { detectLayout } from './detectLayout.ts'
import { extractAdjustments } from './extract/adjustments.ts'
import type { SheetScope } from './extract/sheetScope.ts'
import { restsOnUnit } from './extract/switchSheetUnit.ts'
import { extractValues, type Extracted } from './extract/values.ts'
import { hasNumbers } from './hasNumbers.ts'
import type { ImportContext } from './importContext.ts'
import type { ImportFixes, LayoutKind } from './importPlan.ts'
import { looksNumeric } from './looksNumeric.ts'
import { normaliseLabel } from './normaliseLabel.ts'
import { planColumns } from './planColumns.ts'
import type { PlannedColumn } from './plannedColumn.ts'
import type { ProblemSink } from './problemSink.ts'
import { readColumns } from './readColumns.ts'
import { readMeta, type SheetMeta } from './readMeta.ts'
import { unitHeading } from './rowKind.ts'
import { settleMatrixIndicator } from './settleMatrixIndicator.ts'
import type { SheetGrid } from './sheetGrid.ts'
import { checkSheetUnit, findSheetIndicator, findSheetUnit } from './sheetSubject.ts'

export interface TableRequest {
  /** The rows of this table and all below it. */
  grid: SheetGrid
  sheetName: string
  header: HeaderRows
  fix: ImportFixes['sheets'][string] | undefined
  /** What the table above says for this one as well, unless it says otherwise. */
  above: { unit: SheetAnalysis['unit']; measures: readonly string[] } | null
  context: ImportContext
  sink: ProblemSink
}

/** A table without a layout was not understood; `isData` then tells whether somebody meant it to be read. */
export type TableOutcome =
  | { layout: null; isData: boolean; meta: SheetMeta }
  | (Extracted & {
      layout: LayoutKind
      meta: SheetMeta
      measures: readonly string[]
      columns: PlannedColumn[]
      /** The unit that the whole table belongs to; null where columns or rows name theirs. */
      unit: SheetAnalysis['unit']
    })

/** Understands one table: layout, columns, and every value down to the next header or the end of the sheet. */
export function analyseTable(request: TableRequest): TableOutcome {
  const { grid, sheetName, header, fix, above, context, sink } = request
  const meta = readMeta(grid, header.first)
  const columns = readColumns(grid, header, context)
  const unit = unitOfTable(meta, request)
  const indicator = findSheetIndicator(meta, sheetName, fix, context)
  const layout =
    fix?.layout ??
    detectLayout(columns, {
      hasSheetUnit: unit !== null || meta.unit !== null,
      hasSheetIndicator: indicator !== null,
      isCalledLedger: /[加减扣]分/.test(`${meta.title?.text ?? ''} ${sheetName}`)
    })
  if (layout === null)
    return { layout, isData: hasNumbers(grid, header.last + 1, context.known) && columns.length >= 2, meta }

  const planned = planColumns({
    layout,
    columns,
    sheetName,
    sheetIndicator: indicator?.code ?? null,
    fix,
    context,
    sink
  })
  const isOneUnits = restsOnUnit({ columns: planned, layout })
  if (isOneUnits && (unit !== null || !beginsWithUnit(planned, request)))
    checkSheetUnit(unit, meta, sheetName, context, sink)
  const measures = measuresOf(meta, request)
  if (above === null) reportRowsAbove(meta, request)
  const scope: SheetScope = {
    context,
    grid,
    sheet: sheetName,
    layout,
    header,
    columns: planned,
    sheetUnit: isOneUnits ? (unit?.code ?? null) : null,
    sheetIndicator: sheetIndicator(layout, planned, indicator, context, sink, sheetName),
    sheetRater: sheetRater(meta),
    measures,
    sink
  }
  const extracted = layout === 'ADJUSTMENTS' ? extractAdjustments(scope) : extractValues(scope)
  reportPeriod(meta, sheetName, context, sink)
  reportFullMarks(planned, context, sink)
  return { ...extracted, layout, meta, measures, columns: planned, unit: isOneUnits ? unit : null }
}

function sheetRater({ entries }: SheetMeta): SheetScope['sheetRater'] {
  const names = ['评委姓名', '专家姓名', '评审姓名', '评委', '专家', '评审'].map((key) => entries[key])
  const name = names.find((text) => text !== undefined)
  return name === undefined ? null : { group: entries['评价主体'] ?? '', name }
}

/** What numbers are counted in, unless columns or rows say: told above the table, or only by the names of sheet and file. */
function measuresOf(meta: SheetMeta, { above, sheetName, context }: TableRequest): readonly string[] {
  if (meta.measures.length > 0) return meta.measures
  if (above !== null) return above.measures
  const named = [sheetName, context.file.replace(/\.[^.]+$/, '')].map((name) => normaliseLabel(name).unitText)
  return named.filter((measure) => measure !== null).slice(0, 1)
}

/** Numbers beside known names above the header belong to a table whose header nobody found. */
function reportRowsAbove(meta: SheetMeta, { grid, header, context, sink, sheetName }: TableRequest): void {
  for (const row of grid.rows) {
    if (row >= header.first || meta.rows.includes(row)) continue
    const cells = grid.rowCells(row)
    const number = cells.find(looksNumeric)
    if (!number || !cells.some((cell) => cell.kind === 'text' && context.known(cell.value))) continue
    sink.add(number, {
      code: 'ROW_ABOVE_HEADER',
      level: 'confirm',
      message: `第 ${row + 1} 行在表头上面，里面的数没有导入。`,
      suggestion: '如果它也是要导入的数，请点选它的表头，或把它移到单独的工作表后重新导入。',
      group: `ROW_ABOVE_HEADER:${sheetName}`
    })
  }
}

/** A table below another goes on with the unit of the one above before the names of sheet and file are asked. */
function unitOfTable(
  meta: SheetMeta,
  { sheetName, fix, above, context }: TableRequest
): SheetAnalysis['unit'] {
  const found = findSheetUnit(meta, sheetName, fix, context)
  if (!above?.unit || meta.unit !== null) return found
  return found?.by === 'title' || found?.by === 'clerk' ? found : above.unit
}

/** The first line under the header names a unit, as every block of such a sheet does. */
function beginsWithUnit(columns: readonly PlannedColumn[], { grid, header, context }: TableRequest): boolean {
  const values = new Set(columns.filter(({ role }) => role.role === 'value').map(({ col }) => col))
  const row = grid.rows.find((candidate) => candidate > header.last)
  const isUnit = (text: string): boolean => context.units.match(text).status === 'FOUND'
  return row !== undefined && unitHeading(grid.rowCells(row), values, isUnit) !== null
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
