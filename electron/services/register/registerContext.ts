import { localDay, type IsoDate } from '#shared/domain/calendar/isoDate.ts'
import type { WorkCalendar } from '#shared/domain/calendar/workCalendar.ts'
import type { KnownNames } from '#shared/domain/register/checkItem.ts'
import { registerSettings, type RegisterSettings } from '#shared/domain/register/clock.ts'
import { progressRules, type ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { periodDays } from '#shared/domain/period/periodKey.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { listPeriods } from '#db/repos/periodRepo.ts'
import { activeScheme, loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { getSetting } from '#db/repos/settingsRepo.ts'
import { workCalendar } from '../calendar/workCalendar.ts'
import type { Library } from '../library.ts'

/** The day on the clerk's wall. */
export function today(library: Library): IsoDate {
  return localDay(library.now())
}

/** The scheme under which a day is looked at: of its quarter, else of the last quarter before it, else the one in force. */
export function schemeOn(library: Library, day: IsoDate): SchemeDefinition | null {
  const begun = listPeriods(library.db).filter(
    ({ key, schemeVersionId }) => schemeVersionId !== null && periodDays(key).first <= day
  )
  const version = begun.at(-1)?.schemeVersionId ?? activeScheme(library.db)?.versionId ?? null
  return version === null ? null : loadSchemeVersion(library.db, version).definition
}

/** What standings of a day are reckoned with. */
export function standingRules(
  library: Library,
  day: IsoDate
): { rules: Pick<ProgressRules, 'rows'>; calendar: WorkCalendar } {
  return {
    rules: schemeOn(library, day)?.progress ?? progressRules.parse(undefined),
    calendar: workCalendar(library).calendar
  }
}

/** Names that fields of an item may refer to on a day. */
export function knownNames(
  library: Library,
  day: IsoDate
): KnownNames & { indicatorNames: Map<string, string> } {
  const scheme = schemeOn(library, day)
  const indicators = scheme?.races.flatMap((race) =>
    race.dimensions.flatMap((dimension) =>
      dimension.indicators.map(({ code, name }) => [code, name] as const)
    )
  )
  return {
    units: unitNames(library),
    indicators: indicators === undefined ? null : new Set(indicators.map(([code]) => code)),
    indicatorNames: new Map(indicators)
  }
}

/** Names of all units on record by code. */
export function unitNames(library: Library): Map<string, string> {
  return new Map(listUnits(library.db).map(({ code, name }) => [code, name]))
}

const KEY = 'register'

export function getRegisterSettings(library: Library): RegisterSettings {
  return getSetting(library.db, KEY, registerSettings.prefault({}))
}
