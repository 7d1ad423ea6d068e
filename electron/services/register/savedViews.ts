import { AppError } from '#shared/appError.ts'
import { registerFilter, type RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import { listSavedViews, removeView, saveView } from '#db/repos/savedViewRepo.ts'
import type { Library } from '../library.ts'

/** Filters of a page that somebody gave a name. */
export function savedViews(
  library: Library,
  page: string
): { id: number; name: string; filter: RegisterFilter }[] {
  return listSavedViews(library.db, page).map(({ id, name, filter }) => ({
    id,
    name,
    filter: registerFilter.parse(filter)
  }))
}

/** The same name on the same page is replaced. */
export function saveFilter(
  library: Library,
  entry: { page: string; name: string; filter: RegisterFilter }
): { id: number } {
  return { id: saveView(library.db, entry) }
}

/** Throws NOT_FOUND. */
export function removeFilter(library: Library, id: number): void {
  if (!removeView(library.db, id))
    throw new AppError('NOT_FOUND', '这个保存的筛选已不在了。', { action: '请刷新后再看。' })
}
