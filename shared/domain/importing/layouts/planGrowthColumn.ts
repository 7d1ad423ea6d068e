import { findMeasure } from '../values/measures.ts'
import { nameKey } from '../names/normaliseLabel.ts'
import { ignored, valueRole, type PlanRequest, type RoleChoice } from '../columns/plannedColumn.ts'
import type { ColumnReading } from '../header/readColumns.ts'

const GROWTH = /^(?:本期|本季度?|累计)?(?:同比|较上年同期)?(?:增长率?|增幅|增速|增减幅?)(?:\(?[±+-]?%\)?)?$/

/**
 * 上年同期 | 本期 | 增长率 for an indicator that is judged by its growth: then the growth is the value, and the amounts that it was
 * made of are none. For every other indicator the scheme's own rate counts.
 */
export function planGrowthColumn(column: ColumnReading, request: PlanRequest): RoleChoice | null {
  const { layout, columns, context, sheetIndicator } = request
  if (layout !== 'UNIT_BY_INDICATOR') return null
  const codeOf = ({ indicator }: ColumnReading): string | null =>
    indicator?.status === 'FOUND' ? indicator.code : sheetIndicator
  const code = codeOf(column)
  const indicator = code === null ? undefined : context.indicatorOf.get(code)
  if (!indicator || findMeasure(indicator.unit)?.dimension !== 'percent') return null
  if (indicator.ruleKind !== 'SASAC_GROWTH' && !/增长|增速|增幅/.test(indicator.name)) return null
  const isGrowth = (other: ColumnReading): boolean =>
    codeOf(other) === code && other.facts.numeric > 0 && GROWTH.test(nameKey(other.path.at(-1) ?? ''))
  if (!columns.some(isGrowth)) return null
  if (isGrowth(column)) return valueRole('actual', { indicator: indicator.code }, 'keyword')
  return column.field === 'actual' ? ignored('按增长率考核，以增长率一列为准') : null
}
