import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'

describe('LONG_LIST', () => {
  it('reads unit, indicator and fields row by row, with merged units filled down', () => {
    const { sheet, short, told } = analyse(
      rawSheet(
        [
          ['序号', '责任单位', '考核指标', '计量单位', '目标值', '实际完成', '完成率', '备注'],
          [1, '办公室', '重点体育项目', '个', 2, 3, '150%', null],
          [2, null, '到位资金', '亿元', 0.5, 0.4, '80%', null],
          [3, '审计处', '重点体育项目', '个', 4, '/', null, null]
        ],
        ['B2:B3']
      )
    )
    expect(sheet.layout).toBe('LONG_LIST')
    expect(short).toEqual([
      'bgs/events/target=2',
      'bgs/events/actual=3',
      'bgs/funds/target=5000',
      'bgs/funds/actual=4000',
      'sjc/events/target=4',
      'sjc/events/actual=NA'
    ])
    expect(told('confirm')).toEqual(['UNIT_CONVERSION E3', 'UNIT_CONVERSION F3', 'EMPTY_WORD F4'])
  })

  it('fills lost merges of a CSV down, and says so', () => {
    const { short, told } = analyse(
      rawSheet([
        ['单位', '指标', '完成'],
        ['办公室', '重点体育项目', '3'],
        [null, '到位资金', '400'],
        ['审计处', '重点体育项目', '1']
      ]),
      { workbook: { format: 'csv' } }
    )
    expect(short).toEqual(['bgs/events/actual=3', 'bgs/funds/actual=400', 'sjc/events/actual=1'])
    expect(told()).toEqual(['FILLED_DOWN B3'])
  })
})

describe('UNIT_BY_INDICATOR', () => {
  it('reads indicator headings with measures, full marks and field words', () => {
    const { sheet, short } = analyse(
      rawSheet([
        [
          '单位',
          '重点体育项目完成数',
          '到位资金（亿元）',
          '政务公开得分(77)',
          '体育产业增加值占比（%）',
          '总得分',
          '名次'
        ],
        ['办公室', 3, 0.2, 70, { value: '0.015', format: '0.0%', shown: '1.5%' }, 90, 1],
        ['审计处', 1, '/', 60.5, '/', 80, 2]
      ])
    )
    expect(sheet.layout).toBe('UNIT_BY_INDICATOR')
    expect(short).toEqual([
      'bgs/events/actual=3',
      'bgs/funds/actual=2000',
      'bgs/open/score=70',
      'bgs/gdp/actual=1.5',
      'sjc/events/actual=1',
      'sjc/funds/actual=NA',
      'sjc/open/score=60.5',
      'sjc/gdp/actual=NA'
    ])
  })

  it('reads 目标 and 完成 as rows under a merged unit', () => {
    const { short } = analyse(
      rawSheet(
        [
          ['单位', '', '重点体育项目', '到位资金'],
          ['办公室', '目标', 2, 100],
          [null, '完成', 3, 90],
          ['审计处', '目标', 1, 50],
          [null, '完成', 1, 40]
        ],
        ['A2:A3', 'A4:A5']
      )
    )
    expect(short).toEqual([
      'bgs/events/target=2',
      'bgs/funds/target=100',
      'bgs/events/actual=3',
      'bgs/funds/actual=90',
      'sjc/events/target=1',
      'sjc/funds/target=50',
      'sjc/events/actual=1',
      'sjc/funds/actual=40'
    ])
  })

  it('reads two tables side by side', () => {
    const { short } = analyse(
      rawSheet([
        ['序号', '单位', '到位资金', '序号', '单位', '到位资金'],
        [1, '办公室', 10, 3, '审计处', 30],
        [2, '规划财务处', 20, null, null, null]
      ])
    )
    expect(short).toEqual(['bgs/funds/actual=10', 'sjc/funds/actual=30', 'ghcw/funds/actual=20'])
  })

  it('takes the indicator from the title where the headings name none', () => {
    const { short } = analyse(
      rawSheet(
        [['2026年三季度到位资金完成情况'], ['单位', '目标', '完成'], ['办公室', 10, 9], ['审计处', 5, 6]],
        ['A1:C1']
      )
    )
    expect(short).toEqual([
      'bgs/funds/target=10',
      'bgs/funds/actual=9',
      'sjc/funds/target=5',
      'sjc/funds/actual=6'
    ])
  })

  it('keeps the column of this quarter and leaves the others', () => {
    const { short, roles } = analyse(
      rawSheet(
        [
          ['单位', '到位资金', null, null, null],
          [null, '一季度', '二季度', '三季度', '四季度'],
          ['办公室', 1, 2, 3, null],
          ['审计处', 4, 5, 6, null]
        ],
        ['A1:A2', 'B1:E1']
      )
    )
    expect(short).toEqual(['bgs/funds/actual=3', 'sjc/funds/actual=6'])
    expect(roles).toEqual({ A: 'unit', B: 'ignore', C: 'ignore', D: 'value', E: 'ignore' })
  })

  it('asks for headings that it does not know, once a heading', () => {
    const { told, problems, short } = analyse(
      rawSheet(
        [
          ['单位', '到位资金', '赛事转播', null],
          [null, null, '目标', '完成'],
          ['办公室', 1, 2, 3],
          ['审计处', 4, 5, 6]
        ],
        ['A1:A2', 'B1:B2', 'C1:D1']
      )
    )
    expect(short).toEqual(['bgs/funds/actual=1', 'sjc/funds/actual=4'])
    expect(told('error')).toEqual(['UNKNOWN_INDICATOR C1'])
    expect(problems.map((one) => one.group)).toEqual(['UNKNOWN_INDICATOR:赛事转播'])
  })
})

