import { describe, expect, it } from 'vitest'
import { impute, runYear, unitsOf, yearScheme } from './yearBuild.ts'

describe('a quarter without a total', () => {
  const quarters = [
    { a: '91', b: '80' },
    { a: '90', b: '80' },
    { a: null, b: '80' },
    { a: '95', b: '80' }
  ]
  const of = (missing: string, decisions: Parameters<typeof runYear>[2] = {}) =>
    runYear(yearScheme({ units: ['a', 'b'], year: { missing } }), quarters, decisions)

  it('DECIDE: no total, never 0, and what is open says who, when and what to do', () => {
    const result = of('DECIDE')
    const a = unitsOf(result).get('a')!
    expect(a).toMatchObject({
      total: null,
      rank: null,
      counted: 0,
      remarks: ['第三季度没有成绩，等待补分决定']
    })
    expect(a.sentence).toBe('第三季度没有成绩（「指标」缺报），暂不合计')
    expect(a.quarters[2]).toMatchObject({ state: 'MISSING', score: null, weight: null })
    expect(result.open).toEqual([
      '季度赛马：2026年第三季度没有总得分的单位：单位a。请重开该季度，补报或作补分决定后再冻结。'
    ])
    expect(unitsOf(result).get('b')).toMatchObject({ rank: 1, total: { printed: '80.00' } })
  })

  it.each([
    // (91 + 90 + 95) ÷ 3 = 92; (91 + 90 + 0 + 95) ÷ 4 = 69.
    ['EXCLUDE', '92.00', 3, '第三季度没有成绩，不计入', null],
    ['ZERO', '69.00', 4, '第三季度没有成绩，按 0 分计', '0.00']
  ])('%s → %s', (missing, total, counted, remark, score) => {
    const result = of(missing)
    const a = unitsOf(result).get('a')!
    expect(a).toMatchObject({ total: { printed: total }, counted, remarks: [remark] })
    expect(a.quarters[2]).toMatchObject({ state: 'MISSING', score })
    expect(result.open).toEqual([])
  })

  it('a decision settles it; the one that names the unit goes before the one for everybody', () => {
    const result = of('DECIDE', {
      decisions: [impute(1, '2026Q3', 'a', '92'), impute(2, '2026Q3', '*', '50')]
    })
    const a = unitsOf(result).get('a')!
    expect(a.total?.printed).toBe('92.00')
    expect(a.quarters[2]).toMatchObject({
      state: 'IMPUTED',
      score: '92.00',
      source: '补分：经商议决定，领导小组'
    })
    expect(a.remarks).toEqual(['含补分：第三季度'])
    // A measured total stays what it is.
    expect(unitsOf(result).get('b')?.quarters[2]).toMatchObject({ state: 'COUNTED', score: '80.00' })
  })

  it('says 补分 of a total that was settled before the quarter was frozen', () => {
    const result = of('DECIDE', { decisions: [impute(1, '2026Q1', 'a', '91')] })
    expect(unitsOf(result).get('a')?.quarters[0]).toMatchObject({
      state: 'IMPUTED',
      source: '2026Q1-r1-00000000，补分：经商议决定，领导小组'
    })
  })

  it('G17 (S37): a round that was not held, settled as 95 for all → 92.50', () => {
    const scheme = yearScheme({ units: ['a', 'b'] })
    // 91, 90, 94 and 95 by decision.
    const result = runYear(
      scheme,
      [{ a: '91', b: '90' }, { a: '90', b: '90' }, 'OPEN', { a: '94', b: '90' }],
      {
        decisions: [impute(1, '2026Q3', '*', '95')]
      }
    )
    expect(unitsOf(result).get('a')).toMatchObject({ total: { printed: '92.50' }, counted: 4 })
    expect(result.open).toEqual([])
    expect(result.quarters[2]).toEqual({ period: '2026Q3', snapshot: null })
    expect(result.footer).toContain('标「补分」的季度由决定核定，照常计入。')
  })
})

describe('a year that is under way', () => {
  const held = [{ a: '91' }, { a: '93' }]
  const run = (missing: string) =>
    runYear(yearScheme({ units: ['a'], year: { missing } }), [...held, 'OPEN', 'TO_COME'])

  it.each([
    ['DECIDE', undefined, '第三季度、第四季度尚未冻结'],
    ['EXCLUDE', '92.00', '第三季度、第四季度尚未冻结，暂不计入'],
    ['ZERO', undefined, '第三季度、第四季度尚未冻结']
  ])('%s: quarters to come are never 0', (missing, total, remark) => {
    const result = run(missing)
    expect(unitsOf(result).get('a')?.total?.printed).toBe(total)
    expect(unitsOf(result).get('a')?.remarks).toEqual([remark])
    expect(result.open).toEqual([
      '2026年第三季度还没有冻结，请先冻结；没有举行的，请作全体补分决定。',
      '2026年第四季度还没有结束，要等它冻结。'
    ])
  })

  it('a scheme that begins in the second quarter has not missed the first', () => {
    const scheme = yearScheme({ units: ['a'], more: { from: '2026Q2' } })
    const result = runYear(scheme, [null, { a: '90' }, { a: '91' }, { a: '95' }])
    const a = unitsOf(result).get('a')!
    expect(a.quarters[0]).toMatchObject({ state: 'NOT_A_MEMBER', score: null, source: '方案还没有施行' })
    expect(a).toMatchObject({ total: { printed: '92.00' }, counted: 3, rank: 1 })
    expect(result.open).toEqual([])
    const later = runYear(scheme, [null, { a: '90' }, null, { a: '95' }])
    expect(unitsOf(later).get('a')?.total).toBeNull()
  })

  it('has no races and says why before the first quarter is frozen', () => {
    const result = runYear(yearScheme({ units: ['a'] }), ['OPEN', 'TO_COME', 'TO_COME', 'TO_COME'])
    expect(result).toMatchObject({ races: [], footer: [] })
    expect(result.open).toEqual(['2026年度还没有冻结的季度；冻结季度以后，这里自动算出年度成绩。'])
  })

  it('the half-years take two quarters each', () => {
    const scheme = yearScheme({ units: ['a'] })
    const first = runYear(scheme, held, { span: 'H1' })
    expect(first.quarters.map((quarter) => quarter.period)).toEqual(['2026Q1', '2026Q2'])
    expect(unitsOf(first).get('a')).toMatchObject({ total: { printed: '92.00' }, rank: 1, counted: 2 })
    const second = runYear(scheme, [{ a: '70' }, { a: '80' }], { span: 'H2' })
    expect(second.quarters.map((quarter) => quarter.period)).toEqual(['2026Q3', '2026Q4'])
    expect(unitsOf(second).get('a')?.total?.printed).toBe('75.00')
  })

  it('a half-year whose quarters all weigh nothing has no total', () => {
    const weights = { Q1: '0', Q2: '0', Q3: '50', Q4: '50' }
    const scheme = yearScheme({ units: ['a'], year: { method: 'WEIGHTED', weights } })
    const result = runYear(scheme, held, { span: 'H1' })
    expect(unitsOf(result).get('a')?.total).toBeNull()
    expect(result.open).toEqual(['季度赛马：单位a计入的季度权重合计为 0，请在考核方案里改季度权重。'])
  })
})
