import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { progressCoverage, progressStatus } from '#shared/domain/status/progressStatus.ts'
import { rateStatus } from '#shared/domain/status/rateStatus.ts'
import { progressRules, type ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import { dec } from '#shared/domain/number/decimal.ts'

const rules = progressRules.parse({})
/** As Yinchuan published it: 0 to 10 points behind are nobody's (S43). */
const published: Pick<ProgressRules, 'rows'> = progressRules.parse({
  rows: [
    { to: '0', toInclusive: true, status: 'ON_TRACK' },
    { from: '10', to: '30', toInclusive: true, status: 'BEHIND' },
    { from: '30', fromInclusive: false, status: 'BADLY_BEHIND' }
  ]
})

describe('G16 (S43): plan 75 %', () => {
  it.each([
    ['76', 'AHEAD', 'ON_TRACK'],
    ['75', 'ON_TRACK', 'ON_TRACK'],
    ['66', 'SLIGHTLY_BEHIND', null],
    ['65.1', 'SLIGHTLY_BEHIND', null],
    ['65', 'BEHIND', 'BEHIND'],
    ['45', 'BEHIND', 'BEHIND'],
    ['44.9', 'BADLY_BEHIND', 'BADLY_BEHIND'],
    ['0', 'BADLY_BEHIND', 'BADLY_BEHIND']
  ])('actual %s: %s by the recommended reading, %s by the published one', (actual, recommended, strict) => {
    expect(progressStatus('75', actual, rules).status).toBe(recommended)
    expect(progressStatus('75', actual, published).status).toBe(strict)
  })

  it('the hole is refused with its reason', () => {
    expect(progressStatus('75', '66', published)).toEqual({
      status: null,
      behind: '9',
      reason: '落后计划 9 个百分点，方案的进度规则没有规定这一段，请在方案里补上。'
    })
  })

  it('two rows that disagree are refused, two that agree are not', () => {
    const rows = (second: string) => progressRules.parse({ rows: [{ status: 'AHEAD' }, { status: second }] })
    expect(progressStatus('50', '60', rows('BEHIND'))).toEqual({
      status: null,
      behind: '-10',
      reason: '超前计划 10 个百分点，方案的进度规则给了不同的状态，请在方案里改正。'
    })
    expect(progressStatus('50', '60', rows('AHEAD')).status).toBe('AHEAD')
  })
})

describe('coverage of the rows', () => {
  it('finds the hole of the published rule and none in the recommended one', () => {
    expect(progressCoverage(published.rows).gaps).toMatchObject([
      { lo: '0', loInclusive: false, hi: '10', hiInclusive: false }
    ])
    expect(progressCoverage(rules.rows)).toMatchObject({ gaps: [], overlaps: [] })
  })

  it('agrees with the status everywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 1500 }), (tenths) => {
        const actual = dec(tenths).div(10).toFixed()
        const { status, behind } = progressStatus('75', actual, published)
        const inHole = dec(behind).greaterThan(0) && dec(behind).lessThan(10)
        expect(status === null).toBe(inHole)
        expect(progressStatus('75', actual, rules).status).not.toBeNull()
      })
    )
  })
})

describe('rate status', () => {
  it.each([
    ['1', 'MET'],
    ['1.2', 'MET'],
    ['0.9999', 'SLIGHTLY_BEHIND'],
    ['0.85', 'SLIGHTLY_BEHIND'],
    ['0.8499', 'BEHIND'],
    ['0', 'BEHIND']
  ])('%s: %s by 100 and 85', (rate, status) => {
    expect(rateStatus(rate, rules)).toBe(status)
  })

  it("follows the scheme's lines", () => {
    const own = progressRules.parse({ met: '95', slightlyBehind: '60' })
    expect(['0.95', '0.949', '0.6', '0.59'].map((rate) => rateStatus(rate, own))).toEqual([
      'MET',
      'SLIGHTLY_BEHIND',
      'SLIGHTLY_BEHIND',
      'BEHIND'
    ])
  })
})
