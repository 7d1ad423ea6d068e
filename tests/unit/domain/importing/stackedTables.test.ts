import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'

describe('tables below one another', () => {
  it('reads each by its own header', () => {
    const { short, told, sheet } = analyse(
      rawSheet([
        ['表一'],
        ['单位', '重点体育项目', '到位资金（万元）'],
        ['办公室', 2, 1500],
        ['审计处', 3, 90],
        [],
        ['表二 产业（单位：%）'],
        ['序号', '单位', '体育产业增加值占比', '体育消费总额'],
        [1, '产业处', 21, 5]
      ])
    )
    expect(short).toEqual([
      'bgs/events/actual=2',
      'bgs/funds/actual=1500',
      'sjc/events/actual=3',
      'sjc/funds/actual=90',
      'tycy/gdp/actual=21',
      'tycy/amount/actual=5'
    ])
    expect(told('error')).toEqual([])
    expect(told('confirm')).toEqual([])
    expect(sheet.skippedRows).toEqual([{ row: 6, reason: '下面一张表的表头' }])
  })

  it('takes the same words in another order for another header', () => {
    const { short } = analyse(
      rawSheet([
        ['单位', '指标', '目标', '完成'],
        ['办公室', '重点体育项目', 2, 1],
        ['单位', '指标', '完成', '目标'],
        ['审计处', '重点体育项目', 3, 4]
      ])
    )
    expect(short).toEqual([
      'bgs/events/target=2',
      'bgs/events/actual=1',
      'sjc/events/actual=3',
      'sjc/events/target=4'
    ])
  })

  it('begins with the first table even where a later one has the fuller header', () => {
    const { short, sheet } = analyse(
      rawSheet([
        ['填报单位：规划财务处'],
        ['指标', '完成'],
        ['重点体育项目', 2],
        ['二、其他'],
        ['序号', '指标', '完成', '目标', '备注'],
        [1, '到位资金', 8130, 8200, '']
      ])
    )
    expect(sheet.header).toEqual({ first: 1, last: 1 })
    expect(short).toEqual(['ghcw/events/actual=2', 'ghcw/funds/actual=8130', 'ghcw/funds/target=8200'])
  })

  it('does not take the questions of a form for a header', () => {
    const { short, sheet } = analyse(
      rawSheet([
        ['部门', '规划财务处', '填表日期'],
        ['姓名', '张三', '工号', 1024],
        ['指标', '目标', '完成', '备注'],
        ['到位资金', 8200, 8130, '']
      ]),
      { workbook: { fileName: '规划财务处.xlsx' } }
    )
    expect(sheet.header).toEqual({ first: 2, last: 2 })
    expect(short).toEqual(['ghcw/funds/target=8200', 'ghcw/funds/actual=8130'])
  })

  it('goes on with the unit of the last 填报单位 line', () => {
    const { short } = analyse(
      rawSheet([
        ['填报单位：办公室'],
        ['指标', '完成'],
        ['重点体育项目', 2],
        ['填报单位：审计处'],
        ['序号', '指标', '目标', '完成'],
        [1, '重点体育项目', 4, 3]
      ])
    )
    expect(short).toEqual(['bgs/events/actual=2', 'sjc/events/target=4', 'sjc/events/actual=3'])
  })

  it('reads a ledger under a matrix and leaves a list of telephone numbers', () => {
    const { short, analysis, told } = analyse(
      rawSheet([
        ['单位', '重点体育项目'],
        ['办公室', 2],
        ['加减分情况'],
        ['序号', '单位', '类别', '事由', '分值'],
        [1, '办公室', '表彰奖励', '获通报表扬', 1],
        ['联系人'],
        ['单位', '姓名', '电话'],
        ['办公室', '张三', 81234567]
      ])
    )
    expect(short).toEqual(['bgs/events/actual=2'])
    expect(
      analysis.sheets[0]!.adjustments.map((entry) => `${entry.unit} ${entry.classCode} ${entry.points}`)
    ).toEqual(['bgs award 1'])
    expect(told('error')).toEqual([])
  })

  it('says when a lower table with numbers was not understood', () => {
    const { short, told } = analyse(
      rawSheet([
        ['单位', '重点体育项目'],
        ['办公室', 2],
        ['序号', '物品', '某某'],
        [1, '电脑', 3]
      ])
    )
    expect(short).toEqual(['bgs/events/actual=2'])
    expect(told('confirm')).toEqual(['UNKNOWN_TABLE A4'])
  })

  it('gets through thousands of headers', () => {
    const rows = Array.from({ length: 4000 }, (_, index) =>
      index % 2 === 0 ? ['单位', `列${index}`] : ['办公室', 1]
    )
    expect(analyse(rawSheet([['单位', '重点体育项目'], ['办公室', 2], ...rows])).short).toEqual([
      'bgs/events/actual=2'
    ])
  })
})

describe('blocks under the names of units', () => {
  const rows = [
    ['各单位完成情况'],
    ['序号', '指标', '完成'],
    ['一', '办公室', null],
    [1, '重点体育项目', 2],
    ['二、审计处'],
    [1, '重点体育项目', 3],
    ['三', '体育产业科', null],
    [1, '重点体育项目', 4]
  ]

  it('reads each block for its unit and none for a unit that nobody knows', () => {
    const { short, told } = analyse(rawSheet(rows, ['A5:C5']))
    expect(short).toEqual(['bgs/events/actual=2', 'sjc/events/actual=3'])
    expect(told('error')).toEqual(['UNKNOWN_UNIT B7'])
  })

  it("takes such names in one unit's own sheet for inner sections, and asks", () => {
    const { told, short } = analyse(rawSheet([['填报单位：训练中心'], ...rows.slice(1, 4)]))
    expect(short).toEqual(['xlzx/events/actual=2'])
    expect(told('error')).toEqual(['UNKNOWN_INDICATOR B3'])
  })

  it('does not fill a unit down over a blank line', () => {
    const { short, told } = analyse(
      rawSheet([
        ['单位', '指标', '完成'],
        ['办公室', '重点体育项目', 2],
        [null, '到位资金', 5],
        [],
        [null, '重点体育项目', 3]
      ])
    )
    expect(short).toEqual(['bgs/events/actual=2', 'bgs/funds/actual=5'])
    expect(told('error')).toEqual(['NO_KEY C5'])
  })

  it('never takes a small list of bonuses for a cover', () => {
    const ledger = rawSheet([['加分事项'], ['单位', '事项', '分值'], ['办公室', '获市委表扬', '+1']], [], {
      name: '加分'
    })
    const other = rawSheet(
      [
        ['单位', '重点体育项目'],
        ['办公室', 2]
      ],
      [],
      { name: '完成' }
    )
    expect(analyse([other, ledger]).told('error')).toEqual(['UNKNOWN_CLASS C3'])
  })
})
