import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCodes, describeRule } from './checkCodes.ts'
import { printed, rating, reading, runRule, type RuleCase } from './build.ts'

function growth(
  target: string,
  actual: string,
  baseline: string | null,
  params: Record<string, unknown> = {},
  more: RuleCase['indicator'] = {}
) {
  return runRule({
    kind: 'SASAC_GROWTH',
    params,
    indicator: { fullMark: '20', unit: '%', targets: [{ unit: '*', base: target }], ...more },
    readings: [
      reading('u', 'a1', actual),
      ...(baseline === null ? [] : [rating('u', 'a1', '基准值', baseline)])
    ]
  })
}

describe('SASAC_GROWTH', () => {
  it.each([
    ['8', '10', '8', '22.00'],
    ['8', '13', '8', '24.00'],
    ['8', '5', '8', '17.00'],
    ['8', '2', '8', '16.00'],
    ['6', '11', '8', '23.00'],
    ['5', '10', '8', '22.00'],
    ['4', '10', '8', '21.00'],
    ['-2', '1', '3', '20.00'],
    ['-2', '-5', '3', '17.00']
  ])('G4 (S11): target %s, actual %s, baseline %s → %s', (target, actual, baseline, expected) => {
    expect(printed(growth(target, actual, baseline))).toBe(expected)
  })

  it.each([
    ['7', '23.00', 'exactly 30 % below: the first row'],
    ['6.99', '22.00', 'just more than 30 % below'],
    ['5.01', '22.00', 'just less than 50 % below'],
    ['5', '21.00', 'exactly 50 % below: the last row'],
    ['0', '21.00', 'a target of 0 is 100 % below']
  ])('ambiguity 17: target %s against a baseline of 10 → %s (%s)', (target, expected) => {
    expect(printed(growth(target, '30', '10'))).toBe(expected)
  })

  it('takes the baseline of the scheme before the one of the sheet, and says so', () => {
    const baselines = [
      { unit: 'u', value: '8' },
      { unit: '*', value: '4' }
    ]
    const outcome = growth('6', '11', '6', { baselines })
    expect(printed(outcome)).toBe('23.00')
    expect(outcome.trace.notes).toEqual(['报表填的基准值是 6，按方案的 8 计算'])
    expect(printed(growth('6', '11', null, { baselines: [baselines[1]] }))).toBe('24.00')
    expect(printed(growth('6', '11', '8', { baselineName: '基准值' }))).toBe('23.00')
  })

  it('says the calculation with its numbers', () => {
    expect(growth('6', '11', '8').trace.sentence).toBe(
      '完成 11，比目标 6 高 5.00 个百分点，目标比基准值低 25.00%，最多加 3 分，20 + 3.00 → 23.00'
    )
    expect(describeRule('SASAC_GROWTH', {})).toContain('低 30% 以内最多加 3 分')
  })

  it.each([
    ['a baseline of 0', () => growth('6', '11', '0'), '不大于 0'],
    ['a negative baseline', () => growth('6', '11', '-3'), '不大于 0'],
    ['no baseline', () => growth('6', '11', null), '没有基准值'],
    ['no target', () => growth('6', '11', '8', {}, { targets: [] }), '没有目标值'],
    ['lower-is-better', () => growth('6', '11', '8', {}, { direction: 'DOWN' }), '越高越好'],
    [
      'two different baselines',
      () =>
        runRule({
          kind: 'SASAC_GROWTH',
          indicator: { targets: [{ unit: '*', base: '6' }] },
          readings: [
            reading('u', 'a1', '11'),
            rating('u', 'a1', '基准值', '8'),
            rating('u', 'a1', '基准值', '9')
          ]
        }),
      '两个不同的数'
    ]
  ])('refuses %s', (_, run, reason) => {
    expect(run()).toMatchObject({ status: 'REFUSED', reason: expect.stringContaining(reason) as string })
  })

  it('keeps NA and MISSING apart', () => {
    const run = (readings: RuleCase['readings']) => runRule({ kind: 'SASAC_GROWTH', readings }).status
    expect([run([]), run([reading('u', 'a1', null, { state: 'NA' })])]).toEqual(['MISSING', 'NA'])
  })

  it('is monotone in the value, between −4 and +4, and an easier target never earns more', () => {
    const number = fc.integer({ min: -40, max: 40 })
    fc.assert(
      fc.property(number, number, number, fc.integer({ min: 1, max: 40 }), (a, b, target, baseline) => {
        const score = (goal: number, value: number) => {
          const outcome = growth(String(goal), String(value), String(baseline))
          if (outcome.status !== 'SCORED') throw new Error(outcome.status)
          return outcome.score
        }
        const [low, high] = a <= b ? [a, b] : [b, a]
        expect(score(target, low).lessThanOrEqualTo(score(target, high))).toBe(true)
        expect(score(target, low).greaterThanOrEqualTo(16)).toBe(true)
        expect(score(target, high).lessThanOrEqualTo(24)).toBe(true)
        // Over-fulfilled by the same distance: the more ambitious target earns at least as much.
        expect(score(low, low + 9).lessThanOrEqualTo(score(high, high + 9))).toBe(true)
      }),
      { numRuns: 150 }
    )
  })

  it.each([
    ['sound', {}, {}, []],
    ['rows overlap', { nearUpTo: '50' }, {}, ['error RANGE_OVERLAP']],
    ['an easier target may earn more', { capFar: '3' }, {}, ['confirm CAPS_NOT_FALLING']],
    ['lower-is-better', {}, { direction: 'DOWN' as const }, ['error DIRECTION_UNFIT']],
    ['baseline 0', { baselines: [{ unit: 'u', value: '0' }] }, {}, ['error BASELINE_NOT_POSITIVE']],
    [
      'one unit twice',
      {
        baselines: [
          { unit: 'u', value: '1' },
          { unit: 'u', value: '2' }
        ]
      },
      {},
      ['error DUPLICATE_UNIT']
    ]
  ])('check: %s', (_, params, more, expected) => {
    expect(checkCodes('SASAC_GROWTH', params, more)).toEqual(expected)
  })
})
