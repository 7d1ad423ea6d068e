import type { ReactElement } from 'react'
import { itemState, type ItemState } from '#shared/domain/register/registerItem.ts'
import type { RegisterEvent, RegisterEventType } from '#shared/domain/register/registerEvent.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { Icon } from '../../../components/Icon.tsx'
import { detailText as text } from '../../../text/registers.ts'
import { dayWords, percentWords } from '../itemWords.ts'

const REACHED_BY: Record<ItemState, RegisterEventType> = {
  OPEN: 'CREATED',
  IN_PROGRESS: 'STARTED',
  DONE: 'DONE',
  VERIFIED: 'VERIFIED',
  CLOSED: 'CLOSED'
}

/** 交办 → 办理 → 报结 → 核验 → 销号: when each was reached, and what the next ones need. */
export function StepFlow(props: {
  item: RegisterItemView
  events: readonly RegisterEvent[]
  today: string
}): ReactElement {
  const { item, events, today } = props
  const at = itemState.options.indexOf(item.state)
  return (
    <ol className="rg-flow">
      {itemState.options.map((step, index) => {
        const done = index < at || item.state === 'CLOSED'
        const now = index === at && !done
        return (
          <li key={step} className={done ? 'done' : now ? 'now' : ''} aria-current={now ? 'step' : undefined}>
            <Icon name={done ? 'disc' : now ? 'now' : 'ring'} />
            <b>{ITEM_STATES[step].step}</b>
            <span>{note(step, index <= at)}</span>
          </li>
        )
      })}
    </ol>
  )

  function note(step: ItemState, reached: boolean): string {
    if (step === 'IN_PROGRESS' && item.state === 'IN_PROGRESS')
      return item.done === null
        ? text.unknownProgress
        : text.progress(percentWords(item.done).replace('%', ''))
    if (step === 'CLOSED' && item.closeOut !== null) return item.closeOut.number
    if (reached) {
      const day = step === 'OPEN' ? item.openedOn : lastDay(events, REACHED_BY[step])
      return day === null ? '' : dayWords(day, today)
    }
    return { OPEN: '', IN_PROGRESS: '', DONE: text.attach, VERIFIED: text.second, CLOSED: text.numbered }[
      step
    ]
  }
}

function lastDay(events: readonly RegisterEvent[], type: RegisterEventType): string | null {
  const days = events.filter((event) => event.type === type).map((event) => event.on)
  return days.length === 0 ? null : days.reduce((a, b) => (a > b ? a : b))
}
