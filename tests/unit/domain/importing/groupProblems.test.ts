import { describe, expect, it } from 'vitest'
import { groupProblems } from '#shared/domain/importing/problems/groupProblems.ts'
import { problemTitle } from '#shared/domain/importing/problems/problemTitle.ts'
import type { Problem } from '#shared/problem.ts'

const problem = (over: Partial<Problem> & Pick<Problem, 'code'>): Problem => ({
  level: 'error',
  message: '有一处不对。',
  place: { file: '一.xlsx', sheet: '表1' },
  ...over
})

describe('groups of problems', () => {
  it('offer the candidates of all their problems, those of the first one first', () => {
    const a = { code: 'a', name: '甲处' }
    const b = { code: 'b', name: '乙处' }
    const c = { code: 'c', name: '丙处' }
    const of = (...candidates: (typeof a)[]) =>
      problem({ code: 'UNKNOWN_UNIT', group: 'UNKNOWN_UNIT:某科', candidates })
    expect(
      groupProblems([of(b, a), of(a, c), problem({ code: 'UNKNOWN_UNIT', group: 'UNKNOWN_UNIT:某科' })])
    ).toMatchObject([{ count: 3, candidates: [b, a, c] }])
  })

  it('can be told apart by more than their group', () => {
    const one = problem({ code: 'NO_UNIT', group: 'NO_UNIT:表1' })
    const two = { ...one, place: { file: '二.xlsx', sheet: '表1' } }
    expect(groupProblems([one, two])).toHaveLength(1)
    const groups = groupProblems([one, two], ({ group, place }) => `${place.file!}|${group!}`)
    expect(groups.map(({ key, problems }) => [key, problems])).toEqual([
      ['一.xlsx|NO_UNIT:表1', [one]],
      ['二.xlsx|NO_UNIT:表1', [two]]
    ])
  })
})

describe('the title of a group', () => {
  it.each([
    [
      'UNKNOWN_UNIT',
      'UNKNOWN_UNIT:体育产业科',
      '「体育产业科」不是已知单位',
      '12 个单元格（5 个文件）：「体育产业科」不是已知单位'
    ],
    // The 12 in the name counts nothing.
    [
      'UNKNOWN_UNIT',
      'UNKNOWN_UNIT:12科',
      '「12科」不是已知单位',
      '12 个单元格（5 个文件）：「12科」不是已知单位'
    ],
    ['EMPTY_WORD', 'EMPTY_WORD:NA', '12 个单元格写「/」', '12 个单元格（5 个文件）写「/」'],
    ['TEXT_NUMBER', 'TEXT_NUMBER', '文本数字 12', '文本数字 12（5 个文件）'],
    ['MAYBE_SCALE', 'MAYBE_SCALE:x', '12 个数与目标相差上万倍', '12 个数与目标相差上万倍（5 个文件）'],
    ['SOMETHING_NEW', 'SOMETHING_NEW:x', '12 处：有一处不对。', '12 处：有一处不对。（5 个文件）']
  ])('%s %s', (code, group, inOne, inFive) => {
    const values = code === 'EMPTY_WORD' ? ['/'] : []
    expect(problemTitle(problem({ code, group }), 12, values)).toBe(inOne)
    expect(problemTitle(problem({ code, group }), 12, values, 5)).toBe(inFive)
  })
})
