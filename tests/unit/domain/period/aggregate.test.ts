import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { meanOfPeriods, type PeriodScore } from '#shared/domain/period/aggregate.ts'

const round = (period: number, value: string | null, estimated = false): PeriodScore => ({
  period: `第${period}轮`,
  value: value === null ? null : dec(value),
  estimated
})
const held = [round(1, '91'), round(2, '90'), round(3, '93'), round(4, '92'), round(5, '94')]

describe('meanOfPeriods', () => {
  it('G17 (S37): round 6 imputed as 95 by decision → 92.50, and it is named', () => {
    const result = meanOfPeriods([...held, round(6, '95', true)])
    expect(result.mean?.toFixed(2)).toBe('92.50')
    expect(result.estimated).toEqual(['第6轮'])
  })

  it.each([
    ['EXCLUDE', '92.00'],
    ['ZERO', '76.67']
  ] as const)('G17: the missing round under %s → %s', (missing, expected) => {
    expect(meanOfPeriods([...held, round(6, null)], missing).mean?.toFixed(2)).toBe(expected)
  })

  it('waits for a decision by default: a missing round is never counted as 0', () => {
    expect(meanOfPeriods([...held, round(6, null)])).toMatchObject({ mean: null, missing: ['第6轮'] })
  })

  it('has no mean of nothing', () => {
    expect(meanOfPeriods([], 'EXCLUDE').mean).toBeNull()
    expect(meanOfPeriods([round(1, null)], 'EXCLUDE').mean).toBeNull()
  })
})
