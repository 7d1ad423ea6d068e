import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { meanCell } from '#shared/domain/report/scores/liveMean.ts'
import {
  exactCell,
  isNearTie,
  roundFormula,
  roundValue,
  showsAs,
  storedValue
} from '#shared/domain/report/scores/liveNumber.ts'

const HALF = { decimals: 2, mode: 'HALF_UP' } as const

describe('what a spreadsheet stores and shows', () => {
  it.each([
    ['86.005', true],
    ['-86.005', true],
    ['86.00499999999', true],
    ['86.0051', false],
    ['86', false]
  ])('%s is near a tie: %s', (value, expected) => {
    expect(isNearTie(dec(value), 2)).toBe(expected)
  })

  it('is the score in full where it shows as printed, else the printed one', () => {
    const third = '3.333333333333333333333333333333'
    expect(exactCell({ exact: third, printed: '3.33' }, HALF)).toMatchObject({ number: '3.33', exact: third })
    // 去尾 printed 3.33 of 3.339, which a spreadsheet would show as 3.34.
    expect(exactCell({ exact: '3.339', printed: '3.33' }, HALF)).toEqual({ number: '3.33', decimals: 2 })
    expect(exactCell({ exact: '3.3', printed: '3.30' }, HALF)).toEqual({ number: '3.3', decimals: 2 })
    // Its double shows as 3.35: the tail that decided the snapshot is lost.
    expect(exactCell({ exact: '3.3449999999999999999', printed: '3.34' }, HALF)).toEqual({
      number: '3.34',
      decimals: 2
    })
  })

  it('reads cells as a formula does', () => {
    expect(storedValue('/')).toBeNull()
    expect(storedValue(null)).toBeNull()
    expect(storedValue({ number: '1', decimals: 0, exact: '1.25' })?.toFixed()).toBe('1.25')
  })

  it('shows a tie as half-up', () => {
    expect(showsAs(dec('86.005'), '86.01', 2)).toBe(true)
    expect(showsAs(dec('86.005'), '86.00', 2)).toBe(false)
  })
})

describe('rounding', () => {
  it('cuts the binary tail off where a tie is near, and for 进一 and 去尾', () => {
    expect(roundFormula('{A}', HALF, false)).toBe('ROUND({A},2)')
    expect(roundFormula('{A}', HALF, true)).toBe('ROUND(ROUND({A},8),2)')
    expect(roundFormula('{A}', { decimals: 1, mode: 'CEIL' }, false)).toBe('ROUNDUP(ROUND({A},8),1)')
    expect(roundFormula('{A}', { decimals: 0, mode: 'FLOOR' }, false)).toBe('ROUNDDOWN(ROUND({A},8),0)')
  })

  it('gives what the formula gives', () => {
    expect(roundValue(dec('86.0100000000000051'), { decimals: 2, mode: 'CEIL' }, false).toFixed()).toBe(
      '86.01'
    )
    expect(roundValue(dec('86.0049999999999'), HALF, true).toFixed()).toBe('86.01')
    expect(roundValue(dec('86.0049999999999'), HALF, false).toFixed()).toBe('86')
  })
})

describe('means', () => {
  const cell = (number: string, exact?: string) => ({ number, decimals: 2, ...(exact ? { exact } : {}) })

  it('are plain averages where these give what is printed', () => {
    const mean = meanCell('A', '2.00', [cell('1'), '/', cell('3')], HALF)
    expect(mean).toEqual({ number: '2', decimals: 2, formula: 'ROUND(AVERAGEIF({RANK:all},">0",{A:all}),2)' })
  })

  it('look at each number as shown where averages of the stored ones differ', () => {
    const cells = [cell('1', '0.996'), cell('1', '0.996'), cell('1.01', '1.006')]
    const mean = meanCell('A', '1.00', cells, HALF)
    expect(mean).toEqual({
      ...{ number: '1', decimals: 2 },
      formula: 'ROUND(AVERAGEIF({RANK:all},">0",{A:all}),2)'
    })
    const other = meanCell('A', '1.01', [cell('1.01', '1.005000001'), cell('1', '0.995')], HALF)
    expect(other).toMatchObject({ array: true, number: '1.01' })
    expect(other.formula).toContain('AVERAGE(IF(ISNUMBER({RANK:all}),IF(ISNUMBER({A:all}),ROUND(')
  })

  it('are plain numbers where no formula gives them, and where there is nothing to average', () => {
    expect(meanCell('A', '7.00', [cell('1'), cell('3')], HALF)).toEqual({ number: '7', decimals: 2 })
    expect(meanCell('A', '7.00', [], HALF)).toEqual({ number: '7', decimals: 2 })
  })
})
