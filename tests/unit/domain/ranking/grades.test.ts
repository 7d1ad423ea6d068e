import { describe, expect, it } from 'vitest'
import type { GradeTable } from '#shared/domain/ranking/resultSet.ts'
import { decision, falling, standTotals, veto, type Totals } from './standTotals.ts'

const quota = (more: Record<string, unknown> = {}) => ({
  grades: {
    levels: [{ name: '优秀', percent: '15' }, { name: '良好', percent: '20' }, { name: '达标' }],
    ...more
  }
})
const places = (table: GradeTable | undefined) => table?.levels.map((level) => level.places)
const members = (table: GradeTable | undefined) => table?.levels.map((level) => level.members)

describe('quotas (G15: S23, S24)', () => {
  it.each([
    [22, 'FLOOR', [3, 4]],
    [22, 'ROUND', [3, 4]],
    [22, 'CEIL', [4, 5]],
    [6, 'FLOOR', [0, 1]]
  ] as const)('%i units, 优秀 15 %%, 良好 20 %%, %s: %j', (count, rounding, expected) => {
    const { race } = standTotals(falling(count), { race: quota({ rounding }) })
    expect(places(race.grades[0])).toEqual([...expected, null])
    expect(members(race.grades[0])?.map((list) => list.length)).toEqual([
      ...expected,
      count - expected[0] - expected[1]
    ])
  })

  it.each([
    ['FLOOR', 15],
    ['ROUND', 16],
    ['CEIL', 16]
  ])('78 units at 20 %% by %s: %i (published: 16, S24)', (rounding, expected) => {
    const levels = [{ name: '良好', percent: '20' }, { name: '达标' }]
    const { race } = standTotals(falling(78), { race: { grades: { levels, rounding } } })
    expect(places(race.grades[0])).toEqual([expected, null])
  })

  it('an empty 优秀 is shown with its sum', () => {
    const { race, grades } = standTotals(falling(6), { race: quota() })
    expect(race.grades[0]?.levels.map((level) => level.sentence)).toEqual([
      '6 个单位 × 15% = 0.90，去尾 0 个，空缺',
      '6 个单位 × 20% = 1.20，去尾 1 个',
      '其余单位'
    ])
    expect(grades).toBe('u1:良好 u2:达标 u3:达标 u4:达标 u5:达标 u6:达标')
  })

  it('says why a unit has its grade and not the better one', () => {
    const { unit, result } = standTotals(falling(22), { race: quota() })
    expect(unit('u3').grade).toEqual({ grade: '优秀', sentence: '第 3 名，优秀名额 3 个', ruleGrade: null })
    expect(unit('u4').grade?.sentence).toBe('第 4 名，优秀名额 3 个已满，良好名额 4 个')
    expect(unit('u8').grade?.sentence).toBe('第 8 名，良好名额 4 个已满')
    expect(result.footer).toContain('等次名额按本组参加排名的单位数计算，去尾。')
  })

  it('counts blocked, vetoed and unranked units in the base, 单列 ones not, and gives none of them a place', () => {
    const totals: Totals = { ...falling(6), blocked: null, listed: '99' }
    const { race, unit } = standTotals(
      totals,
      {
        listed: ['listed'],
        race: { grades: { levels: [{ name: '优秀', percent: '30' }, { name: '其他' }] } },
        policies: { vetoes: true },
        also: { vetoKinds: [{ code: 'v', name: '否决', effects: ['GRADE_DROP'] }] }
      },
      { decisions: [veto(1, 'u1', 'v')] }
    )
    // 7 × 30 % = 2.1: two places, for u2 and u3, because u1 takes none.
    expect(race.grades[0]).toMatchObject({ units: 7, levels: [{ places: 2, members: ['u2', 'u3'] }, {}] })
    expect(unit('u1').grade).toMatchObject({ grade: '其他', ruleGrade: '优秀' })
    expect(unit('blocked').grade).toBeNull()
    expect(unit('listed')).toMatchObject({ grade: null, remarks: ['单列不排名'] })
  })

  it('a vetoed unit that keeps its grade stands beside the quota', () => {
    const { race } = standTotals(
      falling(4),
      {
        race: { grades: { levels: [{ name: '优秀', places: 1 }, { name: '其他' }] } },
        policies: { vetoes: true },
        also: { vetoKinds: [{ code: 'v', name: '否决', effects: ['GRADE_CAP'], gradeCap: '优秀' }] }
      },
      { decisions: [veto(1, 'u1', 'v')] }
    )
    expect(race.grades[0]?.levels[0]).toEqual({
      grade: '优秀',
      places: 1,
      sentence: '名额 1 个；有否决的 1 个单位不占名额',
      members: ['u1', 'u2']
    })
  })

  it('units that a veto put last come last for quotas too', () => {
    const { grades } = standTotals(
      falling(3),
      {
        race: { grades: { levels: [{ name: '优秀', places: 1 }, { name: '其他' }] } },
        policies: { vetoes: true },
        also: { vetoKinds: [{ code: 'v', name: '否决', effects: ['RANK_LAST'] }] }
      },
      { decisions: [veto(1, 'u1', 'v')] }
    )
    expect(grades).toBe('u2:优秀 u3:其他 u1:其他')
  })
})

