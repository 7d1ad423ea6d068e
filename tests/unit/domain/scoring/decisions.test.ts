import { describe, expect, it } from 'vitest'
import type { Decision, DecisionSubject } from '#shared/domain/decision/decision.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import { cell, entry, input, reading, scheme } from './build.ts'

const base = scheme({
  units: ['u', 'v'],
  dimensions: [
    {
      code: 'd',
      name: '板块',
      fullMark: '100',
      indicators: [
        {
          code: 'i',
          name: '签约',
          fullMark: '60',
          rule: { kind: 'RATIO_TO_TARGET' },
          targets: [{ unit: '*', base: '4' }]
        },
        { code: 'm', name: '评价', fullMark: '40', rule: { kind: 'JUDGE_MEAN' } }
      ]
    }
  ],
  race: { adjustments: { classes: [{ code: 'plus', name: '加分项', sign: 'BONUS' }] } }
})
const definition = schemeDefinition.parse({
  ...base,
  policies: { ...base.policies, vetoes: true },
  vetoKinds: [{ code: 'safety', name: '安全生产责任事故', effects: ['SCORE_ZERO'] }]
})
const judged = ['u', 'v'].map((unit) =>
  reading(unit, 'm', '75', { field: 'rating', rater: { group: '', name: '甲' } })
)
const handedIn = [reading('u', 'i', '3', { source: cell('D12', '3') }), reading('v', 'i', '2'), ...judged]

let nextId = 1
function decision(subject: DecisionSubject, more: Partial<Decision> = {}): Decision {
  const base = { period: '2026Q3', basis: '会议纪要第 3 期', decidedBy: '考核办', date: '2026-10-08' }
  return { id: nextId++, subject, ...base, ...more }
}
function impute(as: 'VALUE' | 'SCORE', value: string, unit = 'u', indicator: string | null = 'i'): Decision {
  return decision({ type: 'IMPUTATION', unit, race: 'r', indicator, as, value })
}
function run(decisions: readonly Decision[], readings: readonly Reading[] = handedIn, scheme = definition) {
  const result = computeResults(input(scheme, { readings, decisions }))
  const unit = (code: string): UnitResult =>
    result.races[0]!.groups[0]!.units.find((item) => item.unit === code)!
  const item = (code: string, indicator = 'i') =>
    unit(code).dimensions[0]!.indicators.find((entry) => entry.indicator === indicator)!
  return { result, unit, item }
}

describe('补分 of a value', () => {
  it('goes through the rule in place of what was missing: 2 ÷ 4 × 60 = 30', () => {
    const { item, unit, result } = run([impute('VALUE', '2')], handedIn.slice(1))
    expect(item('u')).toMatchObject({
      status: 'SCORED',
      score: { printed: '30.00' },
      estimated: true,
      value: '2',
      gapToTarget: '−2.00'
    })
    expect(item('u').trace.inputs.find((entry) => entry.key === 'actual')).toMatchObject({
      state: 'ESTIMATED',
      source: { kind: 'decision', by: '考核办', basis: '会议纪要第 3 期' }
    })
    expect(item('u').trace.notes).toEqual([
      '完成是补分，依据：会议纪要第 3 期',
      '原来缺报，考核办 2026-10-08 决定按 2 计'
    ])
    expect(unit('u')).toMatchObject({ state: 'SCORED', total: { printed: '60.00' } })
    expect(result.counts.estimated).toBe(1)
  })

  it('goes in place of what was handed in, and says what that was', () => {
    const { item } = run([impute('VALUE', '4')])
    expect(item('u').score?.printed).toBe('60.00')
    expect(item('u').trace.notes).toContain(
      '原报 3（目标任务.xlsx · 表1 · D12），考核办 2026-10-08 决定按 4 计'
    )
  })

  it('settles two numbers that contradict each other', () => {
    const twice = [...handedIn, reading('u', 'i', '1')]
    expect(run([], twice).item('u').status).toBe('REFUSED')
    expect(run([impute('VALUE', '2')], twice).item('u').score?.printed).toBe('30.00')
  })

  it('is refused where the rule looks at marks, not at one value', () => {
    const { item } = run([impute('VALUE', '30', 'u', 'm')])
    expect(item('u', 'm')).toMatchObject({
      status: 'REFUSED',
      reason: '补分决定给的是数值，但「评委评分」不看单个数值，请撤销后改为直接补得分'
    })
  })
})

