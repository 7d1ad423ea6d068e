import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { checkCodes } from './checkCodes.ts'
import { indicator, printed, reading, runRule, type RuleCase } from './build.ts'

function ratio(
  value: string,
  target: string,
  fullMark: string,
  params: Record<string, unknown> = {},
  more: RuleCase['indicator'] = {}
) {
  return runRule({
    kind: 'RATIO_TO_TARGET',
    params,
    indicator: { fullMark, targets: [{ unit: '*', base: target }], ...more },
    readings: [reading('u', 'a1', value)]
  })
}

describe('RATIO_TO_TARGET', () => {
  it.each([
    ['G1 item 1 (S9)', '3', '4', '30', {}, '22.50'],
    ['G1 item 2 (S9)', '5000', '6000', '20', {}, '16.67'],
    ['G1 item 3 (S9)', '2', '3', '20', {}, '13.33'],
    ['S9: at the target, full mark', '4', '4', '30', {}, '30.00'],
    ['S80a: above the target, no more than the full mark', '9', '4', '30', {}, '30.00'],
    [
      'S76: MAX=120',
      '200',
      '100',
      '10',
      { cap: '120', floor: '80', cliff: '60', cliffInclusive: false },
      '12.00'
    ],
    [
      'S76: MIN=80',
      '70',
      '100',
      '10',
      { cap: '120', floor: '80', cliff: '60', cliffInclusive: false },
      '8.00'
    ],
    [
      'S76: exactly 60 % is not <60 %',
      '60',
      '100',
      '10',
      { floor: '80', cliff: '60', cliffInclusive: false },
      '8.00'
    ],
    ['S76: <60 % is 0', '59.9', '100', '10', { floor: '80', cliff: '60', cliffInclusive: false }, '0.00'],
    ['S10: 80 % (含80%) is 0', '80', '100', '2', { cliff: '80' }, '0.00'],
    ['S10: 80.01 % is above the cliff before rounding', '80.01', '100', '2', { cliff: '80' }, '1.60'],
    ['a cliff is not rounded: 79.999…% prints as 80.00 %', '79.9999', '100', '2', { cliff: '80' }, '0.00'],
    ['nothing done is 0, not missing', '0', '4', '30', {}, '0.00'],
    ['a negative value stops at the floor', '-3', '4', '30', {}, '0.00']
  ])('%s', (_, value, target, fullMark, params, expected) => {
    expect(printed(ratio(value, target, fullMark, params))).toBe(expected)
  })

  it('divides once, so that a third of 30 is 10 exactly', () => {
    const outcome = ratio('1', '3', '30')
    expect(outcome.status === 'SCORED' && outcome.score.toFixed()).toBe('10')
  })

  it('says the calculation as on the reference screen', () => {
    expect(ratio('3', '4', '30').trace.sentence).toBe('完成 3 / 目标 4 = 75.00%，满分 30 → 22.50')
    expect(ratio('5', '4', '30').trace.sentence).toBe(
      '完成 5 / 目标 4 = 125.00%，按 100% 计，满分 30 → 30.00'
    )
    expect(ratio('80', '100', '2', { cliff: '80' }).trace.sentence).toBe(
      '完成 80 / 目标 100 = 80.00%，低于 80%（含）不得分，满分 2 → 0.00'
    )
  })

  describe('lower is better', () => {
    it.each([
      ['TARGET_OVER_VALUE', '5', '6.4', '6.25'],
      ['TARGET_OVER_VALUE', '5', '4', '8.00'],
      ['TARGET_OVER_VALUE', '5', '0', '8.00'],
      ['TWO_MINUS_RATIO', '2', '2.3', '6.80'],
      ['TWO_MINUS_RATIO', '2', '0', '8.00'],
      ['TWO_MINUS_RATIO', '2', '5', '0.00']
    ])('%s, target %s, value %s', (down, target, value, expected) => {
      expect(printed(ratio(value, target, '8', { down }, { direction: 'DOWN' }))).toBe(expected)
    })

    it('is refused without a choice: nothing is published', () => {
      expect(ratio('3', '4', '8', {}, { direction: 'DOWN' })).toMatchObject({ status: 'REFUSED' })
    })

    it('refuses a negative value under target ÷ value', () => {
      const outcome = ratio('-1', '4', '8', { down: 'TARGET_OVER_VALUE' }, { direction: 'DOWN' })
      expect(outcome).toMatchObject({
        status: 'REFUSED',
        reason: expect.stringContaining('小于 0') as string
      })
    })
  })

  it.each(['0', '-2'])('refuses a target of %s with its reason, without a number', (target) => {
    const outcome = ratio('3', target, '30')
    expect(outcome.status).toBe('REFUSED')
    expect(outcome.trace.sentence).toContain(`目标是 ${target.replace('-', '−')}`)
  })

  it('refuses without any target', () => {
    const outcome = runRule({ kind: 'RATIO_TO_TARGET', readings: [reading('u', 'a1', '3')] })
    expect(outcome).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining('没有目标') as string
    })
  })

  it('keeps NA, MISSING, 0 and two different numbers apart', () => {
    const run = (readings: RuleCase['readings']) =>
      runRule({ kind: 'RATIO_TO_TARGET', indicator: { targets: [{ unit: '*', base: '4' }] }, readings })
        .status
    expect(run([reading('u', 'a1', null, { state: 'NA' })])).toBe('NA')
    expect(run([reading('u', 'a1', null)])).toBe('MISSING')
    expect(run([])).toBe('MISSING')
    expect(run([reading('u', 'a1', '0')])).toBe('SCORED')
    expect(run([reading('u', 'a1', '2'), reading('u', 'a1', '3')])).toBe('REFUSED')
    expect(run([reading('u', 'a1', '2'), reading('u', 'a1', '2')])).toBe('SCORED')
  })

  it('notes a target in the sheet that differs from the one of the scheme', () => {
    const outcome = runRule({
      kind: 'RATIO_TO_TARGET',
      indicator: { fullMark: '30', targets: [{ unit: '*', base: '4' }] },
      readings: [reading('u', 'a1', '3'), reading('u', 'a1', '5', { field: 'target' })]
    })
    expect(printed(outcome)).toBe('22.50')
    expect(outcome.trace.notes).toEqual(['报表填的目标是 5，按季度目标 4 计算'])
  })

  it('is monotone in the value and stays between floor and cap', () => {
    const cents = fc.integer({ min: -50_000, max: 50_000 }).map((n) => (n / 100).toString())
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 1, max: 9999 }), (a, b, target) => {
        const score = (value: string) => {
          const outcome = ratio(value, String(target), '30', { cap: '120', floor: '20', cliff: '10' })
          if (outcome.status !== 'SCORED') throw new Error(outcome.status)
          return outcome.score
        }
        const [low, high] = Number(a) <= Number(b) ? [a, b] : [b, a]
        expect(score(low).lessThanOrEqualTo(score(high))).toBe(true)
        expect(score(high).lessThanOrEqualTo(36)).toBe(true)
        expect(score(low).greaterThanOrEqualTo(0)).toBe(true)
      }),
      { numRuns: 200 }
    )
  })

  describe('check', () => {
    const kind = ruleKindOf('RATIO_TO_TARGET')!
    const codes = (params: Record<string, unknown>, more: RuleCase['indicator'] = {}) =>
      kind
        .check(kind.params.parse(params), indicator(more))
        .map((problem) => `${problem.level} ${problem.code}`)

    it.each([
      ['sound', {}, {}, []],
      ['floor above cap', { cap: '100', floor: '110' }, {}, ['error CAPS_CONTRADICT']],
      ['cliff at the cap', { cliff: '100' }, {}, ['error CAPS_CONTRADICT']],
      ['only over-fulfilment scores', { cap: '120', cliff: '100' }, {}, ['confirm CLIFF_ABOVE_TARGET']],
      ['DOWN without a choice', {}, { direction: 'DOWN' as const }, ['error DOWN_RATIO_UNDECIDED']],
      ['centred', {}, { direction: 'TARGET' as const }, ['error DIRECTION_UNFIT']],
      ['target 0', {}, { targets: [{ unit: 'x', base: '0' }] }, ['error TARGET_NOT_POSITIVE']]
    ])('%s', (_, params, more, expected) => {
      expect(codes(params, more)).toEqual(expected)
    })
  })

  it.each([
    ['UP', '100', '120', '90', '18.00'],
    ['UP', '100', '120', '100', '20.00'],
    ['UP', '100', '120', '110', '21.00'],
    ['UP', '100', '120', '120', '22.00'],
    ['UP', '100', '120', '500', '22.00'],
    ['DOWN', '10', '8', '9', '21.00'],
    ['DOWN', '10', '8', '0', '22.00'],
    ['DOWN', '10', '12', '9', 'REFUSED'],
    ['UP', '100', '100', '90', 'REFUSED']
  ] as const)(
    '奋斗目标: %s, base %s, stretch %s, value %s → %s',
    (direction, base, stretch, value, expected) => {
      const outcome = runRule({
        kind: 'RATIO_TO_TARGET',
        params: { stretchPoints: '2', down: 'TARGET_OVER_VALUE' },
        indicator: { fullMark: '20', direction, targets: [{ unit: '*', base, stretch }] },
        readings: [reading('u', 'a1', value)]
      })
      expect(printed(outcome)).toBe(expected)
    }
  )

  it('奋斗目标: nothing more where a unit has none; a cap above 100 beside it is refused and found', () => {
    const score = (params: Record<string, unknown>) =>
      printed(
        runRule({
          kind: 'RATIO_TO_TARGET',
          params: { stretchPoints: '2', ...params },
          indicator: { fullMark: '20', targets: [{ unit: '*', base: '100' }] },
          readings: [reading('u', 'a1', '150')]
        })
      )
    expect(score({})).toBe('20.00')
    expect(score({ cap: '120' })).toBe('REFUSED')
    const targets = [{ unit: '*', base: '100', stretch: '90' }]
    expect(checkCodes('RATIO_TO_TARGET', { stretchPoints: '2', cap: '120' }, { targets })).toEqual([
      'error CAPS_CONTRADICT',
      'error STRETCH_NOT_BEYOND'
    ])
    expect(checkCodes('RATIO_TO_TARGET', { stretchPoints: '2' })).toEqual(['confirm STRETCH_MISSING'])
  })
})
