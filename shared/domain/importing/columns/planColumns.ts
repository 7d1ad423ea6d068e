import { isFieldColumn, isIndicatorColumn, isRaterColumn, isUnitColumn } from './keyColumns.ts'
import type { LayoutKind } from '../importPlan.ts'
import { planEventColumns } from '../layouts/planEventColumns.ts'
import { isPartColumn, isPartGroupColumn } from '../layouts/partLayout.ts'
import { planAdjustmentColumns } from './planAdjustmentColumns.ts'
import { headerSpot, type PlannedColumn, type PlanRequest, type RoleChoice } from './plannedColumn.ts'
import type { ColumnReading } from '../header/readColumns.ts'
import { settleDoubleColumns } from './settleDoubleColumns.ts'
import { planValueColumn } from './planValueColumn.ts'

/** Gives every column its role in the layout. Unknown names and columns that cannot be told apart become problems. */
export function planColumns(request: PlanRequest): PlannedColumn[] {
  const { layout, columns, fix } = request
  const keys = chooseKeys(request)
  const ledger =
    layout === 'ADJUSTMENTS'
      ? planAdjustmentColumns(columns, keys.unit)
      : planEventColumns(request, keys.unit)
  const planned = columns.map((column): PlannedColumn => {
    const clerk = fix?.columns?.[column.letter]
    const choice: RoleChoice = clerk
      ? { role: clerk, by: 'clerk', explicitField: true }
      : ((keys.unit.has(column.col) ? null : ledger?.get(column.col)) ??
        keyRole(column, keys) ??
        planValueColumn(column, request, keys.first))
    return {
      col: column.col,
      letter: column.letter,
      path: column.path,
      role: choice.role,
      unitText: column.unitText,
      by: choice.by,
      explicitField: choice.explicitField ?? true,
      block: 0,
      headerAddress: headerSpot(column).address,
      fullMark: column.fullMark,
      alternative: null
    }
  })
  setBlocks(planned, layout)
  settleDoubleColumns(planned, request)
  return planned
}

const WITH_UNITS: ReadonlySet<LayoutKind> = new Set([
  'LONG_LIST',
  'PROGRESS_LIST',
  'UNIT_BY_INDICATOR',
  'RATER_MATRIX',
  'ADJUSTMENTS',
  'BALLOTS',
  'EVENTS'
])
const WITH_INDICATORS: ReadonlySet<LayoutKind> = new Set([
  'LONG_LIST',
  'PROGRESS_LIST',
  'UNIT_ITEMS',
  'INDICATOR_BY_UNIT',
  'RATER_MATRIX',
  'BALLOTS'
])

/** What names the rater, the option, the item or their group at the side of a row. */
const RATER_TESTS: Partial<Record<LayoutKind, (column: ColumnReading) => boolean>> = {
  RATER_MATRIX: (column) => isRaterColumn(column) || isPartColumn(column),
  BALLOTS: (column) => isPartColumn(column) || isPartGroupColumn(column),
  EVENTS: (column) => isPartColumn(column) || isPartGroupColumn(column)
}

/** Raters stand across or down the side, never both; options and their groups may stand beside units as well. */
function raterColumns(
  columns: readonly ColumnReading[],
  isRater: (column: ColumnReading) => boolean,
  layout: LayoutKind,
  taken: readonly ColumnReading[]
): ColumnReading[] {
  const free = columns.filter((column) => isRater(column) && !taken.includes(column))
  if (layout !== 'RATER_MATRIX') return free.slice(0, 2)
  const ratersAcross = columns.some((column) => column.rater !== null || column.parts.length > 0)
  return ratersAcross ? [] : free.slice(0, 1)
}

interface Keys {
  unit: ReadonlySet<number>
  indicator: ReadonlySet<number>
  rater: ReadonlySet<number>
  field: ReadonlySet<number>
  /** Leftmost key column, to tell nameless index columns before it. */
  first: number
}

function keyRole(column: ColumnReading, keys: Keys): RoleChoice | null {
  const by = column.keywords.size > 0 ? 'keyword' : 'position'
  if (keys.unit.has(column.col)) return { role: { role: 'unit' }, by }
  if (keys.indicator.has(column.col)) return { role: { role: 'indicator' }, by }
  if (keys.rater.has(column.col)) return { role: { role: 'rater' }, by }
  return keys.field.has(column.col) ? { role: { role: 'field' }, by: 'position' } : null
}

function chooseKeys({ layout, columns }: PlanRequest): Keys {
  const isRater = RATER_TESTS[layout] ?? null
  const unitsAcross = columns.some((column) => column.unit !== null && column.parts.length === 0)
  const across = isRater !== null && unitsAcross && columns.some(isRater)
  const wantsUnit = !across && WITH_UNITS.has(layout)
  const wantsIndicator = WITH_INDICATORS.has(layout)
  const unit = wantsUnit ? chooseUnitColumns(columns) : []
  const indicator = wantsIndicator ? chooseIndicatorColumns(columns, layout, unit) : []
  const rater = isRater === null ? [] : raterColumns(columns, isRater, layout, [...unit, ...indicator])
  const field = columns
    .filter((column) => isFieldColumn(column) && ![...unit, ...indicator].includes(column))
    .slice(0, 1)
  const all = [...unit, ...indicator, ...rater].map((column) => column.col)
  const set = (list: readonly ColumnReading[]): Set<number> => new Set(list.map((column) => column.col))
  return {
    unit: set(unit),
    indicator: set(indicator),
    rater: set(rater),
    field: set(field),
    first: Math.min(...all)
  }
}

/** One unit column, or several with the same header (tables side by side). The one whose cells are known units wins. */
function chooseUnitColumns(columns: readonly ColumnReading[]): ColumnReading[] {
  const fit = columns.filter(isUnitColumn)
  const best = fit.find((column) => column.facts.units > 0) ?? fit[0]
  return best ? fit.filter((column) => column.path.join() === best.path.join()) : []
}

/** All levels of an indicator tree (一级指标 | 二级指标); failing that, the first column of texts. */
function chooseIndicatorColumns(
  columns: readonly ColumnReading[],
  layout: LayoutKind,
  units: readonly ColumnReading[]
): ColumnReading[] {
  const fit = columns.filter((column) => isIndicatorColumn(column) && !units.includes(column))
  if (fit.length > 0 || layout !== 'INDICATOR_BY_UNIT') return fit
  const text = columns.find(
    (column) =>
      column.unit === null &&
      column.facts.texts * 2 > column.facts.filled &&
      !isFieldColumn(column) &&
      !column.keywords.has('measure')
  )
  return text ? [text] : []
}

function setBlocks(columns: PlannedColumn[], layout: LayoutKind): void {
  const key = layout === 'UNIT_ITEMS' || layout === 'INDICATOR_BY_UNIT' ? 'indicator' : 'unit'
  const first = columns.find((column) => column.role.role === key)
  if (!first) return
  let block = -1
  for (const column of columns) {
    if (column.role.role === key && column.path.join() === first.path.join()) block++
    column.block = Math.max(0, block)
  }
}
