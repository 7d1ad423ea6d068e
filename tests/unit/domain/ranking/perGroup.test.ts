import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { input, reading, scheme } from '../scoring/build.ts'
import { direct } from './computeMarks.ts'

/**
 * S10: towns in classes A, B, C have other points for the same item (出口交货值 2 / 1 / 2). The rest of the race is one
 * marked item, so that class B has 99 points in all.
 */
const exportValue = {
  code: 'export',
  name: '出口交货值',
  fullMark: '2',
  rule: { kind: 'RATIO_TO_TARGET' },
  targets: [{ unit: '*', base: '100' }],
  byGroup: [{ group: 'b', fullMark: '1' }]
}
const definition = scheme({
  units: ['a1', 'b1', 'b2', 'c1'],
  groups: { a: ['a1'], b: ['b1', 'b2'], c: ['c1'] },
  dimensions: [
    {
      code: 'econ',
      name: '工业经济',
      fullMark: '2',
      byGroup: [{ group: 'b', fullMark: '1' }],
      indicators: [exportValue]
    },
    { code: 'rest', name: '其余', fullMark: '98', indicators: [direct('rest', '98')] }
  ],
  race: { byGroup: [{ group: 'b', fullMark: '99' }] }
})
const handedIn = ['a1', 'b1', 'b2', 'c1'].flatMap((unit) => [
  reading(unit, 'export', '50'),
  reading(unit, 'rest', '49')
])

function unitsOf(readings = handedIn, given = definition): Map<string, UnitResult> {
  const groups = computeResults(input(given, { readings })).races[0]!.groups
  return new Map(groups.flatMap((group) => group.units.map((unit) => [unit.unit, unit])))
}

describe('points by class of unit (S10)', () => {
  it('the same 50 % of the target: 1.00 of 2 in class A, 0.50 of 1 in class B', () => {
    const units = unitsOf()
    const item = (unit: string) => units.get(unit)!.dimensions[0]!.indicators[0]!
    expect([item('a1').score?.printed, item('b1').score?.printed, item('c1').score?.printed]).toEqual([
      '1.00',
      '0.50',
      '1.00'
    ])
    expect([item('a1').fullMark, item('b1').fullMark]).toEqual(['2', '1'])
    expect(item('b1').rate).toBe('0.5')
    expect(item('b1').trace.inputs[0]).toMatchObject({ key: 'fullMark', value: '1' })
    expect(units.get('b1')!.dimensions[0]).toMatchObject({ fullMark: '1', effectiveFullMark: '1' })
    expect(units.get('a1')!.dimensions[0]).toMatchObject({ fullMark: '2' })
  })

  it('each group names the full mark that it has', () => {
    const groups = computeResults(input(definition, { readings: handedIn })).races[0]!.groups
    expect(groups.map((group) => group.fullMark)).toEqual(['100', '99', '100'])
  })

  it('不适用 is rescaled to the group’s own maximum: 49 × 99 ÷ (99 − 1) = 49.50, and 49 × 100 ÷ (100 − 2) = 50.00', () => {
    const readings = handedIn.map((item) =>
      item.indicator === 'export' ? reading(item.unit, 'export', null, { state: 'NA' }) : item
    )
    const units = unitsOf(readings)
    expect(units.get('b1')).toMatchObject({ rescaledFrom: '98', total: { printed: '49.50' } })
    expect(units.get('a1')).toMatchObject({ rescaledFrom: '98', total: { printed: '50.00' } })
  })
})

describe('another rule for one group (S4)', () => {
  const ranked = scheme({
    units: ['a1', 'a2', 'b1', 'b2'],
    groups: { a: ['a1', 'a2'], b: ['b1', 'b2'] },
    dimensions: [
      {
        code: 'd',
        name: '招商',
        fullMark: '100',
        indicators: [
          {
            code: 'i',
            name: '到位资金',
            fullMark: '100',
            rule: { kind: 'RATIO_TO_TARGET' },
            targets: [{ unit: '*', base: '200' }],
            byGroup: [{ group: 'b', rule: { kind: 'RANK_POINTS', params: { decrement: '5' } } }]
          }
        ]
      }
    ]
  })

  it('one group by its target, the other by places among its own units', () => {
    const readings = ['150', '100', '150', '10'].map((value, index) =>
      reading(['a1', 'a2', 'b1', 'b2'][index]!, 'i', value)
    )
    const units = unitsOf(readings, ranked)
    const totals = [...units.values()].map((unit) => unit.total?.printed)
    // a: 150 ÷ 200, 100 ÷ 200. b: first place 100, second 100 − 5 % of 100.
    expect(totals).toEqual(['75.00', '50.00', '100.00', '95.00'])
    const kinds = [...units.values()].map((unit) => unit.dimensions[0]!.indicators[0]!.trace.ruleKind)
    expect(kinds).toEqual(['RATIO_TO_TARGET', 'RATIO_TO_TARGET', 'RANK_POINTS', 'RANK_POINTS'])
  })

  it('nothing of one group reaches the other’s pool', () => {
    const readings = (b2: string) =>
      ['150', '100', '150', b2].map((value, index) => reading(['a1', 'a2', 'b1', 'b2'][index]!, 'i', value))
    const groupA = (b2: string) =>
      computeResults(input(ranked, { readings: readings(b2) })).races[0]!.groups[0]
    expect(groupA('999')).toEqual(groupA('1'))
  })
})

it('the rule in words names groups and units, never their codes', () => {
  const places = {
    code: 'places',
    name: '名次项',
    fullMark: '20',
    rule: {
      kind: 'RANK_POINTS',
      params: { decrement: '5', byGroup: [{ group: 'b', decrement: '0.5', decrementIn: 'POINTS' }] }
    }
  }
  const best = {
    code: 'best',
    name: '与最好比',
    fullMark: '80',
    rule: { kind: 'RATIO_TO_BEST', params: { coefficients: [{ unit: 'b1', factor: '1.2' }] } }
  }
  const given = scheme({
    units: ['a1', { code: 'b1', name: '文成县' }],
    groups: { a: ['a1'], b: ['b1'] },
    dimensions: [{ code: 'd', name: '板块', fullMark: '100', indicators: [places, best] }]
  })
  const readings = ['a1', 'b1'].flatMap((unit) => [reading(unit, 'places', '1'), reading(unit, 'best', '1')])
  const words = unitsOf(readings, given)
    .get('b1')!
    .dimensions[0]!.indicators.map((item) => item.trace.ruleInWords)
  expect(words[0]).toContain('组b 组每降 1 位减 0.5 分')
  expect(words[1]).toContain('文成县 1.2')
})
