import { AppError, isAppError } from '#shared/appError.ts'
import { rangeAt, type CatalogueEntry } from '#shared/domain/incentive/catalogue.ts'
import type { Honour } from '#shared/domain/incentive/honour.ts'
import { bonusOf } from '#shared/domain/incentive/honourBonus.ts'
import { LEDGER_STATE_WORDS, type LedgerInput } from '#shared/domain/incentive/ledgerEntry.ts'
import { withOriginalDay } from '#shared/domain/incentive/ledgerQuarter.ts'
import type { BonusState } from '#shared/ipc/honour.ts'
import { append } from '#db/repos/auditRepo.ts'
import { allCatalogue } from '#db/repos/catalogueRepo.ts'
import { getHonour, listHonours, markHonourRefused } from '#db/repos/honourRepo.ts'
import { rewardedHonours, type LedgerRow } from '#db/repos/ledgerRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { entryObjections } from './checkEntry.ts'
import { addEntry, groundOf } from './entries.ts'
import { actOnEntries } from './entryActions.ts'
import { isPastQuarter, quarterOfEntry, recognitionDay } from './entryQuarter.ts'
import { requireHonour } from './honourRegister.ts'
import { honourSettingsOf } from './honourSettings.ts'

/** What all honours share, read once. */
export interface BonusScope {
  all: readonly Honour[]
  rules: ReturnType<typeof honourSettingsOf>['rules']
  catalogue: ReadonlyMap<string, CatalogueEntry>
  rewarded: ReadonlyMap<number, LedgerRow[]>
}

export function bonusScope(library: Library): BonusScope {
  return {
    all: listHonours(library.db),
    rules: honourSettingsOf(library).rules,
    catalogue: new Map(allCatalogue(library.db).map((entry) => [entry.code, entry])),
    rewarded: rewardedHonours(library.db)
  }
}

/** What a rule makes of an honour now: proposed, entered once, refused, or none. */
export function bonusStateOf(library: Library, honour: Honour, scope: BonusScope): BonusState {
  const entry = scope.rewarded.get(honour.id)?.at(-1)
  // Also a reversed one: somebody has decided about it, it is not proposed again.
  if (entry !== undefined) {
    const word = LEDGER_STATE_WORDS[entry.state]
    return { state: 'ENTERED', entry: entry.id, points: entry.points, word }
  }
  if (honour.voided !== null) return { state: 'NONE' }
  const bonus = bonusOf(honour, scope.all, scope.rules, scope.catalogue)
  if (bonus.state !== 'PROPOSED') return bonus
  if (honour.refused !== null)
    return { state: 'REFUSED', sentence: `${honour.refused.by}决定不加分：${honour.refused.reason}` }
  const { input, late } = entryInputOf(library, honour, bonus)
  return {
    state: 'PROPOSED',
    catalogue: { code: bonus.catalogue.code, name: bonus.catalogue.name },
    points: input.points,
    date: input.date,
    sentence: late
      ? `${bonus.sentence}${honour.date} 所在的季度不能再记，记入认定的 ${input.date}。`
      : bonus.sentence,
    blocked: blockedBy(library, input)
  }
}

/** How many honours wait for an answer. */
export function proposalCount(library: Library): number {
  const scope = bonusScope(library)
  return scope.all.filter((honour) => bonusStateOf(library, honour, scope).state === 'PROPOSED').length
}

/**
 * The entry that an honour would make. Its day decides the quarter; where that one is over, the day of recognition does, and
 * the reason says the original day (S21: 跨年度表彰归入次年).
 */
function entryInputOf(
  library: Library,
  honour: Honour,
  { catalogue, points }: { catalogue: CatalogueEntry; points: string }
): { input: LedgerInput; late: boolean } {
  const recognised = recognitionDay(library)
  const late = recognised !== null && isPastQuarter(library, honour.date)
  const holder = honour.person === '' ? '' : `（${honour.person}）`
  const reason = `${honour.title}${holder}`
  const hasLevel = catalogue.levels.length > 0
  // A level that the table leaves out gives the ordinary points, within the range.
  const { least, most } = rangeAt(catalogue, honour.level)
  return {
    late,
    input: {
      unit: honour.unit,
      catalogue: catalogue.code,
      level: hasLevel ? honour.level : null,
      classCode: catalogue.classCode,
      points: least === most ? least : points,
      date: late ? recognised : honour.date,
      reason: late ? withOriginalDay(reason, honour.date) : reason,
      evidence: honour.document,
      reporter: library.operator(),
      instant: false,
      honour: honour.id
    }
  }
}

function blockedBy(library: Library, input: LedgerInput): string | null {
  try {
    const period = quarterOfEntry(library, input.date)
    const [objection] = entryObjections(input, groundOf(library, period, input))
    return objection ?? null
  } catch (error) {
    if (!isAppError(error)) throw error
    return error.message
  }
}

/**
 * Makes ledger entries of proposed bonuses, each linked to its honour and never twice; all or none. With `approver` they count
 * at once (without 复核), otherwise they are handed on for approval. Throws CONFLICT for an honour that is not proposed.
 */
export function acceptBonuses(library: Library, ids: readonly number[], approver: string | null): number[] {
  return tx(library.db, () => {
    const entries = ids.map((id) => {
      const honour = requireHonour(library, id)
      const scope = bonusScope(library)
      const state = bonusStateOf(library, honour, scope)
      const bonus = bonusOf(honour, scope.all, scope.rules, scope.catalogue)
      if (state.state !== 'PROPOSED' || bonus.state !== 'PROPOSED')
        throw new AppError('CONFLICT', `荣誉「${honour.title}」现在没有可以采纳的加分，全部没有登记。`, {
          action: '请刷新后再选。'
        })
      return addEntry(library, entryInputOf(library, honour, bonus).input).id
    })
    actOnEntries(library, entries, { action: 'SUBMIT' })
    if (approver !== null) actOnEntries(library, entries, { action: 'APPROVE', approver, note: '' })
    return entries
  })
}

/** Turns a proposed bonus down with the reason, or takes that back. */
export function refuseBonus(library: Library, id: number, refused: boolean, reason: string): Honour {
  return tx(library.db, () => {
    const honour = requireHonour(library, id)
    if (refused && reason.trim() === '')
      throw new AppError('VALIDATION_FAILED', '请写明不加分的理由；没有改动。')
    if (refused && (scopeRewarded(library, id) || honour.voided !== null))
      throw new AppError('CONFLICT', `荣誉「${honour.title}」已经加过分或已作废，不需要再定。`)
    const at = library.now()
    const word = refused ? { at: at.toISOString(), by: library.operator(), reason } : null
    markHonourRefused(library.db, honour, word)
    append(library.db, {
      ...{ at, who: library.operator(), what: refused ? '荣誉不加分' : '恢复荣誉加分建议' },
      subject: `第 ${id} 号荣誉 · ${honour.title}`,
      reason: refused ? reason : null
    })
    return getHonour(library.db, id)!
  })
}

function scopeRewarded(library: Library, id: number): boolean {
  return (rewardedHonours(library.db).get(id) ?? []).length > 0
}
