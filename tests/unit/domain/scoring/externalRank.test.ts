import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCodes, describeRule } from './checkCodes.ts'
import { printed, reading, runRule, type RuleCase } from './build.ts'

const BEHIND = {
  rows: [
    { to: 0, points: '10' },
    { from: 1, to: 3, points: '6' },
    { from: 4, points: '0' }
  ]
}
/** Points by the place itself; negative ones from S83a (behind the 10th −1 … −4). */
const PLACES = {
  by: 'PLACE',
  rows: [
    { from: 1, to: 3, points: '2' },
    { from: 4, to: 10, points: '0' },
    { from: 11, points: '-1' }
  ]
}
const targets = [{ unit: '*', rankTarget: 3 }]

function rank(value: string, params: Record<string, unknown>, more: RuleCase['indicator'] = {}) {
  return runRule({
    kind: 'EXTERNAL_RANK',
    params,
    indicator: { fullMark: '10', targets, ...more },
    readings: [reading('u', 'a1', value)]
  })
}

describe('EXTERNAL_RANK', () => {
  it.each([
    ['1', '10.00'],
    ['3', '10.00'],
    ['4', '6.00'],
    ['6', '6.00'],
    ['7', '0.00']
  ])('排位目标 3, actual %s → %s', (value, expected) => {
    expect(printed(rank(value, BEHIND))).toBe(expected)
  })

  it.each([
    ['3', '2.00'],
    ['10', '0.00'],
    ['11', '-1.00']
  ])('S83a: by the place itself, %s → %s', (value, expected) => {
    expect(printed(rank(value, PLACES, { targets: [] }))).toBe(expected)
  })

  it('takes the own rank target before the common one, else the place that the sheet states', () => {
    expect(printed(rank('5', BEHIND, { targets: [{ unit: 'u', rankTarget: 5 }, ...targets] }))).toBe('10.00')
    const stated = (value: string) =>
      runRule({
        kind: 'EXTERNAL_RANK',
        params: BEHIND,
        readings: [reading('u', 'a1', '5'), reading('u', 'a1', value, { field: 'target' })]
      })
    expect(printed(stated('4'))).toBe('6.00')
    expect(stated('4.5').status).toBe('REFUSED')
  })

  it('says the calculation with its numbers', () => {
    expect(rank('5', BEHIND).trace.sentence).toBe(
      '实际第 5 名，排位目标第 3 名，落后目标 2 位，满分 10 → 6.00'
    )
    expect(describeRule('EXTERNAL_RANK', BEHIND)).toBe(
      '上级排名的实际名次与排位目标比：达到目标及更好得 10 分，落后目标 1 位到落后目标 3 位得 6 分，落后目标 4 位及更差得 0 分。'
    )
  })

  it.each([
    ['a place of 0', '0', BEHIND, {}, '整数'],
    ['half a place', '2.5', BEHIND, {}, '整数'],
    ['no rank target', '2', BEHIND, { targets: [] }, '没有排位目标'],
    ['a hole in the table', '9', { rows: [{ to: 0, points: '1' }] }, {}, '没有这一档'],
    ['two rows at once', '3', { rows: [{ to: 0, points: '1' }, { points: '2' }] }, {}, '第 1、2 行']
  ])('refuses %s', (_, value, params, more, reason) => {
    expect(rank(value, params, more)).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining(reason) as string
    })
  })

  it('keeps NA and MISSING apart', () => {
    const run = (readings: RuleCase['readings']) =>
      runRule({ kind: 'EXTERNAL_RANK', params: BEHIND, readings }).status
    expect([run([]), run([reading('u', 'a1', null, { state: 'NA' })])]).toEqual(['MISSING', 'NA'])
  })

  it('never falls as the place gets better, and depends on the distance to the target only', () => {
    const place = fc.integer({ min: 1, max: 300 })
    fc.assert(
      fc.property(place, place, place, (a, b, target) => {
        const score = (value: number, goal: number) =>
          Number(printed(rank(String(value), BEHIND, { targets: [{ unit: '*', rankTarget: goal }] })))
        const [better, worse] = a <= b ? [a, b] : [b, a]
        expect(score(better, target)).toBeGreaterThanOrEqual(score(worse, target))
        expect(score(a + 7, target + 7)).toBe(score(a, target))
      }),
      { numRuns: 100 }
    )
  })

  it.each([
    ['sound', BEHIND, { targets }, []],
    ['sound by place', PLACES, {}, []],
    ['a hole', { rows: [BEHIND.rows[0], BEHIND.rows[2]] }, { targets }, ['error RANGE_GAP']],
    ['no end', { rows: BEHIND.rows.slice(0, 2) }, { targets }, ['error RANGE_GAP']],
    ['the first places missing', { ...PLACES, rows: PLACES.rows.slice(1) }, {}, ['error RANGE_GAP']],
    [
      'overlap',
      { rows: [...BEHIND.rows, { from: 2, to: 2, points: '1' }] },
      { targets },
      ['error RANGE_OVERLAP']
    ],
    [
      'empty row',
      { rows: [...BEHIND.rows, { from: 3, to: 2, points: '1' }] },
      { targets },
      ['error ROW_EMPTY']
    ],
    ['above the full mark', BEHIND, { targets, fullMark: '9' }, ['error CAPS_CONTRADICT']],
    ['no rank target', BEHIND, { targets: [{ unit: 'u', base: '3' }] }, ['confirm RANK_TARGET_MISSING']]
  ])('check: %s', (_, params, more, expected) => {
    expect(checkCodes('EXTERNAL_RANK', params, { fullMark: '10', ...more })).toEqual(expected)
  })

  it('S83a: below the 10th place −1 … −4, one more for each place', () => {
    const params = {
      by: 'PLACE',
      rows: [
        { from: 1, to: 10, points: '0' },
        { from: 11, points: '-1', perPlace: '-1', limit: '-4' }
      ]
    }
    const at = (place: string) =>
      printed(runRule({ kind: 'EXTERNAL_RANK', params, readings: [reading('u', 'a1', place)] }))
    expect(['10', '11', '12', '14', '15', '99'].map(at)).toEqual([
      '0.00',
      '-1.00',
      '-2.00',
      '-4.00',
      '-4.00',
      '-4.00'
    ])
  })

  it.each([
    ['a limit without a step', { from: 1, points: '5', limit: '3' }, 'error LIMIT_INCOMPLETE'],
    ['a step without a start', { points: '5', perPlace: '-1' }, 'error FORMULA_UNBOUNDED'],
    ['a step without an end', { from: 1, points: '5', perPlace: '-1' }, 'confirm LOSS_UNLIMITED'],
    [
      'a limit that is never reached',
      { from: 1, points: '5', perPlace: '-1', limit: '6' },
      'error CAPS_CONTRADICT'
    ],
    ['a step above the full mark', { from: 1, to: 4, points: '98', perPlace: '1' }, 'error CAPS_CONTRADICT']
  ])('check: %s', (_, row, expected) => {
    expect(checkCodes('EXTERNAL_RANK', { by: 'PLACE', rows: [row] })).toContain(expected)
  })
})
