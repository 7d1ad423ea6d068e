import { describe, expect, it } from 'vitest'
import { runYear, unitsOf, yearScheme, type Totals } from './yearBuild.ts'

const merged = (some: Record<string, unknown> = {}, year: Record<string, unknown> = {}) =>
  yearScheme({
    units: ['a', 'b', 'c', 'd'],
    year,
    more: {
      successions: [
        { kind: 'MERGE', from: ['a', 'b'], to: ['c'], effective: '2026Q2', basis: '机构改革', ...some }
      ]
    }
  })
const FIRST: Totals = { a: '88', b: '90', d: '80' }
const LATER: Totals = { c: '92', d: '80' }

describe('units that change within the year', () => {
  it('G20: A and B merge in Q2; the new unit starts anew, A and B appear in their quarter only', () => {
    const result = runYear(merged(), [FIRST, LATER, LATER, LATER])
    const units = unitsOf(result)
    expect([...units.keys()].sort()).toEqual(['c', 'd'])
    const c = units.get('c')!
    expect(c.quarters.map((quarter) => quarter.state)).toEqual([
      'NOT_A_MEMBER',
      'COUNTED',
      'COUNTED',
      'COUNTED'
    ])
    expect(c).toMatchObject({ total: { printed: '92.00' }, rank: 1, counted: 3, remarks: [] })
    expect(result.open).toEqual([])
  })

  it('G20: with fewer than two counted quarters it is scored, not ranked', () => {
    const result = runYear(merged(), [FIRST, LATER], { span: 'H1' })
    const c = unitsOf(result).get('c')!
    expect(c).toMatchObject({ total: { printed: '92.00' }, rank: null, counted: 1 })
    expect(c.remarks).toEqual(['只有 1 个季度计入，不足 2 个，计分不排名'])
    expect(unitsOf(result).get('d')).toMatchObject({ rank: 1 })
    expect(result.footer).toContain('计入不足 2 个季度的单位计分不排名。')
  })

  it('takes over percents of its predecessors’ quarters where the succession says so', () => {
    const inherit = [
      { from: 'a', to: 'c', percent: '60' },
      { from: 'b', to: 'c', percent: '40' }
    ]
    const result = runYear(merged({ inherit }), [FIRST, LATER], { span: 'H1' })
    const c = unitsOf(result).get('c')!
    // 88 × 60% + 90 × 40% = 88.8; (88.8 + 92) ÷ 2 = 90.4.
    expect(c.quarters[0]).toEqual({
      period: '2026Q1',
      state: 'INHERITED',
      score: '88.80',
      rank: null,
      weight: '50',
      source: '承继：单位a 88.00 × 60% + 单位b 90.00 × 40% = 88.8（机构改革）'
    })
    expect(c).toMatchObject({ total: { printed: '90.40' }, rank: 1, counted: 2 })
    expect(c.remarks).toEqual(['第一季度承继前身单位的成绩'])
  })

  it('a predecessor without a score leaves the inherited quarter to a decision, not to a smaller sum', () => {
    const inherit = [
      { from: 'a', to: 'c', percent: '50' },
      { from: 'b', to: 'c', percent: '50' }
    ]
    const result = runYear(merged({ inherit }), [{ ...FIRST, b: null }, LATER, LATER, LATER])
    const c = unitsOf(result).get('c')!
    expect(c).toMatchObject({ total: null, quarters: [{ state: 'MISSING', score: null }, {}, {}, {}] })
    expect(c.quarters[0]!.source).toBe('要承继的单位b第一季度没有成绩（「指标」缺报）')
  })

  it('a rename keeps the history under the new unit, also through a merger before it', () => {
    const scheme = yearScheme({
      units: ['a', 'b', 'c', 'd', 'e'],
      more: {
        successions: [
          { kind: 'RENAME', from: ['c'], to: ['e'], effective: '2026Q4' },
          {
            kind: 'MERGE',
            from: ['a', 'b'],
            to: ['c'],
            effective: '2026Q2',
            inherit: [{ from: 'a', to: 'c', percent: '100' }]
          }
        ]
      }
    })
    const result = runYear(scheme, [FIRST, LATER, LATER, { e: '92', d: '80' }])
    const e = unitsOf(result).get('e')!
    expect(e.quarters.map(({ state, score }) => [state, score])).toEqual([
      ['INHERITED', '88.00'],
      ['COUNTED', '92.00'],
      ['COUNTED', '92.00'],
      ['COUNTED', '92.00']
    ])
    expect(e).toMatchObject({ total: { printed: '91.00' }, rank: 1 })
    expect(e.remarks).toContain('原名单位c')
    expect(unitsOf(result).has('c')).toBe(false)
  })

  it('two units that exchange names through several pairs keep their own histories', () => {
    const scheme = yearScheme({
      units: ['a', 'b', 'x', 'y'],
      more: { successions: [{ kind: 'RENAME', from: ['a', 'b'], to: ['x', 'y'], effective: '2026Q2' }] }
    })
    const result = runYear(
      scheme,
      [
        { a: '80', b: '60' },
        { x: '90', y: '70' }
      ],
      { span: 'H1' }
    )
    const units = unitsOf(result)
    expect([units.get('x')?.total?.printed, units.get('y')?.total?.printed]).toEqual(['85.00', '65.00'])
  })

  it('a split shares the old unit’s quarters as declared', () => {
    const scheme = yearScheme({
      units: ['a', 'x', 'y'],
      more: {
        successions: [
          {
            kind: 'SPLIT',
            from: ['a'],
            to: ['x', 'y'],
            effective: '2026Q2',
            inherit: [{ from: 'a', to: 'x', percent: '100' }]
          }
        ]
      }
    })
    const result = runYear(scheme, [{ a: '80' }, { x: '90', y: '70' }], { span: 'H1' })
    const units = unitsOf(result)
    expect(units.get('x')).toMatchObject({ total: { printed: '85.00' }, rank: 1 })
    expect(units.get('y')).toMatchObject({ total: { printed: '70.00' }, rank: null, counted: 1 })
  })

  it('a half-year knows nothing of a succession after it', () => {
    const inherit = [{ from: 'a', to: 'a', percent: '50' }]
    const scheme = yearScheme({
      units: ['a', 'b'],
      more: {
        successions: [{ kind: 'MERGE', from: ['a', 'b'], to: ['a'], effective: '2026Q3', inherit }]
      }
    })
    const result = runYear(
      scheme,
      [
        { a: '80', b: '60' },
        { a: '80', b: '60' }
      ],
      { span: 'H1' }
    )
    expect(unitsOf(result).get('a')).toMatchObject({ total: { printed: '80.00' } })
    expect(unitsOf(result).get('b')).toMatchObject({ total: { printed: '60.00' } })
    // In the second half the declared share counts for the quarters before it.
    const year = runYear(scheme, [{ a: '80', b: '60' }, { a: '80', b: '60' }, { a: '90' }, { a: '90' }])
    expect(unitsOf(year).get('a')).toMatchObject({ total: { printed: '65.00' } })
  })

  it('goes back through one merger after the other, the newest first', () => {
    const taken = (from: string, percent: string) => ({ from, to: 'a', percent })
    const merge = (other: string, effective: string, ...inherit: ReturnType<typeof taken>[]) => ({
      kind: 'MERGE',
      from: ['a', other],
      to: ['a'],
      effective,
      inherit
    })
    const scheme = yearScheme({
      units: ['a', 'b', 'x'],
      more: {
        successions: [
          merge('b', '2026Q2', taken('a', '60'), taken('b', '40')),
          merge('x', '2026Q3', taken('a', '50'), taken('x', '50'))
        ]
      }
    })
    const result = runYear(scheme, [
      { a: '80', b: '60', x: '100' },
      { a: '80', x: '100' },
      { a: '90' },
      { a: '90' }
    ])
    // Q1: (80 × 60% + 60 × 40%) × 50% + 100 × 50% = 86; Q2: 80 × 50% + 100 × 50% = 90.
    expect(
      unitsOf(result)
        .get('a')!
        .quarters.map(({ state, score }) => [state, score])
    ).toEqual([
      ['INHERITED', '86.00'],
      ['INHERITED', '90.00'],
      ['COUNTED', '90.00'],
      ['COUNTED', '90.00']
    ])
  })

  it('a unit founded in Q3 has no quarters before it, and none are missed', () => {
    const scheme = yearScheme({ units: ['a', { code: 'n', from: '2026Q3' }] })
    const result = runYear(scheme, [{ a: '80' }, null, { a: '80', n: '90' }, { a: '80', n: '94' }], {
      decisions: []
    })
    const n = unitsOf(result).get('n')!
    expect(n.quarters.map((quarter) => quarter.state)).toEqual([
      'NOT_A_MEMBER',
      'NOT_A_MEMBER',
      'COUNTED',
      'COUNTED'
    ])
    expect(n).toMatchObject({ total: { printed: '92.00' }, rank: 1, counted: 2 })
    // The round that was not held is missing for the unit that was there.
    expect(unitsOf(result).get('a')).toMatchObject({ total: null })
    expect(result.open).toEqual([
      '2026年第二季度没有考核，请建立该季度并作全体补分决定，或在考核方案里改定缺少季度的处理。'
    ])
  })
})
