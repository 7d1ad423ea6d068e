import { REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import type { ImportedRow } from '#shared/ipc/batch.ts'
import type { StagedItemRow } from '#db/repos/stagedItemRepo.ts'
import type { Library } from '../library.ts'
import { unitNames } from '../register/registerContext.ts'

/** Rows of registers for the window. `written` false: nothing of the batch stands in the tables. */
export function importedRows(
  library: Library,
  rows: readonly StagedItemRow[],
  written = true
): ImportedRow[] {
  if (rows.length === 0) return []
  const units = unitNames(library)
  return rows.map(({ row, outcome, subject, number, changes, told }) => {
    const { type, title, owner } = row.fields
    return {
      ...{ sheet: row.sheet, address: row.address, number, item: subject, title, changes, told },
      type: REGISTER_TYPES[type].name,
      unitName: owner === undefined ? null : (units.get(owner) ?? owner),
      outcome: written ? outcome : 'REJECTED'
    }
  })
}
