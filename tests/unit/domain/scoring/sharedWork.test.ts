import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import { cell, input, reading, scheme } from './build.ts'

type Work = { name: string; from: string; shares: { unit: string; percent: string }[] }
const work = (name: string, from: string, shares: Record<string, string>): Work => ({
  name,
  from,
  shares: Object.entries(shares).map(([unit, percent]) => ({ unit, percent }))
})
/** S9: 园区 70 %, 乡镇 30 %. */
const joint = work('联合项目', 'park', { park: '70', town: '30' })

interface Given {
  divide: 'VALUE' | 'SCORE'
  works: Work[]
  readings: readonly Reading[]
  rule?: { kind: string; params?: Record<string, unknown> }
  groups?: Record<string, string[]>
  policies?: Partial<Policies>
}

function run({ divide, works, readings, rule, groups, policies }: Given): Map<string, IndicatorResult> {
  const units = ['park', 'town', 'other']
  const definition = scheme({
    units,
    groups: groups ?? { g: units },
    dimensions: [
      {
        code: 'd',
        name: '板块',
        fullMark: '20',
        indicators: [
          {
            code: 'i',
            name: '到位资金',
            unit: '万元',
            fullMark: '20',
            rule: rule ?? { kind: 'RATIO_TO_TARGET' },
            targets: [{ unit: '*', base: '100' }],
            shared: { divide, works }
          }
        ]
      }
    ],
    race: { fullMark: '20' },
    policies: policies ?? {}
  })
  const result = computeResults(input(definition, { readings }))
  const all = result.races[0]!.groups.flatMap((group) => group.units)
  return new Map(all.map((unit) => [unit.unit, unit.dimensions[0]!.indicators[0]!]))
}
const lead = reading('park', 'i', '100', { source: cell('D12', '100') })
const scores = (found: Map<string, IndicatorResult>) =>
  ['park', 'town', 'other'].map((unit) => found.get(unit)?.score?.printed ?? found.get(unit)?.status)

describe('shared by value', () => {
  it('S9: of 100 the 园区 keeps 70, the 乡镇 gets 30 on top of its own 10: 14.00 and 8.00 of 20', () => {
    const readings = [lead, reading('town', 'i', '10'), reading('other', 'i', '50')]
    const found = run({ divide: 'VALUE', works: [joint], readings })
    expect(scores(found)).toEqual(['14.00', '8.00', '10.00'])
    expect(['park', 'town', 'other'].map((unit) => found.get(unit)?.value)).toEqual(['70', '40', '50'])
    const { trace } = found.get('town')!
    expect(trace.inputs.find((entry) => entry.key === 'shared')).toMatchObject({
      label: '「联合项目」牵头单位单位park的数',
      value: '100',
      source: { address: 'D12' }
    })
    expect(trace.steps.slice(0, 2)).toEqual([
      { label: '共享「联合项目」', expression: '单位park 100 × 30%', value: '30' },
      { label: '共享后的数', expression: '本单位 10 + 联合项目 30', value: '40' }
    ])
    expect(trace.notes).toContain('含共享工作：本单位 10 + 联合项目 30 = 40')
  })

  it('full credit to each is 100 for each', () => {
    const works = [work('联合项目', 'park', { park: '100', town: '100' })]
    const readings = [lead, reading('town', 'i', '0'), reading('other', 'i', '0')]
    expect(scores(run({ divide: 'VALUE', works, readings }))).toEqual(['20.00', '20.00', '0.00'])
  })

  it('adds up several works, led by different units', () => {
    // town leads 道路 (50: keeps 40 % = 20) and gets 30 of 联合项目 → 50; park gets 70 + 60 % of 50 = 30 → 100.
    const works = [joint, work('道路', 'town', { town: '40', park: '60' })]
    const found = run({ divide: 'VALUE', works, readings: [lead, reading('town', 'i', '50')] })
    expect([found.get('park')?.value, found.get('town')?.value]).toEqual(['100', '50'])
  })

  it('a lead that is not listed keeps nothing of it: a real 0', () => {
    const found = run({ divide: 'VALUE', works: [work('代建', 'park', { town: '100' })], readings: [lead] })
    expect(found.get('park')).toMatchObject({ value: '0', score: { printed: '0.00' } })
    expect(found.get('town')?.value).toBe('100')
  })

  it('a lead without a number makes it 缺报 for everybody, never 0, and says whose', () => {
    const found = run({ divide: 'VALUE', works: [joint], readings: [reading('town', 'i', '10')] })
    expect(scores(found)).toEqual(['MISSING', 'MISSING', 'MISSING'])
    expect(found.get('town')!.trace.notes).toContain(
      '共享工作「联合项目」的牵头单位单位park还没有报数，按缺报处理'
    )
  })

  it('keeps 缺报 apart from a unit that has nothing of its own to hand in', () => {
    const own = (item: readonly Reading[]) =>
      run({ divide: 'VALUE', works: [joint], readings: [lead, ...item] }).get('town')!
    expect(own([reading('town', 'i', null)]).status).toBe('MISSING')
    expect(own([reading('town', 'i', null, { state: 'NA' })])).toMatchObject({ value: '30' })
    expect(own([])).toMatchObject({ value: '30', status: 'SCORED' })
    expect(own([]).trace.notes).toContain('本单位没有另报自己的数，只计共享工作分得的数')
  })

  it('two numbers of the lead, or of the unit, are settled by nobody', () => {
    const twice = run({ divide: 'VALUE', works: [joint], readings: [lead, reading('park', 'i', '90')] })
    expect(twice.get('town')).toMatchObject({
      status: 'REFUSED',
      reason: '共享工作「联合项目」的牵头单位单位park报了两个不同的数，请留下对的一个'
    })
    const own = [lead, reading('town', 'i', '1'), reading('town', 'i', '2')]
    expect(run({ divide: 'VALUE', works: [joint], readings: own }).get('town')?.status).toBe('REFUSED')
  })

  it('pools see the divided values: best is 70, not 100', () => {
    const readings = [lead, reading('town', 'i', '5'), reading('other', 'i', '35')]
    const found = run({ divide: 'VALUE', works: [joint], readings, rule: { kind: 'RATIO_TO_BEST' } })
    // park 70 ÷ 70, town 35 ÷ 70, other 35 ÷ 70
    expect(scores(found)).toEqual(['20.00', '10.00', '10.00'])
  })

  it('an estimated number of the lead is flagged on every unit that gets a part', () => {
    const basis = { kind: 'decision', by: '考核办', at: '2026-10-08', basis: '纪要' } as const
    const estimated = reading('park', 'i', '100', { state: 'ESTIMATED', source: basis })
    const found = run({ divide: 'VALUE', works: [joint], readings: [estimated, reading('other', 'i', '1')] })
    expect(['park', 'town', 'other'].map((unit) => found.get(unit)?.estimated)).toEqual([true, true, false])
  })

  it('nothing is lost: parts that add up to 100 % add up to what was handed in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 9999 }),
        (percent, park, town) => {
          const shares = { park: String(percent), town: String(100 - percent) }
          const readings = [reading('park', 'i', String(park)), reading('town', 'i', String(town))]
          const found = run({ divide: 'VALUE', works: [work('甲', 'park', shares)], readings })
          const values = ['park', 'town'].map((unit) => Number(found.get(unit)!.value) * 100)
          expect(Math.round(values[0]! + values[1]!)).toBe((park + town) * 100)
        }
      ),
      { numRuns: 30 }
    )
  })
})

