import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { combineRounds } from '#shared/domain/period/combineRounds.ts'
import { printed, rating, reading, runRule, type RuleCase } from './build.ts'

const given = (rank: string, fullMark: string, decrement: string) =>
  runRule({
    kind: 'RANK_POINTS',
    params: { decrement, source: 'GIVEN' },
    indicator: { fullMark },
    readings: [reading('u', 'a1', rank)]
  })

describe('RANK_POINTS with given places', () => {
  it('G5 (S2): four evaluators rank a unit 1, 3, 2, 5 → mean 193', () => {
    const outcome = runRule({
      kind: 'RANK_POINTS',
      params: { decrement: '2', source: 'GIVEN' },
      indicator: { fullMark: '200' },
      readings: ['1', '3', '2', '5'].map((rank, index) => rating('u', 'a1', `领导${index}`, rank))
    })
    expect(printed(outcome)).toBe('193.00')
    expect(outcome.trace.sentence).toBe(
      '名次 1、3、2、5，满分 200，每降 1 位减满分的 2%，得 200、192、196、184，平均 → 193.00'
    )
  })

  it.each([
    ['SAME_RANK', ['200.00', '196.00', '196.00', '188.00']],
    ['MEAN_OF_PLACES', ['200.00', '194.00', '194.00', '188.00']]
  ] as const)('G5: one evaluator ranks 1, 2, 2, 4 under %s', (tie, expected) => {
    const readings = ['1', '2', '2', '4'].map((rank, index) => rating(`u${index}`, 'a1', '领导', rank))
    const run = (unit: string, more: Partial<RuleCase>) =>
      printed(
        runRule({
          kind: 'RANK_POINTS',
          params: { decrement: '2', source: 'GIVEN' },
          indicator: { fullMark: '200' },
          readings,
          unit,
          ...more
        })
      )
    const units = readings.map((item) => item.unit)
    expect(units.map((unit) => run(unit, { policies: { tiedRankPoints: tie } }))).toEqual(expected)
    // The rule's own choice goes before the scheme's policy.
    const own = { params: { decrement: '2', source: 'GIVEN', tie } }
    expect(units.map((unit) => run(unit, own))).toEqual(expected)
  })

  it.each([
    ['A', ['3', '1', '2', '2'], ['18.00', '20.00', '19.00', '19.00'], '19.00'],
    ['B', ['1', '2', '1', '1'], ['20.00', '19.00', '20.00', '20.00'], '19.75'],
    ['J', ['10', '10', '9', '10'], ['11.00', '11.00', '12.00', '11.00'], '11.25']
  ])('G6 (S3): unit %s, ranks %s', (_, ranks, points, year) => {
    const outcomes = ranks.map((rank) => given(rank, '20', '5'))
    expect(outcomes.map((outcome) => printed(outcome))).toEqual(points)
    const quarters = outcomes.map((outcome, index) => ({
      key: `Q${index + 1}`,
      value: outcome.status === 'SCORED' ? outcome.score : null,
      weight: dec('25')
    }))
    const rule = { method: 'MEAN', best: 3, missing: 'DECIDE' } as const
    expect(combineRounds(quarters, rule).value?.toFixed(2)).toBe(year)
  })

  it('G6: rank 21 is exactly 0 and the floor holds beyond', () => {
    expect(printed(given('21', '20', '5'))).toBe('0.00')
    expect(printed(given('22', '20', '5'))).toBe('0.00')
  })

  it.each(['0', '2.5', '-1'])('refuses %s as a place', (rank) => {
    expect(given(rank, '20', '5').status).toBe('REFUSED')
  })

  it('leaves recusals out and keeps NA and MISSING apart', () => {
    const run = (readings: RuleCase['readings']) =>
      printed(
        runRule({
          kind: 'RANK_POINTS',
          params: { decrement: '2', source: 'GIVEN' },
          indicator: { fullMark: '200' },
          readings
        })
      )
    expect(run([rating('u', 'a1', '甲', '3'), rating('u', 'a1', '乙', null)])).toBe('192.00')
    expect(run([rating('u', 'a1', '甲', null)])).toBe('NA')
    expect(run([])).toBe('MISSING')
  })
})

describe('RANK_POINTS by value', () => {
  const readings = [
    reading('a', 'a1', '95.2'),
    reading('b', 'a1', '93.8'),
    reading('c', 'a1', '95.2'),
    reading('d', 'a1', null, { state: 'NA' }),
    reading('e', 'a1', '90')
  ]
  const score = (unit: string, more: Partial<RuleCase> = {}) =>
    printed(
      runRule({
        kind: 'RANK_POINTS',
        params: { decrement: '5' },
        indicator: { fullMark: '5' },
        readings,
        unit,
        ...more
      })
    )

  it('ranks participants of the item only, 1-1-3-4', () => {
    expect(['a', 'b', 'c', 'd', 'e'].map((unit) => score(unit))).toEqual([
      '5.00',
      '4.50',
      '5.00',
      'NA',
      '4.25'
    ])
  })

  it('averages the points of the places that a tie occupies (S84a)', () => {
    const mean = { policies: { tiedRankPoints: 'MEAN_OF_PLACES' } } as const
    expect(['a', 'b', 'c', 'e'].map((unit) => score(unit, mean))).toEqual(['4.88', '4.50', '4.88', '4.25'])
  })

  it('S84a: two share places worth 7 and 6 → 6.5; three 7, 6, 5 → 6', () => {
    const tied = (count: number) =>
      printed(
        runRule({
          kind: 'RANK_POINTS',
          params: { decrement: '1', decrementIn: 'POINTS', tie: 'MEAN_OF_PLACES' },
          indicator: { fullMark: '7' },
          readings: Array.from({ length: count }, (_, index) => reading(`u${index}`, 'a1', '1')),
          unit: 'u0'
        })
      )
    expect([tied(2), tied(3)]).toEqual(['6.50', '6.00'])
  })

  it('turns round where less is better, and looks for the nearest to a centred target', () => {
    expect(score('e', { indicator: { fullMark: '5', direction: 'DOWN' } })).toBe('5.00')
    const centred = { fullMark: '5', direction: 'TARGET', targets: [{ unit: '*', base: '94' }] } as const
    expect(score('b', { indicator: centred })).toBe('5.00')
    expect(score('e', { indicator: centred })).toBe('4.25')
  })

  it('gives a 单列 unit its points without taking a place from anybody', () => {
    expect(score('b', { listed: ['a'] })).toBe('4.75')
    expect(score('a', { listed: ['a'] })).toBe('5.00')
  })

  it('S4: half a point a place, and another step for another group', () => {
    const params = {
      decrement: '0.5',
      decrementIn: 'POINTS',
      byGroup: [{ group: 'zone', decrement: '10', decrementIn: 'PERCENT' }]
    }
    expect(score('b', { params })).toBe('4.00')
    expect(score('b', { params, group: 'zone' })).toBe('4.00')
    expect(score('e', { params })).toBe('3.50')
    expect(score('e', { params, group: 'zone' })).toBe('3.50')
    expect(
      score('e', { params: { ...params, byGroup: [{ group: 'zone', decrement: '20' }] }, group: 'zone' })
    ).toBe('2.00')
  })

  it('is not moved by a value written with more digits than binary floats hold', () => {
    const close = [reading('a', 'a1', '0.30000000000000000001'), reading('b', 'a1', '0.3')]
    expect(
      printed(
        runRule({
          kind: 'RANK_POINTS',
          params: { decrement: '50' },
          indicator: { fullMark: '2' },
          readings: close,
          unit: 'b'
        })
      )
    ).toBe('1.00')
  })
})
