import { checkItems, type ItemFinding } from '#shared/domain/register/checkItems.ts'
import { listItemRows } from '#db/repos/registerRepo.ts'
import type { Library } from '../library.ts'
import { knownNames, today } from './registerContext.ts'

/** Everything that is missing or contradicts itself in the registers, item by item. */
export function checkRegister(library: Library): { checked: number; findings: ItemFinding[] } {
  const items = listItemRows(library.db)
  return {
    checked: items.filter(({ voided }) => voided === null).length,
    findings: checkItems(items, knownNames(library, today(library)))
  }
}
