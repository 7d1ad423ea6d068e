import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'
import { ratings, ruleCatalogue } from './helpers/ruleCatalogue.ts'

describe('scores that need somebody', () => {
  it('says that a manual score does not count until it is approved', () => {
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '创新工作得分'],
        ['办公室', 8]
      ]),
      {
        catalogue: ruleCatalogue({
          code: 'new',
          name: '创新工作',
          unit: '分',
          kind: 'MANUAL_SCORE',
          params: {}
        })
      }
    )
    expect(ratings(readings)).toEqual(['bgs/new/score=8'])
    expect(told('confirm')).toEqual(['NEEDS_APPROVAL B2'])
  })

  it('never takes a self score for the assessed one', () => {
    const sheet = rawSheet([
      ['单位', '政务公开自评分', '到位资金'],
      ['办公室', 70, 12]
    ])
    const { readings, told } = analyse(sheet)
    expect(ratings(readings)).toEqual(['bgs/open/self=70', 'bgs/funds/actual=12'])
    expect(told('confirm')).toEqual(['SELF_ONLY B2'])
    const both = analyse(
      rawSheet(
        [
          ['单位', '政务公开', null],
          [null, '自评分', '考核得分'],
          ['办公室', 70, 66]
        ],
        ['A1:A2', 'B1:C1']
      )
    )
    expect(ratings(both.readings)).toEqual(['bgs/open/self=70', 'bgs/open/score=66'])
    expect(both.told('confirm')).toEqual([])
  })

  it('asks what a grade is worth', () => {
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '到位资金', '政务公开得分'],
        ['办公室', '优秀', 70],
        ['审计处', 'A（85-100）', '良']
      ])
    )
    expect(ratings(readings)).toEqual(['bgs/open/score=70'])
    expect(told('error')).toEqual(['GRADE_WORD B2', 'GRADE_WORD B3', 'GRADE_WORD C3'])
  })
})

describe('a score where the rule reads something else', () => {
  it('says that it will not count', () => {
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '到位资金得分'],
        ['办公室', 18]
      ])
    )
    expect(ratings(readings)).toEqual(['bgs/funds/score=18'])
    expect(told('confirm')).toEqual(['NOT_WHAT_IS_READ B2'])
  })
})
