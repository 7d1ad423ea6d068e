import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOfRule } from '#shared/domain/scoring/registry.ts'
import { checkCodes, describeRule } from './checkCodes.ts'
import { printed, rating, reading, runRule, type RuleCase } from './build.ts'

type Readings = RuleCase['readings'][number][]

/** S5, S6: difficulty coefficients and limited corrections of 固定资产投资. */
const S6 = {
  coefficients: [
    { unit: 'lucheng', factor: '1.35' },
    { unit: 'yueqing', factor: '1.25' }
  ],
  corrections: [
    { name: 'GDP增速', factor: '1.5', limit: '5' },
    { name: '限上生产性投资增速', factor: '0.15', limit: '3' },
    { name: '限上工业性投资增速', factor: '0.15', limit: '3' }
  ]
}
const NAMES = S6.corrections.map((term) => term.name)

function unit(code: string, rate: string, pairs: readonly (readonly [string, string])[] = []): Readings {
  const terms = pairs.flatMap(([value, against], index) => [
    rating(code, 'a1', NAMES[index]!, value),
    rating(code, 'a1', NAMES[index]!, against, '对照')
  ])
  return [reading(code, 'a1', rate), ...terms]
}
const G7 = [
  ...unit('lucheng', '40', [
    ['8', '9'],
    ['45', '42'],
    ['50', '47']
  ]),
  ...unit('wencheng', '60', [
    ['16', '12'],
    ['70', '42'],
    ['30', '52']
  ]),
  ...unit('yueqing', '48')
]

function best(
  code: string,
  readings: Readings,
  params: Record<string, unknown> = {},
  more: Partial<RuleCase> = {}
) {
  return runRule({
    kind: 'RATIO_TO_BEST',
    params,
    indicator: { fullMark: '400' },
    readings,
    unit: code,
    ...more
  })
}

