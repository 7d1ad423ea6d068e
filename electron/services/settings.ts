import { AppError } from '#shared/appError.ts'
import { settings, type Settings } from '#shared/ipc/settings.ts'
import { append, listAudit } from '#db/repos/auditRepo.ts'
import { endAlias, listAliases } from '#db/repos/organisationRepo.ts'
import { getSetting, setSetting } from '#db/repos/settingsRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from './library.ts'

const KEY = 'settings'

export function getSettings(library: Library): Settings {
  return getSetting(library.db, KEY, settings.prefault({}))
}

export function changeSettings(library: Library, change: Partial<Settings>): Settings {
  const next = settings.parse({ ...getSettings(library), ...change })
  setSetting(library.db, KEY, next)
  return next
}

export function aliasesOf(library: Library) {
  return listAliases(library.db)
}

/** Forgets a remembered name. Numbers that were imported with it stay. */
export function forgetAlias(library: Library, text: string): void {
  tx(library.db, () => {
    if (!endAlias(library.db, text, library.now()))
      throw new AppError('NOT_FOUND', `没有「${text}」这个别名。`)
    append(library.db, { at: library.now(), who: library.operator(), what: '删除别名', subject: text })
  })
}

export function auditOf(library: Library, limit: number) {
  return listAudit(library.db, limit).map(({ at, who, what, subject, reason }) => ({
    at,
    who,
    what,
    subject,
    reason
  }))
}
