import { AppError } from '#shared/appError.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'
import { subjectNames, type EvidenceSubject } from '#db/repos/evidenceRepo.ts'
import { getItem } from '#db/repos/registerRepo.ts'
import type { Library } from '../library.ts'

const WORDS: Record<EvidenceSubject, string> = {
  ITEM: '事项',
  SLIP: '督办单',
  ADJUSTMENT: '加减分',
  HONOUR: '荣誉',
  EVALUATION: '评价'
}

/** What a piece of evidence is about, in words. Throws NOT_FOUND. */
export function requireSubject(library: Library, subject: EvidenceSubject, id: number): string {
  const name = subjectNames(library.db, subject).get(id)
  if (name === undefined)
    throw new AppError('NOT_FOUND', `没有找到这一${WORDS[subject]}，佐证材料没有改动。`, {
      action: '请刷新后再试。'
    })
  return name
}

/** What was reported done rests on its evidence. Throws CONFLICT. */
export function assertRemovable(library: Library, subject: EvidenceSubject, id: number): void {
  if (subject !== 'ITEM') return
  const item = getItem(library.db, id)
  if (item === null || item.state === 'OPEN' || item.state === 'IN_PROGRESS') return
  throw new AppError(
    'CONFLICT',
    `「${item.number}」${ITEM_STATES[item.state].name}，佐证材料是报结的依据，没有撤下。`,
    { action: item.state === 'CLOSED' ? '确需更换，请先重新打开这一事项。' : '确需更换，请先退回这一事项。' }
  )
}
