import type { IsoDate } from '../calendar/isoDate.ts'
import type { ItemAction } from './itemAction.ts'
import type { ItemState } from './registerItem.ts'

/** What of an item and of its surroundings decides. */
export interface ActionFacts {
  today: IsoDate
  /** When it is written down, ISO instant, and by whom. */
  at: string
  who: string
  /** Files on the item. */
  evidence: number
  /** Day of its last change of state, who reported it done last. */
  lastStepOn: IsoDate | null
  reportedBy: string | null
  /** Numbers of its parts that are neither closed nor voided. */
  openChildren: readonly string[]
  parent: { number: string; state: ItemState; voided: boolean } | null
  /** Number of its 督办单 that is not closed. */
  openSlip: string | null
  /** 销号 number that is next, and who has one already (number of the item). */
  nextCloseNumber: string
  closeNumberOf(number: string): string | null
}

export interface Refusal {
  message: string
  action: string
}

/** 销号 number that an action gives. */
export function closeNumber(
  { number }: Extract<ItemAction, { action: 'CLOSE' }>,
  facts: ActionFacts
): string {
  return number === undefined || number === '' ? facts.nextCloseNumber : number
}

/** The day that an action is about. */
export function dayOf(action: ItemAction, today: IsoDate): IsoDate {
  return 'on' in action ? (action.on ?? today) : today
}
