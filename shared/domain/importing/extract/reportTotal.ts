import type { RawCell } from '../grid/rawWorkbook.ts'
import type { SheetScope } from './sheetScope.ts'
import type { Difference } from './tally.ts'

/** Tells a stated total that differs from our own sum, with both numbers and the cells that may explain it. */
export function reportTotal(
  cell: RawCell,
  label: string,
  stated: string,
  difference: Difference | null,
  scope: SheetScope
): void {
  if (!difference) return
  if (difference.rounded) {
    scope.sink.add(cell, {
      code: 'TOTAL_ROUNDED',
      level: 'info',
      message: `「${label}」与自算四舍五入后一致：表中 ${stated}，自算 ${difference.own}。`,
      group: 'TOTAL_ROUNDED'
    })
    return
  }
  const unread = difference.unread.slice(0, 5)
  scope.sink.add(cell, {
    code: 'TOTAL_MISMATCH',
    level: 'confirm',
    message: `「${label}」与自算不一致：表中 ${stated}，自算 ${difference.own}，差 ${difference.difference}。`,
    suggestion:
      unread.length > 0 ? `可能是 ${unread.join('、')} 没有读出的数。` : '请核对各行的数；导入以各行为准。'
  })
}
