import { describe, expect, it } from 'vitest'
import { yearResult } from '#shared/domain/period/yearResult.ts'
import { leadership, runYear, unitsOf, yearScheme } from './yearBuild.ts'

const three = (year: Record<string, unknown> = {}) => yearScheme({ units: ['a', 'b', 'c'], year })

describe('the year from four quarters', () => {
  it('S3: the mean of four, ranked, with a sentence to check and the snapshots it comes from', () => {
    const result = runYear(three(), [
      { a: '88', b: '90', c: '70' },
      { a: '90', b: '91', c: '71' },
      { a: '92', b: '92', c: '72' },
      { a: '86', b: '93', c: '73' }
    ])
    expect(yearResult.parse(result)).toEqual(result)
    expect(result.open).toEqual([])
    const group = result.races[0]!.groups[0]!
    expect(group.units.map((unit) => [unit.unit, unit.total?.printed, unit.rank])).toEqual([
      ['b', '91.50', 1],
      ['a', '89.00', 2],
      ['c', '71.50', 3]
    ])
    // (91.50 + 89.00 + 71.50) ÷ 3
    expect(group.mean).toBe('84.00')
    const a = unitsOf(result).get('a')!
    expect(a.sentence).toBe('(88.00 + 90.00 + 92.00 + 86.00) ÷ 4 = 89.00')
    expect(a.quarters[0]).toEqual({
      period: '2026Q1',
      state: 'COUNTED',
      score: '88.00',
      rank: 2,
      weight: '25',
      source: '2026Q1-r1-00000000'
    })
    expect(result.quarters.map((quarter) => quarter.snapshot)).toEqual(
      ['1', '2', '3', '4'].map((quarter) => `2026Q${quarter}-r1-00000000`)
    )
  })

  it('G18 (S33): 88, 90, 92, 86 → 89 × 95% + 4 = 88.55', () => {
    const scheme = yearScheme({ units: ['a'], year: { leadership: '5' } })
    const quarters = [{ a: '88' }, { a: '90' }, { a: '92' }, { a: '86' }]
    const result = runYear(scheme, quarters, { decisions: [leadership(1, 'a', '4')] })
    const a = unitsOf(result).get('a')!
    expect(a).toMatchObject({
      quarterScore: { printed: '89.00' },
      leadership: { printed: '4.00' },
      total: { exact: '88.55', printed: '88.55' },
      sentence: '(88.00 + 90.00 + 92.00 + 86.00) ÷ 4 = 89.00，× 95% + 领导评价 4.00 = 88.55'
    })
    expect(result.footer).toContain('季度得分占 95%，领导评价占 5 分（0–5）。')
  })

  it.each([
    ['nothing given', [], ['领导评价未录入'], '尚未录入'],
    ['6 of 5', [leadership(1, 'a', '6')], ['领导评价 6 不在 0–5 之内，没有采用'], '尚未录入'],
    ['−1 of 5', [leadership(1, 'a', '-1')], ['领导评价 −1 不在 0–5 之内，没有采用'], '尚未录入'],
    ['for the half-year only', [leadership(1, 'a', '4', 'H1')], ['领导评价未录入'], '尚未录入']
  ])('leadership: %s → no total, and the year stays open', (_, decisions, remarks, sentence) => {
    const scheme = yearScheme({ units: ['a'], year: { leadership: '5' } })
    const result = runYear(scheme, [{ a: '88' }, { a: '90' }, { a: '92' }, { a: '86' }], { decisions })
    const a = unitsOf(result).get('a')!
    expect(a).toMatchObject({ total: null, rank: null, quarterScore: { printed: '89.00' }, remarks })
    expect(a.sentence).toContain(sentence)
    expect(result.open).toEqual([expect.stringContaining('领导评价')])
  })

  it('leadership: 0 and the whole share are points like others, the newest decision counts', () => {
    const scheme = yearScheme({ units: ['a', 'b'], year: { leadership: '5' } })
    const all = { a: '80', b: '80' }
    const decisions = [leadership(1, 'a', '3'), leadership(2, 'a', '0'), leadership(3, 'b', '5')]
    const units = unitsOf(runYear(scheme, [all, all, all, all], { decisions }))
    expect([units.get('a')?.total?.printed, units.get('b')?.total?.printed]).toEqual(['76.00', '81.00'])
  })

  it('writes more digits where a reader calculates on with a number that does not end', () => {
    const scheme = yearScheme({ units: ['a'], year: { leadership: '5', missing: 'EXCLUDE' } })
    const result = runYear(scheme, [{ a: '88' }, { a: '88' }, { a: '89' }], {
      decisions: [leadership(1, 'a', '4.5')]
    })
    // 265 ÷ 3 = 88.333…; × 0.95 = 83.91666…; + 4.5 = 88.41666…; with 88.33 on paper it would be 88.41.
    expect(unitsOf(result).get('a')?.sentence).toBe(
      '(88.00 + 88.00 + 89.00) ÷ 3 = 88.333333，× 95% + 领导评价 4.50 = 88.42'
    )
  })

  it('weights the quarters and renormalises over those that count', () => {
    const weights = { Q1: '10', Q2: '20', Q3: '30', Q4: '40' }
    const scheme = yearScheme({
      units: ['a', 'b'],
      year: { method: 'WEIGHTED', weights, missing: 'EXCLUDE' }
    })
    const result = runYear(scheme, [
      { a: '80', b: '80' },
      { a: '90', b: '90' },
      { a: '100', b: null },
      { a: '70', b: '70' }
    ])
    const [a, b] = ['a', 'b'].map((unit) => unitsOf(result).get(unit)!)
    expect(a!.sentence).toBe('(80.00 × 10 + 90.00 × 20 + 100.00 × 30 + 70.00 × 40) ÷ 100 = 84.00')
    // 5400 ÷ 70 = 77.142857…
    expect(b!.sentence).toBe('(80.00 × 10 + 90.00 × 20 + 70.00 × 40) ÷ 70 = 77.14')
    expect(b!.quarters.map((quarter) => quarter.weight)).toEqual(['14.29', '28.57', null, '57.14'])
    expect(b!.remarks).toEqual(['第三季度没有成绩，不计入'])
    expect(result.footer[0]).toBe(
      '各季度得分按权重平均（第一季度 10、第二季度 20、第三季度 30、第四季度 40）；没有计入的季度，权重由其余季度分担。'
    )
  })

  it('counts the best three and names what it drops', () => {
    const scheme = yearScheme({ units: ['a'], year: { method: 'BEST' } })
    const a = unitsOf(runYear(scheme, [{ a: '88' }, { a: '90' }, { a: '92' }, { a: '86' }])).get('a')!
    expect(a.sentence).toBe('(88.00 + 90.00 + 92.00) ÷ 3 = 90.00（去掉第四季度 86.00）')
    expect(a.quarters.map(({ state, weight }) => [state, weight])).toEqual([
      ['COUNTED', '33.33'],
      ['COUNTED', '33.33'],
      ['COUNTED', '33.33'],
      ['DROPPED', null]
    ])
    expect(a.counted).toBe(3)
  })

  it('G6 (S3): yearly means of rank points by item: 19.00, 19.75, 11.25', () => {
    const points = {
      a: ['18', '20', '19', '19'],
      b: ['20', '19', '20', '20'],
      c: ['11', '11', '12', '11']
    }
    const items = [0, 1, 2, 3].map((quarter) =>
      Object.fromEntries(Object.entries(points).map(([unit, list]) => [unit, { i0: list[quarter]! }]))
    )
    const all = { a: '80', b: '80', c: '80' }
    const units = unitsOf(runYear(three(), [all, all, all, all], { items }))
    expect([...units.values()].map((unit) => [unit.unit, unit.indicators])).toEqual([
      ['a', [{ indicator: 'i0', name: '指标i0', score: '19.00' }]],
      ['b', [{ indicator: 'i0', name: '指标i0', score: '19.75' }]],
      ['c', [{ indicator: 'i0', name: '指标i0', score: '11.25' }]]
    ])
  })

  it('leaves a not-applicable quarter out of an indicator’s mean: 不适用 is not 0', () => {
    const items = [{ a: { i0: '10' } }, { a: { i0: null } }, { a: { i0: '20' } }, { a: { i0: null } }]
    const scheme = yearScheme({ units: ['a'] })
    const all = { a: '80' }
    expect(unitsOf(runYear(scheme, [all, all, all, all], { items })).get('a')?.indicators[0]?.score).toBe(
      '15.00'
    )
  })

  it('counts quarters as printed, or exactly', () => {
    const quarters = [{ a: '90.004' }, { a: '90.004' }, { a: '90.004' }, { a: '90.014' }]
    const total = (quarterScore: string) =>
      unitsOf(runYear(yearScheme({ units: ['a'], year: { quarterScore } }), quarters)).get('a')!
    // Printed 90.00, 90.00, 90.00, 90.01 → 90.0025; exact 90.0065.
    expect(total('PRINTED').total).toEqual({ exact: '90.0025', printed: '90.00' })
    expect(total('EXACT').total).toEqual({ exact: '90.0065', printed: '90.01' })
    expect(total('EXACT').sentence).toBe('(90.004 + 90.004 + 90.004 + 90.014) ÷ 4 = 90.01')
  })
})
