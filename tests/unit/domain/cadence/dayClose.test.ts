import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#shared/domain/calendar/isoDate.ts'
import { isWorkday, type WorkCalendar } from '#shared/domain/calendar/workCalendar.ts'
import { closedStreak, daysLeftOpen, withoutReason } from '#shared/domain/cadence/dayClose.ts'
import { DAY_LISTS, dayLists } from '#shared/domain/cadence/dayLists.ts'
import { itemState } from '#shared/domain/register/registerItem.ts'

/** 国庆 2026: 1–7 October off, 10 October worked. */
const CALENDAR: WorkCalendar = {
  off: new Map(Array.from({ length: 7 }, (_, index) => [`2026-10-0${index + 1}`, '国庆节'])),
  work: new Map([['2026-10-10', '国庆节']]),
  years: new Set([2026])
}

const near = fc.integer({ min: -40, max: 40 }).map((days) => addDays('2026-10-05', days))
const item = fc.record({
  state: fc.constantFrom(...itemState.options),
  due: fc.option(near, { nil: null })
})

describe('the lists of a day', () => {
  it('hold every item that is not closed exactly once', () => {
    fc.assert(
      fc.property(fc.array(item), near, (items, on) => {
        const lists = dayLists(items, on, CALENDAR)
        const listed = DAY_LISTS.flatMap((name) => lists[name])
        expect(listed).toHaveLength(items.filter(({ state }) => state !== 'CLOSED').length)
        expect(new Set(listed)).toEqual(new Set(items.filter(({ state }) => state !== 'CLOSED')))
      })
    )
  })

  it('count working days ahead over a holiday', () => {
    const due = (day: string) => ({ state: 'OPEN' as const, due: day })
    // 8, 9 and the Saturday that is worked.
    const lists = dayLists(['2026-09-30', '2026-10-10', '2026-10-11'].map(due), '2026-09-30', CALENDAR)
    expect(lists.TODAY).toEqual([due('2026-09-30')])
    expect(lists.SOON).toEqual([due('2026-10-10')])
    expect(lists.LATER).toEqual([due('2026-10-11')])
  })

  it('take a done item off the clock until it is closed', () => {
    const lists = dayLists([{ state: 'DONE', due: '2026-01-01' }], '2026-10-09', CALENDAR)
    expect(lists.OVERDUE).toEqual([])
    expect(lists.CHECK).toHaveLength(1)
  })
})

describe('closing days', () => {
  it('wants a reason that says something', () => {
    const left = [
      { item: 1, reason: ' ' },
      { item: 2, reason: '等批复' }
    ]
    expect(withoutReason([{ id: 1 }, { id: 2 }, { id: 3 }], left).map(({ id }) => id)).toEqual([1, 3])
  })

  it('tells working days that nobody closed since the office began', () => {
    const closed = new Set(['2026-09-29', '2026-10-08'])
    expect(daysLeftOpen(closed, '2026-09-29', '2026-10-10', CALENDAR)).toEqual(['2026-09-30', '2026-10-09'])
    expect(daysLeftOpen(closed, null, '2026-10-10', CALENDAR)).toEqual([])
  })

  it('counts a streak over a holiday; today breaks nothing until it is over', () => {
    const closed = new Set(['2026-09-29', '2026-09-30', '2026-10-08'])
    expect(closedStreak(closed, '2026-10-08', CALENDAR)).toBe(3)
    expect(closedStreak(closed, '2026-10-09', CALENDAR)).toBe(3)
    expect(closedStreak(closed, '2026-10-10', CALENDAR)).toBe(0)
    expect(closedStreak(new Set(), '2026-10-10', CALENDAR)).toBe(0)
  })

  it('has a streak or a day left open before today, never both on the last working day', () => {
    fc.assert(
      fc.property(fc.uniqueArray(near), near, (days, today) => {
        const closed = new Set(days)
        const began = [...days].sort()[0] ?? null
        const open = daysLeftOpen(closed, began, today, CALENDAR)
        const streak = closedStreak(closed, today, CALENDAR)
        let last = addDays(today, -1)
        while (!isWorkday(last, CALENDAR)) last = addDays(last, -1)
        if (open.includes(last)) expect(streak).toBe(closed.has(today) && isWorkday(today, CALENDAR) ? 1 : 0)
        else if (closed.has(last)) expect(streak).toBeGreaterThan(0)
      })
    )
  })
})