describe('INDICATOR_BY_UNIT', () => {
  it('reads units across, with the field of each indicator', () => {
    const { sheet, short, told } = analyse(
      rawSheet([
        ['序号', '指标', '单位', '办公室', '审计处', '产业处', '合计'],
        [1, '重点体育项目', '个', 2, 3, 4, 9],
        [2, '到位资金', '万元', 100, 50, 60, 200],
        [3, '政务公开', '分', 70, 66, '/', null]
      ])
    )
    expect(sheet.layout).toBe('INDICATOR_BY_UNIT')
    expect(short).toEqual([
      'bgs/events/actual=2',
      'sjc/events/actual=3',
      'tycy/events/actual=4',
      'bgs/funds/actual=100',
      'sjc/funds/actual=50',
      'tycy/funds/actual=60',
      'bgs/open/score=70',
      'sjc/open/score=66',
      'tycy/open/score=NA'
    ])
    expect(told('confirm')).toEqual(['TOTAL_MISMATCH G3', 'EMPTY_WORD F4'])
  })

  it('reads 目标 and 完成 under each unit, and asks for unknown units', () => {
    const { short, told } = analyse(
      rawSheet(
        [
          ['指标', '办公室', null, '宣教处', null],
          [null, '目标', '完成', '目标', '完成'],
          ['到位资金', 1, 2, 3, 4],
          ['重点体育项目', 5, 6, 7, 8]
        ],
        ['A1:A2', 'B1:C1', 'D1:E1']
      )
    )
    expect(short).toEqual([
      'bgs/funds/target=1',
      'bgs/funds/actual=2',
      'bgs/events/target=5',
      'bgs/events/actual=6'
    ])
    expect(told('error')).toEqual(['UNKNOWN_UNIT D1'])
  })
})

describe('UNIT_ITEMS', () => {
  const items = [
    ['考核内容', '分值', '工作完成情况', '自评分', '考核分', '备注'],
    ['一、重点体育项目', 30, 3, 28, null, null],
    ['二、政务公开', 77, '网站更新128条，同比增长3%', 76, 70.5, null],
    ['最后得分', null, null, 104, 70.5, null],
    ['填报人：张三', null, null, '联系电话：12345', null, null]
  ]

  it.each([
    [
      'the 填报单位 line',
      [['季度自评表'], ['填报单位（盖章）：办公室　填报时间：2026.10.8']],
      {},
      '表1',
      'header line'
    ],
    ['the title', [['办公室2026年三季度自评表']], {}, '表1', 'title'],
    ['the sheet name', [['季度自评表']], {}, '办公室', 'sheet name'],
    ['the file name', [['季度自评表']], { fileName: '3.办公室三季度.xlsx' }, '表1', 'file name']
  ] as const)('finds its unit by %s', (_what, head, workbook, name, by) => {
    const { sheet, short, told } = analyse(
      rawSheet([...head.map((row) => [...row]), ...items], ['A1:F1'], { name }),
      { workbook }
    )
    expect(sheet.layout).toBe('UNIT_ITEMS')
    expect(sheet.unit).toEqual({ code: 'bgs', by })
    expect(short).toEqual([
      'bgs/events/actual=3',
      'bgs/events/self=28',
      'bgs/open/self=76',
      'bgs/open/score=70.5'
    ])
    expect(told('error')).toEqual([])
  })

  it('keeps the self score apart from the assessed one', () => {
    const { readings } = analyse(rawSheet(items, [], { name: '办公室' }))
    expect(readings.filter((one) => one.field === 'score').map((one) => one.address)).toEqual(['E3'])
  })

  it('reads the finest known level of an indicator tree', () => {
    const { short } = analyse(
      rawSheet(
        [
          ['一级指标', '二级指标', '完成值'],
          ['目标任务', '重点体育项目', 3],
          [null, '到位资金', 40],
          ['政务', '公开水平', 2]
        ],
        ['A2:A3'],
        { name: '审计处' }
      )
    )
    expect(short).toEqual(['sjc/events/actual=3', 'sjc/funds/actual=40'])
  })

  it('asks for the unit when nothing names it, and stages nothing', () => {
    const { readings, told } = analyse(rawSheet(items))
    expect(readings).toEqual([])
    expect(told('error')).toEqual(['NO_UNIT -'])
  })

  it('follows 填报单位 lines between stacked tables', () => {
    const { short } = analyse(
      rawSheet([
        ['填报单位：办公室', null],
        ['考核指标', '完成情况'],
        ['到位资金', 1],
        ['填报单位：审计处', null],
        ['考核指标', '完成情况'],
        ['到位资金', 2]
      ])
    )
    expect(short).toEqual(['bgs/funds/actual=1', 'sjc/funds/actual=2'])
  })

  it('tells when two places name different units', () => {
    const { told } = analyse(rawSheet([['填报单位：规划财务处'], ...items], [], { name: '办公室' }))
    expect(told('confirm')).toContain('UNIT_CONFLICT A1')
  })
})
