import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCodes, describeRule } from './checkCodes.ts'
import { printed, rating, reading, runRule, type RuleCase } from './build.ts'

type Params = Record<string, unknown>
const options = (weights: Record<string, string>) =>
  Object.entries(weights).map(([name, weight]) => ({ name, weight }))

const FOUR = { options: options({ 优秀: '100', 良好: '80', 一般: '60', 较差: '40' }) }
const THREE = {
  options: options({ 满意: '100', 基本满意: '70', 不满意: '30' }),
  invalid: [{ name: '不了解' }]
}
const votes = (counts: Record<string, string | null>, group = '') =>
  Object.entries(counts).map(([name, count]) => rating('u', 'a1', name, count, group))

function ballot(params: Params, readings: RuleCase['readings'], fullMark = '100') {
  return runRule({ kind: 'BALLOT_SHARE', params, indicator: { fullMark }, readings })
}

describe('BALLOT_SHARE', () => {
  it('G10 (S27): 30/12/5/3 → 87.60', () => {
    const outcome = ballot(FOUR, votes({ 优秀: '30', 良好: '12', 一般: '5', 较差: '3' }))
    expect(printed(outcome)).toBe('87.60')
    expect(outcome.trace.sentence).toBe(
      '(30 × 100 + 12 × 80 + 5 × 60 + 3 × 40) ÷ 50 = 87.60，满分 100 → 87.60'
    )
  })

  it('G10 (S28): 不了解 is no valid vote: 8050 ÷ 95, not ÷ 100', () => {
    const outcome = ballot(THREE, votes({ 满意: '60', 基本满意: '25', 不满意: '10', 不了解: '5' }))
    expect(printed(outcome)).toBe('84.74')
    expect(outcome.trace.inputs.find((input) => input.label === '不了解')?.leftOut).toBe('不计入有效票')
    expect(printed(ballot(THREE, votes({ 满意: '60', 基本满意: '25', 不满意: '10' })))).toBe('84.74')
  })

  it('S32: weighted evaluator groups, each over its own valid votes', () => {
    const groups = [
      { name: '分管领导', weight: '20' },
      { name: '干部职工', weight: '40' },
      { name: '考核组', weight: '40' }
    ]
    const readings = [
      ...votes({ 优秀: '1', 良好: '0', 一般: '0', 较差: '0' }, '分管领导'),
      ...votes({ 优秀: '5', 良好: '5', 一般: '0', 较差: '0' }, '干部职工'),
      ...votes({ 优秀: '0', 良好: '2', 一般: '2', 较差: '0' }, '考核组')
    ]
    // 100 × 0.2 + 90 × 0.4 + 70 × 0.4
    expect(printed(ballot({ ...FOUR, groups }, readings))).toBe('84.00')
    expect(ballot({ ...FOUR, groups }, readings.slice(0, 8)).status).toBe('MISSING')
    expect(describeRule('BALLOT_SHARE', { ...FOUR, groups })).toContain(
      '分管领导 20%、干部职工 40%、考核组 40%'
    )
    // Without groups in the scheme all votes go into one pot: 600 + 560 + 120 over 15.
    expect(printed(ballot(FOUR, readings))).toBe('85.33')
  })

  it('scales to the full mark, exactly', () => {
    const outcome = ballot(
      { options: options({ 好: '1', 差: '0' }), scale: '1' },
      votes({ 好: '1', 差: '2' }),
      '30'
    )
    expect(outcome.status === 'SCORED' && outcome.score.toFixed()).toBe('10')
  })

  it.each([
    ['no valid vote', votes({ 满意: '0', 基本满意: '0', 不满意: '0', 不了解: '9' }), '没有有效票'],
    ['an unknown option', votes({ 满意: '1', 非常满意: '3' }), '「非常满意」不是方案里的选项'],
    ['half a vote', votes({ 满意: '1.5', 基本满意: '0', 不满意: '0' }), '整数'],
    ['a negative count', votes({ 满意: '-1', 基本满意: '2', 不满意: '0' }), '整数'],
    ['two different counts', [...votes({ 满意: '1' }), ...votes({ 满意: '2' })], '两个不同的数']
  ])('refuses %s', (_, readings, reason) => {
    expect(ballot(THREE, readings)).toMatchObject({
      status: 'REFUSED',
      reason: expect.stringContaining(reason) as string
    })
  })

  it('refuses an evaluator group that the scheme does not know', () => {
    const params = { ...THREE, groups: [{ name: '群众', weight: '1' }] }
    expect(ballot(params, votes({ 满意: '1', 基本满意: '0', 不满意: '0' }, '领导')).status).toBe('REFUSED')
  })

  it('waits for an option without a number: nobody chose it is a 0', () => {
    const outcome = ballot(THREE, votes({ 满意: '60', 基本满意: '25' }))
    expect(outcome.status).toBe('MISSING')
    expect(outcome.trace.notes).toEqual(['没有收到「不满意」的票数；没有人选也要填 0'])
    expect(ballot(THREE, []).status).toBe('MISSING')
    expect(ballot(THREE, votes({ 满意: null, 基本满意: null, 不满意: null })).status).toBe('NA')
    const twice = votes({ 满意: '60', 基本满意: '25', 不满意: '10' })
    expect(printed(ballot(THREE, [...twice, ...twice]))).toBe('84.74')
    expect(ballot(THREE, [...twice, reading('u', 'a1', '5', { field: 'self' })]).status).toBe('SCORED')
  })

  it('lies between the least and the most of a vote, does not change with invalid votes or proportional counts', () => {
    const count = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(count, count, count, count, fc.integer({ min: 1, max: 9 }), (a, b, c, none, times) => {
        fc.pre(a + b + c > 0)
        const run = (k: number, invalid: number) =>
          printed(
            ballot(
              THREE,
              votes({ 满意: `${a * k}`, 基本满意: `${b * k}`, 不满意: `${c * k}`, 不了解: `${invalid}` })
            ),
            4
          )
        const score = run(1, 0)
        expect(Number(score) >= 30 && Number(score) <= 100).toBe(true)
        expect(run(times, none)).toBe(score)
      }),
      { numRuns: 150 }
    )
  })

  it.each([
    ['sound', THREE, []],
    ['an option twice', { ...THREE, invalid: [{ name: '满意' }] }, ['error DUPLICATE_OPTION']],
    ['a vote above the scale', { ...THREE, scale: '10' }, ['error CAPS_CONTRADICT']],
    ['the full mark out of reach', { ...THREE, scale: '120' }, ['confirm FULL_MARK_OUT_OF_REACH']],
    [
      'groups',
      {
        ...THREE,
        groups: [
          { name: 'x', weight: '20' },
          { name: 'x', weight: '40' }
        ]
      },
      ['error DUPLICATE_GROUP', 'confirm WEIGHTS_NOT_100']
    ]
  ])('check: %s', (_, params, expected) => {
    expect(checkCodes('BALLOT_SHARE', params)).toEqual(expected)
  })
})
