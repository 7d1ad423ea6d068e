import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCodes, describeRule } from './checkCodes.ts'
import { printed, rating, reading, runRule, type RuleCase } from './build.ts'

/** S19: start at 100; S20: doubled where the higher authority had deducted. */
const S19 = {
  items: [
    { name: '未报计划', points: '10' },
    { name: '无阶段目标', points: '5' },
    { name: '未报总结', points: '10' },
    { name: '总结空泛', points: '5', pointsTo: '10' },
    { name: '缺席', points: '5', cap: '12' }
  ],
  multipliers: [{ name: '上级已扣分', factor: '2' }],
  unitMultipliers: [{ unit: 'single', factor: '2' }]
}

function deduct(
  events: Record<string, string | null>,
  params: Record<string, unknown> = {},
  more: Partial<RuleCase> & { group?: string } = {}
) {
  const unit = more.unit ?? 'u'
  const readings = Object.entries(events).map(([name, value]) => rating(unit, 'a1', name, value))
  return runRule({ kind: 'DEDUCT_LIST', params: { ...S19, ...params }, readings, ...more })
}

describe('DEDUCT_LIST', () => {
  it.each<[Record<string, string>, string, string]>([
    [{}, '100.00', 'no record'],
    [{ 未报总结: '1' }, '90.00', 'missing Q3 report −10'],
    [{ 未报计划: '1', 无阶段目标: '1' }, '85.00', 'two items'],
    [{ 总结空泛: '7' }, '93.00', 'empty report, at discretion'],
    [{ 缺席: '2' }, '90.00', 'absence −5 each'],
    [{ 缺席: '3' }, '88.00', 'capped at 12'],
    [{ 缺席: '0' }, '100.00', 'nothing happened'],
    [{ 未报计划: '12' }, '0.00', 'never below the minimum']
  ])('S19: %j → %s (%s)', (events, expected) => {
    expect(printed(deduct(events))).toBe(expected)
  })

  it('multiplies before the item’s cap (ambiguity 14)', () => {
    expect(printed(deduct({ 未报总结: '1' }, {}, { unit: 'single' }))).toBe('80.00')
    // 2 × 5 × 2 = 20, capped at 12; the other order would give 10 × 2 = 20.
    expect(printed(deduct({ 缺席: '2' }, {}, { unit: 'single' }))).toBe('88.00')
    const doubled = [rating('u', 'a1', '未报总结', '1', '上级已扣分'), rating('u', 'a1', '未报总结', '1')]
    const outcome = runRule({ kind: 'DEDUCT_LIST', params: S19, readings: doubled })
    expect(printed(outcome)).toBe('70.00')
    expect(outcome.trace.steps[0]).toEqual({
      label: '扣分：未报总结',
      expression: '1 × 10 × 2 + 1 × 10',
      value: '30'
    })
  })

  it('scales what is left to the full mark, and stops at the minimum', () => {
    const indicator = { fullMark: '20' }
    expect(printed(deduct({ 未报总结: '1' }, { start: '100' }, { indicator }))).toBe('18.00')
    expect(printed(deduct({ 未报总结: '9' }, { start: '100', minimum: '60' }, { indicator }))).toBe('12.00')
    expect(printed(deduct({ 未报总结: '1' }, {}, { indicator }))).toBe('10.00')
  })

  it('says the calculation with its numbers', () => {
    expect(deduct({ 缺席: '3', 未报总结: '1' }).trace.sentence).toBe(
      '100 − 10（未报总结） − 12（缺席） = 78，满分 100 → 78.00'
    )
    expect(deduct({}).trace).toMatchObject({
      sentence: '没有扣分记录，100 分，满分 100 → 100.00',
      notes: ['没有扣分记录，按满分计']
    })
    const items = [{ name: '通报', points: '2', provider: '督查室' }]
    expect(describeRule('DEDUCT_LIST', { items })).toBe(
      '从 100 分起扣：通报每次扣 2 分（依据由督查室提供）；先乘倍数再看每项上限；最低 0 分；没有扣分记录的得满分。'
    )
  })

  it.each([
    ['an unknown item', { 迟到: '1' }, '不是方案里的扣分项'],
    ['half an event', { 缺席: '0.5' }, '整数'],
    ['a negative count', { 缺席: '-1' }, '整数'],
    ['points below the range', { 总结空泛: '4' }, '酌情扣 5 到 10 分'],
    ['points above the range', { 总结空泛: '11' }, '酌情扣 5 到 10 分']
  ])('refuses %s', (_, events, reason) => {
    expect(deduct(events as Record<string, string>)).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining(reason) as string
    })
  })

  it('refuses an unknown circumstance and two different counts', () => {
    const run = (readings: RuleCase['readings']) =>
      runRule({ kind: 'DEDUCT_LIST', params: S19, readings }).status
    expect(run([rating('u', 'a1', '缺席', '1', '瞒报')])).toBe('REFUSED')
    expect(run([rating('u', 'a1', '缺席', '1'), rating('u', 'a1', '缺席', '2')])).toBe('REFUSED')
    expect(run([rating('u', 'a1', '缺席', '1'), rating('u', 'a1', '缺席', '1')])).toBe('SCORED')
  })

  it('keeps no record, NA and MISSING apart (ambiguity 4)', () => {
    const run = (readings: RuleCase['readings']) =>
      printed(runRule({ kind: 'DEDUCT_LIST', params: S19, readings }))
    const missing = reading('u', 'a1', null, { field: 'rating', rater: { group: '', name: '缺席' } })
    expect(run([])).toBe('100.00')
    expect(run([missing])).toBe('MISSING')
    expect(run([reading('u', 'a1', null)])).toBe('MISSING')
    expect(run([reading('u', 'a1', null, { state: 'NA' })])).toBe('NA')
    expect(run([rating('u', 'a1', '缺席', null)])).toBe('100.00')
    expect(run(S19.items.map((item) => rating('u', 'a1', item.name, null)))).toBe('NA')
  })

  it('one more event never helps, the result stays in bounds, the order of events does not matter', () => {
    const count = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(count, count, count, (plan, goals, absent) => {
        const score = (a: number, b: number, c: number) =>
          Number(printed(deduct({ 未报计划: `${a}`, 无阶段目标: `${b}`, 缺席: `${c}` })))
        const now = score(plan, goals, absent)
        expect(now >= 0 && now <= 100).toBe(true)
        expect(score(plan, goals, absent + 1)).toBeLessThanOrEqual(now)
        expect(score(plan + 1, goals, absent)).toBeLessThanOrEqual(now)
        expect(
          Number(printed(deduct({ 缺席: `${absent}`, 无阶段目标: `${goals}`, 未报计划: `${plan}` })))
        ).toBe(now)
      }),
      { numRuns: 100 }
    )
  })

  it.each([
    ['sound', {}, []],
    ['minimum at the start', { minimum: '100' }, ['error CAPS_CONTRADICT']],
    ['range upside down', { items: [{ name: 'a', points: '5', pointsTo: '5' }] }, ['error CAPS_CONTRADICT']],
    [
      'cap below one event',
      { items: [{ name: 'a', points: '5', cap: '3' }] },
      ['confirm CAP_BELOW_ONE_EVENT']
    ],
    [
      'an item twice',
      {
        items: [
          { name: 'a', points: '5' },
          { name: 'a', points: '3' }
        ]
      },
      ['error DUPLICATE_ROW']
    ]
  ])('check: %s', (_, params, expected) => {
    expect(checkCodes('DEDUCT_LIST', { ...S19, ...params })).toEqual(expected)
  })
})
