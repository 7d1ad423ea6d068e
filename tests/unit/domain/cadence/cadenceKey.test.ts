import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, weekday } from '#shared/domain/calendar/isoDate.ts'
import {
  cadenceAt,
  cadenceDays,
  cadenceOn,
  CADENCES,
  cadenceTitle,
  nextCadence,
  weekNumber,
  weekOf
} from '#shared/domain/cadence/cadenceKey.ts'

const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2015-01-01', days))
const kind = fc.constantFrom(...CADENCES)

describe('what a cadence looks at', () => {
  it('holds the day that it was reckoned from', () => {
    fc.assert(
      fc.property(day, kind, (on, of) => {
        const { first, last } = cadenceDays(cadenceOn(of, on))
        expect(first <= on && on <= last).toBe(true)
        expect(cadenceAt.safeParse(cadenceOn(of, on)).success).toBe(true)
      })
    )
  })

  it('is followed by the next one without a gap, and the way back leads to the same days', () => {
    fc.assert(
      fc.property(day, kind, (on, of) => {
        const now = cadenceOn(of, on)
        const next = nextCadence(now, 1)
        expect(cadenceDays(next).first).toBe(addDays(cadenceDays(now).last, 1))
        expect(cadenceDays(nextCadence(next, -1))).toEqual(cadenceDays(now))
      })
    )
  })

  it('takes weeks from Monday to Sunday', () => {
    fc.assert(
      fc.property(day, (on) => {
        const { first, last } = weekOf(on)
        expect([weekday(first), weekday(last), daysBetween(first, last)]).toEqual([1, 7, 6])
      })
    )
  })

  it.each([
    ['2026-01-01', 2026, 1],
    ['2027-01-03', 2026, 53],
    ['2026-11-25', 2026, 48],
    ['2024-12-30', 2025, 1]
  ])('numbers the week of %s after ISO 8601', (on, year, week) => {
    expect(weekNumber(on)).toEqual({ year, week })
  })

  it('is named without padding', () => {
    expect(cadenceTitle({ cadence: 'WEEK', at: '2026-11-25' })).toBe('2026年第48周（11月23日—11月29日）')
    expect(cadenceTitle({ cadence: 'MONTH', at: '2026-09' })).toBe('2026年9月')
    expect(cadenceTitle({ cadence: 'HALF', at: '2026H2' })).toBe('2026年下半年')
  })
})