describe('RATIO_TO_BEST', () => {
  it.each([
    ['lucheng', '53.19', '327.32'],
    ['wencheng', '65', '400.00'],
    ['yueqing', '60', '369.23']
  ])('G7 (S5, S6): %s has the composite %s and %s points', (code, composite, expected) => {
    const outcome = best(code, G7, S6)
    expect(printed(outcome)).toBe(expected)
    expect(outcome.trace.steps.find((step) => step.label === '综合值')).toMatchObject({
      value: expect.stringMatching(new RegExp(`^${composite}`)) as string
    })
  })

  it('G7: without the limits 文成 would have 66.9 and every score would change', () => {
    const corrections = S6.corrections.map(({ limit: _, ...term }) => term)
    const params = { ...S6, corrections }
    const outcome = best('wencheng', G7, params)
    expect(outcome.trace.steps.find((step) => step.label === '综合值')?.value).toBe('66.9')
    expect(printed(best('yueqing', G7, params))).toBe('358.74')
  })

  it('S2: without corrections the plain ratio to the first, of 600', () => {
    const readings = [reading('a', 'a1', '90'), reading('b', 'a1', '60'), reading('c', 'a1', '0')]
    const run = (code: string) => printed(best(code, readings, {}, { indicator: { fullMark: '600' } }))
    expect(['a', 'b', 'c'].map(run)).toEqual(['600.00', '400.00', '0.00'])
    expect(fieldsOfRule({ kind: 'RATIO_TO_BEST', params: {} })).toEqual(['actual'])
    expect(fieldsOfRule({ kind: 'RATIO_TO_BEST', params: S6 })).toEqual(['actual', 'rating'])
  })

  it('says the calculation with its numbers, each correction as a step', () => {
    const { trace } = best('lucheng', G7, S6)
    expect(trace.sentence).toBe(
      '综合值 (40 − 1.5 + 0.45 + 0.45) × 1.35 = 53.19，是本组最好 65 的 81.83%，满分 400 → 327.32'
    )
    const limited = best('wencheng', G7, S6).trace.steps.map((step) => [step.expression, step.value])
    expect(limited.slice(0, 3)).toEqual([
      ['(16 − 12) × 1.5 = 6，最多加减 5', '5'],
      ['(70 − 42) × 0.15 = 4.2，最多加减 3', '3'],
      ['(30 − 52) × 0.15 = −3.3，最多加减 3', '-3']
    ])
    expect(describeRule('RATIO_TO_BEST', S6, { fullMark: '400' })).toContain(
      '(GDP增速 − 对照数) × 1.5，最多加减 5'
    )
  })

  it('scores a negative composite 0 and refuses a best of 0 or less (ambiguity 15)', () => {
    const run = (values: readonly string[]) =>
      values.map((_, index) =>
        printed(
          best(
            `u${index}`,
            values.map((value, at) => reading(`u${at}`, 'a1', value))
          )
        )
      )
    expect(run(['10', '-4'])).toEqual(['400.00', '0.00'])
    expect(run(['0', '-4'])).toEqual(['REFUSED', 'REFUSED'])
    expect(run(['-1', '-4'])).toEqual(['REFUSED', 'REFUSED'])
  })

  it('a listed unit never changes the others, a unit without a value is not compared', () => {
    const readings = [reading('a', 'a1', '50'), reading('b', 'a1', '25'), reading('c', 'a1', '100')]
    expect(printed(best('b', readings, {}, { listed: ['c'] }))).toBe('200.00')
    expect(printed(best('b', [...readings.slice(0, 2), reading('c', 'a1', null)]))).toBe('200.00')
  })

  it('takes a constant reference of the scheme; 0 means that the term is the difference itself', () => {
    const params = (against: string) => ({ corrections: [{ name: 'x', against }] })
    const readings = [reading('a', 'a1', '10'), rating('a', 'a1', 'x', '4'), reading('b', 'a1', '16')]
    const composite = (against: string) =>
      best('a', readings, params(against)).trace.steps.find((step) => step.label === '综合值')?.value
    expect([composite('0'), composite('3')]).toEqual(['14', '11'])
  })

  it.each([
    ['a correction without its reference', [rating('a', 'a1', 'GDP增速', '8')], '没有对照数'],
    ['a correction that the scheme does not know', [rating('a', 'a1', 'GDP', '8')], '不是方案里的修正项'],
    [
      'two different numbers',
      [rating('a', 'a1', 'GDP增速', '8'), rating('a', 'a1', 'GDP增速', '9')],
      '两个不同的数'
    ]
  ])('refuses %s', (_, terms, reason) => {
    expect(best('a', [reading('a', 'a1', '10'), ...terms], S6)).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining(reason) as string
    })
  })

  it('refuses other directions; keeps NA, a correction that is NA and one not handed in apart', () => {
    const actual = reading('a', 'a1', '10')
    const term = (state: 'NA' | 'MISSING') =>
      reading('a', 'a1', null, { field: 'rating', rater: { group: '', name: 'GDP增速' }, state })
    expect(best('a', [actual], {}, { indicator: { direction: 'DOWN' } }).status).toBe('REFUSED')
    expect(best('a', [reading('a', 'a1', null, { state: 'NA' })]).status).toBe('NA')
    expect(best('a', [actual, term('MISSING')], S6).status).toBe('MISSING')
    expect(printed(best('a', [actual, term('NA')], S6))).toBe('400.00')
  })

  it('gives the best the full mark, keeps order and bounds, and ignores the unit of measure and of order', () => {
    const values = fc.array(fc.integer({ min: -99, max: 999 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(values, (numbers) => {
        fc.pre(Math.max(...numbers) > 0)
        const run = (list: readonly number[], times = 1) =>
          list.map((_, index) =>
            printed(
              best(
                `u${index}`,
                list.map((n, at) => reading(`u${at}`, 'a1', String(n * times)))
              ),
              4
            )
          )
        const scores = run(numbers)
        expect(scores[numbers.indexOf(Math.max(...numbers))]).toBe('400.0000')
        scores.forEach((score) => expect(Number(score) >= 0 && Number(score) <= 400).toBe(true))
        numbers.forEach((a, i) =>
          numbers.forEach((b, j) => {
            if (a <= b) expect(Number(scores[i])).toBeLessThanOrEqual(Number(scores[j]))
          })
        )
        expect(run([...numbers].reverse())).toEqual([...scores].reverse())
        expect(run(numbers, 10_000)).toEqual(scores)
      }),
      { numRuns: 100 }
    )
  })

  it.each([
    ['sound', S6, {}, []],
    ['lower-is-better', {}, { direction: 'DOWN' as const }, ['error DIRECTION_UNFIT']],
    ['no limit', { corrections: [{ name: 'x' }] }, {}, ['confirm CORRECTION_UNLIMITED']],
    [
      'twice',
      {
        coefficients: [
          { unit: 'a', factor: '1' },
          { unit: 'a', factor: '2' }
        ],
        corrections: [
          { name: 'x', limit: '1' },
          { name: 'x', limit: '2' }
        ]
      },
      {},
      ['error DUPLICATE_UNIT', 'error DUPLICATE_CORRECTION']
    ]
  ])('check: %s', (_, params, more, expected) => {
    expect(checkCodes('RATIO_TO_BEST', params, more)).toEqual(expected)
  })
})
