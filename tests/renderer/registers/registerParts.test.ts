import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekday } from '#shared/domain/calendar/isoDate.ts'
import { itemFields, type ItemFields } from '#shared/domain/register/registerItem.ts'
import {
  readAct,
  readNumber,
  moveBetween,
  NO_NUMBER
} from '../../../renderer/src/features/registers/act/actForm.ts'
import { addMonths, monthGrid } from '../../../renderer/src/features/registers/calendar/monthGrid.ts'
import { faceted } from '../../../renderer/src/features/registers/facets.ts'
import { formOf, merged, mergeOf, readForm } from '../../../renderer/src/features/registers/form/formState.ts'
import { planMonths, spread, withPaste } from '../../../renderer/src/features/registers/form/planGrid.ts'
import { leftWords, percentWords } from '../../../renderer/src/features/registers/itemWords.ts'
import {
  reached,
  stillShown,
  toggled,
  NO_CHECKS
} from '../../../renderer/src/features/registers/table/checks.ts'
import { registerItems } from './registerItems.ts'

const NAMES = {
  units: [
    { value: 'a', label: '甲处' },
    { value: 'b', label: '乙处' }
  ],
  indicators: []
}
const item = (more: Partial<ItemFields>): ItemFields =>
  itemFields.parse({ type: 'COMMITMENT', title: '事项', ...more })

describe('choices of state and status', () => {
  const items = registerItems()

  it('a choice shows as many items as it says', () => {
    const all = faceted(items, {}, 'LIGHTS')
    for (const { state, count } of all.states) {
      expect(faceted(items, { states: [state] }, 'LIGHTS').items).toHaveLength(count)
    }
    for (const { statuses, count } of all.statuses) {
      expect(faceted(items, { statuses }, 'LIGHTS').items).toHaveLength(count)
    }
    expect(all.everyState).toBe(65)
  })

  it('statuses with one word are one choice; a vocabulary without lamps keeps them apart', () => {
    const lamps = faceted(items, {}, 'LIGHTS').statuses.map(({ word }) => word)
    expect(lamps).toEqual(['红灯', '黄灯', '绿灯', '不能判断'])
    const plain = faceted(items, {}, 'RED_IS_GOOD').statuses.map(({ word }) => word)
    expect(plain).toContain('逾期')
    expect(plain).not.toContain('红灯')
  })
})

describe('words of a row', () => {
  it('late, early, in time, left', () => {
    const [overdue] = registerItems()
    expect(leftWords(overdue!)).toEqual({ words: '逾期 6 天', overdue: true })
    expect(leftWords({ ...overdue!, daysLeft: 0 }).words).toBe('今天到期')
    const closed = { ...overdue!, state: 'CLOSED' as const, due: '2026-09-25' }
    expect(leftWords({ ...closed, doneOn: '2026-09-21' }).words).toBe('提前 4 天')
    expect(leftWords({ ...closed, doneOn: '2026-09-28' }).words).toBe('晚 3 天')
  })

  it('never rounds progress up', () => {
    expect(percentWords('99.99')).toBe('99.9%')
    expect(percentWords('86.6666')).toBe('86.6%')
    expect(percentWords('60')).toBe('60%')
  })
})

describe('checked rows', () => {
  const order = [1, 2, 3, 4, 5]
  it('Shift reaches from the anchor either way', () => {
    const from = toggled(NO_CHECKS, 4)
    expect([...reached(from, 2, order).ids].sort()).toEqual([2, 3, 4])
    expect([...reached(reached(from, 2, order), 5, order).ids].sort()).toEqual([2, 3, 4, 5])
  })
  it('what is no longer shown is not acted on', () => {
    const checks = reached(toggled(NO_CHECKS, 1), 3, order)
    expect([...stillShown(checks, [2, 5]).ids]).toEqual([2])
  })
})

describe('an action as typed', () => {
  const fields = { on: '2026-10-09', text: '', percent: '', amount: '', verifier: '', number: '' }
  it('reads numbers as they are written', () => {
    expect(readNumber('１，２００')).toBe('1200')
    expect(readNumber('85%')).toBe('85')
    expect(readNumber('  ')).toBeNull()
    expect(readNumber('约三成')).toBe(NO_NUMBER)
    expect(readNumber('-3')).toBe(NO_NUMBER)
  })
  it('asks for what explains the step', () => {
    expect(readAct('PROGRESS', fields, null)).toHaveProperty('errors.text')
    expect(readAct('VOID', fields, null)).toHaveProperty('errors.text')
    expect(readAct('VERIFY', fields, null)).toHaveProperty('errors.verifier')
    expect(readAct('DONE', fields, 0)).toHaveProperty('errors.text')
    expect(readAct('DONE', fields, 2)).toEqual({ action: { action: 'DONE', on: '2026-10-09', text: '' } })
  })
  it('leads from column to column by one step, or not at all', () => {
    expect(moveBetween('IN_PROGRESS', 'DONE')).toBe('DONE')
    expect(moveBetween('VERIFIED', 'IN_PROGRESS')).toBe('RETURN')
    expect(moveBetween('OPEN', 'CLOSED')).toBeNull()
    expect(moveBetween('CLOSED', 'VERIFIED')).toBeNull()
  })
})

