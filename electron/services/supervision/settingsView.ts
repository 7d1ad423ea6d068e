import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { progressRules } from '#shared/domain/scheme/progressRules.ts'
import { coverageSentences } from '#shared/domain/supervision/coverageSentences.ts'
import type { SettingsProblem } from '#shared/domain/supervision/checkSettings.ts'
import type { SlipKind, SlipLevel } from '#shared/domain/supervision/slip.ts'
import { answerDay } from '#shared/domain/supervision/slipMachine.ts'
import type { SupervisionSettings } from '#shared/domain/supervision/supervisionSettings.ts'
import { workCalendar } from '../calendar/workCalendar.ts'
import type { Library } from '../library.ts'
import { schemeOn, today } from '../register/registerContext.ts'
import { getSupervisionSettings, settingsProblems } from './settings.ts'

/** Settings (those kept, or a draft) with what is wrong with them and with the lights of today's scheme (G16). */
export function settingsView(
  library: Library,
  settings: SupervisionSettings = getSupervisionSettings(library)
): { settings: SupervisionSettings; problems: SettingsProblem[]; progressGaps: string[] } {
  const { rows } = schemeOn(library, today(library))?.progress ?? progressRules.parse(undefined)
  return {
    settings,
    problems: settingsProblems(library, settings),
    progressGaps: coverageSentences(rows)
  }
}

/** The day by which a paper issued today is to be answered. */
export function answerDayNow(
  library: Library,
  kind: SlipKind,
  level: SlipLevel | null
): { answerBy: IsoDate } {
  const { calendar } = workCalendar(library)
  const settings = getSupervisionSettings(library)
  return { answerBy: answerDay(kind, level, today(library), { calendar, settings }) }
}
