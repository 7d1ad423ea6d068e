import { AppError } from '#shared/appError.ts'
import type { RegisterItem } from '#shared/domain/register/registerItem.ts'
import { findItem, getItem } from '#db/repos/registerRepo.ts'
import type { Library } from '../library.ts'

/** Throws NOT_FOUND. */
export function requireItem(library: Library, id: number): RegisterItem {
  const item = getItem(library.db, id)
  if (item === null)
    throw new AppError('NOT_FOUND', `清单里没有这一事项（第 ${id} 条）。`, { action: '请刷新清单后再看。' })
  return item
}

/** By 编号. Throws NOT_FOUND. */
export function requireNumber(library: Library, number: string): RegisterItem {
  const item = findItem(library.db, number.normalize('NFKC').trim())
  if (item === null)
    throw new AppError('NOT_FOUND', `清单里没有编号为「${number}」的事项。`, { action: '请核对编号。' })
  return item
}
