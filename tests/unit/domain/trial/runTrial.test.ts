import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAppError } from '#shared/appError.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { parseTrialCase } from '#shared/domain/trial/parseTrialCase.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { input, reading } from '../scoring/build.ts'

function tried(json: unknown): Record<string, string> {
  const { results } = runTrial(parseTrialCase(json))
  return Object.fromEntries(results.map(({ unit, score, status }) => [unit, score?.printed ?? status]))
}

/** Every problem that a case is refused with. */
function problems(json: unknown): string[] {
  try {
    parseTrialCase(json)
  } catch (error) {
    if (!isAppError(error)) throw error
    expect(error.code).toBe('SCHEME_INVALID')
    return (error.details.problems ?? []).map((problem) => problem.message)
  }
  return []
}

const RATIO = { kind: 'RATIO_TO_TARGET' }

/** Numbers that domain.md §7 publishes for the examples of the kinds. */
const GOLDEN: Record<string, readonly string[]> = {
  RATIO_TO_TARGET: ['22.50', '30.00', '30.00', '0.00'],
  DIFF_FROM_TARGET: ['8.00', '7.60', '6.80', '6.25', '6.00'],
  DIRECTION_TABLE: ['112.00', '120.00', '60.00'],
  SASAC_GROWTH: ['22.00', '24.00', '17.00', '23.00', '22.00', '21.00', '20.00'],
  THRESHOLD: ['10.00', '10.00', '0.00'],
  INTERVAL_TABLE: ['200.00', '190.00', '160.00', '130.00'],
  EFFICACY_TIERS: ['15.23', '12.00', '16.00', '20.00', '0.00'],
  MINMAX_60_100: ['73.33', '100.00', '60.00', '86.67'],
  RATIO_TO_BEST: ['327.32', '400.00', '369.23'],
  RANK_POINTS: ['200.00', '196.00', '196.00', '188.00'],
  EXTERNAL_RANK: ['10.00', '9.00', '5.00'],
  DEDUCT_LIST: ['80.00', '93.00', '90.00', '100.00'],
  JUDGE_MEAN: ['88.75', '87.00', '89.50', '90.00'],
  BALLOT_SHARE: ['87.60', '86.67'],
  DIRECT_SCORE: ['13.40', '13.50'],
  MANUAL_SCORE: ['8.00', 'REFUSED', 'REFUSED']
}

