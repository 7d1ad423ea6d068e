import type { CadenceItem, CadenceSlip } from '../../cadence/cadenceItem.ts'
import type { IsoDate } from '../../calendar/isoDate.ts'
import type { WorkCalendar } from '../../calendar/workCalendar.ts'
import type { RegisterEvent } from '../../register/registerEvent.ts'
import type { Vocabulary } from './itemColumns.ts'

/** The registers and slips as the cadences read them. */
export interface CadenceRegisters {
  /** Today, or the last day that is looked at where that lies in the past. */
  on: IsoDate
  /** Items as they stood at the end of a day; voided ones left out. */
  itemsOn(day: IsoDate): readonly CadenceItem[]
  events: readonly RegisterEvent[]
  slips: readonly CadenceSlip[]
  calendar: WorkCalendar
  vocabulary: Vocabulary
  /** Codes of the units, 机构顺序. */
  unitOrder: readonly string[]
  issuer: string
  /** Day of the export, `2026年11月25日`. */
  date: string
}
