import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { catalogue, INDICATORS } from './helpers/catalogue.ts'
import { rawSheet, type CellInput } from './helpers/rawSheet.ts'

const list = (...rows: CellInput[][]) =>
  rawSheet([['单位', '指标', '目标', '完成', '自评分', '考核分'], ...rows])

describe('marks', () => {
  it.each([
    [
      '考核分 above the full mark',
      ['办公室', '政务公开', null, null, null, 77.5],
      ['ABOVE_FULL_MARK F2'],
      'error'
    ],
    ['考核分 below zero', ['办公室', '政务公开', null, null, null, -1], ['NEGATIVE_SCORE F2'], 'error'],
    [
      '自评分 above the full mark',
      ['办公室', '政务公开', null, null, 80, 70],
      ['ABOVE_FULL_MARK E2'],
      'confirm'
    ]
  ] as const)('%s', (_what, row, expected, level) =>
    expect(analyse(list([...row])).told(level)).toEqual(expected)
  )

  it('keeps 0 and the full mark itself', () => {
    const { short, told } = analyse(
      list(['办公室', '政务公开', null, null, null, 0], ['审计处', '政务公开', null, null, null, 77])
    )
    expect(short).toEqual(['bgs/open/score=0', 'sjc/open/score=77'])
    expect(told('error')).toEqual([])
  })

  it('tells when the header states another full mark', () => {
    expect(
      analyse(
        rawSheet([
          ['单位', '政务公开(80)'],
          ['办公室', 70],
          ['审计处', 60]
        ])
      ).told('confirm')
    ).toEqual(['FULL_MARK_MISMATCH B1'])
  })
})

describe('targets', () => {
  it('lets the issued target count and shows the difference', () => {
    const { short, problems } = analyse(
      list(['办公室', '重点体育项目', 3, 3], ['组织人事处', '重点体育项目', 3, 3])
    )
    expect(short).toContain('bgs/events/target=3')
    expect(problems.map((one) => `${one.level} ${one.code} ${one.place.cell}`)).toEqual([
      'confirm TARGET_MISMATCH C2'
    ])
    expect(problems[0]!.message).toBe('办公室「重点体育项目」的目标，表里是 3，下达的是 2，以下达的为准。')
  })

  it('does not block on a target in words when one is issued', () => {
    const { told } = analyse(list(['办公室', '重点体育项目', '≥2', 3], ['审计处', '重点体育项目', '≥2', 3]))
    expect(told('confirm')).toEqual(['TARGET_NOT_A_NUMBER C2'])
    expect(told('error')).toEqual(['NOT_A_NUMBER C3'])
  })

  it('asks about shares under a %-indicator with a far larger target', () => {
    expect(analyse(list(['体育产业处', '体育产业增加值占比', null, 0.95])).told('confirm')).toEqual([
      'MAYBE_SHARE D2'
    ])
    expect(analyse(list(['体育产业处', '体育产业增加值占比', null, 18])).told('confirm')).toEqual([])
  })
})