describe('bands: `>=` only', () => {
  const bands = (...levels: [string, string | null][]) => ({
    grades: {
      levels: levels.map(([name, atLeast]) => (atLeast === null ? { name } : { name, atLeast }))
    }
  })

  it.each([
    // S88a writes 优90–100, 良80–89 …: 89.50 is no hole.
    [
      'S88a',
      [
        ['优', '90'],
        ['良', '80'],
        ['中', '60'],
        ['差', null]
      ],
      { a: '90', b: '89.5', c: '80', d: '79.99', e: '60', f: '59.99' },
      'a:优 b:良 c:良 d:中 e:中 f:差'
    ],
    [
      'S89a',
      [
        ['A', '85'],
        ['B', '70'],
        ['C', '50'],
        ['D', '40'],
        ['E', null]
      ],
      { a: '85', b: '84.99', c: '69', d: '50', e: '40', f: '0' },
      'a:A b:B c:C d:C e:D f:E'
    ],
    [
      'S90a',
      [
        ['优秀', '85'],
        ['良好', '75'],
        ['一般', null]
      ],
      { a: '85', b: '75', c: '74.99' },
      'a:优秀 b:良好 c:一般'
    ]
  ] as [string, [string, string | null][], Totals, string][])('%s', (_source, levels, totals, expected) => {
    expect(standTotals(totals, { race: bands(...levels) }).grades).toBe(expected)
  })

  const two = bands(['优秀', '90'], ['其他', null])

  it.each([
    ['PRINTED', '优秀', '总得分 90.00 ≥ 90'],
    ['EXACT', '其他', '总得分 89.995 < 90']
  ] as const)('G19: 89.995 judged on the %s number is %s', (judgeOn, grade, sentence) => {
    const { unit, result } = standTotals({ a: '89.995' }, { race: two, policies: { judgeOn } })
    expect(unit('a').total?.printed).toBe('90.00')
    expect(unit('a').grade).toEqual({ grade, sentence, ruleGrade: null })
    expect(result.footer.some((line) => line.startsWith('等次分数线含本数'))).toBe(true)
  })

  it('show their line in the table', () => {
    const { race } = standTotals({ a: '95' }, { race: two })
    expect(race.grades).toEqual([
      {
        group: 'g',
        units: 1,
        levels: [
          { grade: '优秀', places: null, sentence: '90 分及以上', members: ['a'] },
          { grade: '其他', places: null, sentence: '其余单位，空缺', members: [] }
        ],
        undecided: []
      }
    ])
  })

  it('with a quota both must hold; a place that nobody reaches stays empty', () => {
    const grades = {
      levels: [
        { name: '优秀', atLeast: '97', places: 3 },
        { name: '良好', atLeast: '96', places: 1 },
        { name: '其他' }
      ]
    }
    const { grades: found, unit, race } = standTotals(falling(5), { race: { grades } })
    expect(found).toBe('u1:优秀 u2:优秀 u3:优秀 u4:良好 u5:其他')
    expect(unit('u4').grade?.sentence).toBe('总得分 96.00 ≥ 96；第 4 名，良好名额 1 个')
    expect(unit('u5').grade?.sentence).toBe('总得分 95.00 < 96')
    expect(race.grades[0]?.levels[0]?.sentence).toBe('名额 3 个；97 分及以上')
    expect(standTotals({ a: '50' }, { race: { grades } }).race.grades[0]?.levels[0]).toMatchObject({
      places: 3,
      members: [],
      sentence: '名额 3 个；97 分及以上，空缺'
    })
  })
})

