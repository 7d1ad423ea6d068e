import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { cell, input, reading, scheme } from './build.ts'

type Loose = Record<string, unknown>

/** One indicator `i`, the result of unit `u`. */
function score(
  item: Loose,
  readings: readonly Reading[],
  more: Partial<ScoringInput> = {},
  given: { policies?: Partial<Policies>; units?: readonly string[]; listed?: readonly string[] } = {}
): IndicatorResult {
  const definition = scheme({
    units: given.units ?? ['u'],
    listed: given.listed ?? [],
    dimensions: [
      {
        code: 'd',
        name: '板块',
        fullMark: '100',
        indicators: [{ code: 'i', name: '签约', fullMark: '100', rule: { kind: 'RATIO_TO_TARGET' }, ...item }]
      }
    ],
    policies: given.policies ?? {}
  })
  const units = computeResults(input(definition, { readings, ...more })).races[0]!.groups[0]!.units
  return units.find((unit) => unit.unit === 'u')!.dimensions[0]!.indicators[0]!
}
const target = (base: string): Loose => ({ targets: [{ unit: '*', base }] })
const down = { direction: 'DOWN', rule: { kind: 'DIRECTION_TABLE', params: { gainPer: '1', lossPer: '1' } } }
const centred = (deadBand: string) => ({
  direction: 'TARGET',
  rule: { kind: 'DIRECTION_TABLE', params: { deadBand, gainPer: '1', lossPer: '1' } }
})

describe('value against target', () => {
  it.each([
    ['UP', target('4'), '5', '+1.00', 'EXCEEDED'],
    ['UP', target('4'), '4', '0.00', 'MET'],
    ['UP', target('4'), '3', '−1.00', 'UNMET'],
    ['DOWN', { ...down, ...target('4') }, '3', '−1.00', 'EXCEEDED'],
    ['DOWN', { ...down, ...target('4') }, '5', '+1.00', 'UNMET'],
    ['TARGET', { ...centred('0'), ...target('50') }, '50', '0.00', 'MET'],
    ['TARGET', { ...centred('0'), ...target('50') }, '51', '+1.00', 'UNMET'],
    ['TARGET inside the dead band of 2', { ...centred('2'), ...target('50') }, '52', '+2.00', 'MET'],
    ['TARGET outside of it', { ...centred('2'), ...target('50') }, '52.01', '+2.01', 'UNMET'],
    ['precision 0', { ...target('4'), precision: 0 }, '5', '+1', 'EXCEEDED'],
    ['precision 3', { ...target('4'), precision: 3 }, '3.9996', '0.000', 'UNMET']
  ])('%s: %j with %s → %s, %s', (_, item, value, gapToTarget, againstTarget) => {
    expect(score(item, [reading('u', 'i', value)])).toMatchObject({ value, gapToTarget, againstTarget })
  })

  it.each([
    ['3', '−2', 'EXCEEDED'],
    ['5', '0', 'MET'],
    ['6', '+1', 'UNMET']
  ])('external place %s against the 5th aimed at: %s, %s', (value, gapToTarget, againstTarget) => {
    const rows = [
      { to: 0, points: '100' },
      { from: 1, points: '60' }
    ]
    const item = {
      rule: { kind: 'EXTERNAL_RANK', params: { rows } },
      targets: [{ unit: '*', rankTarget: 5 }]
    }
    expect(score(item, [reading('u', 'i', value)])).toMatchObject({
      value,
      target: '5',
      gapToTarget,
      againstTarget
    })
  })

  it('is null without a value or without a target, and 缺报 still shows its target', () => {
    expect(score(target('4'), [])).toMatchObject({
      status: 'MISSING',
      value: null,
      target: '4',
      gapToTarget: null,
      againstTarget: null
    })
    const marked = { rule: { kind: 'DIRECT_SCORE' } }
    expect(score(marked, [reading('u', 'i', '80', { field: 'score' })])).toMatchObject({
      value: null,
      target: null,
      againstTarget: null
    })
  })

  it.each(['RESCALE', 'FULL_MARK'] as const)(
    'what does not apply (%s) has no target to miss',
    (notApplicable) => {
      const na = [reading('u', 'i', null, { state: 'NA' })]
      const found = score(target('4'), na, {}, { policies: { notApplicable } })
      expect(found).toMatchObject({ value: null, target: null, againstTarget: null })
    }
  )
})

