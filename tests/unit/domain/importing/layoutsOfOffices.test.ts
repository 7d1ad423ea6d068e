import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'

describe('a KPI sheet (S76)', () => {
  const { sheet, short, told, roles } = analyse(
    rawSheet(
      [
        ['办公室三季度绩效考核表'],
        ['考核项目', '目标值', '权重', '考核数据来源', '实际完成情况', null, null, null, '计分方法'],
        [null, null, null, null, '实际值', '完成率', '应得分', '实得分', null],
        ['重点体育项目', 2, '30%', '群众体育处', 3, '150%', 30, 30, '每少1个扣5分'],
        ['到位资金', 100, '20%', '规划财务处', 95, '95%', 20, 19, '按比例'],
        ['政务公开', 77, '50%', '办公室', null, null, 77, 70, 'MAX=120 MIN=80 单项达成率<60%=0分'],
        ['合计', null, '100%', null, null, null, 127, 119, null],
        ['被考核人签字：', null, null, '考核人签字：', null, null, '日期：', null, null]
      ],
      ['A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:H2', 'I2:I3']
    )
  )

  it('tells 实际值, 完成率, 应得分 and 实得分 apart under one head', () => {
    expect(sheet.layout).toBe('UNIT_ITEMS')
    expect(sheet.unit).toEqual({ code: 'bgs', by: 'title' })
    expect(roles).toEqual({
      A: 'indicator',
      B: 'value',
      C: 'ignore',
      D: 'ignore',
      E: 'value',
      F: 'ignore',
      G: 'ignore',
      H: 'value',
      I: 'ignore'
    })
    expect(short).toEqual([
      'bgs/events/target=2',
      'bgs/events/actual=3',
      'bgs/events/score=30',
      'bgs/funds/target=100',
      'bgs/funds/actual=95',
      'bgs/funds/score=19',
      'bgs/open/target=77',
      'bgs/open/score=70'
    ])
  })

  it('has nothing to ask', () => {
    expect(told()).toEqual([])
    expect(sheet.skippedRows.map(({ row }) => row)).toEqual([6, 7])
  })
})

describe('a tree of indicators by vertical merges', () => {
  it('goes by the finest level and keeps self and assessed score apart', () => {
    const { short, told } = analyse(
      rawSheet(
        [
          ['填报单位：办公室'],
          ['一级指标', '二级指标', '三级指标', '分值', '完成值', '自评分', '考核分'],
          ['产出指标', '数量指标', '重点体育项目', 30, 3, 28, null],
          [null, null, '到位资金（万元）', 20, 95, 19, null],
          ['效益指标', '社会效益', '政务公开', 77, null, 76, 70],
          ['总分', null, null, 127, null, 123, 70]
        ],
        ['A1:G1', 'A3:A4', 'B3:B4', 'A6:C6']
      )
    )
    expect(short).toEqual([
      'bgs/events/actual=3',
      'bgs/events/self=28',
      'bgs/funds/actual=95',
      'bgs/funds/self=19',
      'bgs/open/self=76',
      'bgs/open/score=70'
    ])
    expect(told('error')).toEqual([])
  })
})

describe('a list of progress', () => {
  const rows = [
    ['2026年三季度重点工作进展情况表'],
    ['序号', '重点工作', '责任单位', '进展情况', '状态'],
    [1, '到位资金', '规划财务处', '截至9月底，完成到位资金1.25亿元，同比增长12.3%。', '正常'],
    [2, '重点体育项目', '办公室', '已举办重点体育项目3个，正在筹备冬季项目，下一步计划新增2个。', '滞后'],
    [3, '体育消费总额', '产业处', '消费总额约30亿元，持续推进各项工作。', '正常'],
    [4, '重点体育项目', '审计处', '上半年完成2个，三季度完成3个，各项工作有序推进。', '正常']
  ]

  it('offers the one result of a sentence, and counts nothing by itself', () => {
    const { sheet, readings, problems, told } = analyse(rawSheet(rows, ['A1:E1']))
    expect(sheet.layout).toBe('PROGRESS_LIST')
    expect(readings).toEqual([])
    expect(told('confirm')).toEqual(['NUMBER_IN_PROSE D3', 'NUMBER_IN_PROSE D4'])
    expect(problems[0]!.message).toContain('1.25 亿元，即 12500 万元')
    // An approximate number, and two numbers that may both be the result, are offered to nobody.
    expect(told('error')).toEqual(['NOT_A_NUMBER D5', 'NOT_A_NUMBER D6'])
  })

  it.each([
    [
      'the cell is confirmed',
      { cells: { '表1!D3': { as: 'CONFIRMED' as const } } },
      'ghcw/funds/actual=12500'
    ],
    ['its problem is accepted', { confirmed: ['NUMBER_IN_PROSE:表1!D3'] }, 'ghcw/funds/actual=12500'],
    [
      'the clerk fills it in',
      { cells: { '表1!D3': { as: 'VALUE' as const, value: '12000', basis: '银行回单' } } },
      'ghcw/funds/actual=12000'
    ]
  ])('counts it when %s', (_what, fixes, expected) => {
    expect(analyse(rawSheet(rows, ['A1:E1']), { fixes }).short).toEqual([expected])
  })
})

