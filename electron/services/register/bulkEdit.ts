import { AppError, isAppError } from '#shared/appError.ts'
import type { ItemPatch } from '#shared/domain/register/registerItem.ts'
import { ITEM_FIELDS } from '#shared/domain/register/registerWords.ts'
import type { Problem } from '#shared/problem.ts'
import { append } from '#db/repos/auditRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { requireItem } from './requireItem.ts'
import { createItemWriter, fieldsOf } from './itemWriter.ts'

/**
 * One change to many items: all or nothing, one line in the audit log. Items that say so already are left as they are.
 * Throws VALIDATION_FAILED with a problem for each item that cannot take it.
 */
export function bulkEdit(
  library: Library,
  ids: readonly number[],
  patch: ItemPatch
): { changed: number; same: number } {
  return tx(library.db, () => {
    const writer = createItemWriter(library)
    const unique = [...new Set(ids)]
    // A key without a value is not named: spread, it would blank the field.
    const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    const problems: Problem[] = []
    let changed = 0
    for (const id of unique) {
      const item = requireItem(library, id)
      try {
        if (writer.change(item, { ...fieldsOf(item), ...named })) changed += 1
      } catch (error) {
        if (!isAppError(error)) throw error
        problems.push({
          code: 'REGISTER_FIELD',
          level: 'error',
          message: `「${item.number}」${item.title}：${(error.details.problems ?? []).map(({ message }) => message).join('') || error.message}`,
          place: {},
          group: `item:${id}`,
          ...(error.details.action === undefined ? {} : { suggestion: error.details.action })
        })
      }
    }
    if (problems.length > 0) {
      const message = `选中的 ${unique.length} 项里有 ${problems.length} 项不能这样改，全部没有改动。`
      throw new AppError('VALIDATION_FAILED', message, {
        action: '请改正下面各项，或不选它们，再做一次。',
        problems
      })
    }
    if (changed > 0) record(library, unique.length, changed, named)
    return { changed, same: unique.length - changed }
  })
}

function record(library: Library, count: number, changed: number, patch: ItemPatch): void {
  const fields = (Object.keys(patch) as (keyof ItemPatch)[]).map((field) => ITEM_FIELDS[field])
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what: '批量修改事项',
    subject: `改动 ${changed} 项（选中 ${count} 项）`,
    after: fields.join('、')
  })
}
