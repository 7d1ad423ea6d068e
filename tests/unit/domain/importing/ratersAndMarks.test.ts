import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { catalogue, INDICATORS } from './helpers/catalogue.ts'
import { rawSheet } from './helpers/rawSheet.ts'

describe('raters and marks', () => {
  it('takes numbered names under the header of an evaluator group for its raters', () => {
    const { readings } = analyse(
      rawSheet(
        [
          ['体育讲堂评分'],
          ['单位', '局领导', null, '处室互评', null],
          [null, '领导1', '领导2', '处室代表1', '处室代表2'],
          ['办公室', 90, 91, 92, '回避']
        ],
        ['A2:A3', 'B2:C2', 'D2:E2']
      )
    )
    expect(readings.map((one) => `${one.rater?.group}|${one.rater?.name}=${one.value ?? one.state}`)).toEqual(
      ['局领导|领导1=90', '局领导|领导2=91', '处室互评|处室代表1=92', '处室互评|处室代表2=NA']
    )
  })

  it("reads one rater's own sheet", () => {
    const { readings } = analyse(
      rawSheet([
        ['体育讲堂评分表'],
        ['评委姓名：张三', null, '评价主体：局领导'],
        ['单位', '得分'],
        ['办公室', 91]
      ])
    )
    expect(readings.map((one) => [one.field, one.rater, one.value])).toEqual([
      ['rating', { group: '局领导', name: '张三' }, '91']
    ])
  })

  it.each([
    ['100', 92, []],
    ['100', 101, ['ABOVE_FULL_MARK B2']],
    [null, 92, ['ABOVE_FULL_MARK B2']]
  ] as const)('with marks out of %s, %d gives %j', (ratingMax, value, errors) => {
    const indicators = INDICATORS.map((one) => (one.code === 'open' ? { ...one, ratingMax } : one))
    const { told } = analyse(
      rawSheet([
        ['单位', '政务公开'],
        ['办公室', value]
      ]),
      { catalogue: catalogue({ indicators }) }
    )
    expect(told('error')).toEqual(errors)
  })

  it('takes a dimension with 得分 behind it for the sum of the dimension', () => {
    const indicators = INDICATORS.map((one) =>
      one.code === 'events' ? { ...one, aliases: ['亮绩赛马'] } : one
    )
    const { short, told } = analyse(
      rawSheet([
        ['单位', '亮绩赛马得分', '政务公开'],
        ['办公室', 48, 70]
      ]),
      {
        catalogue: catalogue({ indicators })
      }
    )
    expect(short).toEqual(['bgs/open/score=70'])
    expect(told('error')).toEqual([])
  })
})
