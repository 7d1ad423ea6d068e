import { describe, expect, it } from 'vitest'
import { analyse } from './helpers/analyse.ts'
import { rawSheet, type CellInput } from './helpers/rawSheet.ts'

/** Totals of 到位资金 under 办公室 10, 审计处 20.26 | 训练中心 5. */
const withTotals = (...rows: CellInput[][]) => analyse(rawSheet([['单位', '到位资金'], ...rows]))
const about = ({ problems }: ReturnType<typeof withTotals>): string[] =>
  problems
    .filter((one) => one.code.startsWith('TOTAL'))
    .map((one) => `${one.level} ${one.code} ${one.place.cell}`)

describe('合计, 小计 and 平均 against our own numbers', () => {
  it('agrees with right ones, whatever binary arithmetic left in them', () => {
    const result = withTotals(
      ['办公室', 0.1],
      ['审计处', 0.2],
      ['小计', { value: '0.30000000000000004' }],
      ['训练中心', 5],
      ['小计', 5],
      ['合计', { value: '5.300000000000001' }],
      ['平均', { value: '1.7666666666666666' }]
    )
    expect(about(result)).toEqual([])
    expect(result.short).toHaveLength(3)
  })

  it('sums a 小计 over its own part only, and 合计 over all', () => {
    const rows: CellInput[][] = [
      ['办公室', 10],
      ['审计处', 20],
      ['小计', 30],
      ['训练中心', 5]
    ]
    expect(about(withTotals(...rows, ['小计', 35], ['合计', 35]))).toEqual(['confirm TOTAL_MISMATCH B6'])
    expect(about(withTotals(...rows, ['小计', 5], ['合计', 65]))).toEqual(['confirm TOTAL_MISMATCH B7'])
  })

  it('tells a total that agrees only when rounded, with both numbers', () => {
    const result = withTotals(['办公室', 10], ['审计处', 20.26], ['合计', 30.3])
    expect(about(result)).toEqual(['info TOTAL_ROUNDED B4'])
    expect(result.problems.find((one) => one.code === 'TOTAL_ROUNDED')!.message).toBe(
      '「合计」与自算四舍五入后一致：表中 30.3，自算 30.26。'
    )
    expect(about(withTotals(['办公室', 10], ['审计处', 20.26], ['合计', 30.2]))).toEqual([
      'confirm TOTAL_MISMATCH B4'
    ])
  })

  it.each([
    [15.13, []],
    [15.1, []],
    [15.2, ['confirm TOTAL_MISMATCH B4']]
  ] as const)('takes a mean of %d at the places it states', (mean, told) =>
    expect(about(withTotals(['办公室', 10], ['审计处', 20.26], ['平均', mean]))).toEqual(told)
  )

  it('does not touch a unit whose name begins like a total', () => {
    const { short } = analyse(
      rawSheet([
        ['单位', '到位资金'],
        ['总计财务处', 3],
        ['办公室', 1]
      ]),
      { fixes: { units: { 总计财务处: { unit: 'ghcw', remember: false } } } }
    )
    expect(short).toEqual(['ghcw/funds/actual=3', 'bgs/funds/actual=1'])
  })
})

describe('rows under the table', () => {
  it.each([
    ['备注：数据截至9月底'],
    ['说明：1.含上年结转'],
    ['签字：'],
    ['制表人：张三'],
    ['审核人：'],
    ['联系电话：83456789'],
    ['分管领导签字：'],
    ['监督人员签名：'],
    ['填报日期：2026.10.8'],
    ['备注']
  ])('never reads 「%s」 as data, even with numbers beside it', (text) => {
    const { short, told } = analyse(
      rawSheet([
        ['单位', '到位资金'],
        ['办公室', 1],
        [text, 83456789]
      ])
    )
    expect(short).toEqual(['bgs/funds/actual=1'])
    expect([...told('error'), ...told('confirm')]).toEqual([])
  })
})
