import { Button } from 'antd'
import { useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { addDays, monthDays, monthOf, type IsoDate } from '#shared/domain/calendar/isoDate.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { Icon } from '../../../components/Icon.tsx'
import { useRoute } from '../../../ipc/queries.ts'
import { monthText as text } from '../../../text/registers.ts'
import type { Vocabulary } from '../facets.ts'
import { isDone } from '../itemWords.ts'
import { Day } from './DayCell.tsx'
import { addMonths, monthGrid, type GridDay } from './monthGrid.ts'

interface Props {
  items: readonly RegisterItemView[]
  /** Null: the month of today. */
  month: string | null
  today: IsoDate
  vocabulary: Vocabulary
  selected: number | null
  onMonth: (month: string | null) => void
  onSelect: (id: number) => void
  onOpen: (id: number) => void
  onUndated: () => void
}

/** By due day: a month of weeks from Monday, with holidays and worked weekends. Arrow keys walk the days, Enter opens one. */
export function CalendarView(props: Props): ReactElement {
  const { items, today, onMonth } = props
  const month = props.month ?? monthOf(today)
  const box = useRef<HTMLDivElement>(null)
  const calendar = useRoute('calendar.get', {}).data
  const [day, setDay] = useState<IsoDate>(today)
  const [open, setOpen] = useState<IsoDate | null>(null)
  const byDay = useMemo(() => {
    const map = new Map<IsoDate, RegisterItemView[]>()
    for (const item of items) {
      if (item.due !== null) map.set(item.due, [...(map.get(item.due) ?? []), item])
    }
    return map
  }, [items])
  const named = useMemo(() => new Map((calendar?.days ?? []).map((entry) => [entry.date, entry])), [calendar])
  const weeks = monthGrid(month)
  const due = items.filter((item) => item.due !== null && monthOf(item.due) === month)
  const undated = items.filter((item) => item.due === null).length
  const current = monthOf(day) === month ? day : monthDays(month).first
  const [year, number] = month.split('-').map(Number) as [number, number]

  function walk(days: number): void {
    const to = addDays(current, days)
    setDay(to)
    setOpen(null)
    if (monthOf(to) !== month) onMonth(monthOf(to) === monthOf(today) ? null : monthOf(to))
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus())
  }

  function onKeyDown(event: KeyboardEvent, date: IsoDate): void {
    if (event.target !== event.currentTarget) return
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: 7,
      ArrowUp: -7
    }
    const step = steps[event.key]
    if (step !== undefined) walk(step)
    else if (event.key === 'PageDown') turn(1)
    else if (event.key === 'PageUp') turn(-1)
    else if (event.key === 'Enter' && (byDay.get(date)?.length ?? 0) > 0) setOpen(date)
    else return
    event.preventDefault()
  }

  function turn(months: number): void {
    const to = addMonths(month, months)
    setOpen(null)
    onMonth(to === monthOf(today) ? null : to)
  }

  const cell = ({ date, inMonth }: GridDay): ReactElement => (
    <Day
      key={date}
      date={date}
      inMonth={inMonth}
      today={today}
      note={named.get(date) ?? null}
      items={byDay.get(date) ?? []}
      selected={props.selected}
      inTabOrder={date === current}
      open={open === date}
      onOpenDay={(next) => setOpen(next ? date : null)}
      onFocus={() => {
        if (inMonth) setDay(date)
      }}
      onKeyDown={(event) => onKeyDown(event, date)}
      onSelect={props.onSelect}
      onOpen={props.onOpen}
    />
  )

  return (
    <div className="rg-month">
      <div className="rg-month-head">
        <Button
          size="small"
          aria-label={text.previous}
          icon={<Icon name="right" className="rg-left" />}
          onClick={() => turn(-1)}
        />
        <b>{text.title(String(year), number)}</b>
        <Button size="small" aria-label={text.next} icon={<Icon name="right" />} onClick={() => turn(1)} />
        {month === monthOf(today) ? null : (
          <Button size="small" onClick={() => onMonth(null)}>
            {text.thisMonth}
          </Button>
        )}
        <span className="soft small">{text.sum(due.length, due.filter(isDone).length)}</span>
        <span className="grow" />
        {undated === 0 ? null : (
          <span className="small check">
            {text.undated(undated)}{' '}
            <button type="button" className="link" onClick={props.onUndated}>
              {text.seeUndated}
            </button>
          </span>
        )}
      </div>
      <div
        className="rg-weeks"
        ref={box}
        role="grid"
        aria-label={text.label(text.title(String(year), number))}
      >
        <div className="rg-weekdays" role="row">
          {text.weekdays.map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]!.date} className="rg-week" role="row">
            {week.map(cell)}
          </div>
        ))}
      </div>
    </div>
  )
}
