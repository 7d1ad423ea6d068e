import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDelimited } from '#electron/workbook/parseDelimited.ts'
import { decodeText } from '#electron/workbook/decodeText.ts'
import { readHolidays } from '#shared/domain/calendar/holidayFile.ts'
import { addDays, daysBetween, weekday } from '#shared/domain/calendar/isoDate.ts'
import { addWorkdays, isWorkday, workdaysBetween } from '#shared/domain/calendar/workCalendar.ts'
import { clockDue, registerSettings, restDayHint } from '#shared/domain/register/clock.ts'
import { PROJECT } from '../../../helpers/workspace.ts'

const text = decodeText(readFileSync(join(PROJECT, 'resources/calendar/holidays.csv')))!.text
const bundled = readHolidays(parseDelimited(text).rows)
const { calendar } = bundled
const settings = registerSettings.parse({})

const anyDay = fc.integer({ min: 0, max: 729 }).map((count) => addDays('2025-01-01', count))
const aCount = fc.integer({ min: 1, max: 60 })

describe('the bundled calendar: State Council notices 国办发明电〔2024〕12号 and 〔2025〕7号', () => {
  it('is complete and free of contradictions', () => {
    expect(bundled.problems).toEqual([])
    expect([...calendar.years]).toEqual([2025, 2026])
  })

  it.each([
    [2025, 28, 5],
    [2026, 33, 6]
  ])('%i: %i days off, %i weekend days worked', (year, off, work) => {
    const of = (days: ReadonlyMap<string, string>): number =>
      [...days.keys()].filter((day) => day.startsWith(String(year))).length
    expect([of(calendar.off), of(calendar.work)]).toEqual([off, work])
  })

  it('works as many weekend days as it takes weekdays off beyond the legal holidays', () => {
    // 13 legal days a year since 2025 (全国年节及纪念日放假办法); those on weekends are made up for by the days around them.
    for (const [year, legal] of [
      [2025, 13],
      [2026, 13]
    ] as const) {
      const days = Array.from({ length: 365 }, (_, index) => addDays(`${year}-01-01`, index))
      const plain = days.filter((day) => weekday(day) <= 5).length
      const worked = days.filter((day) => isWorkday(day, calendar)).length
      expect(plain - worked).toBe(legal)
    }
  })
})

describe('working days', () => {
  it('add up: a days and then b days are a + b days', () => {
    fc.assert(
      fc.property(anyDay, aCount, aCount, (day, a, b) => {
        const twice = addWorkdays(addWorkdays(day, a, calendar), b, calendar)
        expect(twice).toBe(addWorkdays(day, a + b, calendar))
      })
    )
  })

  it('counting is the inverse of adding, and the day that is reached is worked', () => {
    fc.assert(
      fc.property(anyDay, aCount, (day, count) => {
        const reached = addWorkdays(day, count, calendar)
        expect(isWorkday(reached, calendar)).toBe(true)
        expect(workdaysBetween(day, reached, calendar)).toBe(count)
        expect(workdaysBetween(reached, day, calendar)).toBe(-count)
      })
    )
  })

  it('between two days are those that the calendar calls so, one by one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (from, length) => {
        const days = Array.from({ length }, (_, index) => addDays(from, index + 1))
        const counted = days.filter((day) => isWorkday(day, calendar)).length
        expect(workdaysBetween(from, addDays(from, length), calendar)).toBe(counted)
      })
    )
  })

  it('between three days add up', () => {
    fc.assert(
      fc.property(fc.tuple(anyDay, anyDay, anyDay), (days) => {
        const [a, b, c] = days.sort()
        const whole = workdaysBetween(a, c, calendar)
        expect(workdaysBetween(a, b, calendar) + workdaysBetween(b, c, calendar)).toBe(whole)
        expect(whole).toBeLessThanOrEqual(daysBetween(a, c))
      })
    )
  })
})

describe('clocks over holidays', () => {
  it.each([
    // 国庆 2026: off from the 1st to the 7th, Saturday the 10th is worked.
    ['2026-09-30', 1, '2026-10-08', '国庆节'],
    ['2026-09-30', 3, '2026-10-10', '国庆节'],
    ['2026-09-30', 5, '2026-10-13', '国庆节'],
    // 春节 2026: Saturday the 14th and Saturday the 28th are worked, off from the 15th to the 23rd.
    ['2026-02-13', 1, '2026-02-14', null],
    ['2026-02-13', 2, '2026-02-24', '春节'],
    ['2026-02-13', 6, '2026-02-28', '春节'],
    // 国庆 and 中秋 2025.
    ['2025-09-30', 5, '2025-10-14', '国庆节、中秋节']
  ])('%s + %i working days = %s', (from, timedDays, due, holiday) => {
    const clock = clockDue('TIMED', from, { ...settings, timedDays }, calendar)
    expect(clock.due).toBe(due)
    if (holiday === null) expect(clock.sentence).not.toContain('放假')
    else expect(clock.sentence).toContain(`中间${holiday}放假不算`)
  })

  it('立即办 of zero days is due the same day', () => {
    const clock = clockDue('IMMEDIATE', '2026-10-09', { ...settings, immediateDays: 0 }, calendar)
    expect(clock).toEqual({ due: '2026-10-09', sentence: '立即办：2026-10-09 当天，时限 2026-10-09。' })
  })

  it('特定办 goes by its own date', () => {
    expect(clockDue('SPECIAL', '2026-10-09', settings, calendar).due).toBeNull()
  })

  it('says where it counts into a year that the calendar does not hold', () => {
    const { sentence } = clockDue('TIMED', '2026-12-30', settings, calendar)
    expect(sentence).toContain('没有 2027 年的放假安排')
  })

  it.each([
    ['2026-10-01', '时限 2026-10-01 是放假日（国庆节）。'],
    ['2026-10-17', '时限 2026-10-17 是周末。'],
    ['2026-10-10', null],
    ['2026-10-09', null]
  ])('a due day on %s: %s', (due, hint) => {
    expect(restDayHint(due, calendar)).toBe(hint)
  })
})
