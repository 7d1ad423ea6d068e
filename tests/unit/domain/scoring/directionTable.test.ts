import { describe, expect, it } from 'vitest'
import { printed, reading, runRule, type RuleCase } from './build.ts'

function table(
  value: string,
  target: string,
  params: Record<string, unknown> = {},
  more: RuleCase['indicator'] = {}
) {
  return runRule({
    kind: 'DIRECTION_TABLE',
    params,
    indicator: { fullMark: '100', targets: [{ unit: '*', base: target }], ...more },
    readings: [reading('u', 'a1', value)]
  })
}

describe('DIRECTION_TABLE', () => {
  it.each([
    ['UP', '100', '112', '112.00'],
    ['UP', '100', '130', '120.00'],
    ['UP', '100', '60', '60.00'],
    ['DOWN', '10', '9', '110.00'],
    ['DOWN', '10', '7', '120.00'],
    ['DOWN', '10', '10', '100.00'],
    ['DOWN', '10', '13', '70.00'],
    ['DOWN', '10', '21', '0.00']
  ] as const)('G3 (S17): %s, target %s, value %s → %s', (direction, target, value, expected) => {
    expect(printed(table(value, target, {}, { direction }))).toBe(expected)
  })

  it('counts 百分点 for %-typed indicators and relative percent otherwise (ambiguity 5)', () => {
    expect(printed(table('45', '50', {}, { unit: '%' }))).toBe('95.00')
    expect(printed(table('45', '50', {}, { unit: '场' }))).toBe('90.00')
    expect(printed(table('45', '50', { deviation: 'RELATIVE' }, { unit: '%' }))).toBe('90.00')
  })

  it('per-point loss with a cap at the target: 72 % against 75 %, 2 points each', () => {
    const params = { lossPer: '1', lossPoints: '2', cap: '100' }
    expect(printed(table('72', '75', params, { unit: '%', fullMark: '10' }))).toBe('9.40')
    expect(printed(table('80', '75', params, { unit: '%', fullMark: '10' }))).toBe('10.00')
  })

  it('counts whole steps only, toward the target, when told so', () => {
    expect(printed(table('112', '100', { mode: 'STEP' }))).toBe('110.00')
    expect(printed(table('96', '100', { mode: 'STEP' }))).toBe('100.00')
    expect(printed(table('90', '100', { mode: 'STEP' }))).toBe('90.00')
  })

  it('loses points on both sides of a centred target, from the end of the dead band', () => {
    const centred = { direction: 'TARGET', unit: '天' } as const
    const params = { deadBand: '2', lossPer: '1', lossPoints: '5' }
    expect(printed(table('22', '20', params, centred))).toBe('100.00')
    expect(printed(table('23', '20', params, centred))).toBe('95.00')
    expect(printed(table('16', '20', params, centred))).toBe('90.00')
    expect(printed(table('60', '20', params, centred))).toBe('0.00')
  })

  it('may exceed the full mark when the cap says so', () => {
    expect(printed(table('130', '100', {}, { fullMark: '10' }))).toBe('12.00')
  })

  it('refuses a relative deviation from 0, but takes an absolute one', () => {
    expect(table('3', '0').status).toBe('REFUSED')
    expect(printed(table('3', '0', {}, { unit: '%' }))).toBe('103.00')
  })

  it('says the calculation with its numbers', () => {
    expect(table('130', '100', {}, { fullMark: '10' }).trace.sentence).toBe(
      '实际 130，比目标 100 高 30.00%，100 + 30.00 = 130.00，按 120 计，满分 10 → 12.00'
    )
  })
})
