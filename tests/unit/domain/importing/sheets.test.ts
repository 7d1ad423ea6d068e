import { describe, expect, it } from 'vitest'
import type { Problem } from '#shared/problem.ts'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'

describe('period', () => {
  it.each([
    ['2026年第二季度完成情况表', 'WRONG_PERIOD'],
    ['2026年二季度完成情况表', 'WRONG_PERIOD'],
    ['二季度完成情况表', 'WRONG_PERIOD'],
    ['2025年完成情况表', 'WRONG_PERIOD'],
    ['2026年三季度完成情况表', null],
    ['2024—2026年行动计划完成情况表', null],
    ['2026年完成情况表', null]
  ])('%s', (title, code) => {
    const { told } = analyse(
      rawSheet([[title], ['单位', '到位资金'], ['办公室', 10], ['审计处', 3]], ['A1:B1'])
    )
    expect(told()).toEqual(code === null ? [] : [`${code} A1`])
  })

  it('looks at the names of sheet and file as well', () => {
    const sheet = rawSheet(
      [
        ['单位', '到位资金'],
        ['办公室', 10],
        ['审计处', 3]
      ],
      [],
      { name: '二季度' }
    )
    expect(analyse(sheet).told()).toEqual(['WRONG_PERIOD -'])
    expect(
      analyse({ ...sheet, name: '表1' }, { workbook: { fileName: '2026年一季度报送.xlsx' } }).told()
    ).toEqual(['WRONG_PERIOD -'])
  })
})

describe('sheets', () => {
  const table = rawSheet(
    [
      ['单位', '到位资金'],
      ['办公室', 10],
      ['审计处', 3]
    ],
    [],
    { name: '数据' }
  )

  it('leaves covers, notes, empty and hidden sheets out, with a reason and no error', () => {
    const { analysis, told } = analyse([
      rawSheet([['海州市体育局三季度材料'], ['二〇二六年十月']], [], { name: '封面' }),
      rawSheet([['填表说明'], ['一、按季度填报。'], ['二、单位为万元。']], [], { name: '说明' }),
      rawSheet([], [], { name: 'Sheet3' }),
      { ...table, name: '旧数据', visibility: 'hidden' as const },
      table
    ])
    expect(analysis.sheets.map((one) => [one.sheet, one.used, one.leftOut !== null])).toEqual([
      ['封面', false, true],
      ['说明', false, true],
      ['Sheet3', false, true],
      ['旧数据', false, true],
      ['数据', true, false]
    ])
    expect(told()).toEqual([])
  })

  it('never passes quietly over a table that it did not understand', () => {
    const strange = rawSheet(
      [
        ['姓名', '岗位', '工资'],
        ['张三', '经办', 5000],
        ['李四', '科长', 6000],
        ['王五', '处长', 7000]
      ],
      [],
      { name: '工资' }
    )
    const { told, problems } = analyse([table, strange])
    expect(told('error')).toEqual(['UNKNOWN_LAYOUT -'])
    expect(problems[0]!.suggestion).toContain('跳过')
  })

  it('says so when nothing of the file can be used', () => {
    expect(analyse(rawSheet([])).told('error')).toEqual(['EMPTY_WORKBOOK -'])
    expect(analyse(rawSheet([['只有一句话']])).told('error')[0]).toMatch(/^(NO_HEADER|UNKNOWN_LAYOUT) -$/)
  })

  it('hands on what the reader said, but of unused sheets only that they are hidden', () => {
    const said = (code: string, sheet?: string, cell?: string): Problem => ({
      code,
      level: 'confirm',
      message: code,
      place: { file: 'a', sheet, cell }
    })
    const { told } = analyse([table, { ...table, name: '旧', visibility: 'hidden' as const }], {
      workbook: {
        problems: [
          said('WRONG_SUFFIX'),
          said('HIDDEN_ROWS', '数据'),
          said('STALE_FORMULA', '数据', 'B2'),
          said('STALE_FORMULA', '数据', 'Z9'),
          said('HIDDEN_SHEET', '旧'),
          said('HIDDEN_ROWS', '旧')
        ]
      }
    })
    expect(told()).toEqual(['WRONG_SUFFIX -', 'HIDDEN_ROWS -', 'STALE_FORMULA B2', 'HIDDEN_SHEET -'])
  })
})