describe('a form', () => {
  it('reads names with their values beside or below, and asks to look at them', () => {
    const { sheet, short, told, problems } = analyse(
      rawSheet(
        [
          ['季度数据填报单'],
          ['填报单位', '办公室', null, null],
          ['到位资金', 1.2, '亿元', null],
          ['重点体育项目完成数', '3个', null, null],
          ['政务公开自评分', 70, null, null],
          ['联系电话', 5550123, null, null]
        ],
        ['A1:D1']
      )
    )
    expect(sheet.layout).toBe('FORM')
    expect(short).toEqual(['bgs/funds/actual=12000', 'bgs/events/actual=3', 'bgs/open/self=70'])
    expect(told('confirm')).toEqual(['UNIT_CONVERSION B3', 'SELF_ONLY B5', 'FORM_VALUES -'])
    expect(problems.find(({ code }) => code === 'FORM_VALUES')!.message).toContain('B6')
  })

  it('is none where the sheet names no unit, or says what items count for', () => {
    const rows = [
      ['到位资金', 120],
      ['重点体育项目', 3]
    ]
    expect(analyse(rawSheet([['数据填报单'], ...rows])).readings).toEqual([])
    expect(analyse(rawSheet([['填报单位', '办公室'], ['项目', '分值'], ...rows])).readings).toEqual([])
  })

  it('reads the table inside a form, for the unit that the form names in a cell', () => {
    const { sheet, short, told } = analyse(
      rawSheet(
        [
          ['项目支出绩效自评表'],
          ['项目名称', '全民健身补助', null, null, null, null, null],
          ['主管部门', '市体育局', null, '实施单位', '群众体育处', null, null],
          ['项目资金（万元）', null, '年初预算数', '全年执行数', '分值', '执行率', '得分'],
          [null, '年度资金总额', 100, 95, 10, '95%', 9.5],
          ['年度总体目标', '预期目标', null, null, '实际完成情况', null, null],
          [null, '建成一批场地', null, null, '已建成', null, null],
          ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
          ['产出指标', '数量指标', '重点体育项目', 3, 3, 20, 20],
          [null, null, '人均体育场地面积', 2, '2.1平方米', 20, 20],
          ['总分', null, null, null, null, 50, 40]
        ],
        [
          'A1:G1',
          'B2:G2',
          'B3:C3',
          'E3:G3',
          'A4:A5',
          'A6:A7',
          'B6:D6',
          'E6:G6',
          'B7:D7',
          'E7:G7',
          'A9:A10',
          'B9:B10'
        ]
      )
    )
    expect(sheet.layout).toBe('UNIT_ITEMS')
    expect(sheet.unit?.code).toBe('qzty')
    expect(short).toEqual([
      'qzty/events/target=3',
      'qzty/events/actual=3',
      'qzty/events/score=20',
      'qzty/area/target=2',
      'qzty/area/actual=2.1',
      'qzty/area/score=20'
    ])
    expect(told('error')).toEqual([])
  })
})

describe('专家×指标 (S77)', () => {
  it('knows * for a recusal and the formula in the head of the mean', () => {
    const { sheet, readings, told } = analyse(
      rawSheet(
        [
          ['体育讲堂评审汇总'],
          ['单位', '分值', '专家1', '专家2', '专家3', '评价得分=(专家1+专家2+专家3)/专家人数'],
          ['办公室', 20, 90, '*', 88, 89],
          ['审计处', 20, 80, 81, 82, 81],
          ['合计', null, 170, 81, 170, null]
        ],
        ['A1:F1']
      )
    )
    expect(sheet.layout).toBe('RATER_MATRIX')
    expect(readings.map(({ value, state }) => value ?? state)).toEqual(['90', 'NA', '88', '80', '81', '82'])
    expect(told()).toEqual([])
  })
})

describe('a book with a sheet a unit or a sheet a dimension', () => {
  it('goes by the sheet names', () => {
    const item = (name: string, value: number) =>
      rawSheet(
        [
          ['考核指标', '完成情况'],
          ['到位资金', value]
        ],
        [],
        { name }
      )
    const { short } = analyse([item('办公室', 1), item('2、审计处', 2), item('表3 产业处', 3)])
    expect(short).toEqual(['bgs/funds/actual=1', 'sjc/funds/actual=2', 'tycy/funds/actual=3'])
  })

  it('reads each of 七大报表 by its own layout', () => {
    const { short, told } = analyse([
      rawSheet(
        [
          ['单位', '重点体育项目', '到位资金'],
          ['办公室', 1, 2]
        ],
        [],
        { name: '一、亮绩赛马' }
      ),
      rawSheet(
        [
          ['单位', '评委1', '评委2'],
          ['办公室', 90, 92]
        ],
        [],
        { name: '二、体育讲堂' }
      ),
      rawSheet(
        [
          ['单位', '得分'],
          ['办公室', 70]
        ],
        [],
        { name: '三、政务公开' }
      )
    ])
    expect(short).toEqual([
      'bgs/events/actual=1',
      'bgs/funds/actual=2',
      'bgs/lecture/rating=90',
      'bgs/lecture/rating=92',
      'bgs/open/score=70'
    ])
    expect(told('error')).toEqual([])
  })
})
