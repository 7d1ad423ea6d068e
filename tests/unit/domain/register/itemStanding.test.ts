import { describe, expect, it } from 'vitest'
import { PLAIN_WEEK } from '#shared/domain/calendar/workCalendar.ts'
import { itemStanding, plannedPercent } from '#shared/domain/register/itemStanding.ts'
import { progressRules, type ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import { anItem } from './anItem.ts'

const rules = progressRules.parse({})
const basis = { rules, calendar: PLAIN_WEEK }
/** As published: 0 to 10 points behind are nobody's (S43). */
const published: Pick<ProgressRules, 'rows'> = progressRules.parse({
  rows: [
    { to: '0', toInclusive: true, status: 'ON_TRACK' },
    { from: '10', to: '30', toInclusive: true, status: 'BEHIND' },
    { from: '30', fromInclusive: false, status: 'BADLY_BEHIND' }
  ]
})

const step = (month: string, percent: string | null, amount: string | null = null) => ({
  month,
  percent,
  amount
})

describe('G16 (S43): an item whose plan asks for 75 % at the end of September', () => {
  const planned = (percent: string) =>
    anItem({ percent, plan: [step('2026-09', '75'), step('2026-12', '100')] })

  it.each([
    ['75', 'ON_TRACK'],
    ['66', 'SLIGHTLY_BEHIND'],
    ['65', 'BEHIND'],
    ['45', 'BEHIND'],
    ['44.9', 'BADLY_BEHIND']
  ])('done %s: %s', (percent, status) => {
    const standing = itemStanding(planned(percent), '2026-09-30', basis)
    expect(standing).toMatchObject({ status, planned: '75', done: percent })
  })

  it('has no status where the rule leaves a hole, with the reason', () => {
    const standing = itemStanding(planned('66'), '2026-09-30', { ...basis, rules: published })
    expect(standing.status).toBeNull()
    expect(standing.reason).toContain('落后计划 9 个百分点')
  })
})

describe('the plan between its points', () => {
  const plan = [step('2026-06', '30'), step('2026-09', '75')]

  it.each([
    ['2026-01-01', '0'],
    ['2026-06-30', '30'],
    // 31 of 92 days on the way from 30 to 75.
    ['2026-07-31', '45.16'],
    ['2026-09-30', '75'],
    // The plan stops short; the due day is the whole.
    ['2026-12-31', '100']
  ])('asks on %s for %s %%', (day, planned) => {
    expect(itemStanding(anItem({ plan }), day, basis).planned).toBe(planned)
  })

  it('runs straight from the start day to the due day without a plan', () => {
    const item = anItem({ start: '2026-07-01', due: '2026-07-11', percent: '50' })
    expect(itemStanding(item, '2026-07-06', basis)).toMatchObject({ planned: '50', status: 'ON_TRACK' })
    expect(itemStanding(item, '2026-06-01', basis).planned).toBe('0')
  })

  it('reads amounts against the quantity, in plan and progress', () => {
    const item = anItem({
      quantity: { target: '40', measure: '场' },
      amount: '22',
      plan: [step('2026-09', null, '30')]
    })
    expect(itemStanding(item, '2026-09-30', basis)).toMatchObject({
      planned: '75',
      done: '55',
      status: 'BEHIND'
    })
  })

  it('takes the last step of the month in which the item is due as its due day', () => {
    const item = anItem({ due: '2026-09-15', plan: [step('2026-09', '100')] })
    expect(itemStanding(item, '2026-09-15', basis).planned).toBe('100')
  })
})

describe('where the plan begins', () => {
  const CELL = { from: 'CELL', batch: 1, file: '清单.xlsx', sheet: '表1', address: 'B4' } as const
  const sent = { source: CELL, openedOn: '2026-11-25', due: '2026-12-15', percent: '73' } as const

  it('is not the day on which a sheet was imported: nobody knows then how it stands', () => {
    const item = anItem(sent)
    expect(plannedPercent(item, '2026-11-25')).toBeNull()
    expect(itemStanding(item, '2026-11-25', basis)).toMatchObject({
      status: null,
      reason: '没有开始时间，也没有分月计划，不能判断进度。'
    })
    // Its own due day is known all the same.
    expect(itemStanding(item, '2026-12-16', basis).status).toBe('OVERDUE')
  })

  it('is the year for 年度目标任务, the own start before anything else', () => {
    expect(plannedPercent(anItem({ ...sent, type: 'ANNUAL_TARGET', due: '2026-12-31' }), '2026-07-02')).toBe(
      '50'
    )
    expect(plannedPercent(anItem({ ...sent, start: '2026-12-05' }), '2026-12-10')).toBe('50')
  })

  it('is not needed between two steps of a plan', () => {
    const plan = [
      { month: '2026-09', percent: '40', amount: null },
      { month: '2026-11', percent: '100', amount: null }
    ]
    const item = anItem({ ...sent, plan, due: null })
    expect(plannedPercent(item, '2026-09-29')).toBeNull()
    expect(plannedPercent(item, '2026-09-30')).toBe('40')
    expect(plannedPercent(item, '2026-11-30')).toBe('100')
  })
})

describe('days', () => {
  it('are counted to the due day and after it', () => {
    const item = anItem({ due: '2026-10-09', percent: '99' })
    // Friday; the plain week has no holiday.
    expect(itemStanding(item, '2026-10-02', basis)).toMatchObject({ daysLeft: 7, workdaysLeft: 5 })
    expect(itemStanding(item, '2026-10-09', basis)).toMatchObject({ daysLeft: 0, workdaysLeft: 0 })
    expect(itemStanding(item, '2026-10-12', basis)).toMatchObject({
      status: 'OVERDUE',
      daysLeft: -3,
      reason: '时限 2026-10-09，已逾期 3 天。'
    })
  })

  it.each([
    ['2026-10-12', '2026-10-12 办结，晚于时限 3 天。'],
    ['2026-10-09', '2026-10-09 当天办结。'],
    ['2026-10-01', '2026-10-01 办结，提前 8 天。']
  ])('a done item is done, late or not: %s', (doneOn, reason) => {
    const item = anItem({ due: '2026-10-09', state: 'DONE', doneOn })
    expect(itemStanding(item, '2026-12-01', basis)).toMatchObject({ status: 'DONE', reason, daysLeft: null })
  })

  it.each([
    [anItem({ due: null, percent: '10' }), '没有完成时限，也没有分月计划，不能判断进度。'],
    [anItem(), '还没有报进展，不能判断进度。']
  ])('what is missing is said, never guessed', (item, reason) => {
    expect(itemStanding(item, '2026-06-30', basis)).toMatchObject({ status: null, reason })
  })
})