describe('runTrial', () => {
  it.each(RULE_KINDS.map((kind) => [kind.kind, kind] as const))('%s: scores its example', (_, kind) => {
    const result = runTrial(parseTrialCase(kind.example.case))
    expect(result.kindName).toBe(kind.name)
    expect(result.problems.filter((problem) => problem.level === 'error')).toEqual([])
    expect(result.results.map(({ score, status }) => score?.printed ?? status)).toEqual(GOLDEN[kind.kind])
    for (const { trace } of result.results) expect(trace.sentence).not.toBe('')
  })

  it('gives what the same indicator of a quarter gives', () => {
    const scheme = schemeDefinition.parse({
      format: 'liangji-scheme',
      formatVersion: 1,
      code: 's',
      title: '方案',
      organisation: '某局',
      year: 2026,
      units: ['a', 'b', 'c'].map((code) => ({ code, name: code, kind: 'DEPARTMENT' })),
      groups: [{ code: 'group', name: '组', members: ['a', 'b', 'c'].map((unit) => ({ unit })) }],
      races: [
        {
          code: 'r',
          name: '赛马',
          groups: ['group'],
          fullMark: '40',
          dimensions: [
            {
              code: 'd',
              name: '板块',
              fullMark: '40',
              indicators: [
                {
                  code: 'trial',
                  name: '试算指标',
                  fullMark: '40',
                  rule: { kind: 'MINMAX_60_100', params: { allEqual: '80' } }
                }
              ]
            }
          ]
        }
      ],
      policies: { roundAt: 'ITEM_AND_TOTAL', decimals: 1 }
    })
    const values = { a: '12', b: '18', c: '9' }
    const readings = Object.entries(values).map(([unit, value]) => reading(unit, 'trial', value))
    const quarter = computeResults(input(scheme, { readings })).races[0]!.groups[0]!.units
    const trial = runTrial(
      parseTrialCase({
        rule: { kind: 'MINMAX_60_100', params: { allEqual: '80' } },
        indicator: { fullMark: '40' },
        policies: { roundAt: 'ITEM_AND_TOTAL', decimals: 1 },
        participants: Object.entries(values).map(([unit, actual]) => ({ unit, actual }))
      })
    )
    for (const { unit, score, trace } of trial.results) {
      const own = quarter.find((entry) => entry.unit === unit)!.dimensions[0]!.indicators[0]!
      expect(score).toEqual(own.score)
      expect(trace.steps).toEqual(own.trace.steps)
    }
  })

  it('keeps NA, MISSING and 0 three things, and applies the policies', () => {
    const participants = [
      { unit: 'na', target: '3', actual: '/' },
      { unit: 'missing', target: '3', actual: null },
      { unit: 'absent', target: '3' },
      { unit: 'zero', target: '3', actual: 0 },
      { unit: 'two', target: '3', actual: '2' }
    ]
    const indicator = { fullMark: '30' }
    expect(tried({ rule: RATIO, indicator, participants })).toEqual({
      na: 'NA',
      missing: 'MISSING',
      absent: 'MISSING',
      zero: '0.00',
      two: '20.00'
    })
    const policies = { notApplicable: 'FULL_MARK', missing: 'ZERO', decimals: 1 }
    expect(tried({ rule: RATIO, indicator, participants, policies })).toEqual({
      na: '30.0',
      missing: '0.0',
      absent: '0.0',
      zero: '0.0',
      two: '20.0'
    })
  })

  it('flags 补分, and takes an approver with a reason', () => {
    const { results } = runTrial(
      parseTrialCase({
        rule: RATIO,
        participants: [
          {
            unit: 'a',
            target: '4',
            actual: { value: 3, state: 'ESTIMATED', by: '考核办', reason: '经商议决定' }
          }
        ]
      })
    )
    expect(results[0]).toMatchObject({ estimated: true, status: 'SCORED' })
    expect(results[0]!.trace.notes).toEqual(['完成是补分，依据：经商议决定'])
  })

  it('takes a plain target as it counts, also for a cumulative indicator, and phases its parts', () => {
    const indicator = { nature: 'CUMULATIVE' }
    const participants = [
      { unit: 'counts', target: '100', actual: '50' },
      { unit: 'year', target: { base: '100' }, actual: '50' },
      { unit: 'phased', target: { base: '100', phased: { Q2: '40' } }, actual: '20' }
    ]
    expect(tried({ rule: RATIO, indicator, participants, period: '2026Q2' })).toEqual({
      counts: '50.00',
      year: '100.00',
      phased: '50.00'
    })
  })

  it('keeps 单列 units out of the pool', () => {
    const rule = { kind: 'RANK_POINTS', params: { decrement: 5 } }
    const participants = [
      { unit: 'a', actual: '3' },
      { unit: 'b', actual: '2' },
      { unit: 'listed', actual: '9', ranked: false }
    ]
    expect(tried({ rule, participants })).toEqual({ a: '100.00', b: '95.00', listed: '100.00' })
  })

  it('reads numbers of parameters in any plain form, and ratings as a list or a record', () => {
    const judges = { kind: 'JUDGE_MEAN', params: { trim: '1', trimWhenMoreThan: 3, outOf: 10, min: '0.50' } }
    const marks = { 甲: 9, 乙: '8.5', 丙: '7.00', 丁: 6 }
    const list = Object.entries(marks).map(([name, value]) => ({ name, value }))
    expect(tried({ rule: judges, participants: [{ unit: 'a', ratings: marks }] })).toEqual({ a: '77.50' })
    expect(tried({ rule: judges, participants: [{ unit: 'a', ratings: list }] })).toEqual({ a: '77.50' })
    expect(tried({ rule: judges, participants: [{ unit: 'a', ratings: [9, '8.5', '7.00', 6] }] })).toEqual({
      a: '77.50'
    })
    const rows = [
      { lo: 80, value: 10 },
      { hi: '80.0', value: 0 }
    ]
    const table = { kind: 'INTERVAL_TABLE', params: { rows } }
    expect(tried({ rule: table, participants: [{ unit: 'a', actual: 80 }] })).toEqual({ a: '10.00' })
  })

  it('tells every problem at once, each with its path', () => {
    expect(
      problems({
        rule: { kind: 'RATIO_TO_TARGET', params: { cap: -5, clif: '80' } },
        participants: [
          { unit: 'a', actual: '1,000' },
          { unit: 'b', ratings: [{ name: 'x', valu: 3 }], colour: 'red' }
        ]
      })
    ).toEqual([
      'participants[0].actual：应填一个数，如 "30" 或 2.5（不带千分位、单位和 %）、"NA"（不适用）或 "MISSING"（缺报）。',
      'participants[1].ratings[0].value：没有填，或写法不对。',
      'participants[1].ratings[0]：有不认识的内容 valu，请删去或改正拼写。',
      'participants[1]：有不认识的内容 colour，请删去或改正拼写。',
      'rule.params.cap（最多得满分的）：不能是负数。',
      'rule.params：有不认识的内容 clif，请删去或改正拼写。'
    ])
    expect(problems({ rule: RATIO, participants: [{ unit: 'a' }, { unit: 'a' }] })).toEqual([
      'participants[1].unit：单位「a」在 participants[0] 已经有了。'
    ])
    expect(problems({ rule: { kind: 'RATIO' }, participants: [{ unit: 'a' }] })).toEqual([
      'rule.kind：没有「RATIO」这种计分方式。'
    ])
    expect(problems([])).not.toEqual([])
    expect(problems(null)).not.toEqual([])
  })

  it.each([['30%'], ['3万'], ['１２'], ['0x10'], ['Infinity'], ['NaN'], ['1e999'], ['--1'], ['1 000']])(
    'does not guess at %j',
    (actual) => {
      expect(problems({ rule: RATIO, participants: [{ unit: 'a', target: '4', actual }] })).toHaveLength(1)
    }
  )

  it('reads decimals exactly, however they are written', () => {
    const digits = fc.integer({ min: -999_999_999, max: 999_999_999 })
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom('', '0', '00'),
        (n, places, zeros) => {
          const sign = n < 0 ? '-' : ''
          const text = String(Math.abs(n)).padStart(places + 1, '0')
          const whole = text.slice(0, text.length - places)
          const written = places === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-places)}${zeros}`
          const { results } = runTrial(
            parseTrialCase({
              rule: { kind: 'THRESHOLD', params: { line: written } },
              participants: [{ unit: 'a', actual: ` ${written} ` }]
            })
          )
          expect(results[0]!.score?.exact).toBe('100')
        }
      ),
      { numRuns: 200 }
    )
  })
})
