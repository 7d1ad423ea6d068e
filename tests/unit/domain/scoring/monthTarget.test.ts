import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { effectiveTarget } from '#shared/domain/scoring/effectiveTarget.ts'
import { indicator, input, reading, scheme } from './build.ts'

const phased = { unit: '*', base: '36', stretch: '48', phased: { Q1: '6', Q2: '15', Q3: '24' } }

function target(nature: 'PERIOD' | 'CUMULATIVE', period: string, month: number, definition: object = phased) {
  const targets = [definition as Record<string, unknown>]
  return effectiveTarget(indicator({ nature, targets }), 'u', period, [], month)
}

describe('the target of a month (月比拼)', () => {
  it.each([
    // CUMULATIVE, on the line from 15 (end of Q2) to 24 (end of Q3): 15 + 9 × 1/3, 2/3, 3/3.
    ['CUMULATIVE', '2026Q3', 7, '18'],
    ['CUMULATIVE', '2026Q3', 8, '21'],
    ['CUMULATIVE', '2026Q3', 9, '24'],
    // From 0 at the start of the year to 6.
    ['CUMULATIVE', '2026Q1', 1, '2'],
    ['CUMULATIVE', '2026Q1', 3, '6'],
    // Q4 has no phased value: from 24 to the year's 36.
    ['CUMULATIVE', '2026Q4', 10, '28'],
    // PERIOD: m/3 of the quarter's 24; of the base where the quarter has none.
    ['PERIOD', '2026Q3', 7, '8'],
    ['PERIOD', '2026Q3', 9, '24'],
    ['PERIOD', '2026Q4', 11, '24']
  ] as const)('%s %s, month %i → %s', (nature, period, month, expected) => {
    const found = target(nature, period, month)
    expect([found?.value.toFixed(), found?.label]).toEqual([expected, `${month}月进度目标`])
  })

  it('without phased values the line runs between quarters of the year’s target: 12 × 7/12 = 7', () => {
    expect(target('CUMULATIVE', '2026Q3', 7, { unit: '*', base: '12' })?.value.toFixed()).toBe('7')
  })

  it('starts at the last quarter that is set, or at the start of the year', () => {
    const onlyQ3 = { unit: '*', phased: { Q3: '18' } }
    // 0 → 18 over nine months, seven of them gone.
    expect(target('CUMULATIVE', '2026Q3', 7, onlyQ3)?.value.toFixed()).toBe('14')
    const q1AndQ3 = { unit: '*', phased: { Q1: '6', Q3: '18' } }
    // 6 → 18 over six months, four of them gone.
    expect(target('CUMULATIVE', '2026Q3', 7, q1AndQ3)?.value.toFixed()).toBe('14')
  })

  it('stretch goes along: half of the year’s 36 are due in July (18), so 24 of 48; 48 × 1/3 = 16 for a quarter’s own', () => {
    expect(target('CUMULATIVE', '2026Q3', 7)?.stretch?.toFixed()).toBe('24')
    expect(target('PERIOD', '2026Q3', 7)?.stretch?.toFixed()).toBe('16')
  })

  it('a target that the sheet states is the quarter’s too', () => {
    const stated = reading('u', 'a1', '9', { field: 'target' })
    const found = effectiveTarget(indicator(), 'u', '2026Q3', [stated], 7)
    expect([found?.value.toFixed(), found?.label]).toEqual(['3', '7月进度目标'])
  })

  it('refuses a month of another quarter', () => {
    expect(() => target('PERIOD', '2026Q2', 7)).toThrow('7月不在2026年第二季度里')
    const definition = scheme({
      units: ['u'],
      dimensions: [{ code: 'd', name: '板块', fullMark: '100', indicators: [indicator()] }]
    })
    expect(() => computeResults(input(definition, { month: 1 }))).toThrow('1月不在2026年第三季度里')
  })

  it('the last month of a quarter asks what the quarter asks', () => {
    const amount = fc.integer({ min: 1, max: 9999 }).map(String)
    fc.assert(
      fc.property(
        fc.constantFrom('PERIOD' as const, 'CUMULATIVE' as const),
        fc.integer({ min: 1, max: 4 }),
        amount,
        fc.option(amount, { nil: undefined }),
        (nature, quarter, base, q2) => {
          const definition = { unit: '*', base, ...(q2 === undefined ? {} : { phased: { Q2: q2 } }) }
          const period = `2026Q${quarter}`
          const whole = effectiveTarget(indicator({ nature, targets: [definition] }), 'u', period)
          const month = target(nature, period, quarter * 3, definition)
          expect(month?.value.toDecimalPlaces(30).toFixed()).toBe(whole?.value.toDecimalPlaces(30).toFixed())
        }
      )
    )
  })
})

describe('a month’s preview', () => {
  const definition = scheme({
    units: ['u'],
    dimensions: [
      {
        code: 'd',
        name: '板块',
        fullMark: '100',
        indicators: [
          {
            code: 'i',
            name: '签约',
            fullMark: '100',
            nature: 'CUMULATIVE',
            rule: { kind: 'RATIO_TO_TARGET' },
            targets: [phased]
          }
        ]
      }
    ]
  })

  it('scores against the month’s target and says where it comes from: 9 ÷ 18 = 50 %', () => {
    const result = computeResults(input(definition, { month: 7, readings: [reading('u', 'i', '9')] }))
    const item = result.races[0]!.groups[0]!.units[0]!.dimensions[0]!.indicators[0]!
    expect(result.month).toBe(7)
    expect(item).toMatchObject({ score: { printed: '50.00' }, target: '18', gapToTarget: '−9.00' })
    expect(item.trace.inputs.find((entry) => entry.key === 'target')?.label).toBe('7月进度目标')
    expect(item.trace.notes).toContain('7月进度目标：从 Q2 末 15 到 Q3 末 24 按月均分，走过 1/3，即 18')
  })
})
