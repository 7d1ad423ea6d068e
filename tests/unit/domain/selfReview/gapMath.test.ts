import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, dec } from '#shared/domain/number/decimal.ts'
import {
  amountText,
  countChanges,
  gapChange,
  gapOf,
  gapSentence,
  type GapChange
} from '#shared/domain/selfReview/gapMath.ts'

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => canonical(dec(digits.toString()).div(dec('10').pow(places))))
const direction = fc.constantFrom('UP' as const, 'DOWN' as const, 'TARGET' as const)
const gap = (ownValue: string, benchmarkValue: string, of: 'UP' | 'DOWN' | 'TARGET', unitOfMeasure = '') =>
  gapOf({ ownValue, benchmarkValue, direction: of, unitOfMeasure })!

describe('gap arithmetic', () => {
  test.each([
    ['3', '4', 'UP', '个', '差 1 个'],
    ['4', '4', 'UP', '个', '已达到'],
    ['5', '4', 'UP', '个', '超过 1 个'],
    ['12', '10', 'DOWN', '件', '高出 2 件'],
    ['9', '10', 'DOWN', '件', '低于 1 件'],
    ['95.5', '98', 'UP', '%', '差 2.5 个百分点'],
    ['2.3', '2', 'DOWN', '%', '高出 0.3 个百分点'],
    ['103', '100', 'TARGET', '%', '偏离 3 个百分点'],
    ['97', '100', 'TARGET', '万元', '偏离 3 万元']
  ] as const)('%s against %s, %s: %s %s', (own, benchmark, of, measure, words) => {
    expect(gap(own, benchmark, of, measure).words).toBe(words)
  })

  test('the difference is exact, the shortfall is never negative and zero exactly when the benchmark is reached', () => {
    fc.assert(
      fc.property(decimal, decimal, direction, (own, benchmark, of) => {
        const { difference, shortfall, state } = gap(own, benchmark, of)
        expect(dec(benchmark).plus(dec(difference)).equals(dec(own))).toBe(true)
        expect(dec(shortfall).isNegative()).toBe(false)
        expect(dec(shortfall).isZero()).toBe(state !== 'BEHIND')
        if (state === 'BEHIND') expect(shortfall).toBe(canonical(dec(difference).abs()))
      })
    )
  })

  test('UP and DOWN mirror each other; TARGET is as far off on either side', () => {
    fc.assert(
      fc.property(decimal, decimal, (own, benchmark) => {
        expect(gap(own, benchmark, 'UP').shortfall).toBe(gap(benchmark, own, 'DOWN').shortfall)
        expect(gap(own, benchmark, 'TARGET').shortfall).toBe(gap(benchmark, own, 'TARGET').shortfall)
        const either = dec(gap(own, benchmark, 'UP').shortfall).plus(gap(own, benchmark, 'DOWN').shortfall)
        expect(canonical(either)).toBe(gap(own, benchmark, 'TARGET').shortfall)
      })
    )
  })

  test('no gap without both numbers: a missing number is not 0', () => {
    const numbers = { direction: 'UP', unitOfMeasure: '个' } as const
    expect(gapOf({ ...numbers, ownValue: null, benchmarkValue: '4' })).toBeNull()
    expect(gapOf({ ...numbers, ownValue: '0', benchmarkValue: null })).toBeNull()
    expect(gapOf({ ...numbers, ownValue: '0', benchmarkValue: '4' })).toMatchObject({ shortfall: '4' })
  })

  test('the sentence has both numbers, and says when less is better', () => {
    expect(
      gapSentence({ ownValue: '2.3', benchmarkValue: '2', direction: 'DOWN', unitOfMeasure: '%' }, '本季目标')
    ).toBe('现值 2.3%，本季目标 2%，高出 0.3 个百分点（越低越好）。')
    expect(amountText('7.5', '%')).toBe('7.5 个百分点')
  })
})

describe('what became of a gap', () => {
  test('closed, smaller, same, larger are told apart, and nothing is told without a number', () => {
    expect(gapChange('8', '0')).toBe('CLOSED')
    expect(gapChange('8', '3')).toBe('SMALLER')
    expect(gapChange('8', '8')).toBe('SAME')
    expect(gapChange('8', '9')).toBe('LARGER')
    expect(gapChange('0', '1')).toBe('LARGER')
    expect(gapChange(null, '1')).toBe('UNKNOWN')
    expect(gapChange('1', null)).toBe('UNKNOWN')
  })

  test('差距缩小率 counts closed and smaller among what can be compared', () => {
    expect(countChanges(['CLOSED', 'SMALLER', 'LARGER', 'UNKNOWN'])).toEqual({
      closed: 1,
      smaller: 1,
      same: 0,
      larger: 1,
      unknown: 1,
      narrowedPercent: '66.67'
    })
    expect(countChanges(['UNKNOWN']).narrowedPercent).toBeNull()
    const change = fc.constantFrom<GapChange>('CLOSED', 'SMALLER', 'SAME', 'LARGER', 'UNKNOWN')
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const { closed, smaller, same, larger, unknown, narrowedPercent } = countChanges(changes)
        expect(closed + smaller + same + larger + unknown).toBe(changes.length)
        if (narrowedPercent !== null) expect(dec(narrowedPercent).lessThanOrEqualTo(100)).toBe(true)
      })
    )
  })
})
