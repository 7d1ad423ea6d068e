import type { RawSheet } from './rawWorkbook.ts'

/** A workbook that goes back to its department has a sheet that says why, and a column of reasons beside its tables. */
export const RETURN_SHEET = '退回说明'
export const RETURN_COLUMN = '退回原因'

/** Our own sheet in a workbook that comes back corrected: known by its name and its title, so that no other is lost. */
export function isReturnSheet(sheet: Pick<RawSheet, 'name' | 'cells'>): boolean {
  if (!sheet.name.startsWith(RETURN_SHEET)) return false
  const title = sheet.cells.find((cell) => cell.row === 0 && cell.col === 0)
  return title?.value.trim() === RETURN_SHEET
}
