import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { catalogue, INDICATORS } from './helpers/catalogue.ts'
import { rawSheet } from './helpers/rawSheet.ts'

const withNature = (natures: Record<string, 'PERIOD' | 'CUMULATIVE'>) =>
  catalogue({ indicators: INDICATORS.map((one) => ({ ...one, nature: natures[one.code] ?? 'PERIOD' })) })

describe('measures that stand in odd places', () => {
  const rows = [
    ['单位', '到位资金'],
    ['规划财务处', 0.81]
  ]
  it.each([
    ['the sheet', rawSheet(rows, [], { name: '资金（亿元）' }), {}],
    ['the file', rawSheet(rows), { fileName: '到位资金（亿元）.xlsx' }],
    ['the title', rawSheet([['三季度资金情况表（亿元）'], ...rows]), {}],
    ['the title, in words', rawSheet([['三季度资金情况表（单位：亿元）'], ...rows]), {}],
    ['a row under the header', rawSheet([rows[0]!, [null, '亿元'], rows[1]!]), {}],
    [
      'the name of the row',
      rawSheet([
        ['单位', '指标', '完成'],
        ['规划财务处', '到位资金（亿元）', 0.81]
      ]),
      {}
    ]
  ])('converts by the measure of %s', (_where, sheet, workbook) => {
    const { short, told } = analyse(sheet, { workbook })
    expect(short).toEqual(['ghcw/funds/actual=8100'])
    expect(told('error')).toEqual([])
    expect(told('confirm').map((one) => one.split(' ')[0])).toEqual(['UNIT_CONVERSION'])
  })

  it.each([[0.81], [81000000]])('asks about %d where the target is 8200 万元', (value) => {
    const { told } = analyse(
      rawSheet([
        ['单位', '到位资金'],
        ['规划财务处', value]
      ])
    )
    expect(told('confirm')).toEqual(['MAYBE_SCALE B2'])
  })

  it('asks about a share of an indicator without target, but not about 0.5%', () => {
    const { told } = analyse(
      rawSheet([
        ['单位', '体育产业增加值占比'],
        ['办公室', 0.95],
        ['审计处', '0.5%'],
        ['场馆管理处', 95]
      ])
    )
    expect(told('confirm')).toEqual(['MAYBE_SHARE B2'])
  })
})

