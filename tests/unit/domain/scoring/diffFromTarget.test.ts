import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCodes, describeRule } from './checkCodes.ts'
import { printed, reading, runRule, type RuleCase } from './build.ts'

type Params = Record<string, unknown>

function diff(value: string, target: string, params: Params = {}, more: RuleCase['indicator'] = {}) {
  return runRule({
    kind: 'DIFF_FROM_TARGET',
    params,
    indicator: { fullMark: '100', unit: '万元', targets: [{ unit: '*', base: target }], ...more },
    readings: [reading('u', 'a1', value)]
  })
}

/** S10, class A: 销售收入增量 and 出口交货值. */
const SALES = { upPer: '10', upPoints: '0.5', upCap: '1', downPer: '10', downPoints: '0.5', downCap: '1' }
const EXPORT = { downPer: '10', downPoints: '1', cliff: '80' }

describe('DIFF_FROM_TARGET', () => {
  it.each([
    ['135', '8.00', '8.00'],
    ['112', '7.60', '7.50'],
    ['100', '7.00', '7.00'],
    ['96', '6.80', '7.00'],
    ['85', '6.25', '6.50'],
    ['70', '6.00', '6.00']
  ])('G2 (S10) sales at %s%%: linear %s, step %s', (value, linear, step) => {
    expect(printed(diff(value, '100', SALES, { fullMark: '7' }))).toBe(linear)
    expect(printed(diff(value, '100', { ...SALES, mode: 'STEP' }, { fullMark: '7' }))).toBe(step)
  })

  it.each([
    ['100', '2.00', '2.00'],
    ['95', '1.50', '2.00'],
    ['85', '0.50', '1.00'],
    ['80.01', '0.00', '1.00'],
    ['80', '0.00', '0.00'],
    ['70', '0.00', '0.00']
  ])('G2 (S10) export at %s%%: linear %s, step %s', (value, linear, step) => {
    expect(printed(diff(value, '100', EXPORT, { fullMark: '2' }))).toBe(linear)
    expect(printed(diff(value, '100', { ...EXPORT, mode: 'STEP' }, { fullMark: '2' }))).toBe(step)
  })

  it('G2: 80.01 % is exactly 0.001, not on the cliff', () => {
    const outcome = diff('80.01', '100', EXPORT, { fullMark: '2' })
    expect(outcome.status === 'SCORED' && outcome.score.toFixed()).toBe('0.001')
    expect(printed(diff('80', '100', { ...EXPORT, cliffInclusive: false }, { fullMark: '2' }))).toBe('0.00')
    expect(diff('80', '100', { ...EXPORT, cliffInclusive: false }).trace.sentence).not.toContain('不得分')
  })

  it.each([
    ['100', '30.00'],
    ['98', '29.00'],
    ['97', '28.50'],
    ['120', '30.00'],
    ['40', '0.00'],
    ['10', '0.00']
  ])('S12: 利润总额 30, each 2 %% below loses 1, not below 0: %s → %s', (value, expected) => {
    expect(printed(diff(value, '100', { downPer: '2' }, { fullMark: '30' }))).toBe(expected)
  })

  it.each([
    ['10', '8.00'],
    ['13', '9.50'],
    ['8', '7.00'],
    ['30', '10.00'],
    ['-20', '0.00']
  ])('S81a: 80 %% of the mark at the target, half a point a 百分点: %s → %s', (value, expected) => {
    const params = { base: '80', baseIn: 'PERCENT', upPoints: '0.5', upCap: '2', downPoints: '0.5' }
    expect(printed(diff(value, '10', params, { fullMark: '10', unit: '%' }))).toBe(expected)
  })

  it('mirrors for lower-is-better, in absolute units where told so', () => {
    const params = { upPoints: '2', upCap: '5', downPoints: '3', downCap: '6', deviation: 'ABSOLUTE' }
    const run = (value: string) =>
      printed(diff(value, '5', params, { fullMark: '20', direction: 'DOWN', unit: '天' }))
    expect([run('3'), run('5'), run('6'), run('50'), run('0')]).toEqual([
      '24.00',
      '20.00',
      '17.00',
      '14.00',
      '25.00'
    ])
  })

  it('says the calculation with its numbers', () => {
    expect(diff('135', '100', SALES, { fullMark: '7' }).trace.sentence).toBe(
      '完成 135，比目标 100 高 35.00%，7 + 1.00（最多加 1） = 8.00，满分 7 → 8.00'
    )
    expect(diff('80', '100', EXPORT, { fullMark: '2' }).trace.sentence).toBe(
      '完成 80 / 目标 100 = 80.00%，低于 80%（含）不得分，满分 2 → 0.00'
    )
    expect(describeRule('DIFF_FROM_TARGET', SALES, { fullMark: '7' })).toBe(
      '正好达标得满分，每高 10%加 0.5 分（最多加 1 分），每低 10%减 0.5 分（最多减 1 分），最低 0 分。'
    )
  })

  it('takes a target of 0 or below in the absolute form only (ambiguity 16)', () => {
    expect(diff('3', '0').status).toBe('REFUSED')
    expect(diff('3', '-2').status).toBe('REFUSED')
    expect(printed(diff('-5', '-2', { deviation: 'ABSOLUTE', downPoints: '4' }))).toBe('88.00')
  })

  it.each([
    ['no target', { targets: [] }, {}, '没有目标值'],
    ['a centred indicator', { direction: 'TARGET' as const }, {}, '接近目标为好'],
    ['a cliff with a lower-is-better value', { direction: 'DOWN' as const }, { cliff: '80' }, '完成率'],
    [
      'a cliff with a target of 0',
      { targets: [{ unit: '*', base: '0' }], unit: '%' },
      { cliff: '80' },
      '算不出完成率'
    ]
  ])('refuses %s', (_, more, params, reason) => {
    const outcome = diff('3', '4', params, more)
    expect(outcome).toMatchObject({ status: 'REFUSED', reason: expect.stringContaining(reason) as string })
  })

  it('keeps NA and MISSING apart from 0', () => {
    const run = (readings: RuleCase['readings']) => runRule({ kind: 'DIFF_FROM_TARGET', readings }).status
    expect(run([])).toBe('MISSING')
    expect(run([reading('u', 'a1', null, { state: 'NA' })])).toBe('NA')
    expect(printed(diff('0', '100', SALES, { fullMark: '7' }))).toBe('6.00')
  })

  it('is monotone, within its caps, and a step never moves further from the base than linear', () => {
    const cents = fc.integer({ min: -30_000, max: 60_000 })
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 1, max: 999 }), (a, b, target) => {
        const score = (value: number, mode: string) => {
          const outcome = diff(
            (value / 100).toString(),
            String(target),
            { ...SALES, mode },
            { fullMark: '7' }
          )
          if (outcome.status !== 'SCORED') throw new Error(outcome.status)
          return outcome.score
        }
        const [low, high] = a <= b ? [a, b] : [b, a]
        for (const mode of ['LINEAR', 'STEP']) {
          expect(score(low, mode).lessThanOrEqualTo(score(high, mode))).toBe(true)
          expect(score(high, mode).lessThanOrEqualTo(8)).toBe(true)
          expect(score(low, mode).greaterThanOrEqualTo(6)).toBe(true)
        }
        const away = (mode: string) => score(a, mode).minus(7).abs()
        expect(away('STEP').lessThanOrEqualTo(away('LINEAR'))).toBe(true)
      }),
      { numRuns: 150 }
    )
  })

  it.each([
    ['sound', SALES, {}, []],
    ['floor above the base', { base: '5', floor: '6' }, {}, ['error CAPS_CONTRADICT']],
    ['centred', {}, { direction: 'TARGET' as const }, ['error DIRECTION_UNFIT']],
    ['no cap on the gain', { upPoints: '1' }, {}, ['confirm GAIN_UNCAPPED']],
    ['relative for %', { deviation: 'RELATIVE' }, { unit: '%' }, ['confirm PERCENT_RELATIVE']],
    ['cliff at the target', { cliff: '100' }, {}, ['confirm CLIFF_ABOVE_TARGET']],
    ['cliff on DOWN', { cliff: '80' }, { direction: 'DOWN' as const }, ['error DOWN_RATIO_UNDECIDED']]
  ])('check: %s', (_, params, more, expected) => {
    expect(checkCodes('DIFF_FROM_TARGET', params, more)).toEqual(expected)
  })

  it('S81a: 80 % of the standard mark at the target, at most a multiple of it', () => {
    const params = { base: '80', baseIn: 'PERCENT', upPoints: '0.5', downPoints: '0.5', max: '110' }
    const at = (value: string) =>
      printed(
        runRule({
          kind: 'DIFF_FROM_TARGET',
          params,
          indicator: { fullMark: '10', unit: '%', targets: [{ unit: '*', base: '50' }] },
          readings: [reading('u', 'a1', value)]
        })
      )
    expect(['50', '52', '56', '80', '40'].map(at)).toEqual(['8.00', '9.00', '11.00', '11.00', '3.00'])
    expect(checkCodes('DIFF_FROM_TARGET', { base: '80', max: '50' })).toContain('error CAPS_CONTRADICT')
  })
})
