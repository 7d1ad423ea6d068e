import { describe, expect, it } from 'vitest'
import { problems, told, type Json } from './soundScheme.ts'

const grades = (...levels: Json[]): Json => ({ grades: { levels } })
const TWO = grades({ name: '优秀', atLeast: '90' }, { name: '达标' })
const board = { kind: 'RED_BLACK', code: 'b', name: '红黑榜', first: 3, last: 1 }
const streak = { code: 's', name: '连续', times: 2, outcome: '约谈', tone: 'BAD' }
describe('checkScheme: parts of a scheme', () => {
  it('has nothing to say about a sound one', () => {
    expect(problems()).toEqual([])
    expect(
      problems({
        race: {
          ...TWO,
          boards: [board],
          streaks: [{ ...streak, when: { on: 'BOARD', board: 'b', side: 'BAD' } }]
        }
      })
    ).toEqual([])
  })

  it.each([
    // Full marks by group (S10).
    [
      'a group whose dimension has another full mark',
      { dimension: { byGroup: [{ group: 'h', fullMark: '80' }] } },
      ['error DIMENSION_SUM', 'error RACE_SUM']
    ],
    [
      'a group that differs all the way up',
      {
        race: { byGroup: [{ group: 'h', fullMark: '80' }] },
        dimension: { byGroup: [{ group: 'h', fullMark: '80' }] },
        indicator: { byGroup: [{ group: 'h', fullMark: '80' }] }
      },
      []
    ],
    [
      'a variant of a group outside of the race',
      { indicator: { byGroup: [{ group: 'zz', fullMark: '100' }] } },
      ['error GROUP_NOT_IN_RACE']
    ],
    [
      'two variants of one group',
      { indicator: { byGroup: [{ group: 'h' }, { group: 'h' }] } },
      ['error DUPLICATE_ENTRY']
    ],
    [
      'a full mark of 0 in a group',
      { indicator: { byGroup: [{ group: 'h', fullMark: '0' }] } },
      ['error FULL_MARK_NOT_POSITIVE', 'error DIMENSION_SUM', 'error CAPS_CONTRADICT']
    ],
    [
      'a bad rule of one group',
      { indicator: { byGroup: [{ group: 'h', rule: { kind: 'RANK_POINTS' } }] } },
      ['error RULE_PARAMS']
    ],
    // Units.
    [
      'a unit nowhere',
      { top: { units: ['a', 'b', 'c', 'z'].map((code) => ({ code, name: code, kind: 'DEPARTMENT' })) } },
      ['confirm UNIT_WITHOUT_GROUP']
    ],
    [
      'two units of one name',
      {
        top: {
          units: ['a', 'b', 'c'].map((code) => ({ code, name: code === 'c' ? 'x' : 'x', kind: 'DEPARTMENT' }))
        }
      },
      ['confirm DUPLICATE_NAME']
    ],
    [
      'other kinds than the race is for',
      {
        race: { participants: ['WORK', 'DEPARTMENT'] },
        top: {
          units: ['a', 'b', 'c'].map((code) => ({ code, name: code, kind: code === 'b' ? 'PERSON' : 'WORK' }))
        }
      },
      ['confirm PARTICIPANT_KIND']
    ],
    [
      'a span that ends before it begins',
      {
        top: {
          units: ['a', 'b', 'c'].map((code) => ({
            code,
            name: code,
            kind: 'WORK',
            ...(code === 'b' ? { from: '2026Q3', until: '2026Q1' } : {})
          }))
        }
      },
      ['error UNIT_SPAN']
    ],
    // Grades (S23, S36, S88a).
    [
      'lines that rise',
      { race: grades({ name: '优', atLeast: '80' }, { name: '良', atLeast: '90' }, { name: '中' }) },
      ['error GRADE_LINES']
    ],
    [
      'equal lines',
      { race: grades({ name: '优', atLeast: '80' }, { name: '良', atLeast: '80' }, { name: '中' }) },
      ['error GRADE_LINES']
    ],
    [
      'a last grade with a line',
      { race: grades({ name: '优', atLeast: '80' }, { name: '良', atLeast: '60' }) },
      ['error LAST_GRADE_LIMITED']
    ],
    [
      'a grade that everybody gets',
      { race: grades({ name: '优' }, { name: '良' }) },
      ['error GRADE_UNLIMITED']
    ],
    [
      'quotas over 100 %',
      { race: grades({ name: '优', percent: '60' }, { name: '良', percent: '40.1' }, { name: '中' }) },
      ['error GRADE_PERCENT_SUM']
    ],
    [
      'quotas of exactly 100 %',
      { race: grades({ name: '优', percent: '60' }, { name: '良', percent: '40' }, { name: '中' }) },
      []
    ],
    [
      'percent and places',
      { race: grades({ name: '优', percent: '10', places: 2 }, { name: '良' }) },
      ['error GRADE_QUOTA_TWICE']
    ],
    [
      'the same grade twice',
      { race: grades({ name: '优', places: 2 }, { name: '优' }) },
      ['error DUPLICATE_GRADE']
    ],
    [
      'person quotas without grades',
      { race: { personQuotas: { byGrade: [{ grade: '优秀', percent: '15' }] } } },
      ['error QUOTA_WITHOUT_GRADES']
    ],
    [
      'person quotas of an unknown grade',
      {
        race: {
          ...TWO,
          personQuotas: {
            byGrade: [
              { grade: '优', percent: '15' },
              { grade: '优秀', percent: '15' },
              { grade: '达标', percent: '10' }
            ]
          }
        }
      },
      ['error UNKNOWN_GRADE']
    ],
    [
      'a grade without person quota',
      { race: { ...TWO, personQuotas: { byGrade: [{ grade: '优秀', percent: '15' }] } } },
      ['confirm GRADE_WITHOUT_QUOTA']
    ],
    // Boards and streaks.
    [
      'a board on an unknown indicator',
      { race: { boards: [{ ...board, measure: { by: 'INDICATOR', indicator: 'zz' } }] } },
      ['error UNKNOWN_REFERENCE']
    ],
    [
      'topics that do not exist',
      { race: { boards: [{ kind: 'TOPICS', code: 'b', name: '专题', only: ['x'] }] } },
      ['error UNKNOWN_REFERENCE']
    ],
    [
      'a board that stays empty',
      { race: { boards: [{ kind: 'MOVERS', code: 'b', name: '升降', up: 0, down: 0 }] } },
      ['confirm BOARD_EMPTY']
    ],
    ['two boards of one code', { race: { boards: [board, board] } }, ['error DUPLICATE_CODE']],
    [
      'a streak of an unknown grade',
      { race: { ...TWO, streaks: [{ ...streak, when: { on: 'GRADE', grades: ['警示'] } }] } },
      ['error UNKNOWN_REFERENCE']
    ],
    [
      'a streak on an unknown board',
      { race: { streaks: [{ ...streak, when: { on: 'BOARD', board: 'zz', side: 'BAD' } }] } },
      ['error UNKNOWN_REFERENCE']
    ],
    [
      'the good side of a board that has none',
      {
        race: {
          boards: [{ kind: 'CALLED_IN', code: 'b', name: '约谈' }],
          streaks: [{ ...streak, when: { on: 'BOARD', board: 'b', side: 'GOOD' } }]
        }
      },
      ['error STREAK_NEVER']
    ]
  ] as [string, Parameters<typeof problems>[0], string[]][])('%s', (_, some, expected) => {
    expect(told(some)).toEqual(expected)
  })
})
