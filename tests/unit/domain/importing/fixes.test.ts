import { describe, expect, it } from 'vitest'
import { groupProblems } from '#shared/domain/importing/problems/groupProblems.ts'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'

const sheet = rawSheet([
  ['单位', '重点体育项目', '到位资金'],
  ['办公室', 2, 100],
  ['体育产业科', 3, '无'],
  ['审计处', '约3', { value: '#REF!', kind: 'error' }]
])

describe('repairs', () => {
  it('names an unknown unit, or leaves its rows out', () => {
    expect(
      analyse(sheet, { fixes: { units: { 体育产业科: { unit: 'tycy', remember: true } } } }).short
    ).toContain('tycy/events/actual=3')
    const skipped = analyse(sheet, { fixes: { units: { 体育产业科: 'SKIP' } } })
    expect(skipped.told('error')).toEqual(['NOT_A_NUMBER B4', 'ERROR_CELL C4'])
    expect(skipped.sheet.skippedRows).toEqual([{ row: 2, reason: '经办人选择不导入' }])
  })

  it('names an indicator, or leaves it out', () => {
    const strange = rawSheet([
      ['单位', '项目数', '到位资金'],
      ['办公室', 2, 100],
      ['审计处', 3, 1]
    ])
    expect(analyse(strange).told('error')).toEqual(['UNKNOWN_INDICATOR B1'])
    expect(analyse(strange, { fixes: { indicators: { 项目数: { indicator: 'events' } } } }).short).toContain(
      'sjc/events/actual=3'
    )
    expect(analyse(strange, { fixes: { indicators: { 项目数: 'SKIP' } } }).told('error')).toEqual([])
  })

  it("takes the clerk's value, NA, MISSING or SKIP for a cell", () => {
    const { readings, told } = analyse(sheet, {
      fixes: {
        units: { 体育产业科: 'SKIP' },
        cells: {
          '表1!B4': { as: 'VALUE', value: '3', basis: '电话核实' },
          '表1!C4': { as: 'MISSING' },
          '表1!C2': { as: 'NA' },
          '表1!B2': { as: 'SKIP' }
        }
      }
    })
    expect(readings.map((one) => [one.address, one.state, one.value, one.note])).toEqual([
      ['C2', 'NA', null, '经办人认定'],
      ['B4', 'VALUE', '3', '手工填数：电话核实'],
      ['C4', 'MISSING', null, '经办人认定']
    ])
    expect(told('error')).toEqual([])
  })

  it("checks the clerk's value like any other", () => {
    const marks = rawSheet([
      ['单位', '政务公开(77)'],
      ['办公室', 'x'],
      ['审计处', 70]
    ])
    expect(
      analyse(marks, { fixes: { cells: { '表1!B2': { as: 'VALUE', value: '90', basis: 'a' } } } }).told(
        'error'
      )
    ).toEqual(['ABOVE_FULL_MARK B2'])
  })

  it('lets the clerk decide what a word means, for this file', () => {
    const { short } = analyse(sheet, {
      fixes: { units: { 体育产业科: { unit: 'tycy', remember: false } }, emptyWords: { 无: 'ZERO' } }
    })
    expect(short).toContain('tycy/funds/actual=0')
  })

  it('turns accepted confirmations into information, by group and by cell', () => {
    const many = rawSheet([
      ['单位', '到位资金'],
      ['办公室', '3亿'],
      ['审计处', '4亿元'],
      ['产业处', '/']
    ])
    expect(analyse(many).told('confirm')).toEqual([
      'UNIT_CONVERSION B2',
      'UNIT_CONVERSION B3',
      'EMPTY_WORD B4'
    ])
    expect(analyse(many, { fixes: { confirmed: ['UNIT_CONVERSION:亿→万元'] } }).told('confirm')).toEqual([
      'UNIT_CONVERSION B3',
      'EMPTY_WORD B4'
    ])
    expect(analyse(many, { fixes: { cells: { '表1!B4': { as: 'CONFIRMED' } } } }).told('confirm')).toEqual([
      'UNIT_CONVERSION B2',
      'UNIT_CONVERSION B3'
    ])
    expect(analyse(many, { fixes: { cells: { '表1!B4': { as: 'CONFIRMED' } } } }).short).toContain(
      'tycy/funds/actual=NA'
    )
  })

  it('never lets a confirmation pass an error', () => {
    expect(analyse(sheet, { fixes: { confirmed: ['UNKNOWN_UNIT:体育产业科'] } }).told('error')).toContain(
      'UNKNOWN_UNIT A3'
    )
  })

  it('skips and includes sheets', () => {
    expect(analyse(sheet, { fixes: { sheets: { 表1: { skip: true } } } }).sheet).toMatchObject({
      used: false,
      leftOut: '经办人选择跳过'
    })
    const hidden = { ...sheet, visibility: 'hidden' as const }
    expect(analyse(hidden).sheet.used).toBe(false)
    expect(analyse(hidden, { fixes: { sheets: { 表1: { include: true } } } }).sheet.used).toBe(true)
  })

  it('takes header rows, layout, unit and column roles from the clerk', () => {
    const odd = rawSheet([
      ['甲', '乙', '丙'],
      ['到位资金', 12, '说明'],
      ['重点体育项目', 3, '说明']
    ])
    const { sheet: seen, short } = analyse(odd, {
      fixes: {
        sheets: {
          表1: {
            header: { first: 0, last: 0 },
            layout: 'UNIT_ITEMS',
            unit: 'bgs',
            columns: {
              A: { role: 'indicator' },
              B: { role: 'value', field: 'actual', indicator: null, unit: null, rater: null }
            }
          }
        }
      }
    })
    expect(short).toEqual(['bgs/funds/actual=12', 'bgs/events/actual=3'])
    expect(seen.unit).toEqual({ code: 'bgs', by: 'clerk' })
    expect(seen.columns.map((one) => one.by)).toEqual(['clerk', 'clerk', 'none'])
  })

  it('gives a matrix its indicator', () => {
    const matrix = rawSheet([
      ['单位', '评委1', '评委2'],
      ['办公室', 9, 8]
    ])
    const { readings, told } = analyse(matrix, { fixes: { sheets: { 表1: { indicator: 'lecture' } } } })
    expect(readings.map((one) => one.indicator)).toEqual(['lecture', 'lecture'])
    expect(told()).toEqual([])
  })

  it('is pure: the same answers give the same analysis, and none gives the first one again', () => {
    const first = JSON.stringify(analyse(sheet).analysis)
    analyse(sheet, { fixes: { units: { 体育产业科: 'SKIP' } } })
    expect(JSON.stringify(analyse(sheet).analysis)).toBe(first)
  })
})