describe('shared by score', () => {
  const readings = [lead, reading('town', 'i', '10'), reading('other', 'i', '50')]

  it('each listed unit gets its percent of the score that the lead earned; others are scored as usual', () => {
    const found = run({ divide: 'SCORE', works: [joint], readings })
    // The lead earns 20: 14 and 6. `other` has 50 of 100.
    expect(scores(found)).toEqual(['14.00', '6.00', '10.00'])
    const { trace } = found.get('town')!
    expect(trace.sentence).toBe('共享「联合项目」单位park 20.00 × 30% → 6.00')
    expect(trace.steps).toEqual([
      { label: '共享「联合项目」', expression: '单位park 20.00 × 30%', value: '6' }
    ])
    expect(trace.inputs.map((entry) => [entry.label, entry.value])).toEqual([
      ['满分', '20'],
      ['「联合项目」牵头单位单位park的得分', '20'],
      ['单位park：完成', '100'],
      ['单位park：季度目标', '100']
    ])
    expect(trace.inputs[2]!.source).toMatchObject({ address: 'D12' })
  })

  it('shows value and target of the lead only: the others earned by its work', () => {
    const found = run({ divide: 'SCORE', works: [joint], readings })
    expect(found.get('park')).toMatchObject({ value: '100', target: '100', againstTarget: 'MET' })
    expect(found.get('town')).toMatchObject({ value: null, target: null, againstTarget: null })
  })

  it('adds up several works: 30 % of 20 and 50 % of 10', () => {
    const works = [joint, work('道路', 'other', { town: '50' })]
    const found = run({ divide: 'SCORE', works, readings })
    // `other` is in no work's shares, so it keeps its own 10.
    expect(scores(found)).toEqual(['14.00', '11.00', '10.00'])
  })

  it('reaches into another group', () => {
    const groups = { a: ['park'], b: ['town', 'other'] }
    expect(scores(run({ divide: 'SCORE', works: [joint], readings, groups }))).toEqual([
      '14.00',
      '6.00',
      '10.00'
    ])
  })

  it('a lead without a score makes the credit 缺报, and its policy is the credited unit’s', () => {
    const blocked = run({ divide: 'SCORE', works: [joint], readings: readings.slice(1) })
    expect(scores(blocked)).toEqual(['MISSING', 'MISSING', '10.00'])
    expect(blocked.get('town')!.reason).toBe('缺报，共享工作「联合项目」的牵头单位单位park这一项还没有得分')
    const floor = { missing: 'FLOOR', missingFloor: '50' } as const
    const counted = run({ divide: 'SCORE', works: [joint], readings: readings.slice(1), policies: floor })
    expect(scores(counted)).toEqual(['10.00', '10.00', '10.00'])
    expect(counted.get('town')!.status).toBe('MISSING')
  })

  it('a lead that is refused refuses, one that does not apply does not apply', () => {
    const twice = run({ divide: 'SCORE', works: [joint], readings: [...readings, reading('park', 'i', '1')] })
    expect(twice.get('town')?.status).toBe('REFUSED')
    expect(twice.get('town')?.reason).toContain('共享工作「联合项目」的牵头单位单位park不能计分')
    const na = [reading('park', 'i', null, { state: 'NA' }), ...readings.slice(1)]
    expect(scores(run({ divide: 'SCORE', works: [joint], readings: na }))).toEqual(['NA', 'NA', '10.00'])
    const mixed = [joint, work('道路', 'other', { town: '50' })]
    expect(run({ divide: 'SCORE', works: mixed, readings: na }).get('town')?.status).toBe('REFUSED')
  })
})
