import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import type { Honour, HonourFact } from '#shared/domain/incentive/honour.ts'
import { periodDays, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { listHonours } from '#db/repos/honourRepo.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import type { Library } from '../library.ts'
import { honoursOf } from './honourRegister.ts'
import { honourSettingsOf } from './honourSettings.ts'

/** Honours of a span of days with the names of their kinds and units: the appendix of a year's summary. */
export function honourFacts(library: Library, from: IsoDate, to: IsoDate): HonourFact[] {
  return named(library, honoursOf(library, from, to))
}

/**
 * Honours awarded in a quarter. For a frozen one those on the register when it was frozen, also such as were voided since:
 * what was printed once is printed again.
 */
export function honoursOfQuarter(library: Library, period: PeriodKey, frozenAt: string | null): HonourFact[] {
  const { first, last } = periodDays(period)
  if (frozenAt === null) return honourFacts(library, first, last)
  const then = listHonours(library.db, { from: first, to: last, voided: true }).filter(
    ({ createdAt, voided }) => createdAt <= frozenAt && (voided === null || voided.at > frozenAt)
  )
  return named(library, then)
}

function named(library: Library, honours: readonly Honour[]): HonourFact[] {
  const kinds = new Map(honourSettingsOf(library).kinds.map((kind) => [kind.code, kind.name]))
  const units = new Map(listUnits(library.db).map((unit) => [unit.code, unit.name]))
  return honours.map((honour) => ({
    ...honour,
    kindName: kinds.get(honour.kind) ?? honour.kind,
    unitName: units.get(honour.unit) ?? honour.unit
  }))
}