describe('applicability', () => {
  it('asks about a value where the indicator does not apply, and ignores blanks and words there', () => {
    const { short, told } = analyse(
      list(
        ['办公室', '人均体育场地面积', null, 2.5],
        ['审计处', '人均体育场地面积', null, '/'],
        ['产业处', '人均体育场地面积', null, null],
        ['群众体育处', '人均体育场地面积', null, 2.6]
      )
    )
    expect(short).toEqual(['qzty/area/actual=2.6'])
    expect(told()).toEqual(['NOT_APPLICABLE_VALUE D2'])
  })

  it('stages a blank as MISSING only for what the rule reads', () => {
    const { readings } = analyse(list(['办公室', '重点体育项目', null, null, null, null]))
    expect(readings.map((one) => [one.field, one.state, one.note])).toEqual([['actual', 'MISSING', '空白']])
  })

  it('lets one merged 「未报」 speak for every cell under it', () => {
    const sheet = rawSheet(
      [
        ['单位', '重点体育项目', '到位资金'],
        ['办公室', '未报', null],
        ['审计处', 1, 2]
      ],
      ['B2:C2']
    )
    const { short, told } = analyse(sheet)
    expect(short).toEqual([
      'bgs/events/actual=MISSING',
      'bgs/funds/actual=MISSING',
      'sjc/events/actual=1',
      'sjc/funds/actual=2'
    ])
    expect(told()).toEqual(['EMPTY_WORD B2'])
  })

  it('does not share a merged number out', () => {
    const sheet = rawSheet(
      [
        ['单位', '重点体育项目', '到位资金'],
        ['办公室', 5, 10],
        ['审计处', null, 20]
      ],
      ['B2:B3']
    )
    const { short, told } = analyse(sheet)
    expect(short).toEqual(['bgs/events/actual=5', 'bgs/funds/actual=10', 'sjc/funds/actual=20'])
    expect(told('error')).toEqual(['MERGED_VALUE B3'])
  })
})

describe('rows that are no data', () => {
  it('skips each with its reason', () => {
    const { sheet, short } = analyse(
      rawSheet(
        [
          ['序号', '单位', '到位资金', '备注'],
          [1, 2, 3, 4],
          ['一、机关处室', null, null, null],
          [1, '办公室', 10, null],
          [2, '审计处', 20, null],
          [null, '小 计', 30, null],
          ['序号', '单位', '到位资金', '备注'],
          [3, '训练中心', 5, null],
          [null, '小计', 5, null],
          [null, '合计', 35, null],
          [null, '平均', 11.67, null],
          [9, null, null, null],
          ['注：数据截至9月底。', null, null, null],
          ['填报人：张三', null, '审核人：李四', null]
        ],
        ['A3:D3', 'A13:D13']
      )
    )
    expect(short).toEqual(['bgs/funds/actual=10', 'sjc/funds/actual=20', 'xlzx/funds/actual=5'])
    expect(sheet.skippedRows).toEqual([
      { row: 1, reason: '列号行' },
      { row: 2, reason: '小标题「一、机关处室」' },
      { row: 5, reason: '小 计行，不是单位的数' },
      { row: 6, reason: '重复的表头' },
      { row: 8, reason: '小计行，不是单位的数' },
      { row: 9, reason: '合计行，不是单位的数' },
      { row: 10, reason: '平均行，不是单位的数' },
      { row: 11, reason: '只有序号' },
      { row: 12, reason: '表下的说明' },
      { row: 13, reason: '签字行' }
    ])
    expect(sheet.problems.filter((one) => one.code === 'TOTAL_MISMATCH')).toEqual([])
    expect(sheet.body).toEqual({ first: 3, last: 7 })
  })

  it('compares totals with our own sums, counting rows of unknown units', () => {
    const { problems } = analyse(
      rawSheet([
        ['单位', '到位资金'],
        ['办公室', '8,200'],
        ['体育产业科', 5000],
        ['审计处', { value: '#REF!', kind: 'error' }],
        ['合计', 14000]
      ])
    )
    const total = problems.find((one) => one.code === 'TOTAL_MISMATCH')!
    expect(total).toMatchObject({
      level: 'confirm',
      place: { cell: 'B5' },
      message: '「合计」与自算不一致：表中 14000，自算 13200，差 800。',
      suggestion: '可能是 B4 没有读出的数。'
    })
  })

  it('tells a row of numbers without a name, until its cells are left out', () => {
    const sheet = rawSheet([
      ['单位', '重点体育项目', '到位资金'],
      ['办公室', 1, 10],
      [null, 2, 5],
      ['审计处', 3, 3]
    ])
    expect(analyse(sheet).told('error')).toEqual(['NO_KEY B3', 'NO_KEY C3'])
    const cells = { '表1!B3': { as: 'SKIP' }, '表1!C3': { as: 'SKIP' } } as const
    expect(analyse(sheet, { fixes: { cells } }).told('error')).toEqual([])
  })
})

