import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'

describe('RATER_MATRIX', () => {
  it('reads units down and raters across, by groups, with recusals', () => {
    const { sheet, readings } = analyse(
      rawSheet(
        [
          ['体育讲堂评分表'],
          ['单位', '局领导', null, '中层干部', null, '平均分'],
          [null, '评委1', '评委2', '评委1', '评委2', null],
          ['办公室', 90, 88, '*', 91, 89.7],
          ['审计处', 85, '回避', 80, 82, 82.3]
        ],
        ['A1:F1', 'A2:A3', 'B2:C2', 'D2:E2', 'F2:F3']
      )
    )
    expect(sheet.layout).toBe('RATER_MATRIX')
    expect(
      readings.map((one) =>
        [one.unit, one.indicator, one.rater?.group, one.rater?.name, one.value ?? one.state].join(' ')
      )
    ).toEqual([
      'bgs lecture 局领导 评委1 90',
      'bgs lecture 局领导 评委2 88',
      'bgs lecture 中层干部 评委1 NA',
      'bgs lecture 中层干部 评委2 91',
      'sjc lecture 局领导 评委1 85',
      'sjc lecture 局领导 评委2 NA',
      'sjc lecture 中层干部 评委1 80',
      'sjc lecture 中层干部 评委2 82'
    ])
  })

  it('reads raters down and units across', () => {
    const { sheet, readings } = analyse(
      rawSheet([['体育讲堂'], ['评委', '办公室', '审计处'], ['评委1', 90, 80], ['评委2', 91, 81]], ['A1:C1'])
    )
    expect(sheet.layout).toBe('RATER_MATRIX')
    expect(readings.map((one) => `${one.unit} ${one.rater?.name} ${one.value}`)).toEqual([
      'bgs 评委1 90',
      'sjc 评委1 80',
      'bgs 评委2 91',
      'sjc 评委2 81'
    ])
  })

  it('assumes the only judged indicator, to be confirmed; asks when there are two', () => {
    const sheet = rawSheet([
      ['单位', '专家1', '专家2'],
      ['办公室', 90, 80]
    ])
    expect(analyse(sheet).told('confirm')).toEqual(['INDICATOR_ASSUMED -'])
    const { analysis } = analyse(sheet)
    expect(analysis.sheets[0]!.readings).toHaveLength(2)
  })

  it('asks about marks outside their scale', () => {
    const { told, short } = analyse(
      rawSheet([['体育讲堂'], ['单位', '专家1', '专家2'], ['办公室', 101, -1]], ['A1:C1'])
    )
    expect(told('error')).toEqual(['ABOVE_FULL_MARK B3', 'NEGATIVE_SCORE C3'])
    expect(short).toEqual([])
  })
})

describe('ADJUSTMENTS', () => {
  it('reads 加分 and 减分 columns with everything beside them', () => {
    const { sheet } = analyse(
      rawSheet([
        ['序号', '单位', '类别', '事由', '加分', '减分', '依据', '日期', '审批人'],
        [1, '办公室', '表彰奖励', '获省级表彰', 2, null, '省体〔2026〕5号', '2026.7.15', '李局'],
        [2, '审计处', '通报批评', '逾期未报', null, '0.5分', null, '8月2日', null],
        [null, '合计', null, null, 2, 0.5, null, null, null]
      ])
    )
    expect(sheet.layout).toBe('ADJUSTMENTS')
    expect(sheet.adjustments).toEqual([
      {
        kind: 'adjustment',
        sheet: '表1',
        address: 'E2',
        row: 1,
        col: 4,
        raw: '2',
        unit: 'bgs',
        classCode: 'award',
        date: '2026-07-15',
        points: '2',
        reason: '获省级表彰',
        evidence: '省体〔2026〕5号',
        approver: '李局'
      },
      {
        kind: 'adjustment',
        sheet: '表1',
        address: 'F3',
        row: 2,
        col: 5,
        raw: '0.5分',
        unit: 'sjc',
        classCode: 'notice',
        date: '2026-08-02',
        points: '0.5',
        reason: '逾期未报',
        evidence: null,
        approver: null
      }
    ])
    expect(sheet.skippedRows.map((one) => one.row)).toEqual([3])
  })

  it('reads one signed 分值 column, and words', () => {
    const { sheet, told } = analyse(
      rawSheet([
        ['单位', '加减分类别', '事由', '分值'],
        ['办公室', '获奖', 'a', '+2'],
        ['审计处', '通报批评', 'b', '-1'],
        ['审计处', '通报批评', 'c', '扣0.5分'],
        ['产业处', '通报批评', 'd', 3],
        ['产业处', '表彰奖励', 'e', '-3'],
        ['产业处', '别的', 'f', '1'],
        ['产业处', '表彰奖励', 'g', '若干'],
        ['产业处', '表彰奖励', 'h', null]
      ])
    )
    expect(sheet.adjustments.map((one) => `${one.unit} ${one.classCode} ${one.points}`)).toEqual([
      'bgs award 2',
      'sjc notice 1',
      'sjc notice 0.5',
      'tycy notice 3'
    ])
    expect(told('error')).toEqual(['SIGN_MISMATCH D6', 'UNKNOWN_CLASS B7', 'NOT_A_NUMBER D8', 'NO_POINTS C9'])
    expect(told('confirm')).toEqual(['SIGN_BY_CLASS D5'])
  })

  it('holds back the second of two equal events until the clerk confirms it', () => {
    const sheet = rawSheet([
      ['单位', '类别', '事由', '加分', '日期'],
      ['办公室', '获奖', 'a', 2, '2026.7.1'],
      ['办公室', '获奖', 'a', 2, '2026.7.1'],
      ['办公室', '获奖', 'b', 1, '2026.1.1']
    ])
    const { analysis, told } = analyse(sheet)
    expect(analysis.sheets[0]!.adjustments).toHaveLength(2)
    expect(told()).toEqual(['DATE_OUTSIDE_PERIOD E4', 'DUPLICATE_ADJUSTMENT D3'])
    const confirmed = analyse(sheet, { fixes: { cells: { '表1!D3': { as: 'CONFIRMED' } } } })
    expect(confirmed.sheet.adjustments).toHaveLength(3)
  })

  it('takes a class by the clerk, and the only class of a sign without asking', () => {
    const sheet = rawSheet([
      ['单位', '类别', '事由', '减分', '加分'],
      ['办公室', '减分', 'a', 1, null],
      ['审计处', '乱写', 'b', null, 2]
    ])
    expect(analyse(sheet).sheet.adjustments.map((one) => one.classCode)).toEqual(['notice'])
    expect(
      analyse(sheet, { fixes: { classes: { 乱写: 'media' } } }).sheet.adjustments.map((one) => one.classCode)
    ).toEqual(['notice', 'media'])
  })
})
