import { isIndicatorColumn, isUnitColumn } from '../columns/keyColumns.ts'
import type { LayoutHints } from '../header/detectLayout.ts'
import type { ColumnReading } from '../header/readColumns.ts'

/** What a table that was not understood has, and what it lacks, in words: 找到了单位，没有找到指标和数. */
export function missingKeys(
  columns: readonly ColumnReading[],
  hints: Pick<LayoutHints, 'hasSheetUnit' | 'hasSheetIndicator'>
): string {
  const has = (test: (column: ColumnReading) => boolean): boolean => columns.some(test)
  const keys: readonly (readonly [string, boolean])[] = [
    ['单位', hints.hasSheetUnit || has(isUnitColumn) || has(({ unit }) => unit !== null)],
    ['指标', hints.hasSheetIndicator || has(isIndicatorColumn) || has(({ indicator }) => indicator !== null)],
    ['数', has(({ field, facts }) => field !== null || facts.numeric > 0)]
  ]
  const named = (there: boolean): string =>
    keys
      .filter(([, found]) => found === there)
      .map(([word]) => word)
      .join('、')
  const [found, missing] = [named(true), named(false)]
  if (missing === '') return '单位、指标和数都有，但看不出哪一列的数是谁的'
  return found === '' ? `没有找到${missing}` : `找到了${found}，没有找到${missing}`
}