describe('duplicates', () => {
  it('takes equal ones once, blocks different ones, lets blanks yield', () => {
    const { short, problems } = analyse([
      list(
        ['办公室', '到位资金', null, 10],
        ['审计处', '到位资金', null, 5],
        ['产业处', '到位资金', null, 7]
      ),
      rawSheet(
        [
          ['单位', '指标', '完成'],
          ['办公室', '到位资金', 10],
          ['审计处', '到位资金', 6],
          ['产业处', '到位资金', null]
        ],
        [],
        { name: '表2' }
      )
    ])
    expect(short).toEqual(['bgs/funds/actual=10', 'tycy/funds/actual=7'])
    expect(problems.map((one) => `${one.level} ${one.code} ${one.place.sheet}!${one.place.cell}`)).toEqual([
      'error DUPLICATE_VALUE 表1!D3',
      'info DUPLICATE_SAME 表2!C2',
      'error DUPLICATE_VALUE 表2!C3'
    ])
    expect(problems[0]!.message).toBe('审计处「到位资金」有两个不同的数：这里 5，表2!C3 是 6。')
  })

  it('is settled when the clerk leaves one of the cells out', () => {
    const sheets = [
      list(['审计处', '到位资金', null, 5]),
      rawSheet(
        [
          ['单位', '指标', '完成'],
          ['审计处', '到位资金', 6]
        ],
        [],
        { name: '表2' }
      )
    ]
    const { short, told } = analyse(sheets, { fixes: { cells: { '表1!D2': { as: 'SKIP' } } } })
    expect(short).toEqual(['sjc/funds/actual=6'])
    expect(told()).toEqual([])
  })
})

describe('columns for the same reading', () => {
  it("prefers this quarter's target to the year's", () => {
    const { short } = analyse(
      rawSheet([
        ['单位', '指标', '年度目标', '三季度目标', '完成'],
        ['审计处', '到位资金', 100, 75, 70]
      ])
    )
    expect(short).toEqual(['sjc/funds/target=75', 'sjc/funds/actual=70'])
  })

  it("asks which of 本季完成 and 累计完成 counts, unless the indicator's nature says", () => {
    const sheet = rawSheet(
      [
        ['单位', '到位资金', null],
        [null, '本季完成', '累计完成'],
        ['办公室', 1, 3],
        ['审计处', 2, 6]
      ],
      ['A1:A2', 'B1:C1']
    )
    expect(analyse(sheet).told('error')).toEqual(['AMBIGUOUS_COLUMN B2'])
    expect(analyse(sheet).readings).toEqual([])
    const cumulative = catalogue({
      indicators: INDICATORS.map((one) => ({ ...one, nature: 'CUMULATIVE' as const }))
    })
    expect(analyse(sheet, { catalogue: cumulative }).short).toEqual([
      'bgs/funds/actual=3',
      'sjc/funds/actual=6'
    ])
  })

  it('tells of numbers in a column that it leaves out', () => {
    expect(
      analyse(
        rawSheet([
          ['单位', '指标', '完成', '去年同口径'],
          ['审计处', '到位资金', 1, 3]
        ])
      ).told()
    ).toEqual(['UNKNOWN_COLUMN D1'])
  })
})

it('gives every problem its file, sheet, group and a sentence', () => {
  const { problems } = analyse(
    list(
      ['体育产业科', '到位资金', 1, 2],
      ['办公室', '不知道', 1, 2],
      ['办公室', '到位资金', '约3', '２'],
      ['审计处', '到位资金', null, '3亿']
    )
  )
  expect(problems.length).toBeGreaterThan(4)
  for (const problem of problems) {
    expect(problem.place).toMatchObject({ file: '报送表.xlsx', sheet: '表1' })
    expect(problem.group).toMatch(/^[A-Z_]+/)
    expect(problem.message).toMatch(/[。]$/)
  }
})
