import type { ColumnRole } from '../importPlan.ts'
import { ignored, valueRole, type PlanRequest, type RoleChoice } from '../columns/plannedColumn.ts'
import type { ColumnReading } from '../header/readColumns.ts'
import { isCountColumn, isPartColumn, isPartGroupColumn } from './partLayout.ts'

/**
 * Roles in a list of events (单位 | 扣分事项 | 次数 | 扣分 | 依据), by column. Null where items head columns or units stand
 * across: then the sheet is a matrix of counts.
 */
export function planEventColumns(
  { columns, layout }: PlanRequest,
  unitColumns: ReadonlySet<number>
): Map<number, RoleChoice> | null {
  if (layout !== 'EVENTS' || columns.some(({ parts }) => parts.some(({ kind }) => kind === 'EVENTS')))
    return null
  if (columns.some(({ unit, col }) => unit !== null && !unitColumns.has(col))) return null
  const choices = new Map<number, RoleChoice>()
  const take = (role: ColumnRole, test: (column: ColumnReading) => boolean): void => {
    const column = columns.find(
      ({ col }) => !unitColumns.has(col) && !choices.has(col) && test(columnAt(col))
    )
    if (column) choices.set(column.col, { role, by: 'keyword' })
  }
  const columnAt = (col: number): ColumnReading => columns.find((column) => column.col === col)!
  const by =
    (word: 'reason' | 'class' | 'deduction' | 'signed' | 'evidence' | 'date' | 'approver' | 'remark') =>
    (column: ColumnReading): boolean =>
      column.keywords.has(word)
  take({ role: 'adjustmentClass' }, isPartColumn)
  if (choices.size === 0) take({ role: 'adjustmentClass' }, by('class'))
  if (choices.size === 0) take({ role: 'adjustmentClass' }, by('reason'))
  take({ role: 'rater' }, isPartGroupColumn)
  const count = columns.find(isCountColumn)
  if (count) choices.set(count.col, valueRole('rating', {}, 'keyword'))
  take({ role: 'points', sign: 'DEDUCTION' }, by('deduction'))
  take({ role: 'points', sign: 'DEDUCTION' }, (column) => !hasPoints(choices) && by('signed')(column))
  take({ role: 'date' }, by('date'))
  take({ role: 'approver' }, by('approver'))
  take({ role: 'evidence' }, by('evidence'))
  take({ role: 'reason' }, by('reason'))
  take({ role: 'remark' }, by('remark'))
  for (const { col, keywords } of columns) {
    if (!choices.has(col)) choices.set(col, ignored(keywords.has('serial') ? '序号' : '扣分清单用不到这一列'))
  }
  return choices
}

function hasPoints(choices: ReadonlyMap<number, RoleChoice>): boolean {
  return [...choices.values()].some(({ role }) => role.role === 'points')
}
