import { describe, expect, it } from 'vitest'
import { parseDateCell } from '#shared/domain/importing/values/parseDate.ts'
import type { RawCell } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'

// What the made-up workbooks of tests/generated brought to light, each in its smallest form.

describe('whose numbers they are', () => {
  it.each(['数据来源', '考核数据来源', '配合单位'])('never takes %s for the unit of the row', (label) => {
    const { short } = analyse(
      rawSheet([
        ['填报单位：办公室'],
        ['考核项目', '目标值', label, '实际值'],
        ['重点体育项目', 2, '规划财务处', 3]
      ])
    )
    expect(short).toEqual(['bgs/events/target=2', 'bgs/events/actual=3'])
  })

  it('goes on with the unit of a line whose name stands in the next cell', () => {
    const { short, told } = analyse(
      rawSheet([
        ['填报单位：', '组织人事处'],
        ['指标', '目标', '完成'],
        ['重点体育项目', 3, 1],
        ['被考核单位：', '审计处'],
        ['指标', '完成'],
        ['重点体育项目', 4]
      ])
    )
    expect(short).toEqual(['zzrs/events/target=3', 'zzrs/events/actual=1', 'sjc/events/actual=4'])
    expect(told('error')).toEqual([])
  })

  it('does not look for units beside such a line', () => {
    const { short, told } = analyse(
      rawSheet([
        ['被考核单位：办公室'],
        ['考核内容', '目标', '完成'],
        ['重点体育项目', '/', 0],
        ['填报单位：', '审计处'],
        ['填报时间：2026年10月8日'],
        ['指标', '目标', '完成'],
        ['重点体育项目', 0, 0]
      ])
    )
    expect(short).toEqual([
      'bgs/events/target=NA',
      'bgs/events/actual=0',
      'sjc/events/target=0',
      'sjc/events/actual=0'
    ])
    expect(told('error')).toEqual([])
  })

  it('keeps a table together over an empty column', () => {
    const { short, told } = analyse(
      rawSheet([
        ['指标', '办公室', null, '审计处', '产业处'],
        ['重点体育项目', 1, null, 2, 3]
      ])
    )
    expect(short).toEqual(['bgs/events/actual=1', 'sjc/events/actual=2', 'tycy/events/actual=3'])
    expect(told()).toEqual([])
  })

  it('reads two lists side by side though each has an empty column in it', () => {
    const { short } = analyse(
      rawSheet([
        ['单位', '重点体育项目', null, '到位资金', '单位', '重点体育项目', '到位资金'],
        ['办公室', 1, null, 2, '审计处', 3, 4],
        ['产业处', 5, null, 6, null, null, null]
      ])
    )
    expect(short).toEqual([
      'bgs/events/actual=1',
      'bgs/funds/actual=2',
      'sjc/events/actual=3',
      'sjc/funds/actual=4',
      'tycy/events/actual=5',
      'tycy/funds/actual=6'
    ])
  })
})

describe('which rows are the header', () => {
  it('takes a measure that is written as 单位：个 for part of the label', () => {
    const { sheet, short } = analyse(
      rawSheet(
        [
          ['2026年三季度情况表'],
          ['单位', '重点体育项目（单位：个）', null],
          [null, '目标', '完成'],
          ['审计处', 3, 2]
        ],
        ['A1:C1', 'A2:A3', 'B2:C2']
      )
    )
    expect(sheet.header).toEqual({ first: 1, last: 2 })
    expect(short).toEqual(['sjc/events/target=3', 'sjc/events/actual=2'])
  })

  it('does not prefer a line of words', () => {
    const { sheet, short } = analyse(
      rawSheet([
        ['考核对象', '指标', '三季度完成'],
        ['竞技体育处', '重点体育项目', '未开展'],
        ['审计处', '重点体育项目', '未报'],
        ['填报人：张三', null, '审核人：李四']
      ])
    )
    expect(sheet.header).toEqual({ first: 0, last: 0 })
    expect(short).toEqual(['jjty/events/actual=0', 'sjc/events/actual=MISSING'])
  })

  it('begins with the first table even where it holds no number', () => {
    const { short, told } = analyse(
      rawSheet(
        [
          ['考核对象', '政务公开'],
          ['审计处', '约 16.5'],
          ['单位', '到位资金', null],
          [null, '目标', '完成'],
          ['办公室', 31, 30],
          ['产业处', 9, 9]
        ],
        ['A3:A4', 'B3:C3']
      )
    )
    expect(told('error')).toEqual(['NOT_A_NUMBER B2'])
    expect(short).toHaveLength(4)
  })

  it('knows the column numbers under a repeated header', () => {
    const { short, told } = analyse(
      rawSheet([
        ['单位', '重点体育项目', '到位资金'],
        ['办公室', 1, 2],
        ['单位', '重点体育项目', '到位资金'],
        [1, 2, 3],
        ['审计处', 4, 5]
      ])
    )
    expect(short).toHaveLength(4)
    expect(told()).toEqual([])
  })
})

describe('which columns hold values', () => {
  it('takes 应得分 under 完成情况 for no result', () => {
    const { short, told } = analyse(
      rawSheet(
        [
          ['填报单位：审计处'],
          ['考核项目', '实际完成情况', null, null],
          [null, '实际值', '完成率', '应得分'],
          ['重点体育项目', 3, '97%', 20]
        ],
        ['A2:A3', 'B2:D2']
      )
    )
    expect(short).toEqual(['sjc/events/actual=3'])
    expect(told('error')).toEqual([])
  })

  it('takes 实绩 under 群众体育处 for a result and no mark of the public', () => {
    const { sheet, short } = analyse(
      rawSheet(
        [
          ['指标', '群众体育处', null, '审计处', null],
          [null, '计划数', '实绩', '计划数', '实绩'],
          ['重点体育项目', 3, 2, 5, 4]
        ],
        ['A1:A2', 'B1:C1', 'D1:E1']
      )
    )
    expect(sheet.layout).toBe('INDICATOR_BY_UNIT')
    expect(short).toEqual([
      'qzty/events/target=3',
      'qzty/events/actual=2',
      'sjc/events/target=5',
      'sjc/events/actual=4'
    ])
  })

  it('does not take the telephone number of a signature line for a column of numbers', () => {
    const { told } = analyse(
      rawSheet([
        ['单位', '重点体育项目'],
        ['办公室', 1],
        ['填报人：', '张三', '联系电话：', 83456789]
      ])
    )
    expect(told()).toEqual([])
  })
})

describe('days', () => {
  const cell = (over: Partial<RawCell>): RawCell => ({
    row: 0,
    col: 0,
    address: 'A1',
    kind: 'number',
    value: '',
    shown: over.value ?? '',
    ...over
  })

  it.each<[string, Partial<RawCell>, string | null]>([
    ['26.7.15', { kind: 'text', value: '26.7.15' }, '2026-07-15'],
    ['99.01.02, which is no day of these years', { kind: 'text', value: '99.01.02' }, null],
    ['12.5.6, which may be anything', { kind: 'text', value: '12.5.6' }, null],
    ['a serial number of this year', { value: '46218' }, '2026-07-15'],
    ['a number of another size', { value: '83456' }, null],
    ['7.15 as a number', { value: '7.15' }, '2026-07-15'],
    ['7.1, typed as 7.1 or 7.10', { value: '7.1' }, null],
    ['7.1 that shows as 7.10', { value: '7.1', shown: '7.10' }, '2026-07-10'],
    ['7.5, which can only be the fifth', { value: '7.5' }, '2026-07-05']
  ])('%s', (_what, over, day) => expect(parseDateCell(cell(over), 2026)).toBe(day))
})
