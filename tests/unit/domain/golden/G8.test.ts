import { describe, expect, it } from 'vitest'
import { tried } from './tried.ts'

/** 平均值 and 良好值 are published (S14); 优秀值, 较低值 and 较差值 only complete the ladder. */
const TIERS = [
  ['优秀值', '13', '1'],
  ['良好值', '9.5', '0.8'],
  ['平均值', '1.7', '0.6'],
  ['较低值', '-3', '0.4'],
  ['较差值', '-9', '0.2']
].map(([name, value, coefficient]) => ({ name, value, coefficient }))

const roe = (actual: string) =>
  tried({
    rule: { kind: 'EFFICACY_TIERS', params: { tiers: TIERS } },
    indicator: { name: '净资产收益率', fullMark: '20', unit: '%' },
    participants: [{ unit: 'u', actual }]
  })['u']!

describe('G8 (S13, S14, S15): efficacy tiers', () => {
  it('8 %: 12 + 0.8077 × 4 → 15.23, as published', () => {
    const { score, trace } = roe('8')
    expect(score?.printed).toBe('15.23')
    expect(score?.exact).toMatch(/^15\.230769/)
    const step = (label: string) => trace.steps.find((entry) => entry.label === label)?.value
    expect(step('本档基础分')).toBe('12')
    expect(step('功效系数')).toMatch(/^0\.8076923/)
    expect(step('调整分')).toMatch(/^3\.230769/)
  })

  it.each([
    ['1.7', '12.00', 'on the 平均值'],
    ['9.5', '16.00', 'on the 良好值'],
    ['13', '20.00', 'on the 优秀值'],
    ['15', '20.00', 'above it: the weight is the cap'],
    ['-9.01', '0.00', 'below the 较差值']
  ])('%s %% → %s (%s)', (actual, expected) => {
    expect(roe(actual).score?.printed).toBe(expected)
  })
})
