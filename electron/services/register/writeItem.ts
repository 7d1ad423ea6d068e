import { AppError, isAppError } from '#shared/appError.ts'
import type { ItemFields, RegisterItem } from '#shared/domain/register/registerItem.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import type { Problem } from '#shared/problem.ts'
import { append } from '#db/repos/auditRepo.ts'
import { itemsByIds } from '#db/repos/registerRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { createItemWriter } from './itemWriter.ts'
import { itemViewer } from './itemViews.ts'
import { today } from './registerContext.ts'
import { requireItem } from './requireItem.ts'

/**
 * Puts an item on the register. Call inside a transaction when it is part of something larger. Throws VALIDATION_FAILED
 * with a problem for each field that says something wrong.
 */
export function addItem(
  library: Library,
  fields: ItemFields,
  source: RegisterItem['source'] = { from: 'HAND' }
): RegisterItemView {
  return tx(library.db, () => {
    const { id, number } = createItemWriter(library).add(fields, source)
    record(library, '登记事项', `${number} · ${fields.title}`)
    return viewNow(library, id)
  })
}

/**
 * Puts several items on the register, all or none. Throws VALIDATION_FAILED with a problem for each field that says
 * something wrong, told by the item's title.
 */
export function addItems(library: Library, entries: readonly ItemFields[]): RegisterItemView[] {
  return tx(library.db, () => {
    const writer = createItemWriter(library)
    const problems: Problem[] = []
    const ids = entries.flatMap((fields) => {
      try {
        const { id, number } = writer.add(fields, { from: 'HAND' })
        record(library, '登记事项', `${number} · ${fields.title}`)
        return [id]
      } catch (error) {
        if (!isAppError(error) || error.code !== 'VALIDATION_FAILED') throw error
        const found = error.details.problems ?? []
        problems.push(...found.map((one) => ({ ...one, message: `「${fields.title}」${one.message}` })))
        return []
      }
    })
    if (problems.length > 0) {
      const count = entries.length - ids.length
      throw new AppError(
        'VALIDATION_FAILED',
        `${entries.length} 项里有 ${count} 项不能登记，全部没有登记。`,
        {
          problems
        }
      )
    }
    const { view } = itemViewer(library, today(library))
    return itemsByIds(library.db, ids).map(view)
  })
}

/** Throws CONFLICT where `version` is not the item's, VALIDATION_FAILED like `addItem`. */
export function editItem(
  library: Library,
  id: number,
  version: number,
  fields: ItemFields
): RegisterItemView {
  return tx(library.db, () => {
    const item = requireItem(library, id)
    if (item.version !== version) {
      throw new AppError('CONFLICT', `「${item.number}」在您打开之后已被修改，没有保存。`, {
        action: '请刷新后在新的内容上再改。'
      })
    }
    if (createItemWriter(library).change(item, fields))
      record(library, '修改事项', `${item.number} · ${fields.title}`)
    return viewNow(library, id)
  })
}

function record(library: Library, what: string, subject: string): void {
  append(library.db, { at: library.now(), who: library.operator(), what, subject })
}

function viewNow(library: Library, id: number): RegisterItemView {
  return itemViewer(library, today(library)).view(requireItem(library, id))
}