describe('补分 that a rule would pass over', () => {
  const byPlaces = scheme({
    units: ['u', 'v'],
    dimensions: [
      {
        code: 'd',
        name: '板块',
        fullMark: '100',
        indicators: [
          {
            code: 'i',
            name: '名次',
            fullMark: '100',
            rule: { kind: 'RANK_POINTS', params: { decrement: '5', source: 'GIVEN' } }
          }
        ]
      }
    ]
  })
  const place = (value: string) =>
    reading('u', 'i', value, { field: 'rating', rater: { group: '', name: '甲' } })

  it('is refused: places of evaluators leave one settled place aside', () => {
    const { item } = run([impute('VALUE', '1')], [place('2')], byPlaces)
    expect(item('u')).toMatchObject({
      status: 'REFUSED',
      reason: '补分决定给的数值没有用上，这一项已有分项的数，请撤销后改为直接补得分'
    })
  })

  it('is carried out where there is no such place: second place 100 − 5', () => {
    expect(run([impute('VALUE', '2')], [], byPlaces).item('u').score?.printed).toBe('95.00')
  })
})

describe('补分 as points', () => {
  it('are the score, with basis and decider', () => {
    const { item, unit, result } = run([impute('SCORE', '48.5')], handedIn.slice(1))
    expect(item('u')).toMatchObject({
      status: 'SCORED',
      score: { printed: '48.50' },
      estimated: true,
      value: null
    })
    expect(item('u').trace.sentence).toBe('补分，依据：会议纪要第 3 期，考核办 2026-10-08 决定 → 48.50')
    expect(unit('u').total?.printed).toBe('78.50')
    expect(result.counts.estimated).toBe(1)
  })

  it('keep what the rule would have given', () => {
    const { item } = run([impute('SCORE', '50')])
    expect(item('u').score?.printed).toBe('50.00')
    expect(item('u').trace.notes).toContain('按办法计算的得分不用：完成 3 / 目标 4 = 75.00%，满分 60 → 45.00')
    expect(item('u').trace.inputs.find((entry) => entry.key === 'actual')?.leftOut).toBe('已按决定补分')
  })

  it.each(['60.01', '-1'])('%s is refused against the full mark of 60', (value) => {
    expect(run([impute('SCORE', value)]).item('u')).toMatchObject({
      status: 'REFUSED',
      reason: `决定补的 ${value.replace('-', '−')} 分不在 0 到满分 60 之间，请撤销后重新决定`
    })
  })

  it('reach a rule that looks at marks', () => {
    expect(run([impute('SCORE', '33', 'u', 'm')]).item('u', 'm').score?.printed).toBe('33.00')
  })
})

describe('who a 补分 is for', () => {
  it('everybody (S37: a round that was not held gives all the same), but not whom the item does not concern', () => {
    const { item } = run([impute('SCORE', '57', '*')], [...judged, reading('v', 'i', null, { state: 'NA' })])
    expect(item('u').score?.printed).toBe('57.00')
    expect(item('v').status).toBe('NA')
  })

  it('a unit’s own goes before the one for all, a later one before an earlier one', () => {
    const all = impute('SCORE', '10', '*')
    const own = [impute('SCORE', '20'), impute('SCORE', '30')]
    for (const decisions of [[all, ...own], [...own, all].reverse()]) {
      const { item } = run(decisions)
      expect([item('u').score?.printed, item('v').score?.printed]).toEqual(['30.00', '10.00'])
    }
  })

  it('another race or another quarter is not touched', () => {
    const elsewhere = decision({
      type: 'IMPUTATION',
      unit: 'u',
      race: 'x',
      indicator: 'i',
      as: 'SCORE',
      value: '1'
    })
    const earlier = { ...impute('SCORE', '1'), period: '2026Q2' }
    expect(run([elsewhere, earlier]).item('u').score?.printed).toBe('45.00')
  })
})

