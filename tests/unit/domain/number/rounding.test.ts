import { describe, expect, it } from 'vitest'
import { canonical, D, dec, sum } from '#shared/domain/number/decimal.ts'
import { formatGap, formatPercent, formatSignedGap, formatValue } from '#shared/domain/number/format.ts'
import { printFixed, round } from '#shared/domain/number/rounding.ts'
import { settle } from '#shared/domain/number/settle.ts'

describe('rounding', () => {
  it.each([
    ['86.005', '86.01'],
    ['1.005', '1.01'],
    ['89.995', '90.00'],
    ['88.124', '88.12'],
    ['88.116', '88.12'],
    ['-0.005', '-0.01'],
    ['-0.004', '0.00']
  ])('G19: %s half-up to two places is %s', (value, expected) => {
    expect(printFixed(dec(value), 2)).toBe(expected)
  })

  it.each([
    ['HALF_UP', '1.24', '1.2'],
    ['CEIL', '1.21', '1.3'],
    ['FLOOR', '1.29', '1.2'],
    ['CEIL', '-1.21', '-1.3']
  ] as const)('%s of %s to one place is %s', (mode, value, expected) => {
    expect(canonical(round(dec(value), 1, mode))).toBe(expected)
  })

  it('sums decimals as decimals: 攀枝花 52 + 4.5 + 1.8 + 2.8 is 61.1 (G14)', () => {
    expect(canonical(sum(['52', '4.5', '1.8', '2.8', '0'].map(dec)))).toBe('61.1')
  })

  it('settles what quotients leave behind, so that 去尾 and 进一 see the true number', () => {
    const thirds = new D(10).div(3).times(3)
    expect(thirds.equals(10)).toBe(false)
    expect(printFixed(thirds, 2, 'FLOOR')).toBe('9.99')
    expect(printFixed(settle(thirds), 2, 'FLOOR')).toBe('10.00')
    const sixths = sum([new D(20).div(3), new D(20).div(3), new D(20).div(3)])
    expect(printFixed(settle(sixths), 2, 'CEIL')).toBe('20.00')
  })
})

describe('format', () => {
  it('prints differences with the true minus and never a minus zero', () => {
    expect(formatGap(dec('-1.05'), 2)).toBe('−1.05')
    expect(formatGap(dec('0'), 2)).toBe('0.00')
    expect(formatGap(dec('-0.001'), 2)).toBe('0.00')
    expect(formatSignedGap(dec('0.08'), 2)).toBe('+0.08')
    expect(formatSignedGap(dec('-4.04'), 2)).toBe('−4.04')
    expect(formatSignedGap(dec('0'), 2)).toBe('0.00')
    expect(formatPercent(dec('0.75'))).toBe('75.00%')
    expect(formatValue(dec('-6000.50'))).toBe('−6000.5')
  })
})
