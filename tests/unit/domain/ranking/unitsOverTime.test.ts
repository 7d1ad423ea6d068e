import { describe, expect, it } from 'vitest'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { decision, standTotals, veto } from './standTotals.ts'

const totals = { a: '90', b: '80', c: '95', d: '70' }
const standing = (unit: string, rank: number, group = 'g') => ({
  race: 'r',
  unit,
  group,
  rank,
  total: '88.50'
})
const merge = {
  kind: 'MERGE',
  from: ['a', 'b'],
  to: ['c'],
  effective: '2026Q2',
  basis: '机构改革方案'
}

describe('G20 (§2.13): A and B merge into C in Q2', () => {
  const run = (period: string, policies = {}) =>
    standTotals(totals, { also: { successions: [merge] }, policies }, { period })

  it.each([
    ['2026Q1', 'a1 b2 d3'],
    ['2026Q2', 'd1 c'],
    ['2026Q3', 'c1 d2'],
    ['2026Q4', 'c1 d2']
  ])('%s: %s', (period, order) => {
    expect(run(period).order).toBe(order)
  })

  it('C is scored in Q2, says why it has no place, and so does the footer', () => {
    const { unit, result } = run('2026Q2')
    expect(unit('c')).toMatchObject({
      state: 'SCORED',
      total: { printed: '95.00' },
      rank: null,
      movement: { kind: 'NA' },
      remarks: ['新组建，计分不排名，满 2 个季度起排名']
    })
    expect(result.footer).toContain('合并、拆分新设的单位计分不排名，满 2 个季度起排名。')
    expect(run('2026Q3').result.footer.join()).not.toContain('新设')
  })

  it('the scheme may ask for more or fewer quarters', () => {
    expect(run('2026Q2', { newUnitQuarters: 1 }).order).toBe('c1 d2')
    expect(run('2026Q3', { newUnitQuarters: 3 }).order).toBe('d1 c')
  })

  it('counts in the base of quotas without taking a place', () => {
    const race = { grades: { levels: [{ name: '优秀', percent: '50' }, { name: '其他' }] } }
    const { race: found, unit } = standTotals(
      totals,
      { also: { successions: [merge] }, race },
      { period: '2026Q2' }
    )
    expect(found.grades[0]).toMatchObject({ units: 2, levels: [{ places: 1, members: ['d'] }, {}] })
    expect(unit('c').grade).toBeNull()
  })
})

describe('a renamed unit goes on where its predecessor stood', () => {
  const also = {
    successions: [{ kind: 'RENAME', from: ['b'], to: ['c'], effective: '2026Q3' }],
    vetoKinds: [{ code: 'last', name: '末位', effects: ['RANK_LAST'] }]
  }
  const previous: ScoringInput['previous'] = {
    period: '2026Q2',
    standings: [standing('a', 1), standing('b', 2), standing('d', 3)]
  }
  const run = (some: Partial<ScoringInput> = {}, more: Record<string, unknown> = {}) =>
    standTotals(totals, { also, policies: { vetoes: true }, ...more }, { previous, ...some })

  it('previous rank, movement and gap', () => {
    const { order, unit } = run()
    expect(order).toBe('c1 a2 d3')
    expect(unit('c')).toMatchObject({
      previousRank: 2,
      previousTotal: '88.50',
      movement: { kind: 'UP', by: 1 },
      gapToPrevious: '+6.50',
      remarks: []
    })
    expect(unit('d').gapToPrevious).toBe('−18.50')
  })

  it('is not new, so it is ranked where first quarters are not', () => {
    expect(run({}, { policies: { firstQuarter: 'NOT_RANKED' } }).order).toBe('c1 a2 d3')
  })

  it('keeps its vetoes and its streaks', () => {
    expect(run({ decisions: [veto(1, 'b', 'last')] }).order).toBe('a1 d2 c3')
    const streaks = [
      { code: 's', name: '第一', when: { on: 'FIRST', places: 2 }, times: 2, outcome: '红旗', tone: 'GOOD' }
    ]
    const row = {
      ...standing('b', 2),
      rankedCount: 3,
      belowMean: false,
      grade: null,
      boards: [],
      indicators: {}
    }
    const { unit } = run({ history: [{ period: '2026Q2', standings: [row] }] }, { race: { streaks } })
    expect(unit('c').streaks).toMatchObject([{ count: 2, reached: true }])
    expect(unit('a').streaks).toMatchObject([{ count: 1, reached: false }])
  })
})

describe('gap to the previous quarter', () => {
  const run = (group: string, total: string | null) =>
    standTotals(
      { a: '90' },
      {},
      { previous: { period: '2026Q2', standings: [{ ...standing('a', 1, group), total }] } }
    ).unit('a').gapToPrevious

  it('is between printed totals of the same group', () => {
    expect(run('g', '90.00')).toBe('0.00')
    expect(run('g', null)).toBeNull()
    expect(run('h', '88.50')).toBeNull()
    expect(standTotals({ a: '90' }).unit('a').gapToPrevious).toBeNull()
  })
})

describe('decisions on a year', () => {
  it('do not touch a quarter, nor do those of another quarter', () => {
    const order = ['b', 'a']
    const of = (more: Record<string, unknown>, period = '2026Q3') =>
      standTotals(
        { a: '90', b: '90' },
        {},
        {
          decisions: [
            decision(1, { type: 'TIE', race: 'r', group: 'g', order, ...more } as never, { period })
          ]
        }
      ).order
    expect(of({})).toBe('b1 a2')
    expect(of({ span: 'YEAR' })).toBe('a1 b1')
    expect(of({}, '2026Q2')).toBe('a1 b1')
  })
})
