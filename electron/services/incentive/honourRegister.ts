import { AppError } from '#shared/appError.ts'
import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { localDay } from '#shared/domain/calendar/isoDate.ts'
import { honourInput, type Honour, type HonourInput } from '#shared/domain/incentive/honour.ts'
import { holderObjection } from '#shared/domain/incentive/honourSettings.ts'
import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  getHonour,
  insertHonour,
  listHonours,
  markHonourVoided,
  sameHonour,
  updateHonour
} from '#db/repos/honourRepo.ts'
import { entriesOfHonour } from '#db/repos/ledgerRepo.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { honourSettingsOf } from './honourSettings.ts'

/** Throws NOT_FOUND. */
export function requireHonour(library: Library, id: number): Honour {
  const found = getHonour(library.db, id)
  if (found === null) throw new AppError('NOT_FOUND', `没有第 ${id} 号荣誉。`)
  return found
}

/** Honours in force that were awarded from one day to another, newest first: what reports and the year's summary name. */
export function honoursOf(library: Library, from: IsoDate, to: IsoDate): Honour[] {
  return listHonours(library.db, { from, to })
}

/** Throws VALIDATION_FAILED: an unknown unit or kind, a holder that the kind does not allow. */
export function assertHonourable(library: Library, input: HonourInput): void {
  const kind = honourSettingsOf(library).kinds.find((entry) => entry.code === input.kind)
  if (kind === undefined) {
    throw new AppError('VALIDATION_FAILED', `荣誉种类「${input.kind}」不在清单里，没有登记。`, {
      action: '请到「荣誉典型 › 种类与规则」加上这一种，或选「其他荣誉」。'
    })
  }
  if (!listUnits(library.db).some((unit) => unit.code === input.unit))
    throw new AppError('VALIDATION_FAILED', `没有「${input.unit}」这个单位，没有登记。`, {
      action: '请从单位名单里选。'
    })
  const objection = holderObjection(kind, input.person)
  if (objection !== null) throw new AppError('VALIDATION_FAILED', `${objection}没有登记。`)
}

/** Registers an honour. Throws VALIDATION_FAILED, or CONFLICT where the same one is on record. */
export function addHonour(library: Library, request: HonourInput): Honour {
  return tx(library.db, () => {
    const input = checked(library, request, null)
    const made = { at: library.now(), by: library.operator(), cell: null }
    const added = insertHonour(library.db, input, made)
    log(library, '登记荣誉', added)
    return added
  })
}

/** Corrects an honour. Throws NOT_FOUND, VALIDATION_FAILED, or CONFLICT where `version` is not its own. */
export function editHonour(library: Library, id: number, version: number, request: HonourInput): Honour {
  return tx(library.db, () => {
    const before = requireHonour(library, id)
    if (before.version !== version) {
      throw new AppError('CONFLICT', `荣誉「${before.title}」已被别处改过，没有保存。`, {
        action: '请关掉重新打开，在最新的内容上再改。'
      })
    }
    assertInForce(before)
    const after = updateHonour(library.db, before, checked(library, request, id))
    log(library, '修改荣誉', after, { before: describe(library, before) })
    return after
  })
}

/** Takes an honour off the register; the row stays with the reason. Throws CONFLICT while a bonus rests on it. */
export function voidHonour(library: Library, id: number, reason: string): Honour {
  return tx(library.db, () => {
    const before = requireHonour(library, id)
    assertInForce(before)
    const bonus = entriesOfHonour(library.db, id).find((entry) => entry.state !== 'reversed')
    if (bonus !== undefined) {
      throw new AppError(
        'CONFLICT',
        `荣誉「${before.title}」已经记了加分（第 ${bonus.id} 号），不能作废；没有任何改动。`,
        { action: '请先到「加减分」冲销那一笔，再作废。' }
      )
    }
    markHonourVoided(library.db, id, { at: library.now().toISOString(), by: library.operator(), reason })
    log(library, '作废荣誉', before, { reason })
    return requireHonour(library, id)
  })
}

/** Puts a voided honour back. Throws CONFLICT where it is not voided, or the same one is on record again. */
export function restoreHonour(library: Library, id: number): Honour {
  return tx(library.db, () => {
    const before = requireHonour(library, id)
    if (before.voided === null) throw new AppError('CONFLICT', `荣誉「${before.title}」没有作废过。`)
    assertNew(library, before, id)
    markHonourVoided(library.db, id, null)
    log(library, '恢复荣誉', before)
    return requireHonour(library, id)
  })
}

function checked(library: Library, request: HonourInput, own: number | null): HonourInput {
  const input = honourInput.parse(request)
  assertHonourable(library, input)
  if (input.date > localDay(library.now()))
    throw new AppError('VALIDATION_FAILED', `授予日期 ${input.date} 还没有到，没有登记。`, {
      action: '请核对日期；荣誉从授予（发文）之日起登记。'
    })
  assertNew(library, input, own)
  return input
}

function assertNew(library: Library, input: HonourInput, own: number | null): void {
  const other = sameHonour(library.db, input)
  if (other === null || other.id === own) return
  throw new AppError('CONFLICT', `荣誉「${input.title}」已经登记过（第 ${other.id} 号），没有重复登记。`, {
    action: '要改内容请打开原来那一条。'
  })
}

function assertInForce(honour: Honour): void {
  if (honour.voided !== null)
    throw new AppError('CONFLICT', `荣誉「${honour.title}」已经作废，没有改动。`, {
      action: '确属误作废的，请先恢复。'
    })
}

function describe(library: Library, honour: Honour): string {
  const unit = listUnits(library.db).find((entry) => entry.code === honour.unit)?.name ?? honour.unit
  const kind = honourSettingsOf(library).kinds.find((entry) => entry.code === honour.kind)?.name
  return [
    kind ?? honour.kind,
    LEVEL_WORDS[honour.level],
    honour.title,
    unit,
    honour.person,
    honour.date,
    honour.document
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function log(
  library: Library,
  what: string,
  honour: Honour,
  more: { before?: string; reason?: string } = {}
): void {
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what,
    subject: `第 ${honour.id} 号荣誉 · ${honour.title}`,
    after: describe(library, honour),
    ...more
  })
}
