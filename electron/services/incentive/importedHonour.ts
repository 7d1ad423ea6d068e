import { AppError } from '#shared/appError.ts'
import { honourInput, type Honour, type HonourInput } from '#shared/domain/incentive/honour.ts'
import {
  getHonour,
  insertHonour,
  markHonourVoided,
  sameHonour,
  updateHonour,
  type HonourCell
} from '#db/repos/honourRepo.ts'
import { entriesOfHonour } from '#db/repos/ledgerRepo.ts'
import type { Library } from '../library.ts'
import { assertHonourable } from './honourRegister.ts'

/** What one imported row did to the register of honours. */
export interface SavedHonour {
  id: number
  outcome: 'NEW' | 'CHANGED' | 'SAME'
  /** As it was before, for the history of the batch and for its undo. */
  previous: Honour | null
}

/**
 * Writes one row of an imported list of honours. The same title, unit, holder and day is the same honour: what the row says
 * otherwise of it (级别, 文号, 事迹, 种类) is CHANGED; its source stays the first one. Call inside the transaction of the import.
 * @throws AppError VALIDATION_FAILED: unknown kind, or a holder that the kind does not allow
 */
export function saveImportedHonour(library: Library, row: HonourInput, cell: HonourCell): SavedHonour {
  const input = honourInput.parse(row)
  assertHonourable(library, input)
  const before = sameHonour(library.db, input)
  if (before === null) {
    const made = { at: library.now(), by: library.operator(), cell }
    return { id: insertHonour(library.db, input, made).id, outcome: 'NEW', previous: null }
  }
  // A list without a column for them says nothing about them.
  const next = {
    ...input,
    document: input.document || before.document,
    deeds: input.deeds || before.deeds
  }
  const same = (['kind', 'level', 'document', 'deeds'] as const).every((key) => next[key] === before[key])
  if (!same) updateHonour(library.db, before, next)
  return { id: before.id, outcome: same ? 'SAME' : 'CHANGED', previous: before }
}

/**
 * Takes one imported row back: a new honour is voided with the reason, a changed one is what it was. Throws CONFLICT while a
 * bonus rests on it, or where somebody has changed it since.
 */
export function undoImportedHonour(library: Library, saved: SavedHonour, reason: string): void {
  const { db } = library
  const now = getHonour(db, saved.id)
  if (now === null || saved.outcome === 'SAME' || now.voided !== null) return
  const blocker = honourUndoBlocker(library, saved)
  if (blocker !== null) throw new AppError('CONFLICT', `${blocker}没有撤销。`)
  if (saved.previous === null) {
    markHonourVoided(db, saved.id, { at: library.now().toISOString(), by: library.operator(), reason })
  } else updateHonour(db, now, saved.previous)
}

/** Why a row cannot be taken back, in a whole sentence; null when it can. */
export function honourUndoBlocker({ db }: Library, saved: SavedHonour): string | null {
  const now = getHonour(db, saved.id)
  if (now === null || saved.outcome === 'SAME' || now.voided !== null) return null
  const bonus = entriesOfHonour(db, saved.id).find((entry) => entry.state !== 'reversed')
  if (bonus !== undefined) return `荣誉「${now.title}」已经记了加分（第 ${bonus.id} 号），请先冲销那一笔。`
  const untouched = saved.previous === null ? 1 : saved.previous.version + 1
  return now.version === untouched ? null : `荣誉「${now.title}」导入后又改过，请改用更正后的名册重新导入。`
}
