import type { ColumnRole } from '../importPlan.ts'

/** Roles that several columns of a table may have. */
const SHARED: readonly ColumnRole['role'][] = ['ignore', 'remark', 'total', 'rank', 'indicator']

/** Remembered roles beside answers given now: where the same role went to another column, the old one is over. */
export function rolesBeside(
  remembered: Readonly<Record<string, ColumnRole>>,
  given: Readonly<Record<string, ColumnRole>>
): Record<string, ColumnRole> {
  const taken = new Set(Object.values(given).map((role) => JSON.stringify(role)))
  return Object.fromEntries(
    Object.entries(remembered).filter(
      ([key, role]) =>
        !Object.hasOwn(given, key) && (SHARED.includes(role.role) || !taken.has(JSON.stringify(role)))
    )
  )
}
