import type { IsoDate } from '../calendar/isoDate.ts'
import { dec } from '../number/decimal.ts'
import { closeNumber, dayOf, type ActionFacts, type Refusal } from './actionFacts.ts'
import { refusalFor } from './actionRefusals.ts'
import type { ItemAction } from './itemAction.ts'
import { afterEvent, LOGGED, type EventDraft, type ItemCondition } from './itemCondition.ts'
import type { RegisterEvent, RegisterEventType } from './registerEvent.ts'
import type { RegisterItem } from './registerItem.ts'

export { allowedActions } from './actionRefusals.ts'
export type { ActionFacts, Refusal } from './actionFacts.ts'

/**
 * 清单式管理、销号式办结: 交办 → 办理 → 报结 → 核验 → 销号, domain.md §6.2. What is done to an item is decided here and
 * nowhere else: which step its state allows, what is missing for it, and which lines it adds to the log.
 */

type Acted = { refused: Refusal } | { refused: null; condition: ItemCondition; events: EventDraft[] }

/** Does an action to an item: the lines that it adds to the log and what the item is then, or why it cannot be done. */
export function actOn(
  item: Pick<RegisterItem, 'person' | 'quantity'> & ItemCondition,
  action: ItemAction,
  facts: ActionFacts
): Acted {
  const refused = refusalFor(item, action, facts)
  if (refused !== null) return { refused }
  const events = eventsOf(item, action, facts)
  const { state, percent, amount, doneOn, closeOut, voided, progressOn } = item
  const before = { state, percent, amount, doneOn, closeOut, voided, progressOn }
  return { refused: null, events, condition: events.reduce(afterEvent, before) }
}

function eventsOf(item: ItemCondition, action: ItemAction, facts: ActionFacts): EventDraft[] {
  const on = dayOf(action, facts.today)
  const event = (type: RegisterEventType, rest: Partial<EventDraft> = {}): EventDraft => ({
    type,
    on,
    at: facts.at,
    who: facts.who,
    text: '',
    percent: null,
    amount: null,
    changes: [],
    ...rest
  })
  // Progress of an earlier day may come in late; the step itself is never before the step that it follows.
  const { lastStepOn } = facts
  const startOn = lastStepOn !== null && on < lastStepOn ? lastStepOn : on
  const started = item.state === 'OPEN' ? [event('STARTED', { on: startOn })] : []
  switch (action.action) {
    case 'START':
      return started
    case 'PROGRESS': {
      const { percent, amount, text } = action
      return [...started, event('PROGRESS', { percent, amount, text, changes: fall(item, action, on) })]
    }
    case 'NOTE':
      return [event('NOTE', { text: action.text })]
    case 'DONE':
      return [...started, event('DONE', { text: action.text })]
    case 'RETURN':
      return [event('RETURNED', { text: action.text })]
    case 'VERIFY':
      return [
        event('VERIFIED', {
          text: action.text,
          changes: [{ field: LOGGED.verifier, before: '', after: action.verifier }]
        })
      ]
    case 'CLOSE':
      return [
        event('CLOSED', {
          text: action.opinion,
          changes: [
            { field: LOGGED.closeNumber, before: '', after: closeNumber(action, facts) },
            { field: LOGGED.closeVerifier, before: '', after: action.verifier }
          ]
        })
      ]
    case 'REOPEN':
      return [event('REOPENED', { text: action.text })]
    case 'VOID':
      return [event('VOIDED', { text: action.text })]
    case 'RESTORE':
      return [event('RESTORED', { text: action.text })]
  }
}

/** Progress that falls is kept as it was told; the line says from what to what, so that lists can point at it. */
function fall(
  item: ItemCondition,
  { percent }: Extract<ItemAction, { action: 'PROGRESS' }>,
  on: IsoDate
): RegisterEvent['changes'] {
  if (percent === null || item.percent === null) return []
  if (item.progressOn !== null && on < item.progressOn) return []
  if (!dec(percent).lessThan(dec(item.percent))) return []
  return [{ field: LOGGED.percent, before: item.percent, after: percent }]
}

/** Steps of the log that `ActionFacts.lastStepOn` counts. */
export const STEP_EVENTS: readonly RegisterEventType[] = [
  'STARTED',
  'DONE',
  'RETURNED',
  'VERIFIED',
  'CLOSED',
  'REOPENED',
  'VOIDED',
  'RESTORED'
]
