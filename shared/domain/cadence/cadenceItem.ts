import type { IsoDate } from '../calendar/isoDate.ts'
import type { DecimalString } from '../number/decimal.ts'
import type { ItemStatus } from '../register/itemStanding.ts'
import type { RegisterItem } from '../register/registerItem.ts'
import type { SlipKind, SlipLevel, SlipState } from '../supervision/slip.ts'

/** An item as the cadences look at it: as it stood on a day, with the names that are shown. */
export interface CadenceItem extends Pick<
  RegisterItem,
  | 'id'
  | 'number'
  | 'type'
  | 'title'
  | 'owner'
  | 'person'
  | 'due'
  | 'state'
  | 'openedOn'
  | 'doneOn'
  | 'problemSource'
  | 'quantity'
  | 'amount'
  | 'plan'
> {
  ownerName: string | null
  partnerNames: readonly string[]
  status: ItemStatus | null
  statusReason: string
  planned: DecimalString | null
  done: DecimalString | null
  daysLeft: number | null
}

/** A slip as the cadences look at it. */
export interface CadenceSlip {
  id: number
  number: string
  kind: SlipKind
  level: SlipLevel | null
  unit: string
  unitName: string
  item: number | null
  state: SlipState
  subject: string
  issuedOn: IsoDate
  answerBy: IsoDate | null
  answeredOn: IsoDate | null
  closedOn: IsoDate | null
}

/** Reported done, whether verified or not: nobody works on it any more. */
export function isFinished({ state }: Pick<CadenceItem, 'state'>): boolean {
  return state === 'DONE' || state === 'VERIFIED' || state === 'CLOSED'
}

/** Off the list for good. */
export function isClosed({ state }: Pick<CadenceItem, 'state'>): boolean {
  return state === 'CLOSED'
}

/** Not where the plan wants it: overdue or behind, 稍缓 left out. */
export function isLate({ status }: Pick<CadenceItem, 'status'>): boolean {
  return status === 'OVERDUE' || status === 'BEHIND' || status === 'BADLY_BEHIND'
}

/** Open on a day: issued by then and neither closed nor withdrawn. A slip that was withdrawn counts as never issued. */
export function isSlipOpen(slip: CadenceSlip, on: IsoDate): boolean {
  return slip.state !== 'WITHDRAWN' && slip.issuedOn <= on && (slip.closedOn === null || slip.closedOn > on)
}

export function isWithin(day: IsoDate | null, { first, last }: { first: IsoDate; last: IsoDate }): boolean {
  return day !== null && day >= first && day <= last
}
