import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthDays } from '#shared/domain/calendar/isoDate.ts'
import { monthsOf, taskMatrix, type ProgressMark } from '#shared/domain/statements/taskMatrix.ts'
import { anItem } from '../../../helpers/registerItem.ts'

const MONTHS = monthsOf(2026)

/** A project that plans a tenth a month from January, 100 % by October. */
const project = anItem({
  type: 'PROJECT',
  due: '2026-10-31',
  plan: MONTHS.slice(0, 10).map((month, index) => ({
    month,
    percent: String((index + 1) * 10),
    amount: null
  }))
})

function mark(on: string, percent: string): ProgressMark {
  return { item: 1, on, percent, amount: null }
}

function states(marks: readonly ProgressMark[], today: string, item = project): string {
  return taskMatrix([item], marks, { months: MONTHS, today })[0]!
    .cells.map(({ state }) => state[0])
    .join('')
}

describe('任务全线红', () => {
  it('compares what had been reported by the end of each month with the plan for that day', () => {
    // January 10 of 10; February nothing new: 10 of 20; March 30 of 30.
    const marks = [mark('2026-01-31', '10'), mark('2026-03-30', '30')]
    expect(states(marks, '2026-04-15')).toBe('RBRBNNNNNNNN')
    const [row] = taskMatrix([project], marks, { months: MONTHS, today: '2026-03-31' })
    expect(row).toMatchObject({ red: 2, counted: 3, all: false })
    expect(row!.cells[1]).toMatchObject({ planned: '20', done: '10' })
  })

  it('a month under way counts as it stands today, later ones not at all', () => {
    // On 15 April the plan asks for 30 + 10 × 15/30 = 35.
    const marks = [mark('2026-03-31', '34.9')]
    const [row] = taskMatrix([project], marks, { months: MONTHS, today: '2026-04-15' })
    expect(row!.cells[3]).toMatchObject({ state: 'BEHIND', planned: '35', done: '34.9' })
    expect(row!.cells[4]).toMatchObject({ state: 'NONE' })
  })

  it('silence is neither red nor behind', () => {
    expect(states([], '2026-02-28')).toBe('SSNNNNNNNNNN')
  })

  it('a matter that is done is red in its last month and out of the count after it', () => {
    const done = anItem({ ...project, state: 'DONE', doneOn: '2026-02-10', percent: '100' })
    expect(states([mark('2026-01-31', '40')], '2026-12-31', done)).toBe('RRNNNNNNNNNN')
  })

  it('counts amounts against the quantity', () => {
    const counted = anItem({
      due: '2026-12-31',
      quantity: { target: '30', measure: '场' },
      plan: [
        { month: '2026-06', percent: null, amount: '15' },
        { month: '2026-12', percent: null, amount: '30' }
      ]
    })
    const marks = [{ item: 1, on: '2026-06-30', percent: null, amount: '15' }]
    const [row] = taskMatrix([counted], marks, { months: MONTHS, today: '2026-06-30' })
    expect(row!.cells[5]).toMatchObject({ state: 'RED', planned: '50', done: '50' })
  })

  it('later reports never change an earlier month', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((offset) => {
      const date = new Date(Date.UTC(2026, 0, 1 + offset))
      return date.toISOString().slice(0, 10)
    })
    const marks = fc.array(fc.record({ on: day, percent: fc.integer({ min: 0, max: 100 }).map(String) }), {
      maxLength: 12
    })
    fc.assert(
      fc.property(marks, fc.integer({ min: 0, max: 11 }), (given, until) => {
        const all = given.map(({ on, percent }) => mark(on, percent))
        const { last } = monthDays(MONTHS[until]!)
        const early = all.filter(({ on }) => on <= last)
        const cells = (list: ProgressMark[]) =>
          taskMatrix([project], list, { months: MONTHS, today: '2026-12-31' })[0]!.cells.slice(0, until + 1)
        expect(cells(early)).toEqual(cells(all))
      })
    )
  })
})
