import { Popover } from 'antd'
import type { KeyboardEvent, ReactElement } from 'react'
import { weekday, type IsoDate } from '#shared/domain/calendar/isoDate.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { Icon } from '../../../components/Icon.tsx'
import { monthText as text } from '../../../text/registers.ts'
import { dayWords, isDone } from '../itemWords.ts'

/** Items that a day shows before 「还有 n 件」. */
const SHOWN = 3

interface DayProps {
  date: IsoDate
  inMonth: boolean
  today: IsoDate
  note: { type: 'OFF' | 'WORK'; name: string } | null
  items: readonly RegisterItemView[]
  selected: number | null
  inTabOrder: boolean
  open: boolean
  onOpenDay: (open: boolean) => void
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onSelect: (id: number) => void
  onOpen: (id: number) => void
}

/** A day of the month: its number, what kind of day it is, the first items, and all of them behind 「还有 n 件」. */
export function Day(props: DayProps): ReactElement {
  const { date, items, note } = props
  const free = note === null ? weekday(date) > 5 : note.type === 'OFF'
  const shown = items.length > SHOWN ? items.slice(0, SHOWN - 1) : items
  const entry = (item: RegisterItemView): ReactElement => (
    <Entry
      key={item.id}
      item={item}
      selected={item.id === props.selected}
      onSelect={() => props.onSelect(item.id)}
      onOpen={() => props.onOpen(item.id)}
    />
  )
  return (
    <div
      data-day={date}
      role="gridcell"
      aria-label={text.day(dayWords(date, props.today), items.length)}
      tabIndex={props.inTabOrder ? 0 : -1}
      className={[
        'rg-day',
        props.inMonth ? '' : 'rg-day-out',
        free ? 'rg-day-free' : '',
        date === props.today ? 'rg-day-today' : ''
      ].join(' ')}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      <span className="rg-day-head">
        <b>{Number(date.slice(8))}</b>
        {note === null ? null : (
          <span className={note.type === 'OFF' ? 'rg-off' : 'rg-work'} title={note.name}>
            {note.type === 'OFF' ? text.off : text.work} {note.name}
          </span>
        )}
      </span>
      {shown.map(entry)}
      {items.length > 0 ? (
        <Popover
          open={props.open}
          trigger="click"
          placement="right"
          onOpenChange={props.onOpenDay}
          title={text.day(dayWords(date, props.today), items.length)}
          content={<div className="rg-day-all">{items.map(entry)}</div>}
        >
          {items.length > shown.length ? (
            <button type="button" className="link small">
              {text.more(items.length - shown.length)}
            </button>
          ) : (
            <span />
          )}
        </Popover>
      ) : null}
    </div>
  )
}

function Entry(props: {
  item: RegisterItemView
  selected: boolean
  onSelect: () => void
  onOpen: () => void
}): ReactElement {
  const { item } = props
  const look = isDone(item) ? 'rg-entry-done' : item.status === 'OVERDUE' ? 'rg-entry-overdue' : ''
  return (
    <button
      type="button"
      className={`rg-entry ${look} ${props.selected ? 'rg-entry-on' : ''}`}
      title={`${item.number} ${item.title}（${item.ownerName ?? '未定单位'}）`}
      onClick={props.onSelect}
      onDoubleClick={props.onOpen}
    >
      {isDone(item) ? <Icon name="box" /> : item.status === 'OVERDUE' ? <Icon name="diamond" /> : null}
      {item.title}
    </button>
  )
}
