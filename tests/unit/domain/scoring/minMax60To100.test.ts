import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCodes, describeRule } from './checkCodes.ts'
import { printed, reading, runRule, type RuleCase } from './build.ts'

type Params = Record<string, unknown>

function scores(values: readonly (string | null)[], params: Params = {}, more: Partial<RuleCase> = {}) {
  const readings = values.map((value, index) => reading(`u${index}`, 'a1', value))
  return values.map((_, index) =>
    printed(runRule({ kind: 'MINMAX_60_100', params, readings, unit: `u${index}`, ...more }))
  )
}

describe('MINMAX_60_100', () => {
  it('G9 (S16): positive, reverse, and the documented effect of another participant', () => {
    expect(scores(['12', '18', '9', '15'])).toEqual(['73.33', '100.00', '60.00', '86.67'])
    expect(scores(['12', '18', '6', '15'])).toEqual(['80.00', '100.00', '60.00', '90.00'])
    expect(scores(['3', '5', '4'], {}, { indicator: { direction: 'DOWN' } })).toEqual([
      '100.00',
      '60.00',
      '80.00'
    ])
  })

  it('divides once: a third of the way of 90 points is exact', () => {
    const readings = ['0', '1', '3'].map((value, index) => reading(`u${index}`, 'a1', value))
    const outcome = runRule({
      kind: 'MINMAX_60_100',
      params: { low: '0' },
      indicator: { fullMark: '90' },
      readings,
      unit: 'u1'
    })
    expect(outcome.status === 'SCORED' && outcome.score.toFixed()).toBe('30')
  })

  it('compares units with a value only; a listed unit never changes the others', () => {
    expect(scores(['12', null, '9'])).toEqual(['100.00', 'MISSING', '60.00'])
    const listed = ['u3']
    expect(scores(['12', '18', '9', '99'], {}, { listed })).toEqual(['73.33', '100.00', '60.00', '100.00'])
  })

  it('refuses equal values unless the scheme has a mark for them, and flags it then', () => {
    expect(scores(['5', '5'])).toEqual(['REFUSED', 'REFUSED'])
    expect(scores(['5', '5'], { allEqual: '80' })).toEqual(['80.00', '80.00'])
    expect(scores(['5'], { allEqual: '100' })).toEqual(['100.00'])
    const outcome = runRule({
      kind: 'MINMAX_60_100',
      params: { allEqual: '80' },
      readings: [reading('u', 'a1', '5'), reading('v', 'a1', '5')]
    })
    expect(outcome.trace.notes).toEqual(['本组 2 个单位全都是 5，分不出高低，按方案定的 80 分计'])
  })

  it('says the calculation with its numbers', () => {
    const readings = ['12', '18', '9', '15'].map((value, index) => reading(`u${index}`, 'a1', value))
    expect(runRule({ kind: 'MINMAX_60_100', readings, unit: 'u0' }).trace.sentence).toBe(
      '实际 12，4 个单位中最好 18、最差 9，折算 73.33，满分 100 → 73.33'
    )
    expect(describeRule('MINMAX_60_100', { allEqual: '80' }, { direction: 'DOWN' })).toBe(
      '与本组比较：数值最小得 100 分，最大得 60 分，其余按比例在两者之间，再按满分折算；全都一样时得 80 分。'
    )
  })

  it('refuses a centred indicator and limits upside down; keeps NA apart', () => {
    expect(scores(['1', '2'], {}, { indicator: { direction: 'TARGET' } })).toEqual(['REFUSED', 'REFUSED'])
    expect(scores(['1', '2'], { low: '100' })).toEqual(['REFUSED', 'REFUSED'])
    const readings = [reading('u', 'a1', null, { state: 'NA' }), reading('v', 'a1', '3')]
    expect(runRule({ kind: 'MINMAX_60_100', readings }).status).toBe('NA')
  })

  it('is monotone and bounded, and does not change with the order of units or the unit of measure', () => {
    const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 2, maxLength: 7 })
    fc.assert(
      fc.property(values, fc.boolean(), (numbers, up) => {
        const params = { allEqual: '80' }
        const more: Partial<RuleCase> = { indicator: { direction: up ? 'UP' : 'DOWN' } }
        const marks = scores(numbers.map(String), params, more)
        marks.forEach((mark) => expect(Number(mark) >= 60 && Number(mark) <= 100).toBe(true))
        numbers.forEach((a, i) =>
          numbers.forEach((b, j) => {
            if (a <= b === up) expect(Number(marks[i])).toBeLessThanOrEqual(Number(marks[j]))
          })
        )
        expect(scores([...numbers].reverse().map(String), params, more)).toEqual([...marks].reverse())
        expect(
          scores(
            numbers.map((n) => String(n * 1000)),
            params,
            more
          )
        ).toEqual(marks)
      }),
      { numRuns: 100 }
    )
  })

  it.each([
    ['sound', { allEqual: '80' }, {}, []],
    ['all equal undecided', {}, {}, ['confirm ALL_EQUAL_UNDECIDED']],
    ['upside down', { allEqual: '80', low: '100' }, {}, ['error CAPS_CONTRADICT']],
    ['above 100', { allEqual: '80', high: '120' }, {}, ['error CAPS_CONTRADICT']],
    ['centred', { allEqual: '80' }, { direction: 'TARGET' as const }, ['error DIRECTION_UNFIT']]
  ])('check: %s', (_, params, more, expected) => {
    expect(checkCodes('MINMAX_60_100', params, more)).toEqual(expected)
  })

  it('percentile variant: ends a tenth in from both sides, values beyond count as the end', () => {
    const values = ['1', '2', '3', '4', '100']
    // PERCENTILE.INC of 1, 2, 3, 4, 100 at 10 % and 90 %: 1.4 and 61.6.
    expect(scores(values, { tail: '10' })).toEqual(['60.00', '60.40', '61.06', '61.73', '100.00'])
    expect(scores(values, { tail: '10' }, { indicator: { direction: 'DOWN' } })).toEqual([
      '100.00',
      '99.60',
      '98.94',
      '98.27',
      '60.00'
    ])
    expect(scores(values, { tail: '0' })).toEqual(scores(values))
    // 25 % in from both ends of 5, 5, 5, 5, 9 there is nothing left to compare.
    expect(scores(['5', '5', '5', '5', '9'], { tail: '25' })).toEqual(Array(5).fill('REFUSED'))
    expect(scores(['5', '5'], { tail: '25', allEqual: '80' })).toEqual(['80.00', '80.00'])
  })
})
