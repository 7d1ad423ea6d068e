import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'
import { BALLOT, DEDUCTIONS, ratings, ruleCatalogue } from './helpers/ruleCatalogue.ts'

describe('EVENTS', () => {
  const duty = ruleCatalogue(DEDUCTIONS)

  it('adds the events of a unit and item, and says where they stand', () => {
    const { sheet, told } = analyse(
      rawSheet([
        ['序号', '单位', '扣分事项', '次数', '扣分', '扣分依据'],
        [1, '办公室', '迟报', 1, 0.5, '督查〔2026〕3号'],
        [2, '审计处', '漏报', 1, 1, null],
        [3, '办公室', '迟报', 2, 1, null],
        [4, '审计处', '被通报', null, 3, null],
        [null, '合计', null, 4, 5.5, null]
      ]),
      { catalogue: duty }
    )
    expect(sheet.layout).toBe('EVENTS')
    expect(ratings(sheet.readings)).toEqual(['bgs/duty/迟报=3', 'sjc/duty/漏报=1', 'sjc/duty/被通报=3'])
    expect(sheet.readings.map((one) => one.address)).toEqual(['D2', 'D3', 'E5'])
    expect(sheet.readings[0]!.note).toContain('D2、D4')
    expect(told('error')).toEqual([])
  })

  it('counts a row as one event without 次数, and makes times of points where they come out even', () => {
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '扣分事项', '扣分'],
        ['办公室', '迟报', '扣1分'],
        ['审计处', '迟报', -0.5],
        ['产业处', '漏报', 0.7]
      ]),
      { catalogue: duty }
    )
    expect(ratings(readings)).toEqual(['bgs/duty/迟报=2', 'sjc/duty/迟报=1'])
    expect(told('confirm')).toEqual(['COUNT_FROM_POINTS C2'])
    expect(told('error')).toEqual(['POINTS_NOT_A_MULTIPLE C4'])
  })

  it('tells when 次数 and 扣分 contradict each other', () => {
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '扣分事项', '次数', '扣分'],
        ['办公室', '迟报', 1, 2]
      ]),
      { catalogue: duty }
    )
    expect(ratings(readings)).toEqual(['bgs/duty/迟报=1'])
    expect(told('confirm')).toEqual(['DEDUCTION_MISMATCH D2'])
  })

  it('keeps circumstances that multiply apart, and asks about unknown ones', () => {
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '扣分事项', '情形', '次数'],
        ['办公室', '迟报', '上级已扣分', 1],
        ['办公室', '迟报', null, 2],
        ['审计处', '迟报', '屡教不改', 1]
      ]),
      { catalogue: duty }
    )
    expect(ratings(readings)).toEqual(['bgs/duty/上级已扣分 迟报=1', 'bgs/duty/迟报=2'])
    expect(told('error')).toEqual(['UNKNOWN_PART_GROUP C4'])
  })

  it('asks about prose that is no item, and takes the answer', () => {
    const sheet = rawSheet(
      [
        ['督查工作扣分清单'],
        ['单位', '扣分事项', '次数'],
        ['办公室', '7月报表未按时报送', 1],
        ['审计处', '漏报', 1]
      ],
      ['A1:C1']
    )
    const { told, readings } = analyse(sheet, { catalogue: duty })
    expect(told('error')).toEqual(['UNKNOWN_PART B3'])
    expect(ratings(readings)).toEqual(['sjc/duty/漏报=1'])
    const answered = analyse(sheet, {
      catalogue: duty,
      fixes: { classes: { '7月报表未按时报送': '迟报' } }
    })
    expect(ratings(answered.readings)).toEqual(['bgs/duty/迟报=1', 'sjc/duty/漏报=1'])
  })

  it('reads a matrix of items and units either way; blanks are no record', () => {
    const across = analyse(
      rawSheet([
        ['单位', '迟报（次）', '漏报', '被通报（分）'],
        ['办公室', 2, null, 3],
        ['审计处', 0, 1, null]
      ]),
      { catalogue: duty }
    )
    const down = analyse(
      rawSheet([
        ['扣分项', '办公室', '审计处'],
        ['迟报', 2, 0],
        ['漏报', null, 1]
      ]),
      { catalogue: duty }
    )
    expect(across.sheet.layout).toBe('EVENTS')
    expect(ratings(across.readings)).toEqual([
      'bgs/duty/迟报=2',
      'bgs/duty/被通报=3',
      'sjc/duty/迟报=0',
      'sjc/duty/漏报=1'
    ])
    expect(down.sheet.layout).toBe('EVENTS')
    expect(ratings(down.readings)).toEqual(['bgs/duty/迟报=2', 'sjc/duty/迟报=0', 'sjc/duty/漏报=1'])
  })

  it('does not take points for times in a matrix', () => {
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '迟报（扣分）', '漏报', '被通报'],
        ['办公室', 0.5, 0.5, 9]
      ]),
      { catalogue: duty }
    )
    expect(readings).toEqual([])
    expect(told('error')).toEqual(['NOT_A_COUNT B2', 'NOT_A_COUNT C2', 'OUT_OF_RANGE D2'])
  })

  it('takes 无 for no event, and leaves out what the clerk leaves out', () => {
    const sheet = rawSheet([
      ['单位', '扣分事项', '次数', '扣分'],
      ['办公室', '无', null, 0],
      ['审计处', '迟报', 1, 0.5],
      ['产业处', '漏报', 1, 1],
      ['群体处', '漏报', 2, 2]
    ])
    const { readings, told } = analyse(sheet, {
      catalogue: duty,
      fixes: { cells: { '表1!C4': { as: 'SKIP' } } }
    })
    expect(ratings(readings)).toEqual(['sjc/duty/迟报=1', 'qzty/duty/漏报=2'])
    expect(told()).toEqual([])
  })

  it('leaves the ledger of bonuses and deductions a ledger', () => {
    const { sheet } = analyse(
      rawSheet([
        ['单位', '类别', '事由', '减分'],
        ['办公室', '通报批评', '逾期', 1]
      ]),
      { catalogue: duty }
    )
    expect(sheet.layout).toBe('ADJUSTMENTS')
  })
})

describe('numbers of other indicators beside votes, events and marks', () => {
  it('reads them by their own headings', () => {
    const plain = { code: 'funds', name: '到位资金', unit: '万元', kind: 'RATIO_TO_TARGET', params: {} }
    const { readings, told } = analyse(
      rawSheet([
        ['单位', '到位资金', '迟报', '优秀', '称职', '基本称职', '不称职'],
        ['办公室', 12, 1, 20, 5, 0, 0]
      ]),
      { catalogue: ruleCatalogue(plain, DEDUCTIONS, BALLOT) }
    )
    expect(ratings(readings)).toEqual([
      'bgs/funds/actual=12',
      'bgs/duty/迟报=1',
      'bgs/poll/优秀=20',
      'bgs/poll/称职=5',
      'bgs/poll/基本称职=0',
      'bgs/poll/不称职=0'
    ])
    expect(told('error')).toEqual([])
  })
})

describe('a row finer than the indicator that the scheme knows', () => {
  it('is told, because its number would pass for the whole', () => {
    const { short, told } = analyse(
      rawSheet(
        [
          ['一级指标', '二级指标', '考核分'],
          ['政务公开', '网站更新', 30]
        ],
        [],
        { name: '办公室' }
      )
    )
    expect(short).toEqual(['bgs/open/score=30'])
    expect(told('confirm')).toEqual(['FINER_ROW B2'])
  })
})