describe('the form', () => {
  it('gives back what it was opened with', () => {
    const fields = item({
      owner: 'a',
      ownerShare: '70',
      partners: [{ unit: 'b', share: '30' }],
      quantity: { target: '30', measure: '处' },
      start: '2026-03-01',
      due: '2026-12-20',
      plan: [{ month: '2026-09', percent: '75', amount: null }]
    })
    expect(readForm(formOf(fields), NAMES)).toEqual({ fields })
  })

  it('says what is wrong beside its field', () => {
    const form = formOf(item({ start: '2026-10-09', due: '2026-10-01', owner: 'a', ownerShare: '80' }))
    const read = readForm(
      { ...form, title: ' ', target: '很多', partners: [{ unit: 'b', share: '30' }] },
      NAMES
    )
    expect(read).toMatchObject({ errors: { title: '请写明事项', quantity: '请填数字' } })
    expect(read).toHaveProperty('errors.due', expect.stringContaining('早于'))
    expect(read).toHaveProperty('errors.ownerShare', expect.stringContaining('110%'))
  })

  it('merges two sides: only what both changed is asked', () => {
    const base = item({ owner: 'a', due: '2026-10-01', person: '甲' })
    const mine = { ...base, due: '2026-10-10', person: '乙' }
    const theirs = { ...base, due: '2026-10-20', owner: 'b', person: '乙' }
    const merge = mergeOf(base, mine, theirs)
    expect(merge).toEqual({ theirs: ['owner'], both: ['due'] })
    expect(merged(mine, theirs, merge.theirs)).toMatchObject({ owner: 'b', due: '2026-10-10', person: '乙' })
  })
})

describe('the plan', () => {
  const months = planMonths({ start: '2026-07-01', due: '2026-12-20', plan: {} }, '2026-10-09')
  it('runs from the start to the due day', () => {
    expect([months[0], months.at(-1), months.length]).toEqual(['2026-07', '2026-12', 6])
  })
  it('takes a line, two lines or a column from a spreadsheet, and counts what does not fit', () => {
    const paste = (block: string, month = '2026-07') =>
      withPaste({}, months, ['percent', 'amount'], { month, row: 'percent' }, block)
    expect(paste('10\t20\t30').plan['2026-09']).toEqual({ percent: '30', amount: '' })
    expect(paste('10\t20\n3\t6').plan['2026-08']).toEqual({ percent: '20', amount: '6' })
    expect(paste('10\n20\n30\n').plan['2026-09']).toEqual({ percent: '30', amount: '' })
    expect(paste('1\t2\t3', '2026-11')).toMatchObject({ taken: 2, outside: 1 })
  })
  it('spreads evenly and ends at 100', () => {
    const plan = spread({}, months)
    expect(plan['2026-07']!.percent).toBe('16.6')
    expect(plan['2026-12']!.percent).toBe('100')
  })
})

describe('the month', () => {
  const month = fc
    .record({ year: fc.integer({ min: 2000, max: 2090 }), month: fc.integer({ min: 1, max: 12 }) })
    .map((at) => `${at.year}-${String(at.month).padStart(2, '0')}`)
  it('is whole weeks from Monday that hold each of its days once', () => {
    fc.assert(
      fc.property(month, (key) => {
        const weeks = monthGrid(key)
        expect(weeks.every((week) => week.length === 7 && weekday(week[0]!.date) === 1)).toBe(true)
        const own = weeks.flat().filter((day) => day.inMonth)
        expect(new Set(own.map((day) => day.date)).size).toBe(own.length)
        expect(own.at(-1)!.date < addMonths(key, 1)).toBe(true)
        expect(own.length).toBeGreaterThanOrEqual(28)
        expect(weeks.every((week) => week.some((day) => day.inMonth))).toBe(true)
      })
    )
  })
  it('goes back where it came from', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -60, max: 60 }), (key, by) => {
        expect(addMonths(addMonths(key, by), -by)).toBe(key)
      })
    )
  })
})
