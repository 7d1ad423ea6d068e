import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'
import { BALLOT, ratings, ruleCatalogue, WEIGHED_BALLOT } from './helpers/ruleCatalogue.ts'

describe('BALLOTS', () => {
  const votes = ruleCatalogue(BALLOT)

  it('reads votes per option, and leaves the counts of papers and the shares', () => {
    const { sheet, told } = analyse(
      rawSheet(
        [
          ['2026年三季度民主测评结果'],
          ['单位', '发出票数', '收回', '有效票', '优秀', '称职', '基本称职', '不称职', '不了解', '优秀率'],
          ['办公室', 30, 29, 28, 20, 6, 2, 0, 1, '71.4%'],
          ['审计处', 30, 29, 29, 18, 10, 1, 0, 0, '62.1%']
        ],
        ['A1:J1']
      ),
      { catalogue: votes }
    )
    expect(sheet.layout).toBe('BALLOTS')
    expect(ratings(sheet.readings)).toEqual([
      'bgs/poll/优秀=20',
      'bgs/poll/称职=6',
      'bgs/poll/基本称职=2',
      'bgs/poll/不称职=0',
      'bgs/poll/不了解=1',
      'sjc/poll/优秀=18',
      'sjc/poll/称职=10',
      'sjc/poll/基本称职=1',
      'sjc/poll/不称职=0',
      'sjc/poll/不了解=0'
    ])
    expect(told('error')).toEqual([])
  })

  it('reads the votes of evaluator groups under merged heads', () => {
    const { sheet, told } = analyse(
      rawSheet(
        [
          ['民主测评统计表'],
          ['单位', 'A票', null, null, null, 'B票', null, null, null],
          [null, '优秀', '称职', '基本称职', '不称职', '优秀', '称职', '基本称职', '不称职'],
          ['办公室', 5, 1, 0, 0, 20, 4, 1, 0]
        ],
        ['A1:I1', 'A2:A3', 'B2:E2', 'F2:I2']
      ),
      { catalogue: ruleCatalogue(WEIGHED_BALLOT) }
    )
    expect(sheet.layout).toBe('BALLOTS')
    expect(ratings(sheet.readings)).toEqual([
      'bgs/poll/A票 优秀=5',
      'bgs/poll/A票 称职=1',
      'bgs/poll/A票 基本称职=0',
      'bgs/poll/A票 不称职=0',
      'bgs/poll/B票 优秀=20',
      'bgs/poll/B票 称职=4',
      'bgs/poll/B票 基本称职=1',
      'bgs/poll/B票 不称职=0'
    ])
    expect(told('error')).toEqual([])
  })

  it('reads evaluator groups down the side, and sheets named after one', () => {
    const down = analyse(
      rawSheet(
        [
          ['单位', '评价主体', '优秀', '称职', '基本称职', '不称职'],
          ['办公室', 'A票', 5, 1, 0, 0],
          [null, 'B票', 20, 4, 1, 0]
        ],
        ['A2:A3'],
        { name: '民主测评' }
      ),
      { catalogue: ruleCatalogue(WEIGHED_BALLOT) }
    )
    const sheets = analyse(
      ['A票', 'B票'].map((name) =>
        rawSheet(
          [
            ['民主测评'],
            ['单位', '优秀', '称职', '基本称职', '不称职'],
            ['办公室', name === 'A票' ? 5 : 20, 1, 0, 0]
          ],
          ['A1:E1'],
          { name }
        )
      ),
      { catalogue: ruleCatalogue(WEIGHED_BALLOT) }
    )
    expect(ratings(down.readings)).toContain('bgs/poll/A票 优秀=5')
    expect(ratings(down.readings)).toContain('bgs/poll/B票 称职=4')
    expect(ratings(sheets.readings)).toContain('bgs/poll/A票 优秀=5')
    expect(ratings(sheets.readings)).toContain('bgs/poll/B票 优秀=20')
    expect(sheets.told('error')).toEqual([])
  })

  it('reads options down and units across', () => {
    const { sheet } = analyse(
      rawSheet(
        [['民主测评'], ['选项', '办公室', '审计处'], ['优秀', 20, 18], ['称职', 6, 10], ['合计', 26, 28]],
        ['A1:C1']
      ),
      { catalogue: votes }
    )
    expect(sheet.layout).toBe('BALLOTS')
    expect(ratings(sheet.readings)).toEqual([
      'bgs/poll/优秀=20',
      'sjc/poll/优秀=18',
      'bgs/poll/称职=6',
      'sjc/poll/称职=10'
    ])
  })

  it('reads one unit’s own sheet of options', () => {
    const { sheet } = analyse(
      rawSheet([['被考核单位：办公室'], ['测评项目', '票数'], ['优秀', '20票'], ['称职', 6]], [], {
        name: '民主测评'
      }),
      { catalogue: votes }
    )
    expect(sheet.layout).toBe('BALLOTS')
    expect(ratings(sheet.readings)).toEqual(['bgs/poll/优秀=20', 'bgs/poll/称职=6'])
  })

  it('asks about an option that the scheme does not know, and reads it once it has been answered', () => {
    const sheet = rawSheet(
      [['民主测评'], ['单位', '优秀', '称职', '较差'], ['办公室', 20, 6, 1], ['审计处', 18, 8, 0]],
      ['A1:D1']
    )
    expect(analyse(sheet, { catalogue: votes }).told('error')).toEqual(['UNKNOWN_PART D2'])
    const answered = analyse(sheet, { catalogue: votes, fixes: { classes: { 较差: '不称职' } } })
    expect(answered.told('error')).toEqual([])
    expect(ratings(answered.readings)).toContain('bgs/poll/不称职=1')
  })

  it('refuses shares and fractions where votes belong', () => {
    const { told, readings } = analyse(
      rawSheet([['民主测评'], ['单位', '优秀', '称职'], ['办公室', '71%', 6.5]], ['A1:C1']),
      { catalogue: votes }
    )
    expect(told('error')).toEqual(['UNIT_MISMATCH B3', 'NOT_A_COUNT C3'])
    expect(readings).toEqual([])
  })

  it('assumes the only polled indicator, to be confirmed, and asks between two', () => {
    const sheet = rawSheet([
      ['单位', '优秀', '称职'],
      ['办公室', 20, 6]
    ])
    expect(analyse(sheet, { catalogue: votes }).told('confirm')).toEqual(['INDICATOR_ASSUMED -'])
    const two = ruleCatalogue(BALLOT, { ...BALLOT, code: 'poll2', name: '满意度测评' })
    const asked = analyse(sheet, { catalogue: two })
    expect(asked.told('error')).toEqual(['NO_INDICATOR -'])
    expect(asked.readings).toEqual([])
    const chosen = analyse(sheet, { catalogue: two, fixes: { sheets: { 表1: { indicator: 'poll2' } } } })
    expect(ratings(chosen.readings)).toEqual(['bgs/poll2/优秀=20', 'bgs/poll2/称职=6'])
  })
})

describe('votes against the papers that the sheet counts', () => {
  const rows = (returned: number, valid: number) =>
    rawSheet(
      [
        ['民主测评结果'],
        ['单位', '收回', '有效票', '优秀', '称职', '基本称职', '不称职', '不了解'],
        ['办公室', returned, valid, 20, 6, 2, 0, 1]
      ],
      ['A1:H1']
    )

  it.each([
    ['every valid paper is a vote', 29, 28, []],
    ['不了解 is counted among the valid ones', 29, 29, []],
    ['more were valid than voted', 30, 30, ['VOTES_MISMATCH C3']],
    ['more voted than came back', 28, 28, ['VOTES_MISMATCH B3']]
  ])('%s', (_what, returned, valid, told) => {
    expect(analyse(rows(returned, valid), { catalogue: ruleCatalogue(BALLOT) }).told('confirm')).toEqual(told)
  })
})