describe('quotas of all groups', () => {
  const groups = { g: ['a', 'b', 'c'], h: ['x', 'y', 'z'] }
  const totals = { a: '95', b: '90', c: '70', x: '94', y: '93', z: '60' }
  const race = quota({ of: 'ALL', levels: [{ name: '优秀', percent: '50' }, { name: '其他' }] })

  it('follow the total over groups, and one group may take more', () => {
    const { race: found, grades, unit } = standTotals(totals, { groups, race })
    expect(grades).toBe('a:优秀 b:其他 c:其他 x:优秀 y:优秀 z:其他')
    expect(found.grades).toMatchObject([{ group: null, units: 6, levels: [{ places: 3 }, {}] }])
    expect(unit('y').grade?.sentence).toBe('全部单位第 3 名，优秀名额 3 个')
  })

  it('a tie across groups waits for a decision on units of both', () => {
    const tied = { ...totals, y: '90' }
    const open = standTotals(tied, { groups, race })
    expect(open.race.grades[0]?.undecided).toEqual([{ grade: '优秀', places: 1, units: ['b', 'y'] }])
    const order = ['y', 'b']
    const decided = standTotals(
      tied,
      { groups, race },
      { decisions: [decision(1, { type: 'TIE', race: 'r', group: '*', order })] }
    )
    expect(decided.grades).toBe('a:优秀 b:其他 c:其他 x:优秀 y:优秀 z:其他')
  })
})

describe('等次裁定', () => {
  const race = {
    grades: { levels: [{ name: '优秀', atLeast: '90' }, { name: '良好', atLeast: '80' }, { name: '其他' }] }
  }
  const grade = (id: number, unit: string, name: string) =>
    decision(id, { type: 'GRADE', race: 'r', unit, grade: name })

  it('goes before the rule, which stays on record', () => {
    const { unit, race: found } = standTotals(
      { a: '95', b: '85' },
      { race },
      { decisions: [grade(1, 'b', '其他'), grade(2, 'b', '优秀')] }
    )
    expect(unit('b').grade).toEqual({
      grade: '优秀',
      ruleGrade: '良好',
      sentence: '总得分 85.00 ≥ 80；裁定为「优秀」（经商议决定，局长办公会）'
    })
    expect(found.grades[0]?.levels[0]?.members).toEqual(['a', 'b'])
  })

  it('may grade a unit that the rule leaves without one', () => {
    const { unit } = standTotals(
      { a: '95', l: '99' },
      { race, listed: ['l'] },
      { decisions: [grade(1, 'l', '优秀')] }
    )
    expect(unit('l').grade).toMatchObject({ grade: '优秀', ruleGrade: null })
  })

  it('to a grade that does not exist is left out with a remark', () => {
    const { unit } = standTotals({ a: '95' }, { race }, { decisions: [grade(1, 'a', '特优')] })
    expect(unit('a').grade?.grade).toBe('优秀')
    expect(unit('a').remarks).toEqual(['等次裁定「特优」不在方案的等次里，没有采用'])
  })
})
