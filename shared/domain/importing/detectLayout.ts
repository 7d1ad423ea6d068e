import type { LayoutKind } from './importPlan.ts'
import type { ColumnFacts } from './columnFacts.ts'
import type { ColumnReading } from './readColumns.ts'

/** At least half of a column's texts must be names for the column to count as a list of names. */
function mostly(facts: ColumnFacts, hits: number): boolean {
  return hits > 0 && hits * 2 >= facts.texts && facts.texts * 2 >= facts.filled
}

/** A column that lists units: by its names, or by its header word unless its cells are measures or something else entirely. */
export function isUnitColumn(column: ColumnReading): boolean {
  const { facts } = column
  if (column.keywords.has('serial') || column.unit !== null || column.indicator !== null) return false
  if (column.keywords.has('indicator') && facts.indicators >= facts.units && facts.indicators > 0)
    return false
  if (mostly(facts, facts.units)) return true
  const isMeasure = column.keywords.has('measure') && facts.measures > facts.units
  return column.keywords.has('unit') && !isMeasure && (facts.texts > 0 || facts.filled === 0)
}

export function isIndicatorColumn(column: ColumnReading): boolean {
  const { facts } = column
  if (column.unit !== null || column.indicator !== null) return false
  if (mostly(facts, facts.indicators)) return true
  if (column.keywords.has('indicator')) return facts.texts * 2 >= facts.filled
  return column.keywords.has('weakIndicator') && facts.indicators > 0
}

export function isRaterColumn(column: ColumnReading): boolean {
  return (
    column.rater === null &&
    ((column.keywords.has('rater') && column.facts.texts > 0) ||
      (column.facts.raters >= 2 && mostly(column.facts, column.facts.raters)))
  )
}

/** 目标 / 完成 as rows, beside the merged name of the unit or indicator. */
export function isFieldColumn(column: ColumnReading): boolean {
  return column.facts.fields >= 2 && mostly(column.facts, column.facts.fields)
}

export interface LayoutHints {
  /** A unit is known for the whole sheet. */
  hasSheetUnit: boolean
  /** An indicator is known for the whole sheet (title, sheet name). */
  hasSheetIndicator: boolean
  /** Title or sheet name speak of 加分 or 扣分. */
  isCalledLedger: boolean
}

/** Which of the layouts of excel.md §3 the columns make; null when none. */
export function detectLayout(columns: readonly ColumnReading[], hints: LayoutHints): LayoutKind | null {
  const has = (test: (column: ColumnReading) => boolean): boolean => columns.some(test)
  const count = (test: (column: ColumnReading) => boolean): number => columns.filter(test).length
  const unitColumn = has(isUnitColumn)
  const indicatorColumn = has(isIndicatorColumn)
  const unitHeads = count((column) => column.unit !== null)
  const indicatorHeads = count((column) => column.indicator !== null)
  const values = has(
    (column) => column.field !== null || (column.quarter !== null && column.facts.numeric > 0)
  )

  if (isAdjustments(columns, unitColumn || hints.hasSheetUnit, hints.isCalledLedger)) return 'ADJUSTMENTS'
  if (count((column) => column.rater !== null) >= 2 && (unitColumn || indicatorColumn)) return 'RATER_MATRIX'
  if (unitHeads >= 1 && has(isRaterColumn)) return 'RATER_MATRIX'
  if (unitHeads >= 2 || (unitHeads === 1 && indicatorColumn && !unitColumn)) return 'INDICATOR_BY_UNIT'
  if (unitColumn && indicatorColumn && values && !hasOnlyMeasureUnits(columns, hints)) return 'LONG_LIST'
  if (unitColumn && indicatorHeads >= 1) return 'UNIT_BY_INDICATOR'
  if (indicatorColumn && values) return 'UNIT_ITEMS'
  if (unitColumn && values && hints.hasSheetIndicator) return 'UNIT_BY_INDICATOR'
  return isMatrixOfStrangers(columns) ? 'UNIT_BY_INDICATOR' : null
}

function isAdjustments(
  columns: readonly ColumnReading[],
  someUnit: boolean,
  isCalledLedger: boolean
): boolean {
  const heads = (...words: Parameters<ColumnReading['keywords']['has']>[0][]): boolean =>
    columns.some((column) => words.some((word) => column.keywords.has(word)))
  const measured =
    columns.some((column) => column.indicator !== null || column.rater !== null) ||
    heads('target', 'actual', 'self')
  const points = heads('bonus', 'deduction') || (heads('signed') && (isCalledLedger || heads('class')))
  return someUnit && !measured && points && heads('reason', 'class')
}

/**
 * 责任科室 in a unit's own sheet lists inner sections, none of which is a unit of the scheme: the sheet still belongs to
 * the one unit that its head names.
 */
function hasOnlyMeasureUnits(columns: readonly ColumnReading[], hints: LayoutHints): boolean {
  return hints.hasSheetUnit && columns.filter(isUnitColumn).every((column) => column.facts.units === 0)
}

/** Known units down the side and numbers under headings that are all unknown: ask for the headings. */
function isMatrixOfStrangers(columns: readonly ColumnReading[]): boolean {
  const units = columns.some((column) => column.facts.units >= 2 && isUnitColumn(column))
  return (
    units &&
    columns.some(
      (column) =>
        column.subject !== null &&
        column.keywords.size === 0 &&
        !column.isDimension &&
        column.facts.numeric >= 2
    )
  )
}
