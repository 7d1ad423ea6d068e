import { nameKey } from '../names/normaliseLabel.ts'
import { valueRole, type PlanRequest, type RoleChoice } from '../columns/plannedColumn.ts'
import type { ColumnReading } from '../header/readColumns.ts'

/**
 * 名次 and 全省排名 where the rule of their indicator reads places (按名次给分, 按上级排名给分). Places of the table itself, and of
 * indicators that are ranked by the program, stay ranks.
 */
export function planPlaceColumn(column: ColumnReading, request: PlanRequest): RoleChoice | null {
  const { layout, context, sheetIndicator, columns } = request
  const own = column.indicator
  if (!column.keywords.has('rank') || isOfEarlier(column)) return null
  const reads = (code: string): boolean => context.indicatorOf.get(code)?.readsPlaces === true
  if (own?.status === 'FOUND') return reads(own.code) ? value(own.code, own.by) : null
  if (layout === 'UNIT_BY_INDICATOR') {
    if (sheetIndicator !== null && reads(sheetIndicator)) return value(sheetIndicator, 'position')
    return null
  }
  if (layout !== 'LONG_LIST' && layout !== 'UNIT_ITEMS') return null
  // In a list every row chooses; one that is not judged by places has another column for its value.
  const listed = columns.some(({ field }) => field === 'actual')
  return !listed && context.catalogue.indicators.some(({ code }) => reads(code))
    ? value(null, 'keyword')
    : null
}

/** 上季度排名 beside 本季度排名. */
function isOfEarlier({ path }: ColumnReading): boolean {
  return /上(?:季|年|期|月)|去年|原/.test(nameKey(path.at(-1) ?? ''))
}

function value(indicator: string | null, by: RoleChoice['by']): RoleChoice {
  return valueRole('actual', { indicator }, by)
}
