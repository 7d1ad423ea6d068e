import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCodes, describeRule } from './checkCodes.ts'
import { printed, reading, runRule, type RuleCase } from './build.ts'

/** 平均值 and 良好值 are published (S14); the other three only complete the ladder. */
const TIERS = [
  { name: '优秀值', value: '13', coefficient: '1' },
  { name: '良好值', value: '9.5', coefficient: '0.8' },
  { name: '平均值', value: '1.7', coefficient: '0.6' },
  { name: '较低值', value: '-3', coefficient: '0.4' },
  { name: '较差值', value: '-9', coefficient: '0.2' }
]
/** Lower is better: 资产负债率. */
const DEBT = [
  { name: '优秀值', value: '50', coefficient: '1' },
  { name: '平均值', value: '60', coefficient: '0.6' },
  { name: '较差值', value: '90', coefficient: '0.2' }
]

function tiers(value: string, params: Record<string, unknown> = {}, more: Partial<RuleCase> = {}) {
  return runRule({
    kind: 'EFFICACY_TIERS',
    params: { tiers: TIERS, ...params },
    indicator: { fullMark: '20', unit: '%' },
    readings: [reading('u', 'a1', value)],
    ...more
  })
}

describe('EFFICACY_TIERS', () => {
  it.each([
    ['8', '15.23', 'published in S14'],
    ['1.7', '12.00', 'on the 平均值'],
    ['9.5', '16.00', 'on the 良好值'],
    ['13', '20.00', 'on the 优秀值'],
    ['40', '20.00', 'above the 优秀值: no more than the weight (S15)'],
    ['-9', '4.00', 'on the 较差值'],
    ['-9.01', '0.00', 'below the 较差值']
  ])('G8: %s → %s (%s)', (value, expected) => {
    expect(printed(tiers(value))).toBe(expected)
  })

  it('G8: the parts of the published example are in the trace', () => {
    const outcome = tiers('8')
    expect(outcome.status === 'SCORED' && outcome.score.toFixed(6)).toBe('15.230769')
    expect(outcome.trace.steps.map((step) => [step.label, Number(step.value).toFixed(4)])).toEqual([
      ['本档基础分', '12.0000'],
      ['功效系数', '0.8077'],
      ['调整分', '3.2308'],
      ['得分', '15.2308']
    ])
    expect(outcome.trace.sentence).toBe(
      '实际 8，在平均值和良好值之间，基础分 12.00，功效系数 0.8077，调整分 3.23，满分 20 → 15.23'
    )
  })

  it('runs the other way for lower-is-better', () => {
    const run = (value: string) =>
      printed(tiers(value, { tiers: DEBT }, { indicator: { fullMark: '20', direction: 'DOWN' } }))
    expect(['45', '50', '55', '60', '75', '90', '91'].map(run)).toEqual([
      '20.00',
      '20.00',
      '16.00',
      '12.00',
      '8.00',
      '4.00',
      '0.00'
    ])
  })

  it('may keep the worst tier’s points below it, and may have other standards for a group', () => {
    expect(printed(tiers('-20', { belowWorst: 'WORST_TIER' }))).toBe('4.00')
    const own = [
      { group: 'small', name: '优秀值', value: '4', coefficient: '1' },
      { group: 'small', name: '较差值', value: '0', coefficient: '0' }
    ]
    const params = { tiers: [...TIERS, ...own] }
    expect(printed(tiers('1', params, { group: 'small' }))).toBe('5.00')
    expect(printed(tiers('1.7', params, { group: 'big' }))).toBe('12.00')
    expect(tiers('1', { tiers: own }, { group: 'big' }).status).toBe('REFUSED')
    expect(describeRule('EFFICACY_TIERS', params)).toContain(
      'small 组：优秀值 4（系数 1）、较差值 0（系数 0）'
    )
  })

  it('refuses standards out of order and centred indicators', () => {
    const wrong = [TIERS[0]!, { ...TIERS[1]!, value: '14' }]
    expect(tiers('8', { tiers: wrong })).toMatchObject({
      status: 'REFUSED',
      reason: '优秀值 13 应该大于良好值 14，请在方案里改正标准值'
    })
    expect(tiers('8', {}, { indicator: { direction: 'TARGET' } }).status).toBe('REFUSED')
    expect(tiers('8', {}, { indicator: { direction: 'DOWN' } }).status).toBe('REFUSED')
  })

  it('keeps NA and MISSING apart from 0', () => {
    const run = (readings: RuleCase['readings']) => tiers('0', {}, { readings }).status
    expect([run([]), run([reading('u', 'a1', null, { state: 'NA' })])]).toEqual(['MISSING', 'NA'])
    expect(tiers('0').status).toBe('SCORED')
  })

  it('is monotone, between 0 and the full mark, and the same in another unit of measure', () => {
    const tenths = fc.integer({ min: -200, max: 300 })
    const times100 = TIERS.map((tier) => ({ ...tier, value: String(Number(tier.value) * 100) }))
    fc.assert(
      fc.property(tenths, tenths, (a, b) => {
        const score = (n: number) => {
          const outcome = tiers((n / 10).toString())
          if (outcome.status !== 'SCORED') throw new Error(outcome.status)
          const scaled = tiers(String(n * 10), { tiers: times100 })
          expect(
            scaled.status === 'SCORED' && scaled.score.minus(outcome.score).abs().lessThan('1e-30')
          ).toBe(true)
          return outcome.score
        }
        const [low, high] = a <= b ? [a, b] : [b, a]
        expect(score(low).lessThanOrEqualTo(score(high))).toBe(true)
        expect(score(low).greaterThanOrEqualTo(0) && score(high).lessThanOrEqualTo(20)).toBe(true)
      }),
      { numRuns: 150 }
    )
  })

  it.each([
    ['sound, with the jump said (ambiguity 18)', {}, {}, ['info SCORE_JUMPS']],
    ['no jump', { belowWorst: 'WORST_TIER' }, {}, []],
    ['out of order', { belowWorst: 'WORST_TIER' }, { direction: 'DOWN' as const }, ['error TIERS_UNORDERED']],
    ['centred', {}, { direction: 'TARGET' as const }, ['error DIRECTION_UNFIT']],
    [
      'two with the same coefficient',
      { tiers: [TIERS[0], { ...TIERS[1], coefficient: '1' }], belowWorst: 'WORST_TIER' },
      {},
      ['error TIERS_UNORDERED']
    ],
    [
      'above one',
      { tiers: [{ ...TIERS[0], coefficient: '1.2' }, TIERS[1]], belowWorst: 'WORST_TIER' },
      {},
      ['confirm COEFFICIENT_ABOVE_ONE']
    ]
  ])('check: %s', (_, params, more, expected) => {
    expect(checkCodes('EFFICACY_TIERS', { tiers: TIERS, ...params }, more)).toEqual(expected)
  })
})