describe('本季 and 累计', () => {
  const list = rawSheet([
    ['填报单位：规划财务处'],
    ['指标', '三季度完成', '1-9月累计'],
    ['重点体育项目', 2, 5],
    ['到位资金', 2600, 8130]
  ])

  it('lets every row of a list choose by the nature of its indicator', () => {
    const { short, told } = analyse(list, { catalogue: withNature({ funds: 'CUMULATIVE' }) })
    expect(short).toEqual(['ghcw/events/actual=2', 'ghcw/funds/actual=8130'])
    expect(told('confirm')).toEqual([])
  })

  it('says when the number stands only in the other column', () => {
    const sheet = rawSheet([
      ['填报单位：规划财务处'],
      ['指标', '本季完成', '累计完成'],
      ['到位资金', 2600, null],
      ['重点体育项目', 1, 3]
    ])
    const { told } = analyse(sheet, { catalogue: withNature({ funds: 'CUMULATIVE' }) })
    expect(told('confirm')).toEqual(['SPAN_MISMATCH B3'])
  })

  it('prefers the nature of an indicator to a heading that names the quarter', () => {
    const sheet = rawSheet(
      [
        ['单位', '到位资金', null],
        [null, '三季度完成', '累计完成'],
        ['规划财务处', 2600, 8130]
      ],
      ['A1:A2', 'B1:C1']
    )
    expect(analyse(sheet, { catalogue: withNature({ funds: 'CUMULATIVE' }) }).short).toEqual([
      'ghcw/funds/actual=8130'
    ])
  })

  it.each([
    ['累计完成', 'PERIOD', ['SPAN_MISMATCH B3']],
    ['本季完成', 'CUMULATIVE', ['SPAN_MISMATCH B3']],
    ['三季度完成', 'CUMULATIVE', []],
    ['本季完成', 'PERIOD', []]
  ] as const)('%s for an indicator judged by %s', (heading, nature, told) => {
    const sheet = rawSheet([['填报单位：规划财务处'], ['指标', heading], ['到位资金', 8130]])
    expect(analyse(sheet, { catalogue: withNature({ funds: nature }) }).told('confirm')).toEqual(told)
  })

  it('leaves the columns of other quarters and takes its own, named above them or alone', () => {
    const { short, told } = analyse(
      rawSheet(
        [
          ['重点体育项目分季度统计'],
          ['单位', '年度目标', '二季度', null, '三季度', null, '累计'],
          [null, null, '目标', '完成', '目标', '完成', null],
          ['办公室', 9, 1, 1, 2, 3, 6]
        ],
        ['A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'G2:G3']
      ),
      { catalogue: withNature({}) }
    )
    expect(short).toEqual(['bgs/events/target=2', 'bgs/events/actual=3'])
    expect(told('error')).toEqual([])
    expect(
      analyse(rawSheet([['重点体育项目'], ['单位', '一季度', '三季度'], ['办公室', 1, 3]])).short
    ).toEqual(['bgs/events/actual=3'])
  })

  it('leaves the sheets of other quarters out where one is named after this quarter', () => {
    const sheet = (name: string, value: number) =>
      rawSheet(
        [
          ['单位', '重点体育项目'],
          ['办公室', value]
        ],
        [],
        { name }
      )
    const { short, told } = analyse([sheet('二季度', 1), sheet('三季度', 2)])
    expect(short).toEqual(['bgs/events/actual=2'])
    expect(told()).toEqual(['OTHER_PERIOD_SHEET -'])
    expect(analyse(sheet('二季度', 1)).told('confirm')).toEqual(['WRONG_PERIOD -'])
  })
})

describe('rows and columns that are no readings', () => {
  it('leaves 完成率 rows beside 目标 and 完成, and tells of rows that nobody knows', () => {
    const { short, told } = analyse(
      rawSheet(
        [
          ['单位', '项目', '重点体育项目', '到位资金'],
          ['规划财务处', '目标', 2, 8200],
          [null, '完成', 1, 8130],
          [null, '完成率', 0.5, 0.99],
          [null, '某某数', 7, 7]
        ],
        ['A2:A5']
      )
    )
    expect(short).toEqual([
      'ghcw/events/target=2',
      'ghcw/funds/target=8200',
      'ghcw/events/actual=1',
      'ghcw/funds/actual=8130'
    ])
    expect(told('error')).toEqual([])
    expect(told('confirm')).toEqual(['UNKNOWN_ROW B5'])
  })

  it.each(['审核：', '制表：小刘', '监督人员：', '校对：'])('takes 「%s」 for a sign-off', (text) => {
    const { told, sheet } = analyse(
      rawSheet([
        ['单位', '重点体育项目'],
        ['办公室', 2],
        [text, '李四', null, 3]
      ])
    )
    expect(told('error')).toEqual([])
    expect(sheet.skippedRows).toEqual([{ row: 2, reason: '签字行' }])
  })

  it.each(['全局', '最高分', '其中：省级', '去掉一个最高分后的平均分'])('leaves the row 「%s」', (text) => {
    const { short, told } = analyse(
      rawSheet([
        ['单位', '重点体育项目'],
        ['办公室', 2],
        [text, 3]
      ])
    )
    expect(short).toEqual(['bgs/events/actual=2'])
    expect([...told('error'), ...told('confirm')]).toEqual([])
  })

  it('takes 处室小计 among units for a total and 计分方法 for a rule', () => {
    const { roles, told } = analyse(
      rawSheet([
        ['指标', '办公室', '审计处', '处室小计', '计分方法'],
        ['重点体育项目', 2, 3, 5, 20]
      ])
    )
    expect(roles).toEqual({ A: 'indicator', B: 'value', C: 'value', D: 'total', E: 'ignore' })
    expect([...told('error'), ...told('confirm')]).toEqual([])
  })

  it('says that 加分 in a table of results is not imported', () => {
    const { told } = analyse(
      rawSheet([
        ['单位', '重点体育项目', '加分'],
        ['办公室', 2, 1]
      ])
    )
    expect(told('confirm')).toEqual(['ADJUSTMENTS_IN_TABLE C1'])
  })

  it('takes the number beside a column of prose, and the rate of an amount for a rate', () => {
    const prose = analyse(
      rawSheet([['填报单位：审计处'], ['指标', '完成值', '完成情况'], ['重点体育项目', 4, '4个已落地']])
    )
    expect(prose.short).toEqual(['sjc/events/actual=4'])
    const rate = analyse(
      rawSheet(
        [
          ['单位', '重点体育项目', null],
          [null, '完成', '落地率'],
          ['办公室', 2, '100%']
        ],
        ['A1:A2', 'B1:C1']
      )
    )
    expect(rate.short).toEqual(['bgs/events/actual=2'])
    expect(rate.told('error')).toEqual([])
  })

  it('tells of numbers beside known names above the header', () => {
    const { told } = analyse(
      rawSheet([['三季度情况'], ['办公室', 9], ['单位', '重点体育项目', '到位资金'], ['审计处', 2, 5]]),
      { fixes: { sheets: { 表1: { header: { first: 2, last: 2 } } } } }
    )
    expect(told('confirm')).toEqual(['ROW_ABOVE_HEADER B2'])
  })
})
