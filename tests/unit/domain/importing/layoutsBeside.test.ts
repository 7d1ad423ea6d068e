import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'

describe('tables side by side with headers of their own', () => {
  it('reads each by its own header, apart by an empty column', () => {
    const { sheet, short, told } = analyse(
      rawSheet(
        [
          ['2026年三季度考核报表'],
          ['单位', '到位资金', null, '单位', '考核指标', '完成'],
          ['办公室', 10, null, '审计处', '重点体育项目', 3],
          ['产业处', 20, null, '审计处', '到位资金', 5],
          ['合计', 30, null, null, null, null]
        ],
        ['A1:F1']
      )
    )
    expect(short).toEqual([
      'bgs/funds/actual=10',
      'tycy/funds/actual=20',
      'sjc/events/actual=3',
      'sjc/funds/actual=5'
    ])
    expect(told('error')).toEqual([])
    expect(sheet.tables).toMatchObject([{ layout: 'LONG_LIST', header: { first: 1, last: 1 }, unit: null }])
    expect(sheet.tables[0]!.columns.map((column) => column.letter)).toEqual(['D', 'E', 'F'])
    expect(sheet.columns.map((column) => column.letter)).toEqual(['A', 'B'])
  })

  it('tells them apart by a second 序号 where no column is empty', () => {
    const { short, told } = analyse(
      rawSheet([
        ['序号', '单位', '到位资金', '序号', '指标', '办公室', '审计处'],
        [1, '产业处', 20, 1, '重点体育项目', 2, 3],
        [2, '群体处', 30, 2, '政务公开', 70, 71]
      ])
    )
    expect(short).toEqual([
      'tycy/funds/actual=20',
      'qzty/funds/actual=30',
      'bgs/events/actual=2',
      'sjc/events/actual=3',
      'bgs/open/score=70',
      'sjc/open/score=71'
    ])
    expect(told('error')).toEqual([])
  })

  it('leaves a table with an empty column in it one table', () => {
    const { sheet, short } = analyse(
      rawSheet([
        ['单位', '到位资金', null, '重点体育项目', '备注'],
        ['办公室', 10, null, 3, '已完成'],
        ['审计处', 5, null, 1, null]
      ])
    )
    expect(short).toEqual([
      'bgs/funds/actual=10',
      'bgs/events/actual=3',
      'sjc/funds/actual=5',
      'sjc/events/actual=1'
    ])
    expect(sheet.tables).toEqual([])
  })

  it('takes answers for the columns of either table', () => {
    const { short } = analyse(
      rawSheet([
        ['单位', '到位资金', null, '处室', '考核指标', '填报'],
        ['办公室', 10, null, '审计处', '重点体育项目', 3],
        ['产业处', 20, null, '审计处', '到位资金', 5]
      ]),
      {
        fixes: {
          sheets: {
            表1: {
              tables: {
                '0': {
                  layout: 'LONG_LIST',
                  columns: { F: { role: 'value', field: 'actual', indicator: null, unit: null, rater: null } }
                }
              }
            }
          }
        }
      }
    )
    expect(short).toContain('sjc/events/actual=3')
    expect(short).toContain('bgs/funds/actual=10')
  })
})

describe('answers for tables below the first', () => {
  const stacked = rawSheet([
    ['单位', '到位资金'],
    ['办公室', 10],
    [null, null],
    ['单位', '资金到账'],
    ['审计处', 7]
  ])

  it('shows every table with its header and columns', () => {
    const { sheet } = analyse(stacked)
    expect(sheet.tables.map(({ header, layout }) => [header.first, layout])).toEqual([[3, null]])
    expect(sheet.tables[0]!.columns.map(({ letter }) => letter)).toEqual(['A', 'B'])
  })

  it('reads a table by the clerk’s answer, filed under its header row', () => {
    const { short, sheet, told } = analyse(stacked, {
      fixes: {
        sheets: {
          表1: {
            tables: {
              '3': {
                columns: {
                  B: { role: 'value', field: 'actual', indicator: 'funds', unit: null, rater: null },
                  A: { role: 'unit' }
                }
              }
            }
          }
        }
      }
    })
    expect(short).toEqual(['bgs/funds/actual=10', 'sjc/funds/actual=7'])
    expect(told()).toEqual([])
    expect(sheet.tables[0]).toMatchObject({ layout: 'UNIT_BY_INDICATOR', header: { first: 3, last: 3 } })
    expect(sheet.tables[0]!.columns[1]).toMatchObject({ by: 'clerk' })
  })

  it('does not let answers for the first table reach the second', () => {
    const { short } = analyse(
      rawSheet([
        ['单位', '到位资金'],
        ['办公室', 10],
        ['单位', '重点体育项目'],
        ['审计处', 7]
      ]),
      { fixes: { sheets: { 表1: { columns: { B: { role: 'ignore', reason: '' } } } } } }
    )
    expect(short).toEqual(['sjc/events/actual=7'])
  })
})

describe('a table that is data but no layout', () => {
  it.each([
    ['事项', '没有找到单位、指标'],
    ['单位', '找到了单位、数，没有找到指标']
  ])('says what is missing under %s', (head, words) => {
    const rows = [
      [head, '金额', '人数'],
      ['办公室甲', 1, 2],
      ['审计处乙', 3, 4]
    ]
    const { problems } = analyse(rawSheet(rows))
    expect(problems.map(({ code }) => code)).toEqual(['UNKNOWN_LAYOUT'])
    expect(problems[0]!.message).toContain(words)
  })
})
