import { nameKey } from '../names/normaliseLabel.ts'
import type { ColumnFacts } from '../header/columnFacts.ts'
import type { ColumnReading } from '../header/readColumns.ts'

/** At least half of a column's texts must be names for the column to count as a list of names. */
export function isListOf(facts: ColumnFacts, hits: number): boolean {
  return hits > 0 && hits * 2 >= facts.texts && facts.texts * 2 >= facts.filled
}

/** 数据来源 and 配合单位 list units as well, none of which the row is about. 考核单位 is written over either kind. */
function isOtherUnitColumn({ keywords, path }: ColumnReading): boolean {
  return (
    keywords.has('otherUnit') && !/^考核(?:责任)?(?:单位|部门|处室|科室)$/.test(nameKey(path.at(-1) ?? ''))
  )
}

/** A column that lists units: by its names, or by its header word unless its cells are measures or something else entirely. */
export function isUnitColumn(column: ColumnReading): boolean {
  const { facts } = column
  if (column.keywords.has('serial') || column.unit !== null || column.indicator !== null) return false
  if (isOtherUnitColumn(column)) return false
  if (column.keywords.has('indicator') && facts.indicators >= facts.units && facts.indicators > 0)
    return false
  if (isListOf(facts, facts.units)) return true
  const isMeasure = column.keywords.has('measure') && facts.measures > facts.units
  return column.keywords.has('unit') && !isMeasure && (facts.texts > 0 || facts.filled === 0)
}

export function isIndicatorColumn(column: ColumnReading): boolean {
  const { facts } = column
  if (column.unit !== null || column.indicator !== null) return false
  if (isListOf(facts, facts.indicators)) return true
  if (column.keywords.has('indicator')) return facts.texts * 2 >= facts.filled
  return column.keywords.has('weakIndicator') && facts.indicators > 0
}

export function isRaterColumn(column: ColumnReading): boolean {
  return (
    column.rater === null &&
    ((column.keywords.has('rater') && column.facts.texts > 0) ||
      (column.facts.raters >= 2 && isListOf(column.facts, column.facts.raters)))
  )
}

/** 目标 / 完成 as rows, beside the merged name of the unit or indicator. */
export function isFieldColumn(column: ColumnReading): boolean {
  return column.facts.fields >= 2 && isListOf(column.facts, column.facts.fields)
}
