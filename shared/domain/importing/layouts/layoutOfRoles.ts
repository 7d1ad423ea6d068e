import type { ColumnRole, LayoutKind } from '../importPlan.ts'

/** The layout that the clerk's roles make where the headers alone make none; null where they do not suffice. */
export function layoutOfRoles(roles: readonly ColumnRole[]): LayoutKind | null {
  const has = (role: ColumnRole['role']): boolean => roles.some((one) => one.role === role)
  const values = roles.filter((one) => one.role === 'value')
  if (has('item')) return 'REGISTER'
  if (has('points') && has('unit')) return 'ADJUSTMENTS'
  if (values.length === 0) return null
  if (values.some(({ unit }) => unit !== null)) return has('rater') ? 'RATER_MATRIX' : 'INDICATOR_BY_UNIT'
  if (has('unit')) {
    if (has('indicator')) return 'LONG_LIST'
    return values.some(({ rater }) => rater !== null) ? 'RATER_MATRIX' : 'UNIT_BY_INDICATOR'
  }
  return has('indicator') ? 'UNIT_ITEMS' : null
}
