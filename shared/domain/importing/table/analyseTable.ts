import type { SheetAnalysis } from '../analysis.ts'
import type { CatalogueIndicator } from '../catalogue.ts'
import { checkFields } from './checkFields.ts'
import { checkPapers } from './checkPapers.ts'
import { detectLayout } from '../header/detectLayout.ts'
import { extractEvents, isEventList } from '../extract/events.ts'
import { extractAdjustments } from '../extract/adjustments.ts'
import type { SheetScope } from '../extract/sheetScope.ts'
import { restsOnUnit } from '../extract/switchSheetUnit.ts'
import { extractValues, type Extracted } from '../extract/values.ts'
import { hasNumbers } from '../grid/hasNumbers.ts'
import type { LayoutKind } from '../importPlan.ts'
import { fittingIndicators } from '../layouts/fittingIndicators.ts'
import { layoutOfRoles } from '../layouts/layoutOfRoles.ts'
import { missingKeys } from './missingKeys.ts'
import { normaliseLabel } from '../names/normaliseLabel.ts'
import { planColumns } from '../columns/planColumns.ts'
import type { PlannedColumn } from '../columns/plannedColumn.ts'
import { readColumns, type ColumnReading } from '../header/readColumns.ts'
import { readMeta, type SheetMeta } from '../header/readMeta.ts'
import { unitHeading } from '../header/rowKind.ts'
import { settleMatrixIndicator } from '../columns/settleMatrixIndicator.ts'
import { reportFullMarks, reportPeriod, reportRowsAbove } from './reportTable.ts'
import type { TableRequest } from './tableRequest.ts'
import { layoutHints, sheetGroup, sheetRater } from './tableSubject.ts'
import { checkSheetUnit, findSheetIndicator, findSheetUnit } from './sheetSubject.ts'

/** A table without a layout was not understood; `isData` then tells whether somebody meant it to be read. */
export type TableOutcome =
  | {
      layout: null
      isData: boolean
      meta: SheetMeta
      columns: readonly ColumnReading[]
      /** What it has and what it lacks, in words. */
      missing: string
    }
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
  const meta = readMeta(grid, header.first, (text) => context.units.match(text).status === 'FOUND')
  const columns = readColumns(grid, header, context)
  const unit = unitOfTable(meta, request)
  const indicator = findSheetIndicator(meta, sheetName, fix, context)
  const hints = layoutHints(meta, unit !== null || meta.unit !== null, indicator?.code ?? null, request)
  const layout =
    fix?.layout ?? detectLayout(columns, hints) ?? layoutOfRoles(Object.values(fix?.columns ?? {}))
  if (layout === null) {
    const isData = hasNumbers(grid, header.last + 1, context.known) && columns.length >= 2
    return { layout, isData, meta, columns, missing: missingKeys(columns, hints) }
  }

  const planned = planColumns({
    layout,
    grid,
    header,
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
    sheetIndicator: sheetIndicator(
      layout,
      planned,
      fittingIndicators(layout, columns, context),
      indicator,
      request
    ),
    sheetRater: sheetRater(meta),
    sheetGroup: sheetGroup(meta, sheetName, context),
    measures,
    sink
  }
  const extracted = extract(scope)
  checkPapers(extracted.readings, scope)
  checkFields(extracted.readings, context, sheetName, sink)
  reportPeriod(meta, sheetName, context, sink)
  reportFullMarks(planned, context, sink)
  return { ...extracted, layout, meta, measures, columns: planned, unit: isOneUnits ? unit : null }
}

function extract(scope: SheetScope): Extracted {
  if (scope.layout === 'ADJUSTMENTS') return extractAdjustments(scope)
  return isEventList(scope) ? extractEvents(scope) : extractValues(scope)
}

/** What numbers are counted in, unless columns or rows say: told above the table, or only by the names of sheet and file. */
function measuresOf(meta: SheetMeta, { above, sheetName, context }: TableRequest): readonly string[] {
  if (meta.measures.length > 0) return meta.measures
  if (above !== null) return above.measures
  const named = [sheetName, context.file.replace(/\.[^.]+$/, '')].map((name) => normaliseLabel(name).unitText)
  return named.filter((measure) => measure !== null).slice(0, 1)
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
  fit: readonly CatalogueIndicator[],
  named: { code: string; by: 'clerk' | 'named' } | null,
  { sink, sheetName }: TableRequest
): string | null {
  const byRow = columns.some((column) => column.role.role === 'indicator')
  const isList = columns.some((column) => column.role.role === 'adjustmentClass')
  // The items of a list name their indicator themselves.
  if (layout === 'EVENTS' && isList) return fit.some(({ code }) => code === named?.code) ? named!.code : null
  const needed = columns.some((column) => column.role.role === 'value' && column.role.indicator === null)
  if (!['RATER_MATRIX', 'BALLOTS', 'EVENTS'].includes(layout) || !needed || byRow) return null
  return settleMatrixIndicator(fit, named, sink, sheetName)
}