describe('cumulative indicators show the year to date and the quarter’s share (§6.4-6)', () => {
  const cumulative = { ...target('40'), nature: 'CUMULATIVE', unit: '场' }
  const before = [
    { unit: 'u', indicator: 'i', value: '18' },
    { unit: 'v', indicator: 'i', value: '99' }
  ]

  it('value − value of the quarter before: 30 − 18 = 12, with both in the trace', () => {
    const item = score(cumulative, [reading('u', 'i', '30')], { before })
    expect(item).toMatchObject({ value: '30', increment: '12', score: { printed: '100.00' } })
    expect(item.trace.inputs.at(-1)).toMatchObject({
      key: 'before',
      label: '上季度末累计',
      value: '18',
      unit: '场'
    })
    expect(item.trace.steps[0]).toEqual({
      label: '本季新增',
      expression: '累计 30 − 上季度末 18',
      value: '12'
    })
  })

  it.each([
    ['in the first quarter all of it', '2026Q1', [], '7', '7'],
    ['unknown without the quarter before', '2026Q2', [], '7', null],
    ['a correction downwards', '2026Q2', before, '17', '-1']
  ])('%s', (_, period, given, value, increment) => {
    expect(score(cumulative, [reading('u', 'i', value)], { period, before: given })).toMatchObject({
      increment
    })
  })

  it('period indicators have none', () => {
    expect(score(target('40'), [reading('u', 'i', '30')], { before }).increment).toBeNull()
  })
})

describe('a value with more decimals than the indicator’s precision (ambiguity 19)', () => {
  const item = { ...target('10'), precision: 1, rule: { kind: 'THRESHOLD' } }
  const given = [reading('u', 'i', '9.96', { source: cell('D12', '9.96') })]

  it('is kept by default: 9.96 < 10', () => {
    expect(score(item, given)).toMatchObject({ value: '9.96', score: { printed: '0.00' } })
  })

  it('or rounded before the rule, with where it stood: 10.0 ≥ 10', () => {
    const found = score(item, given, {}, { policies: { valuePrecision: 'ROUND' } })
    expect(found).toMatchObject({ value: '10', score: { printed: '100.00' }, againstTarget: 'MET' })
    expect(found.trace.notes).toContain('数值 9.96 先四舍五入到 1 位小数，按 10 计分')
    expect(found.trace.choices).toContain('「签约」的数先四舍五入到 1 位小数，再计分')
    expect(found.trace.inputs.find((entry) => entry.key === 'actual')?.source).toMatchObject({
      address: 'D12'
    })
  })

  it('says nothing where nothing was rounded, and leaves a decided number alone', () => {
    const policies = { policies: { valuePrecision: 'ROUND' } } as const
    expect(score(item, [reading('u', 'i', '9.9')], {}, policies).trace.choices).toEqual([])
    const decided = [reading('u', 'i', '9.96', { state: 'ESTIMATED' })]
    expect(score(item, decided, {}, policies).value).toBe('9.96')
  })
})

describe('单列 units in pools (ambiguity 10)', () => {
  const best = { rule: { kind: 'RATIO_TO_BEST' } }
  const readings = [reading('u', 'i', '50'), reading('v', 'i', '80'), reading('x', 'i', '100')]
  const units = { units: ['u', 'v', 'x'], listed: ['x'] }

  it('do not take part by default: 50 ÷ 80', () => {
    const found = score(best, readings, {}, units)
    expect(found.score?.printed).toBe('62.50')
    expect(found.trace.choices).not.toContain('「签约」比较时，单列单位也在内')
  })

  it('take part where the scheme says so: 50 ÷ 100, said in the trace', () => {
    const found = score(best, readings, {}, { ...units, policies: { listedInPool: true } })
    expect(found.score?.printed).toBe('50.00')
    expect(found.trace.choices).toContain('「签约」比较时，单列单位也在内')
  })

  it('and only rules that compare units say so', () => {
    const given = { ...units, policies: { listedInPool: true } }
    expect(score(target('100'), readings, {}, given).trace.choices).not.toContain(
      '「签约」比较时，单列单位也在内'
    )
  })
})
