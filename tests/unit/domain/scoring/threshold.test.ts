import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOfRule } from '#shared/domain/scoring/registry.ts'
import { checkCodes, describeRule } from './checkCodes.ts'
import { printed, reading, runRule, type RuleCase } from './build.ts'

function threshold(value: string, params: Record<string, unknown> = {}, more: RuleCase['indicator'] = {}) {
  return runRule({
    kind: 'THRESHOLD',
    params,
    indicator: { fullMark: '10', targets: [{ unit: '*', base: '500' }], ...more },
    readings: [reading('u', 'a1', value)]
  })
}
const DOWN = { direction: 'DOWN' as const, unit: '万吨' }

describe('THRESHOLD', () => {
  it.each([
    ['499.9', '10.00'],
    ['500', '10.00'],
    ['500.0001', '0.00']
  ])('S82a: 取水量 %s against a target of 500 → %s', (value, expected) => {
    expect(printed(threshold(value, {}, DOWN))).toBe(expected)
  })

  it('turns round for higher-is-better, and may leave out the line itself', () => {
    expect(printed(threshold('500'))).toBe('10.00')
    expect(printed(threshold('499'))).toBe('0.00')
    expect(printed(threshold('500', { inclusive: false }))).toBe('0.00')
    expect(printed(threshold('500', { inclusive: false }, DOWN))).toBe('0.00')
  })

  it('takes a fixed line before the target, and other points than all and nothing', () => {
    expect(printed(threshold('60', { line: '60', pass: '8', fail: '3' }))).toBe('8.00')
    expect(printed(threshold('59', { line: '60', pass: '8', fail: '3' }))).toBe('3.00')
    expect(printed(threshold('0', {}, { ...DOWN, targets: [{ unit: '*', base: '0' }] }))).toBe('10.00')
    expect(fieldsOfRule({ kind: 'THRESHOLD', params: { line: '60' } })).toEqual(['actual'])
    expect(fieldsOfRule({ kind: 'THRESHOLD', params: {} })).toEqual(['actual', 'target'])
  })

  it('says the calculation with its numbers', () => {
    expect(threshold('501', {}, DOWN).trace.sentence).toBe(
      '实际 501，要求不高于目标 500，不达标，满分 10 → 0.00'
    )
    expect(describeRule('THRESHOLD', {}, DOWN)).toBe('不高于目标得满分，否则得 0 分。')
  })

  it.each([
    ['without line and target', {}, { targets: [] }, '没有目标值'],
    ['a centred indicator', {}, { direction: 'TARGET' as const }, '接近目标为好']
  ])('refuses %s', (_, params, more, reason) => {
    expect(threshold('1', params, more)).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining(reason) as string
    })
  })

  it('keeps NA and MISSING apart from 0', () => {
    const run = (readings: RuleCase['readings']) => runRule({ kind: 'THRESHOLD', readings }).status
    expect([run([]), run([reading('u', 'a1', null, { state: 'NA' })])]).toEqual(['MISSING', 'NA'])
  })

  it('knows two scores only, and never falls as the value gets better', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.boolean(), (a, b, up) => {
        const more = up ? {} : DOWN
        const score = (value: number) => printed(threshold(String(value), { fail: '2' }, more))
        expect(['10.00', '2.00']).toContain(score(a))
        const [worse, better] = a <= b === up ? [a, b] : [b, a]
        if (score(worse) === '10.00') expect(score(better)).toBe('10.00')
      }),
      { numRuns: 100 }
    )
  })

  it.each([
    ['sound', {}, {}, []],
    ['pass above the full mark', { pass: '11' }, { fullMark: '10' }, ['error CAPS_CONTRADICT']],
    ['fail as good as pass', { pass: '5', fail: '5' }, { fullMark: '10' }, ['error CAPS_CONTRADICT']],
    ['centred', {}, { direction: 'TARGET' as const }, ['error DIRECTION_UNFIT']]
  ])('check: %s', (_, params, more, expected) => {
    expect(checkCodes('THRESHOLD', params, more)).toEqual(expected)
  })
})
