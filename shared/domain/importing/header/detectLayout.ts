import type { LayoutKind } from '../importPlan.ts'
import { isIndicatorColumn, isRaterColumn, isUnitColumn } from '../columns/keyColumns.ts'
import { isPartColumn, partLayout, type PartHints } from '../layouts/partLayout.ts'
import type { ColumnReading } from './readColumns.ts'

export interface LayoutHints extends PartHints {
  /** An indicator is known for the whole sheet (title, sheet name). */
  hasSheetIndicator: boolean
  /** The sheet's indicator is judged by places; without one, some indicator of the scheme is. */
  readsPlaces: boolean
  /** Title or sheet name speak of 加分 or 扣分. */
  isCalledLedger: boolean
}

/** Which of the layouts of excel.md §3 the columns make; null when none. */
export function detectLayout(columns: readonly ColumnReading[], hints: LayoutHints): LayoutKind | null {
  const has = (test: (column: ColumnReading) => boolean): boolean => columns.some(test)
  const count = (test: (column: ColumnReading) => boolean): number => columns.filter(test).length
  const unitColumn = has(isUnitColumn)
  const indicatorColumn = has(isIndicatorColumn)
  const unitHeads = unitsAcross(columns)
  const indicatorHeads = count((column) => column.indicator !== null)
  const values = has(
    (column) =>
      column.field !== null ||
      (column.quarter !== null && column.facts.numeric > 0) ||
      (hints.readsPlaces && column.keywords.has('rank'))
  )

  const counted = partLayout(columns, hints)
  if (counted !== null) return counted
  if (isAdjustments(columns, unitColumn || hints.hasSheetUnit, hints.isCalledLedger)) return 'ADJUSTMENTS'
  if (count((column) => column.rater !== null) >= 2 && (unitColumn || indicatorColumn)) return 'RATER_MATRIX'
  if (unitHeads >= 1 && has(isRaterColumn)) return 'RATER_MATRIX'
  if (unitColumn && !indicatorColumn && isListOfMarks(columns)) return 'RATER_MATRIX'
  if (unitHeads >= 2 || (unitHeads === 1 && indicatorColumn && !unitColumn)) return 'INDICATOR_BY_UNIT'
  if (unitColumn && indicatorColumn && values && !hasOnlyMeasureUnits(columns, hints))
    return isProgressList(columns) ? 'PROGRESS_LIST' : 'LONG_LIST'
  if (unitColumn && indicatorHeads >= 1) return 'UNIT_BY_INDICATOR'
  if (indicatorColumn && values) return 'UNIT_ITEMS'
  if (unitColumn && values && hints.hasSheetIndicator) return 'UNIT_BY_INDICATOR'
  return isMatrixOfStrangers(columns) ? 'UNIT_BY_INDICATOR' : null
}

/**
 * How many units head columns. A form that names its one unit in several places is no matrix; 目标 and 完成 under one unit are.
 */
function unitsAcross(columns: readonly ColumnReading[]): number {
  const heads = columns.filter(({ unit }) => unit !== null)
  const units = new Set(heads.map(({ unit }) => JSON.stringify(unit)))
  const isForm = units.size === 1 && heads.length > 1 && heads.every(({ field }) => field === null)
  return isForm ? 0 : units.size === 1 ? 1 : heads.length
}

/** 单位 | 评委 | 评分: one row a mark. */
function isListOfMarks(columns: readonly ColumnReading[]): boolean {
  const raters = columns.some(
    (column) => isRaterColumn(column) || (isPartColumn(column) && column.facts.marks > 0)
  )
  const fields = new Set(columns.flatMap(({ field }) => field ?? []))
  return raters && fields.has('score') && fields.size === 1
}

/** 重点工作 | 责任单位 | 进展情况 | 状态: what was done is told in sentences. */
function isProgressList(columns: readonly ColumnReading[]): boolean {
  const told = columns.filter(({ field }) => field === 'actual')
  return told.length > 0 && told.every(({ facts }) => facts.prose * 2 > facts.filled)
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
