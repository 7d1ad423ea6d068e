import type { ReactElement } from 'react'
import type { RegisterEvent } from '#shared/domain/register/registerEvent.ts'
import { EVENT_NAMES } from '#shared/domain/register/registerWords.ts'
import { describePlace } from '#shared/problem.ts'
import { printStamp } from '../../../text/format.ts'
import { detailText as text } from '../../../text/registers.ts'
import { dayWords } from '../itemWords.ts'

interface Props {
  events: readonly RegisterEvent[]
  /** Measure of the item's quantity, '' without one. */
  measure: string
  today: string
  /** One line an entry. */
  short?: boolean
}

/** The log, newest first: the day it is about, what, in whose words. */
export function EventLog({ events, measure, today, short = false }: Props): ReactElement {
  const newest = [...events].sort((a, b) => b.on.localeCompare(a.on) || b.id - a.id)
  return (
    <ul className={short ? 'rg-log rg-log-short' : 'rg-log'}>
      {newest.map((event) => {
        const words = eventWords(event, measure)
        return (
          <li key={event.id} title={`${words}\n${event.who} ${printStamp(event.at)} 记`}>
            <span className="quiet">{dayWords(event.on, today)}</span>
            <span className={`tag rg-event-${event.type}`}>{EVENT_NAMES[event.type]}</span>
            <span className={short ? 'ellipsis' : 'rg-log-text'}>
              {words}
              {short ? null : (
                <span className="quiet small">
                  {event.who}
                  {event.source === null
                    ? ''
                    : ` · ${describePlace({ file: event.source.file, sheet: event.source.sheet, cell: event.source.address })}`}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Percent, amount, words and changed fields as one line. */
export function eventWords(event: RegisterEvent, measure: string): string {
  return [
    event.percent === null ? '' : text.percent(event.percent),
    event.amount === null ? '' : text.amount(event.amount, measure),
    event.text,
    event.changes.map((change) => text.change(change.field, change.before, change.after)).join('；')
  ]
    .filter((part) => part !== '')
    .join('，')
}
