import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet } from './helpers/rawSheet.ts'

describe('two columns that would be the same number', () => {
  const rows = (second: readonly (number | null)[]) =>
    rawSheet([
      ['单位', '到位资金', '到位资金完成'],
      ['办公室', 1, second[0] ?? null],
      ['审计处', 2, second[1] ?? null]
    ])

  it('takes the first where every row says the same, and tells so', () => {
    const { short, told } = analyse(rows([1, 2]))
    expect(short).toEqual(['bgs/funds/actual=1', 'sjc/funds/actual=2'])
    expect(told()).toEqual(['SAME_COLUMN C1'])
  })

  it.each([
    ['another number', [1, 3]],
    ['a blank', [1, null]]
  ])('asks where a row holds %s', (_what, second) => {
    const { short, told } = analyse(rows(second))
    expect(short).toEqual([])
    expect(told('error')).toEqual(['AMBIGUOUS_COLUMN B1'])
  })

  it('reads the one that the clerk chooses', () => {
    const { short, told } = analyse(rows([1, 3]), {
      fixes: { sheets: { 表1: { columns: { B: { role: 'ignore', reason: '' } } } } }
    })
    expect(short).toEqual(['bgs/funds/actual=1', 'sjc/funds/actual=3'])
    expect(told()).toEqual([])
  })

  it('does not take an empty column under a merged name for one of them', () => {
    const { short, told } = analyse(
      rawSheet(
        [
          ['单位', '到位资金', null, null],
          [null, '目标', null, '完成'],
          ['办公室', 1, null, '/'],
          ['审计处', 2, null, '/']
        ],
        ['A1:A2', 'B1:D1']
      )
    )
    expect(short).toEqual([
      'bgs/funds/target=1',
      'bgs/funds/actual=NA',
      'sjc/funds/target=2',
      'sjc/funds/actual=NA'
    ])
    expect(told('error')).toEqual([])
  })
})
