import type { Keyword } from '../header/headerKeywords.ts'
import type { ColumnRole } from '../importPlan.ts'
import { ignored, type RoleChoice } from './plannedColumn.ts'
import type { ColumnReading } from '../header/readColumns.ts'

/** In this order: 内容 may be a reason, but only when no column is headed 事由. The first column of a role gets it. */
const ORDER: readonly (readonly [Keyword, ColumnRole])[] = [
  ['bonus', { role: 'points', sign: 'BONUS' }],
  ['deduction', { role: 'points', sign: 'DEDUCTION' }],
  ['signed', { role: 'points', sign: 'SIGNED' }],
  ['class', { role: 'adjustmentClass' }],
  ['date', { role: 'date' }],
  ['approver', { role: 'approver' }],
  ['evidence', { role: 'evidence' }],
  ['reason', { role: 'reason' }]
]

/** Roles in a 加减分台账 (domain.md §2.9), by column. */
export function planAdjustmentColumns(
  columns: readonly ColumnReading[],
  unitColumns: ReadonlySet<number>
): Map<number, RoleChoice> {
  const choices = new Map<number, RoleChoice>()
  const twoSided = columns.some((column) => column.keywords.has('bonus') || column.keywords.has('deduction'))
  for (const [keyword, role] of ORDER) {
    if (keyword === 'signed' && twoSided) continue
    const column = columns.find(
      (candidate) =>
        !unitColumns.has(candidate.col) && !choices.has(candidate.col) && candidate.keywords.has(keyword)
    )
    if (column) choices.set(column.col, { role, by: 'keyword' })
  }
  for (const column of columns) {
    if (choices.has(column.col)) continue
    if (column.keywords.has('remark')) choices.set(column.col, { role: { role: 'remark' }, by: 'keyword' })
    else if (column.keywords.has('total')) choices.set(column.col, { role: { role: 'total' }, by: 'keyword' })
    else choices.set(column.col, ignored(column.keywords.has('serial') ? '序号' : '加减分台账用不到这一列'))
  }
  return choices
}