describe('groupProblems', () => {
  it('makes one card of what one repair settles, errors first', () => {
    const { problems } = analyse(
      rawSheet([
        ['单位', '重点体育项目', '到位资金'],
        ['办公室', '２', '1500万元'],
        ['审计处', '/', '960万元'],
        ['体育产业科', 3, 2],
        ['规划财务处', '无', '3,420']
      ])
    )
    const groups = groupProblems(problems)
    expect(groups.map((group) => [group.level, group.title, group.count])).toEqual([
      ['error', '「体育产业科」不是已知单位', 1],
      ['confirm', '2 个单元格写「/」「无」', 2],
      ['info', '全角数字 1', 1],
      ['info', '2 个单元格含「万元」', 2],
      ['info', '千分位 1', 1]
    ])
    expect(groups[0]).toMatchObject({
      key: 'UNKNOWN_UNIT:体育产业科',
      places: [{ cell: 'A4' }],
      values: ['体育产业科']
    })
    expect(groups[0]!.candidates[0]).toEqual({ code: 'tycy', name: '体育产业处' })
  })

  it('keeps problems without a group apart, and tells unknown codes by their sentence', () => {
    const groups = groupProblems([
      { code: 'HIDDEN_ROWS', level: 'confirm', message: '有隐藏的行。', place: {} },
      { code: 'HIDDEN_ROWS', level: 'confirm', message: '有隐藏的行。', place: {} },
      { code: 'STALE_FORMULA', level: 'confirm', message: '没有算过。', place: {}, group: 'STALE' },
      { code: 'STALE_FORMULA', level: 'confirm', message: '没有算过。', place: {}, group: 'STALE' }
    ])
    expect(groups.map((group) => group.title)).toEqual(['有隐藏的行。', '有隐藏的行。', '2 处：没有算过。'])
  })

  it('is empty for no problems', () => expect(groupProblems([])).toEqual([]))
})
