import { describe, expect, it } from 'vitest'
import { checkScheme } from '#shared/domain/scheme/checkScheme.ts'
import { scheme, type LooseScheme } from '../scoring/build.ts'

const people = { provider: 'a', owner: 'a' }
const direct = (code: string, fullMark: string, more: Record<string, unknown> = {}) => ({
  code,
  name: `指标${code}`,
  fullMark,
  rule: { kind: 'DIRECT_SCORE' },
  ...people,
  ...more
})
const dimension = (indicators: unknown[], more: Record<string, unknown> = {}) => ({
  code: 'd',
  name: '板块',
  fullMark: '100',
  indicators,
  ...more
})

function problems(indicators: unknown[], some: Partial<LooseScheme> = {}) {
  return checkScheme(scheme({ units: ['a', 'b'], dimensions: [dimension(indicators)], ...some }))
}

const codes = (indicators: unknown[], some: Partial<LooseScheme> = {}) =>
  problems(indicators, some).map((problem) => `${problem.level} ${problem.code}`)

const ratio = (params: Record<string, unknown> = {}, more: Record<string, unknown> = {}) =>
  direct('x', '100', {
    rule: { kind: 'RATIO_TO_TARGET', params },
    targets: [{ unit: '*', base: '4' }],
    ...more
  })

describe('checkScheme', () => {
  it('has nothing to say about a sound scheme', () => {
    expect(problems([direct('x', '60'), ratio({}, { code: 'y', fullMark: '40' })])).toEqual([])
  })

  it.each([
    ['unknown kind', [direct('x', '100', { rule: { kind: 'NO_SUCH' } })], {}, ['error UNKNOWN_RULE_KIND']],
    ['bad parameter', [ratio({ cap: 'viel' })], {}, ['error RULE_PARAMS']],
    ['unknown parameter', [ratio({ kap: '100' })], {}, ['error RULE_PARAMS']],
    ['missing parameter', [direct('x', '100', { rule: { kind: 'RANK_POINTS' } })], {}, ['error RULE_PARAMS']],
    ['DOWN without a choice', [ratio({}, { direction: 'DOWN' })], {}, ['error DOWN_RATIO_UNDECIDED']],
    ['contradicting caps', [ratio({ floor: '120' })], {}, ['error CAPS_CONTRADICT']],
    ['no target', [ratio({}, { targets: [] })], {}, ['confirm TARGET_MISSING']],
    [
      'a target for one unit only',
      [ratio({}, { targets: [{ unit: 'a', base: '3' }] })],
      {},
      ['confirm TARGET_MISSING']
    ],
    ['nobody reports', [direct('x', '100', { provider: undefined })], {}, ['confirm PEOPLE_MISSING']],
    ['same indicator code twice', [direct('x', '50'), direct('x', '50')], {}, ['error DUPLICATE_CODE']],
    ['unknown provider', [direct('x', '100', { provider: 'zz' })], {}, ['error UNKNOWN_REFERENCE']],
    [
      'unknown unit in targets',
      [
        ratio(
          {},
          {
            targets: [
              { unit: '*', base: '4' },
              { unit: 'zz', base: '3' }
            ]
          }
        )
      ],
      {},
      ['error UNKNOWN_REFERENCE']
    ],
    [
      'unknown member',
      [direct('x', '100')],
      { groups: { g: ['a', 'b', 'zz'] } },
      ['error UNKNOWN_REFERENCE']
    ],
    [
      'unknown group in appliesTo',
      [direct('x', '100', { appliesTo: { groups: ['g', 'zz'] } })],
      {},
      ['error UNKNOWN_REFERENCE']
    ],
    [
      'unknown tie-break dimension',
      [direct('x', '100')],
      { race: { tieBreak: [{ by: 'DIMENSION', dimension: 'zz' }] } },
      ['error UNKNOWN_REFERENCE']
    ],
    [
      'unit in two groups',
      [direct('x', '100')],
      { groups: { g: ['a', 'b'], h: ['b'] } },
      ['error UNIT_IN_TWO_GROUPS']
    ],
    ['nobody ranked', [direct('x', '100')], { listed: ['a', 'b'] }, ['confirm GROUP_WITHOUT_RANKED']],
    ['full marks short of the dimension', [direct('x', '90')], {}, ['error DIMENSION_SUM']],
    ['dimensions short of the race', [direct('x', '100')], { race: { fullMark: '120' } }, ['error RACE_SUM']],
    [
      'full mark 0',
      [direct('x', '100'), direct('y', '0')],
      {},
      ['error FULL_MARK_NOT_POSITIVE', 'error CAPS_CONTRADICT']
    ],
    [
      'an indicator for nobody',
      [direct('x', '100'), direct('y', '5', { appliesTo: { units: ['a'], exceptUnits: ['a'] } })],
      {},
      ['confirm INDICATOR_UNUSED']
    ],
    [
      'class cap above the overall cap',
      [direct('x', '100')],
      {
        race: {
          adjustments: { classes: [{ code: 'c', name: '表彰', sign: 'BONUS', cap: '12' }], bonusCap: '10' }
        }
      },
      ['confirm CAPS_CONTRADICT']
    ],
    [
      'cap 0',
      [direct('x', '100')],
      { race: { adjustments: { classes: [{ code: 'c', name: '表彰', sign: 'BONUS', cap: '0' }] } } },
      ['error CAP_NOT_POSITIVE']
    ]
  ] as [string, unknown[], Partial<LooseScheme>, string[]][])('%s', (_, indicators, some, expected) => {
    expect(codes(indicators, some)).toEqual(expected)
  })

  it('adds full marks for every unit by what applies to it, and names the units', () => {
    const own = [
      direct('x', '100', { appliesTo: { units: ['a'] } }),
      direct('y', '90', { appliesTo: { units: ['b'] } })
    ]
    expect(problems(own)).toMatchObject([
      {
        code: 'DIMENSION_SUM',
        message: '板块「板块」满分 100，单位b的指标满分合计 90。',
        suggestion: '请改指标满分或适用范围，让合计等于板块满分。'
      }
    ])
  })

  it('does not add up the indicators of a WEIGHTED dimension', () => {
    const weighted = dimension([direct('x', '80'), direct('y', '30')], { composition: 'WEIGHTED' })
    expect(problems([], { dimensions: [weighted] })).toEqual([])
  })

  it('says where, what and what to do', () => {
    expect(problems([ratio({ cap: '-5' })])[0]).toMatchObject({
      message: '指标「指标x」（按完成比例）的参数「最多得满分的」不能是负数。',
      suggestion: '请在指标的计分方式里改正。'
    })
    expect(problems([ratio({}, { direction: 'DOWN' })])[0]).toMatchObject({
      message: '指标「指标x」：越低越好，但没有选完成率怎么算。',
      suggestion: '请选「目标 ÷ 实际」或「2 − 实际 ÷ 目标」。'
    })
  })

  it('puts errors first', () => {
    const levels = problems([direct('x', '90', { owner: undefined })]).map((problem) => problem.level)
    expect(levels).toEqual(['error', 'confirm'])
  })
})
