import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import type { RegisterType } from '#shared/domain/register/registerItem.ts'
import { REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import { closeNumbers } from '#db/repos/registerLogRepo.ts'
import { highestNumber } from '#db/repos/registerRepo.ts'
import type { Library } from '../library.ts'
import { today } from './registerContext.ts'

/**
 * 「承-2026-007」: the next number of a register and year. Voided items keep theirs: none is given twice. Reads each highest
 * number once: make one for an action, inside its transaction, and tell it what was given.
 */
export function createItemNumbers(library: Library) {
  const highest = new Map<string, number>()
  const prefixOf = (type: RegisterType, openedOn: IsoDate): string =>
    `${REGISTER_TYPES[type].prefix}-${openedOn.slice(0, 4)}-`
  const following = (prefix: string): number => {
    const known = highest.get(prefix) ?? highestNumber(library.db, prefix)
    highest.set(prefix, known)
    return known + 1
  }
  return {
    next(type: RegisterType, openedOn: IsoDate): string {
      const prefix = prefixOf(type, openedOn)
      return prefix + padded(following(prefix))
    },
    gave(type: RegisterType, openedOn: IsoDate): void {
      const prefix = prefixOf(type, openedOn)
      highest.set(prefix, following(prefix))
    }
  }
}

/** 「销〔2026〕012号」, one after the highest that was ever given this year. */
export function nextCloseNumber(library: Library): string {
  return closeNumberAfter(closeNumbers(library.db), today(library))
}

export function closeNumberAfter(given: readonly { closeNumber: string }[], day: IsoDate): string {
  const year = day.slice(0, 4)
  const pattern = new RegExp(`^销〔${year}〕(\\d+)号$`)
  const highest = Math.max(
    0,
    ...given.map(({ closeNumber }) => Number(pattern.exec(closeNumber)?.[1] ?? '0'))
  )
  return `销〔${year}〕${padded(highest + 1)}号`
}

const padded = (number: number): string => String(number).padStart(3, '0')
