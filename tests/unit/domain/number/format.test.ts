import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { formatGap, formatSignedGap, parseGap } from '#shared/domain/number/format.ts'

describe('gaps as they are printed', () => {
  it.each([
    ['-1.05', '−1.05', '−1.05'],
    ['0', '0.00', '0.00'],
    ['2.9', '2.90', '+2.90'],
    ['-0.001', '0.00', '0.00']
  ])('%s', (value, plain, signed) => {
    expect(formatGap(dec(value), 2)).toBe(plain)
    expect(formatSignedGap(dec(value), 2)).toBe(signed)
  })

  it('are read back as the number that was printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (hundredths) => {
        const value = dec(hundredths).div(100)
        expect(parseGap(formatSignedGap(value, 2)).equals(value)).toBe(true)
        expect(parseGap(formatGap(value, 2)).equals(value)).toBe(true)
      })
    )
  })
})
