import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { parseTrialCase } from '#shared/domain/trial/parseTrialCase.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { curveRange, scoreCurve, type CurvePoint } from '#shared/domain/trial/scoreCurve.ts'

const given = (rule: unknown, more: object = {}, target = '100') =>
  parseTrialCase({ rule, participants: [{ unit: 'a', target, actual: '90' }], ...more })

const at = (points: readonly CurvePoint[], value: string): string | null | undefined =>
  points.find((point) => point.value === value)?.score

describe('scoreCurve', () => {
  it('draws a cliff as a jump: a value on it and one right beside it', () => {
    const rule = { kind: 'RATIO_TO_TARGET', params: { cliff: '80' } }
    const { points } = scoreCurve(given(rule), 'a', { from: '0', to: '120', points: 13 })!
    expect(at(points, '80')).toBe('0')
    expect(at(points, '80.00012')).toBe('80.00012')
    expect(at(points, '100')).toBe('100')
    expect(at(points, '120')).toBe('100')
    const values = points.map((point) => Number(point.value))
    expect(values).toEqual([...values].sort((a, b) => a - b))
  })

  it('draws step and linear side by side, with every stair', () => {
    const rule = {
      kind: 'DIFF_FROM_TARGET',
      params: {
        upPer: '10',
        upPoints: '0.5',
        upCap: '1',
        downPer: '10',
        downPoints: '0.5',
        downCap: '1',
        mode: 'STEP'
      }
    }
    const curve = scoreCurve(given(rule, { indicator: { fullMark: '7' } }), 'a', {
      from: '60',
      to: '140',
      points: 5
    })!
    expect(curve.mode).toBe('STEP')
    expect(curve.other?.mode).toBe('LINEAR')
    // G2 (S10): 110 is a whole step, a little less is none.
    expect(at(curve.points, '110')).toBe('7.5')
    expect(at(curve.points, '109.99992')).toBe('7')
    expect(at(curve.points, '120')).toBe('8')
    expect(at(curve.points, '140')).toBe('8')
    expect(at(curve.other!.points, '110')).toBe('7.5')
    expect(at(curve.other!.points, '80')).toBe('6')
    expect(at(curve.other!.points, '120')).toBe('8')
  })

  it('breaks where the rule has no answer', () => {
    const rule = {
      kind: 'INTERVAL_TABLE',
      params: {
        rows: [
          { lo: '90', value: '10' },
          { hi: '80', value: '0' }
        ]
      }
    }
    const { points } = scoreCurve(given(rule), 'a', { from: '70', to: '100', points: 4 })!
    expect(at(points, '80')).toBeNull()
    expect(at(points, '90')).toBe('10')
    expect(at(points, '70')).toBe('0')
  })

  it('varies one unit among the others, whose values are turns', () => {
    const rule = { kind: 'RANK_POINTS', params: { decrement: '5' } }
    const participants = [
      { unit: 'a', actual: '1' },
      { unit: 'b', actual: '20' },
      { unit: 'c', actual: '30' }
    ]
    const { points } = scoreCurve(parseTrialCase({ rule, participants }), 'a', {
      from: '0',
      to: '40',
      points: 2
    })!
    expect(at(points, '0')).toBe('90')
    expect(at(points, '20')).toBe('95')
    expect(at(points, '30')).toBe('100')
    expect(at(points, '29.99996')).toBe('95')
  })

  it('takes whole places only where the value is a place', () => {
    const rule = {
      kind: 'EXTERNAL_RANK',
      params: { by: 'PLACE', rows: [{ from: 1, points: '10', perPlace: '-1', limit: '0' }] }
    }
    const { points } = scoreCurve(given(rule), 'a', { from: '0', to: '4', points: 50 })!
    expect(points).toEqual([
      { value: '1', score: '10' },
      { value: '2', score: '9' },
      { value: '3', score: '8' },
      { value: '4', score: '7' }
    ])
  })

  it('has no curve for marks, votes and events, nor for a unit that is not there', () => {
    const judges = RULE_KINDS.find((kind) => kind.kind === 'JUDGE_MEAN')!
    const range = { from: '0', to: '1', points: 2 }
    expect(scoreCurve(parseTrialCase(judges.example.case), '甲', range)).toBeNull()
    expect(scoreCurve(given({ kind: 'RATIO_TO_TARGET' }), 'nobody', range)).toBeNull()
  })

  it.each(RULE_KINDS.filter((kind) => kind.curve !== undefined).map((kind) => [kind.kind, kind] as const))(
    '%s: the curve of its example goes through the example’s own score, within 200 evaluations a unit',
    (_, kind) => {
      const json = parseTrialCase(kind.example.case)
      const { unit, score } = runTrial(json).results[0]!
      const actual = json.participants[0]!.actual as string
      const range = curveRange(json, unit)
      expect(Number(range.from)).toBeLessThan(Number(range.to))
      const curve = scoreCurve(json, unit, { ...range, points: 60 })!
      expect(curve.points.length).toBeGreaterThan(3)
      expect(curve.points.length).toBeLessThanOrEqual(200)
      const through = scoreCurve(json, unit, { from: actual, to: actual, points: 1 })
      if (kind.curve?.({}) === 'PLACE') return
      expect(through?.points).toEqual([{ value: actual, score: score?.exact }])
    }
  )

  it.each([
    ['RATIO_TO_TARGET', {}],
    ['RATIO_TO_TARGET', { stretchPoints: '3' }],
    ['RATIO_TO_TARGET', { cliff: '60', floor: '70', cap: '130' }],
    ['DIFF_FROM_TARGET', { mode: 'STEP' }],
    ['DIRECTION_TABLE', { deadBand: '7', deadBandFrom: 'TARGET', mode: 'STEP' }],
    ['SASAC_GROWTH', {}],
    ['EFFICACY_TIERS', { belowWorst: 'WORST_TIER' }],
    ['MINMAX_60_100', { tail: '15' }],
    ['RATIO_TO_BEST', {}],
    ['RANK_POINTS', { tie: 'MEAN_OF_PLACES' }]
  ])('%s %j: a better value never gets less', (code, params) => {
    const { example } = RULE_KINDS.find((kind) => kind.kind === code)!
    const participants = example.case.participants.map((one) =>
      typeof one.target === 'string' ? { ...one, target: { base: one.target, stretch: '150' } } : one
    )
    const json = parseTrialCase({
      ...example.case,
      participants,
      rule: { kind: code, params: { ...example.case.rule.params, ...params } }
    })
    const { unit } = json.participants[0]!
    const { points } = scoreCurve(json, unit, { ...curveRange(json, unit), points: 40 })!
    const scores = points.flatMap(({ score }) => (score === null ? [] : [dec(score)]))
    expect(scores.length).toBeGreaterThan(20)
    scores.slice(1).forEach((score, index) => expect(score.lessThan(scores[index]!)).toBe(false))
    expect(scores.at(-1)!.greaterThan(scores[0]!)).toBe(true)
  })
})
