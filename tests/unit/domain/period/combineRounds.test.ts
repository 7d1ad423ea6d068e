import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { D, dec, mean } from '#shared/domain/number/decimal.ts'
import { settle } from '#shared/domain/number/settle.ts'
import { combineRounds, type CombineRule, type Round } from '#shared/domain/period/combineRounds.ts'

const rule = (some: Partial<CombineRule> = {}): CombineRule => ({
  method: 'MEAN',
  best: 3,
  missing: 'DECIDE',
  ...some
})
const rounds = (values: readonly (string | null)[], weights: readonly string[] = []): Round[] =>
  values.map((value, index) => ({
    key: `第${index + 1}轮`,
    value: value === null ? null : dec(value),
    weight: dec(weights[index] ?? '25')
  }))

describe('combineRounds', () => {
  const held = ['91', '90', '93', '92', '94']

  it('G17 (S37): round 6 imputed as 95 by decision → 92.50', () => {
    expect(combineRounds(rounds([...held, '95']), rule()).value?.toFixed(2)).toBe('92.50')
  })

  it.each([
    ['EXCLUDE', '92.00', 5],
    ['ZERO', '76.67', 6]
  ] as const)('G17: the missing round under %s → %s', (missing, expected, counted) => {
    const combined = combineRounds(rounds([...held, null]), rule({ missing }))
    expect(combined.value?.toFixed(2)).toBe(expected)
    expect(combined.counted).toHaveLength(counted)
    expect(combined.missing).toEqual(['第6轮'])
  })

  it('waits for a decision by default: a missing round is never counted as 0', () => {
    expect(combineRounds(rounds([...held, null]), rule())).toEqual({
      value: null,
      counted: [],
      dropped: [],
      missing: ['第6轮'],
      reason: 'UNDECIDED'
    })
  })

  it('has no result of nothing', () => {
    expect(combineRounds([], rule()).reason).toBe('NOTHING')
    expect(combineRounds(rounds([null]), rule({ missing: 'EXCLUDE' })).reason).toBe('NOTHING')
  })

  // (80×10 + 90×20 + 100×30 + 70×40) ÷ 100 = 84; without the third (800 + 1800 + 2800) ÷ 70 = 77.142857…
  it.each([
    [['80', '90', '100', '70'], '84.00', ['10', '20', '30', '40']],
    [['80', '90', null, '70'], '77.14', ['14.29', '28.57', '57.14']]
  ])('weights, renormalised over what counts: %j → %s', (values, expected, percents) => {
    const combined = combineRounds(
      rounds(values, ['10', '20', '30', '40']),
      rule({ method: 'WEIGHTED', missing: 'EXCLUDE' })
    )
    expect(combined.value?.toFixed(2)).toBe(expected)
    expect(combined.counted.map((round) => String(round.percent.toDecimalPlaces(2)))).toEqual(percents)
  })

  it('refuses weights that add up to nothing', () => {
    const combined = combineRounds(rounds(['80', '90'], ['0', '0']), rule({ method: 'WEIGHTED' }))
    expect(combined).toMatchObject({ value: null, reason: 'NO_WEIGHT', counted: [] })
  })

  // Best three of 88, 90, 92, 86: (88 + 90 + 92) ÷ 3 = 90.
  it.each([
    [['88', '90', '92', '86'], 3, '90.00', ['第4轮']],
    [['86', '90', '86', '92'], 3, '89.33', ['第1轮']],
    [['90', '90', '90', '90'], 2, '90.00', ['第1轮', '第2轮']],
    [['88', '90'], 3, '89.00', []]
  ])('best of %j, %i count → %s without %j', (values, best, expected, dropped) => {
    const combined = combineRounds(rounds(values), rule({ method: 'BEST', best }))
    expect(combined.value?.toFixed(2)).toBe(expected)
    expect(combined.dropped).toEqual(dropped)
  })

  it('BEST drops a missing round that counts 0 before any other', () => {
    const combined = combineRounds(
      rounds(['88', null, '92', '86']),
      rule({ method: 'BEST', missing: 'ZERO' })
    )
    expect(combined).toMatchObject({ dropped: ['第2轮'], missing: ['第2轮'] })
    expect(combined.value?.toFixed(2)).toBe('88.67')
  })
})

const score = fc.integer({ min: -500, max: 12000 }).map((hundredths) => new D(hundredths).div(100))
const someRounds = fc
  .array(fc.tuple(score, fc.integer({ min: 1, max: 100 })), { minLength: 1, maxLength: 12 })
  .map((list) =>
    list.map(([value, weight], index): Round => ({ key: `${index}`, value, weight: dec(weight) }))
  )
const valueOf = (list: readonly Round[], some: Partial<CombineRule> = {}): D =>
  settle(combineRounds(list, rule(some)).value!)

describe('combineRounds, properties', () => {
  it('lies between the lowest and the highest round, whatever the method', () => {
    fc.assert(
      fc.property(someRounds, fc.constantFrom('MEAN', 'WEIGHTED', 'BEST'), (list, method) => {
        const values = list.map((round) => round.value!)
        const result = valueOf(list, { method })
        expect(result.greaterThanOrEqualTo(D.min(...values))).toBe(true)
        expect(result.lessThanOrEqualTo(D.max(...values))).toBe(true)
      })
    )
  })

  it('does not depend on the order of rounds; of BEST only the choice among equals does', () => {
    fc.assert(
      fc.property(someRounds, fc.constantFrom('MEAN', 'WEIGHTED', 'BEST'), (list, method) => {
        expect(valueOf([...list].reverse(), { method }).equals(valueOf(list, { method }))).toBe(true)
      })
    )
  })

  it('equal weights are the mean; only their ratio counts', () => {
    fc.assert(
      fc.property(someRounds, fc.integer({ min: 1, max: 50 }), (list, factor) => {
        const same = list.map((round) => ({ ...round, weight: dec(factor) }))
        expect(valueOf(same, { method: 'WEIGHTED' }).equals(valueOf(list))).toBe(true)
        const larger = list.map((round) => ({ ...round, weight: round.weight.times(factor) }))
        const difference = valueOf(larger, { method: 'WEIGHTED' }).minus(
          valueOf(list, { method: 'WEIGHTED' })
        )
        expect(difference.abs().lessThan('1e-25')).toBe(true)
      })
    )
  })

  it('best n is at least the mean, falls as n grows, and is the mean of the n highest', () => {
    fc.assert(
      fc.property(someRounds, fc.integer({ min: 1, max: 11 }), (list, best) => {
        const [few, more] = [best, best + 1].map((count) => valueOf(list, { method: 'BEST', best: count }))
        expect(few!.greaterThanOrEqualTo(valueOf(list))).toBe(true)
        expect(few!.greaterThanOrEqualTo(more!)).toBe(true)
        const highest = list
          .map((round) => round.value!)
          .sort((a, b) => b.comparedTo(a))
          .slice(0, best)
        expect(few!.equals(settle(mean(highest)))).toBe(true)
      })
    )
  })

  it('percents of what counts add up to 100', () => {
    fc.assert(
      fc.property(someRounds, fc.constantFrom('MEAN', 'WEIGHTED', 'BEST'), (list, method) => {
        const { counted } = combineRounds(list, rule({ method }))
        const total = counted.reduce((sum, round) => sum.plus(round.percent), new D(0))
        expect(total.toDecimalPlaces(20).toNumber()).toBe(100)
      })
    )
  })
})
