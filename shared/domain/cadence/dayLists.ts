import type { IsoDate } from '../calendar/isoDate.ts'
import { addWorkdays, type WorkCalendar } from '../calendar/workCalendar.ts'
import type { RegisterEvent } from '../register/registerEvent.ts'
import { isClosed, isFinished, isSlipOpen, type CadenceItem, type CadenceSlip } from './cadenceItem.ts'

/**
 * 日清盘: every item that is not closed stands on exactly one list. The first two must be settled when the day is closed:
 * done, or a reason why they stay.
 */
export type DayListName = 'OVERDUE' | 'TODAY' | 'SOON' | 'CHECK' | 'LATER' | 'UNDATED'

export const DAY_LISTS: readonly DayListName[] = ['OVERDUE', 'TODAY', 'SOON', 'CHECK', 'LATER', 'UNDATED']

/** Working days ahead that 即将到期 looks. */
export const SOON_WORKDAYS = 3

export const DAY_LIST_NAMES: Record<DayListName, string> = {
  OVERDUE: '逾期',
  TODAY: '今天到期',
  SOON: `${SOON_WORKDAYS} 个工作日内到期`,
  CHECK: '待核验、待销号',
  LATER: '以后到期',
  UNDATED: '没有时限'
}

/** Null: closed, on no list. */
export function dayListOf(
  item: Pick<CadenceItem, 'state' | 'due'>,
  on: IsoDate,
  calendar: WorkCalendar
): DayListName | null {
  if (isClosed(item)) return null
  if (isFinished(item)) return 'CHECK'
  const { due } = item
  if (due === null) return 'UNDATED'
  if (due < on) return 'OVERDUE'
  if (due === on) return 'TODAY'
  return due <= addWorkdays(on, SOON_WORKDAYS, calendar) ? 'SOON' : 'LATER'
}

/** Items in the order given, each on its list. */
export function dayLists<T extends Pick<CadenceItem, 'state' | 'due'>>(
  items: readonly T[],
  on: IsoDate,
  calendar: WorkCalendar
): Record<DayListName, T[]> {
  const lists: Record<DayListName, T[]> = {
    OVERDUE: [],
    TODAY: [],
    SOON: [],
    CHECK: [],
    LATER: [],
    UNDATED: []
  }
  for (const item of items) {
    const name = dayListOf(item, on, calendar)
    if (name !== null) lists[name].push(item)
  }
  return lists
}

/** What was done on a day, by item: how often is not counted. */
export interface DayActivity {
  started: number[]
  progress: number[]
  done: number[]
  verified: number[]
  closed: number[]
}

export function activityOn(events: readonly RegisterEvent[], on: IsoDate): DayActivity {
  const of = (type: RegisterEvent['type']): number[] => [
    ...new Set(events.filter((event) => event.on === on && event.type === type).map(({ item }) => item))
  ]
  return {
    started: of('STARTED'),
    progress: of('PROGRESS'),
    done: of('DONE'),
    verified: of('VERIFIED'),
    closed: of('CLOSED')
  }
}

/** Slips that wait for the unit's answer and whose day has come. */
export function slipsToAnswer(slips: readonly CadenceSlip[], on: IsoDate): CadenceSlip[] {
  return slips.filter(
    (slip) => slip.state === 'ISSUED' && isSlipOpen(slip, on) && slip.answerBy !== null && slip.answerBy <= on
  )
}
