import { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { isoDate } from '#shared/domain/calendar/isoDate.ts'
import { checkSettings, type SettingsProblem } from '#shared/domain/supervision/checkSettings.ts'
import {
  supervisionSettings,
  type SupervisionSettings
} from '#shared/domain/supervision/supervisionSettings.ts'
import { append } from '#db/repos/auditRepo.ts'
import { getSetting, setSetting } from '#db/repos/settingsRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { schemeOn, today } from '../register/registerContext.ts'

const KEY = 'supervision'

export function getSupervisionSettings(library: Library): SupervisionSettings {
  return getSetting(library.db, KEY, supervisionSettings)
}

/** Holes and contradictions of settings, looked at with the streaks of today's scheme. */
export function settingsProblems(library: Library, settings: SupervisionSettings): SettingsProblem[] {
  const streaks = schemeOn(library, today(library))?.races.flatMap((race) => race.streaks) ?? []
  return checkSettings(settings, streaks)
}

/** Slips that were issued stay as they are. Throws VALIDATION_FAILED where the settings contradict themselves. */
export function saveSupervisionSettings(library: Library, next: SupervisionSettings): SupervisionSettings {
  const errors = settingsProblems(library, next).filter(({ level }) => level === 'error')
  if (errors.length > 0)
    throw new AppError('VALIDATION_FAILED', `督办规则有 ${errors.length} 处矛盾，没有保存。`, {
      problems: errors.map(({ field, message }) => ({
        code: 'SUPERVISION_SETTINGS',
        level: 'error',
        message,
        place: {},
        group: field
      }))
    })
  return tx(library.db, () => {
    const before = getSupervisionSettings(library)
    setSetting(library.db, KEY, next)
    append(library.db, {
      at: library.now(),
      who: library.operator(),
      what: '修改督办规则',
      subject: '督办规则',
      before: JSON.stringify(before),
      after: JSON.stringify(next)
    })
    return next
  })
}

/** A proposal that the office decided not to follow, with why. */
export const declinedProposal = z.object({
  key: z.string(),
  subject: z.string(),
  reason: z.string(),
  on: isoDate,
  by: z.string()
})
export type DeclinedProposal = z.infer<typeof declinedProposal>

const DECLINED = 'supervisionDeclined'

/** Newest first. */
export function declinedProposals(library: Library): DeclinedProposal[] {
  return getSetting(library.db, DECLINED, z.array(declinedProposal).default([]))
}

/** Records that proposals are not followed: they are not made again. */
export function declineProposals(
  library: Library,
  proposals: readonly { key: string; subject: string }[],
  reason: string
): DeclinedProposal[] {
  return tx(library.db, () => {
    const [on, by] = [today(library), library.operator()]
    const keys = new Set(proposals.map(({ key }) => key))
    const kept = declinedProposals(library).filter(({ key }) => !keys.has(key))
    const next = [...proposals.map(({ key, subject }) => ({ key, subject, reason, on, by })), ...kept]
    setSetting(library.db, DECLINED, next)
    for (const { subject } of proposals)
      append(library.db, { at: library.now(), who: by, what: '不发督办', subject, reason })
    return next
  })
}

/** Takes that back: the proposal is made again as long as its cause holds. Throws NOT_FOUND. */
export function undeclineProposal(library: Library, key: string): DeclinedProposal[] {
  return tx(library.db, () => {
    const all = declinedProposals(library)
    const found = all.find((one) => one.key === key)
    if (found === undefined) throw new AppError('NOT_FOUND', '这一条没有记过「不发」，没有改动。')
    const next = all.filter((one) => one !== found)
    setSetting(library.db, DECLINED, next)
    append(library.db, {
      at: library.now(),
      who: library.operator(),
      what: '收回「不发督办」',
      subject: found.subject,
      before: found.reason
    })
    return next
  })
}
