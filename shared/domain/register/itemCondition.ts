import type { IsoDate } from '../calendar/isoDate.ts'
import type { RegisterEvent } from './registerEvent.ts'
import type { CloseOut, ItemState, RegisterItem } from './registerItem.ts'
import { ITEM_STATES } from './registerWords.ts'

/** What the log of an item decides: everything of its row that no form fills in. */
export type ItemCondition = Pick<
  RegisterItem,
  'state' | 'percent' | 'amount' | 'doneOn' | 'closeOut' | 'voided'
> & {
  /** Day that percent and amount are of; an entry handed in late does not take the place of a newer one. */
  progressOn: IsoDate | null
}

/** A line of the log before it is written. */
export type EventDraft = Pick<
  RegisterEvent,
  'type' | 'on' | 'at' | 'who' | 'text' | 'percent' | 'amount' | 'changes'
>

export const NEW_CONDITION: ItemCondition = {
  state: 'OPEN',
  percent: null,
  amount: null,
  doneOn: null,
  closeOut: null,
  voided: null,
  progressOn: null
}

/** Names in `changes` under which a log line keeps what is no field of the form. */
export const LOGGED = {
  state: '状态',
  percent: '进度（%）',
  amount: '完成数量',
  doneOn: '办结日期',
  verifier: '核验人',
  closeNumber: '销号编号',
  closeVerifier: '验收人'
} as const

/** What an item is after one more line of its log. */
export function afterEvent(before: ItemCondition, event: EventDraft): ItemCondition {
  switch (event.type) {
    case 'STARTED':
      return { ...before, state: 'IN_PROGRESS' }
    case 'PROGRESS':
      return withProgress(before, event)
    case 'DONE':
      return { ...before, state: 'DONE', doneOn: event.on }
    case 'RETURNED':
      return { ...before, state: 'IN_PROGRESS', doneOn: null }
    case 'VERIFIED':
      return { ...before, state: 'VERIFIED' }
    case 'CLOSED':
      return { ...before, state: 'CLOSED', closeOut: closeOutOf(event) }
    case 'REOPENED':
      return { ...before, state: 'IN_PROGRESS', closeOut: null, doneOn: null }
    case 'VOIDED':
      return { ...before, voided: { at: event.at, by: event.who, reason: event.text } }
    case 'RESTORED':
      return { ...before, voided: null }
    case 'EDITED':
      return withCorrections(before, event)
    case 'CREATED':
    case 'NOTE':
    case 'SLIP':
      return before
  }
}

/**
 * The condition that a log leads to, oldest line first; with `until` as it was at the end of that day. The log alone
 * explains the row.
 */
export function replayLog(events: readonly EventDraft[], until?: IsoDate): ItemCondition {
  return events.filter((event) => until === undefined || event.on <= until).reduce(afterEvent, NEW_CONDITION)
}

/** An amount without a percent makes the percent be reckoned from the quantity again; words alone change neither. */
function withProgress(before: ItemCondition, { on, percent, amount }: EventDraft): ItemCondition {
  if (percent === null && amount === null) return before
  if (before.progressOn !== null && on < before.progressOn) return before
  return { ...before, percent, amount: amount ?? before.amount, progressOn: on }
}

function closeOutOf(event: EventDraft): CloseOut {
  return {
    number: logged(event, LOGGED.closeNumber) ?? '',
    date: event.on,
    verifier: logged(event, LOGGED.closeVerifier) ?? '',
    opinion: event.text
  }
}

/** What was put back by hand or by the undo of an import (`conditionChanges`). */
function withCorrections(before: ItemCondition, event: EventDraft): ItemCondition {
  const state = logged(event, LOGGED.state)
  const doneOn = logged(event, LOGGED.doneOn)
  const percent = logged(event, LOGGED.percent)
  const amount = logged(event, LOGGED.amount)
  const isProgress = percent !== undefined || amount !== undefined
  return {
    ...before,
    // What stood there before is of an earlier day, which nobody wrote down again: any entry may follow.
    ...(isProgress ? { progressOn: null } : {}),
    ...(state === undefined ? {} : { state: stateNamed(state) }),
    ...(doneOn === undefined ? {} : { doneOn: doneOn === '' ? null : doneOn }),
    ...(percent === undefined ? {} : { percent: percent === '' ? null : percent }),
    ...(amount === undefined ? {} : { amount: amount === '' ? null : amount })
  }
}

/**
 * The lines of an EDITED entry that bring an item's condition from one to another (undo of an import). Closing and
 * voiding have entries of their own.
 */
export function conditionChanges(
  before: Pick<ItemCondition, 'state' | 'percent' | 'amount' | 'doneOn'>,
  after: Pick<ItemCondition, 'state' | 'percent' | 'amount' | 'doneOn'>
): RegisterEvent['changes'] {
  const rows = [
    [LOGGED.state, ITEM_STATES[before.state].name, ITEM_STATES[after.state].name],
    [LOGGED.percent, before.percent ?? '', after.percent ?? ''],
    [LOGGED.amount, before.amount ?? '', after.amount ?? ''],
    [LOGGED.doneOn, before.doneOn ?? '', after.doneOn ?? '']
  ] as const
  return rows.flatMap(([field, from, to]) => (from === to ? [] : [{ field, before: from, after: to }]))
}

function logged(event: EventDraft, field: string): string | undefined {
  return event.changes.find((change) => change.field === field)?.after
}

function stateNamed(name: string): ItemState {
  const found = Object.entries(ITEM_STATES).find(([, words]) => words.name === name)
  if (found === undefined) throw new RangeError(`no state ${name}`)
  return found[0] as ItemState
}
