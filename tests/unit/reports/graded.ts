import type { GroupResult, ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { bureau } from './fixture.ts'
import { score } from './builders.ts'

/** The bureau with 等次名额 of both groups, a tie that waits, a ranking over all groups, and a total over races. */
export function graded(): ResultSet {
  const results = bureau()
  const race = results.races[0]!
  const [offices, centres] = race.groups as [GroupResult, GroupResult]
  const code = (group: GroupResult, index: number): string => group.units[index]!.unit
  const grade = (group: GroupResult, index: number, name: string, sentence: string): void => {
    group.units[index]!.grade = { grade: name, sentence, ruleGrade: null }
  }
  grade(offices, 0, '优秀', '第 1 名，优秀名额 1 个')
  grade(offices, 3, '合格', '其余单位')
  grade(centres, 0, '合格', '其余单位')
  grade(centres, 1, '合格', '其余单位')
  const tied = [code(offices, 1), code(offices, 2)]
  race.grades = [
    {
      group: 'OFFICE',
      units: 12,
      levels: [
        {
          grade: '优秀',
          places: 1,
          sentence: '12 个单位 × 15% = 1.80，去尾 1 个',
          members: [code(offices, 0)]
        },
        { grade: '良好', places: 2, sentence: '12 个单位 × 20% = 2.40，去尾 2 个', members: [] },
        { grade: '合格', places: null, sentence: '其余单位', members: [code(offices, 3)] }
      ],
      undecided: [{ grade: '良好', places: 1, units: tied }]
    },
    {
      group: 'CENTRE',
      units: 9,
      levels: [
        { grade: '优秀', places: 0, sentence: '9 个单位 × 10% = 0.90，去尾 0 个，空缺', members: [] },
        {
          grade: '合格',
          places: null,
          sentence: '其余单位',
          members: [code(centres, 0), code(centres, 1)]
        }
      ],
      undecided: []
    }
  ]
  const row = (group: GroupResult, index: number, rank: number | null, isTied = false) => {
    const { unit, name, total } = group.units[index]!
    const sentence = total === null || rank === null ? '没有总分' : `总得分 ${total.printed}`
    return {
      unit,
      name,
      group: group.group,
      rank,
      tied: isTied,
      total: rank === null ? null : total,
      sentence
    }
  }
  race.sideRankings = [
    {
      code: 'all',
      name: '全部单位',
      rows: [row(centres, 0, 1), row(offices, 1, 2, true), row(offices, 2, 2, true), row(offices, 10, null)]
    }
  ]
  results.totals = [
    {
      code: 'six',
      name: '六比总分',
      rows: [{ ...row(centres, 0, 1), total: score('91.20'), sentence: '(92.00 × 60) ÷ 100' }]
    }
  ]
  return results
}
