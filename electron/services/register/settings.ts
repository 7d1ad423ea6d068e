import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import {
  clockDue,
  registerSettings,
  type ClockOutcome,
  type RegisterSettings
} from '#shared/domain/register/clock.ts'
import type { Urgency } from '#shared/domain/register/registerItem.ts'
import { append } from '#db/repos/auditRepo.ts'
import { setSetting } from '#db/repos/settingsRepo.ts'
import { tx } from '#db/tx.ts'
import { workCalendar } from '../calendar/workCalendar.ts'
import type { Library } from '../library.ts'
import { getRegisterSettings } from './registerContext.ts'

/** Changes the clocks. Dates that were given already stay. */
export function changeRegisterSettings(
  library: Library,
  change: { [K in keyof RegisterSettings]?: RegisterSettings[K] | undefined }
): RegisterSettings {
  return tx(library.db, () => {
    const before = getRegisterSettings(library)
    const next = registerSettings.parse({ ...before, ...change })
    setSetting(library.db, 'register', next)
    append(library.db, {
      at: library.now(),
      who: library.operator(),
      what: '修改办理时限',
      subject: '立即办、限时办',
      before: words(before),
      after: words(next)
    })
    return next
  })
}

const words = ({ immediateDays, timedDays }: RegisterSettings): string =>
  `立即办 ${immediateDays} 个工作日，限时办 ${timedDays} 个工作日`

/** The due day that an urgency's clock gives from a day. */
export function clockFrom(library: Library, urgency: Urgency, from: IsoDate): ClockOutcome {
  return clockDue(urgency, from, getRegisterSettings(library), workCalendar(library).calendar)
}
