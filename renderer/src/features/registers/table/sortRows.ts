import type { RegisterItemView } from '#shared/ipc/register.ts'
import type { Column } from './columns.tsx'

export interface Sort {
  column: string
  down: boolean
}

/** Sorted by a column; what has nothing there comes last either way. Equal rows keep the order of the list. */
export function sortRows(
  rows: readonly RegisterItemView[],
  columns: readonly Column[],
  sort: Sort | null
): readonly RegisterItemView[] {
  const by = columns.find((column) => column.key === sort?.column)?.by
  if (sort === null || by === undefined) return rows
  const sign = sort.down ? -1 : 1
  return [...rows].sort((a, b) => {
    const left = by(a)
    const right = by(b)
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
    return sign * String(left).localeCompare(String(right), 'zh-CN')
  })
}

/** First click up, then down, then the list's own order. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, down: false }
  return sort.down ? null : { column, down: true }
}
