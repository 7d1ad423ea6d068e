import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { trimmedMean } from '#shared/domain/scoring/kinds/trimmedMean.ts'
import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { indicator, printed, rating, runRule, type RuleCase } from './build.ts'

const TRIM = { trim: 1, trimWhenMoreThan: 5 }

function judged(
  marks: readonly string[],
  params: Record<string, unknown> = {},
  more: Partial<RuleCase> = {}
) {
  const readings = marks.map((mark, index) => rating('u', 'a1', `评委${index}`, mark))
  return runRule({ kind: 'JUDGE_MEAN', params, readings, ...more })
}

describe('JUDGE_MEAN', () => {
  it.each([
    [['95', '92', '90', '88', '85', '70'], '88.75'],
    [['95', '92', '90', '88', '70'], '87.00'],
    [['95', '95', '90', '88', '85', '70'], '89.50'],
    [['90', '90'], '90.00']
  ])('G11 (S29): %s → %s', (marks, expected) => {
    expect(printed(judged(marks, TRIM))).toBe(expected)
  })

  it('drops one of two equal highest marks and says which', () => {
    const outcome = judged(['95', '95', '90', '88', '85', '70'], TRIM)
    const dropped = outcome.trace.inputs.filter((input) => input.leftOut !== undefined)
    expect(dropped.map((input) => [input.value, input.leftOut])).toEqual([
      ['95', '去掉最高分'],
      ['70', '去掉最低分']
    ])
    expect(outcome.trace.sentence).toBe('6 人评分，去掉最高分 95 和最低分 70，平均 89.50，满分 100 → 89.50')
  })

  describe('invalid ballots (S29)', () => {
    const sixth = (other: string) => [
      ...['95', '92', '90', '88', '70'].map((mark, index) => rating('u', 'a1', `评委${index}`, mark)),
      ...['80', '81', '82', '83', '84'].map((mark, index) => rating('v', 'a1', `评委${index}`, mark)),
      rating('u', 'a1', '评委5', '90'),
      rating('v', 'a1', '评委5', other)
    ]
    const run = (params: Record<string, unknown>, other: string) =>
      runRule({ kind: 'JUDGE_MEAN', params: { ...TRIM, ...params }, readings: sixth(other) })

    it('G11: an all-equal ballot goes before the count is tested, so nothing is trimmed', () => {
      const outcome = run({ rejectAllEqual: true }, '90')
      expect(printed(outcome)).toBe('87.00')
      expect(outcome.trace.inputs.find((input) => input.label === '评委5')?.leftOut).toBe(
        '无效票：全部打同一个分'
      )
    })

    it('a ballot with different marks counts, and then six are trimmed', () => {
      expect(printed(run({ rejectAllEqual: true }, '85'))).toBe('90.00')
      expect(printed(run({}, '90'))).toBe('90.00')
    })

    it('limits generosity: at most n high marks, at least n low ones', () => {
      expect(printed(run({ highFrom: '85', highAtMost: 1 }, '90'))).toBe('87.00')
      expect(printed(run({ highFrom: '85', highAtMost: 2 }, '90'))).toBe('90.00')
      const low = run({ lowBelow: '85', lowAtLeast: 1 }, '90')
      expect(low.trace.inputs.find((input) => input.label === '评委5')?.leftOut).toBe(
        '无效票：85 分以下有 0 个，不足 1 个'
      )
    })

    it('rejects all-full ballots and refuses when no mark is left', () => {
      const readings = [rating('u', 'a1', '甲', '100'), rating('v', 'a1', '甲', '100')]
      const outcome = runRule({ kind: 'JUDGE_MEAN', params: { rejectAllFull: true }, readings })
      expect(outcome.status).toBe('REFUSED')
    })

    it('cannot call one single mark an all-equal ballot', () => {
      expect(printed(judged(['90'], { rejectAllEqual: true }))).toBe('90.00')
    })
  })

  it('leaves a mark out of range alone, not its ballot (ambiguity 8)', () => {
    const readings = [
      rating('u', 'a1', '甲', '900'),
      rating('v', 'a1', '甲', '80'),
      rating('u', 'a1', '乙', '90'),
      rating('v', 'a1', '乙', '70')
    ]
    expect(printed(runRule({ kind: 'JUDGE_MEAN', readings, unit: 'u' }))).toBe('90.00')
    expect(printed(runRule({ kind: 'JUDGE_MEAN', readings, unit: 'v' }))).toBe('75.00')
  })

  it('does not count a recusal, and trims on the marks that count (ambiguity 7)', () => {
    const readings = [
      ...['95', '92', '90', '88', '70'].map((mark, index) => rating('u', 'a1', `评委${index}`, mark)),
      rating('u', 'a1', '回避的评委', null)
    ]
    expect(printed(runRule({ kind: 'JUDGE_MEAN', params: TRIM, readings }))).toBe('87.00')
    expect(printed(runRule({ kind: 'JUDGE_MEAN', readings: [rating('u', 'a1', '甲', null)] }))).toBe('NA')
    expect(printed(runRule({ kind: 'JUDGE_MEAN', readings: [] }))).toBe('MISSING')
  })

  describe('evaluator groups', () => {
    const groups = [
      ['主要领导', '0.15', '92'],
      ['主管领导', '0.15', '90'],
      ['其它领导', '0.20', '88'],
      ['机关正职', '0.10', '85'],
      ['单位正职', '0.15', '86'],
      ['机关部门', '0.25', '84']
    ] as const
    const weights = groups.map(([name, weight]) => ({ name, weight: dec(weight).toFixed() }))
    const marks = (without?: string) =>
      groups
        .filter(([name]) => name !== without)
        .map(([name, , mark]) => rating('u', 'a1', '一人', mark, name))
    const run = (params: Record<string, unknown>, without?: string) =>
      runRule({ kind: 'JUDGE_MEAN', params: { groups: weights, ...params }, readings: marks(without) })

    it('G12 (S30): weighted groups → 87.30', () => {
      expect(printed(run({}))).toBe('87.30')
    })

    it.each([
      ['RENORMALISE', '87.13'],
      ['ZERO', '69.70'],
      ['MEAN_OF_REST', '87.13']
    ])('G12: a group that gave nothing, %s → %s', (missingGroup, expected) => {
      const outcome = run({ missingGroup }, '其它领导')
      expect(printed(outcome)).toBe(expected)
      expect(outcome.trace.notes[0]).toContain('其它领导没有评分')
    })

    it('G12 (S31): A and B tickets at 60/40, out of 10 → 9.00', () => {
      const readings = [rating('u', 'a1', '甲', '9.2', 'A票'), rating('u', 'a1', '乙', '8.7', 'B票')]
      const params = {
        outOf: '10',
        groups: [
          { name: 'A票', weight: '60' },
          { name: 'B票', weight: '40' }
        ]
      }
      expect(printed(runRule({ kind: 'JUDGE_MEAN', params, indicator: { fullMark: '10' }, readings }))).toBe(
        '9.00'
      )
      expect(printed(runRule({ kind: 'JUDGE_MEAN', params, indicator: { fullMark: '80' }, readings }))).toBe(
        '72.00'
      )
    })

    it('leaves marks of an unknown group out and says so', () => {
      const readings = [...marks(), rating('u', 'a1', '路人', '10', '群众')]
      const outcome = runRule({ kind: 'JUDGE_MEAN', params: { groups: weights }, readings })
      expect(printed(outcome)).toBe('87.30')
      expect(outcome.trace.inputs.find((input) => input.value === '10')?.leftOut).toBe('评价主体不在方案里')
    })
  })

  it('refuses a rater with two different marks, and counts an identical second sheet once', () => {
    const twice = (mark: string) => [
      rating('u', 'a1', '甲', '90'),
      rating('u', 'a1', '甲', mark),
      rating('u', 'a1', '乙', '80')
    ]
    expect(runRule({ kind: 'JUDGE_MEAN', readings: twice('91') }).status).toBe('REFUSED')
    expect(printed(runRule({ kind: 'JUDGE_MEAN', readings: twice('90') }))).toBe('85.00')
  })

  it('a trimmed mean lies between the least and the greatest mark', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(
        marks,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 12 }),
        (tenths, trim, over) => {
          const values = tenths.map((mark) => dec(mark).div(10))
          const { mean, highest, lowest } = trimmedMean(values, trim, over)
          expect(mean.greaterThanOrEqualTo(dec(Math.min(...tenths)).div(10))).toBe(true)
          expect(mean.lessThanOrEqualTo(dec(Math.max(...tenths)).div(10))).toBe(true)
          expect(highest.length).toBe(lowest.length)
          expect(new Set([...highest, ...lowest]).size).toBe(highest.length * 2)
        }
      )
    )
  })

  it.each([
    [{ trim: 2, trimWhenMoreThan: 3 }, 'TRIM_LEAVES_NOTHING'],
    [{ highFrom: '90' }, 'LIMIT_INCOMPLETE'],
    [{ groups: [{ name: '甲', weight: '60' }] }, 'WEIGHTS_NOT_100'],
    [{ min: '100' }, 'CAPS_CONTRADICT']
  ])('check: %j → %s', (params, code) => {
    const kind = ruleKindOf('JUDGE_MEAN')!
    expect(kind.check(kind.params.parse(params), indicator()).map((problem) => problem.code)).toEqual([code])
  })
})
