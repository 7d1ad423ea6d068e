import { describe, expect, it } from 'vitest'
import { problems, told, type Json } from './soundScheme.ts'

const grades = (...levels: Json[]): Json => ({ grades: { levels } })
const TWO = grades({ name: '优秀', atLeast: '90' }, { name: '达标' })
const veto = { code: 'v', name: '事故', effects: ['RANK_LAST'], basis: '安全生产法' }
const shares = (...list: [string, string][]): Json => ({
  shared: { works: [{ name: '园区', from: 'a', shares: list.map(([unit, percent]) => ({ unit, percent })) }] }
})
const rows = (...list: Json[]): Json => ({ progress: { rows: list } })

describe('checkScheme: years, successions, vetoes, shared work, progress, rules', () => {
  it.each([
    ['last year’s first quarter', { top: { from: '2025Q1' } }, ['confirm START_OUTSIDE_YEAR']],
    // Years and totals.
    [
      'weights that add up to nothing',
      { race: { year: { method: 'WEIGHTED', weights: { Q1: '0', Q2: '0', Q3: '0', Q4: '0' } } } },
      ['error YEAR_WEIGHTS']
    ],
    [
      'a negative weight',
      { race: { year: { method: 'WEIGHTED', weights: { Q1: '-1', Q2: '5', Q3: '5', Q4: '5' } } } },
      ['error YEAR_WEIGHTS']
    ],
    [
      'weights that do not count',
      { race: { year: { weights: { Q1: '0', Q2: '0', Q3: '0', Q4: '0' } } } },
      []
    ],
    ['leadership of 101', { race: { year: { leadership: '101' } } }, ['error LEADERSHIP_SHARE']],
    [
      'best 1 but at least 3',
      { race: { year: { method: 'BEST', best: 1, minQuarters: 3 } } },
      ['confirm YEAR_QUARTERS']
    ],
    [
      'a total over an unknown race',
      { top: { totals: [{ code: 't', name: '总分', races: [{ race: 'zz', weight: '1' }] }] } },
      ['error UNKNOWN_REFERENCE']
    ],
    [
      'a total with weight 0',
      { top: { totals: [{ code: 't', name: '总分', races: [{ race: 'r', weight: '0' }] }] } },
      ['error TOTAL_WEIGHT']
    ],
    [
      'a total that asks for more races than it has',
      { top: { totals: [{ code: 't', name: '总分', races: [{ race: 'r', weight: '1' }], minRaces: 2 }] } },
      ['error TOTAL_MIN_RACES']
    ],
    // Successions (G20).
    [
      'an unknown successor',
      { top: { successions: [{ kind: 'RENAME', from: ['a'], to: ['zz'], effective: '2026Q2' }] } },
      ['error UNKNOWN_REFERENCE']
    ],
    [
      'a merger of one',
      { top: { successions: [{ kind: 'MERGE', from: ['a'], to: ['c'], effective: '2026Q2' }] } },
      ['confirm GROUP_WITHOUT_RANKED', 'error SUCCESSION_COUNT'].sort((x, y) => (x < y ? 1 : -1))
    ],
    [
      'a unit that comes and goes in one quarter',
      {
        top: {
          successions: [
            { kind: 'RENAME', from: ['a'], to: ['b'], effective: '2026Q1' },
            { kind: 'ABOLISH', from: ['b'], effective: '2026Q1' }
          ]
        }
      },
      ['error SUCCESSION_CLASH']
    ],
    [
      'an inheritance from somebody else',
      {
        top: {
          successions: [
            {
              kind: 'RENAME',
              from: ['a'],
              to: ['b'],
              effective: '2026Q1',
              inherit: [{ from: 'c', to: 'b', percent: '50' }]
            }
          ]
        }
      },
      ['error INHERIT_UNIT']
    ],
    [
      'an inheritance of 120 %',
      {
        top: {
          successions: [
            {
              kind: 'RENAME',
              from: ['a'],
              to: ['b'],
              effective: '2026Q1',
              inherit: [{ from: 'a', to: 'b', percent: '120' }]
            }
          ]
        }
      },
      ['error INHERIT_PERCENT']
    ],
    [
      'there and back again',
      {
        top: {
          successions: [
            { kind: 'RENAME', from: ['a'], to: ['b'], effective: '2026Q2' },
            { kind: 'RENAME', from: ['b'], to: ['a'], effective: '2026Q3' }
          ]
        }
      },
      ['confirm SUCCESSION_CIRCLE']
    ],
    // Vetoes (S74a).
    ['vetoes listed but off', { top: { vetoKinds: [veto] } }, ['info VETOES_OFF']],
    ['vetoes on', { top: { vetoKinds: [veto], policies: { vetoes: true } } }, ['confirm VETOES_ON']],
    [
      'vetoes on without any',
      { top: { policies: { vetoes: true } } },
      ['confirm VETOES_ON', 'confirm VETOES_WITHOUT_KINDS']
    ],
    [
      'a cap at an unknown grade',
      { race: TWO, top: { vetoKinds: [{ ...veto, effects: ['GRADE_CAP'], gradeCap: '良好' }] } },
      ['error UNKNOWN_GRADE', 'info VETOES_OFF']
    ],
    [
      'a cap without a grade',
      { race: TWO, top: { vetoKinds: [{ ...veto, effects: ['GRADE_CAP'] }] } },
      ['error VETO_WITHOUT_GRADE', 'info VETOES_OFF']
    ],
    [
      'no award, but which grades are awards',
      { race: TWO, top: { vetoKinds: [{ ...veto, effects: ['EXCLUDE_FROM_AWARD'] }] } },
      ['error VETO_WITHOUT_AWARDS', 'info VETOES_OFF']
    ],
    // Shared work (S9).
    ['shares 70 and 30', { indicator: shares(['a', '70'], ['b', '30']) }, []],
    ['shares over 100', { indicator: shares(['a', '70'], ['b', '40']) }, ['confirm SHARE_SUM']],
    ['full credit to each', { indicator: shares(['a', '100'], ['b', '100']) }, ['confirm SHARE_SUM']],
    ['a share of 0', { indicator: shares(['a', '0']) }, ['error SHARE_PERCENT']],
    ['a share of a unit outside', { indicator: shares(['zz', '50']) }, ['error SHARE_UNIT']],
    ['two shares of one unit', { indicator: shares(['a', '50'], ['a', '50']) }, ['error SHARE_TWICE']],
    // Progress (S43, G16).
    [
      'the published hole 0–10',
      {
        top: rows(
          { to: '0', toInclusive: true, status: 'ON_TRACK' },
          { from: '10', to: '30', toInclusive: true, status: 'BEHIND' },
          { from: '30', fromInclusive: false, status: 'BADLY_BEHIND' }
        )
      },
      ['error PROGRESS_GAP']
    ],
    [
      'a point that nobody has',
      { top: rows({ to: '10', status: 'ON_TRACK' }, { from: '10', fromInclusive: false, status: 'BEHIND' }) },
      ['error PROGRESS_GAP']
    ],
    [
      'a point that two have',
      { top: rows({ to: '10', toInclusive: true, status: 'ON_TRACK' }, { from: '10', status: 'BEHIND' }) },
      ['error PROGRESS_OVERLAP']
    ],
    [
      'two open ends',
      { top: rows({ to: '10', status: 'ON_TRACK' }, { status: 'BEHIND' }) },
      ['error PROGRESS_OVERLAP']
    ],
    [
      'a ladder that ends',
      { top: rows({ to: '10', status: 'ON_TRACK' }, { from: '10', to: '30', status: 'BEHIND' }) },
      ['error PROGRESS_GAP']
    ],
    [
      'lines upside down',
      { top: { progress: { met: '80', slightlyBehind: '90' } } },
      ['error PROGRESS_RATES']
    ],
    // Missing.
    ['a floor over 100 %', { indicator: { missing: 'FLOOR', missingFloor: '101' } }, ['error MISSING_RANGE']],
    [
      'a deduction above the full mark',
      { indicator: { missing: 'DEDUCT', missingPoints: '101' } },
      ['confirm MISSING_BELOW_ZERO']
    ],
    ['a floor of nothing', { indicator: { missing: 'FLOOR' } }, ['confirm MISSING_NOTHING']],
    // Rules.
    [
      'places by nearness without a target',
      {
        indicator: {
          direction: 'TARGET',
          rule: { kind: 'RANK_POINTS', params: { decrement: '1', decrementIn: 'POINTS' } }
        }
      },
      ['confirm TARGET_MISSING']
    ],
    [
      'two targets for one unit',
      {
        indicator: {
          targets: [
            { unit: 'a', base: '1' },
            { unit: 'a', base: '2' }
          ]
        }
      },
      ['error DUPLICATE_ENTRY']
    ],
    [
      'a coefficient of an unknown unit',
      {
        indicator: {
          rule: { kind: 'RATIO_TO_BEST', params: { coefficients: [{ unit: 'zz', factor: '1.2' }] } }
        }
      },
      ['error UNKNOWN_REFERENCE']
    ]
  ] as [string, Parameters<typeof problems>[0], string[]][])('%s', (_, some, expected) => {
    expect(told(some)).toEqual(expected)
  })

  it('names the hole on the number line', () => {
    const published = rows(
      { to: '0', toInclusive: true, status: 'ON_TRACK' },
      { from: '10', status: 'BEHIND' }
    )
    expect(problems({ top: published })[0]!.message).toBe(
      '进度状态里，比计划落后 0 到 10 个百分点没有对应的一档。'
    )
    const table = {
      kind: 'INTERVAL_TABLE',
      params: {
        rows: [
          { hi: '60', value: '0' },
          { lo: '70', value: '100' }
        ]
      }
    }
    expect(problems({ indicator: { rule: table } })[0]!.message).toContain('60')
  })

  it('tells quarters in which a group has nobody', () => {
    const units = ['a', 'b', 'c'].map((code) => ({
      code,
      name: code,
      kind: 'WORK',
      ...(code === 'c' ? { from: '2026Q3' } : {})
    }))
    expect(problems({ top: { units } })[0]!.message).toBe(
      '组别「乙组」在2026年第一季度、2026年第二季度没有参加排名的单位。'
    )
    expect(problems({ top: { units, from: '2026Q3' } })).toEqual([])
  })

  it('says every problem as sentences with what to do, in Chinese', () => {
    const everything = [
      problems({
        race: grades({ name: '优', atLeast: '80' }, { name: '良', atLeast: '90' }, { name: '优', places: 1 })
      }),
      problems({ top: { vetoKinds: [{ ...veto, effects: ['GRADE_DROP'] }], policies: { vetoes: true } } }),
      problems({ indicator: shares(['a', '0'], ['b', '120']) })
    ].flat()
    expect(everything.length).toBeGreaterThan(5)
    for (const problem of everything) {
      expect(problem.message).toMatch(/。$/)
      expect(problem.suggestion).toMatch(/。$/)
      expect(problem.message).not.toMatch(/[A-Z]{2,}|undefined|\[object/)
    }
  })
})