describe('补分 of the total (S37)', () => {
  it('is the total; the items stay as computed', () => {
    const { unit, result } = run([impute('SCORE', '95', 'u', null)])
    expect(unit('u')).toMatchObject({ total: { printed: '95.00' }, base: { printed: '75.00' }, rank: 1 })
    expect(unit('u').totalSentence).toBe(
      '补分 95.00，依据：会议纪要第 3 期，考核办 2026-10-08 决定；' +
        '按办法计算是：基础分 75.00 + 加分 0.00 − 减分 0.00 = 75.00'
    )
    expect(result.counts.estimated).toBe(1)
  })

  it('gives a blocked unit its total and its place', () => {
    const { unit, result } = run([impute('SCORE', '95', 'u', null)], handedIn.slice(1))
    expect(unit('u')).toMatchObject({ state: 'SCORED', base: null, total: { printed: '95.00' }, rank: 1 })
    expect(unit('u').totalSentence).toBe('补分 95.00，依据：会议纪要第 3 期，考核办 2026-10-08 决定')
    expect(result.counts).toMatchObject({ blocked: 0, estimated: 1 })
  })

  it('leaves bonuses out: the decision says the whole', () => {
    const result = computeResults(
      input(definition, {
        readings: handedIn,
        decisions: [impute('SCORE', '95', '*', null)],
        adjustments: [entry(1, 'u', 'plus', '3')]
      })
    )
    const units = result.races[0]!.groups[0]!.units
    expect(units.map((unit) => unit.total?.printed)).toEqual(['95.00', '95.00'])
    expect(units.every((unit) => unit.tied)).toBe(true)
    expect(result.counts.estimated).toBe(2)
  })
})

describe('否决 of one indicator (S34)', () => {
  const veto = (more: Partial<Extract<DecisionSubject, { type: 'VETO' }>> = {}) =>
    decision({
      type: 'VETO',
      kind: 'safety',
      unit: 'u',
      race: null,
      indicator: 'i',
      from: '2026Q3',
      until: null,
      ...more
    })

  it('makes it 0 and says why; the rest stays', () => {
    const { item, unit } = run([veto()])
    expect(item('u')).toMatchObject({
      status: 'SCORED',
      score: { printed: '0.00' },
      rate: '0',
      reason: '安全生产责任事故，这一项计 0 分'
    })
    expect(item('u').trace.sentence).toBe(
      '「安全生产责任事故」否决这一项，计 0 分，依据：会议纪要第 3 期，考核办决定 → 0.00'
    )
    expect(item('u').trace.notes).toContain('否决前：完成 3 / 目标 4 = 75.00%，满分 60 → 45.00')
    expect(unit('u').total?.printed).toBe('30.00')
    expect(item('v').score?.printed).toBe('30.00')
  })

  it.each([
    ['another unit', { unit: 'v' }],
    ['another indicator', { indicator: 'm' }],
    ['another race', { race: 'x' }],
    ['later', { from: '2026Q4' }],
    ['over', { from: '2025Q4', until: '2026Q2' }],
    ['a kind that the catalogue lacks', { kind: 'other' }]
  ])('%s: nothing', (_, more) => {
    expect(run([veto(more)]).item('u').score?.printed).toBe('45.00')
  })

  it('strikes what is missing too, never what does not apply, and nothing while vetoes are off (S74a)', () => {
    expect(run([veto()], judged).item('u').score?.printed).toBe('0.00')
    const notApplicable = [...judged, reading('u', 'i', null, { state: 'NA' })]
    expect(run([veto()], notApplicable).item('u').status).toBe('NA')
    const off = schemeDefinition.parse({ ...definition, policies: { ...definition.policies, vetoes: false } })
    expect(run([veto()], handedIn, off).item('u').score?.printed).toBe('45.00')
  })
})
