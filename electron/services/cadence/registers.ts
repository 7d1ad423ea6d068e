import type { IsoDate } from '#shared/domain/calendar/isoDate.ts'
import { dayTitle } from '#shared/domain/cadence/cadenceKey.ts'
import type { CadenceSlip } from '#shared/domain/cadence/cadenceItem.ts'
import type { CadenceRegisters } from '#shared/domain/report/cadence/cadenceInput.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { eventsByItem } from '#db/repos/registerLogRepo.ts'
import { listSlips } from '#db/repos/slipRepo.ts'
import { workCalendar } from '../calendar/workCalendar.ts'
import type { Library } from '../library.ts'
import { listItems } from '../register/items.ts'
import { schemeOn, today } from '../register/registerContext.ts'
import { getSettings } from '../settings.ts'

/** Slips with the days that cadences count by, newest first. */
export function cadenceSlips(library: Library): CadenceSlip[] {
  return listSlips(library.db).map(({ fields, ...slip }) => ({
    ...{ id: slip.id, number: slip.number, kind: slip.kind, level: slip.level, state: slip.state },
    ...{ unit: slip.unit, unitName: slip.unitName, item: slip.item },
    ...{ issuedOn: slip.issuedOn, answerBy: slip.answerBy },
    subject: fields.subject,
    answeredOn: fields.answer?.on ?? null,
    closedOn: fields.closing?.on ?? null
  }))
}

/** The registers as the cadences read them; each day's items are read once. */
export function cadenceRegisters(library: Library): CadenceRegisters {
  const days = new Map<IsoDate, readonly RegisterItemView[]>()
  const on = today(library)
  const events = [...eventsByItem(library.db).values()].flat()
  const scheme = schemeOn(library, on)
  const { issuer } = getSettings(library)
  return {
    on,
    itemsOn: (day) => {
      const items = days.get(day) ?? listItems(library, {}, day).items
      days.set(day, items)
      return items
    },
    events,
    slips: cadenceSlips(library),
    calendar: workCalendar(library).calendar,
    vocabulary: scheme?.progress.vocabulary ?? 'RED_IS_GOOD',
    unitOrder: listUnits(library.db).map(({ code }) => code),
    issuer: issuer === '' ? (scheme?.organisation ?? '') : issuer,
    date: dayTitle(on)
  }
}
