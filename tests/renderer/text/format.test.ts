import { describe, expect, it } from 'vitest'
import {
  listNames,
  padDecimals,
  printBytes,
  printDayWithWeekday,
  printMoment,
  printNumber,
  printRate,
  printSigned
} from '../../../renderer/src/text/format.ts'
import { quarterDays, quarterName } from '../../../renderer/src/text/quarter.ts'

describe('numbers', () => {
  it.each([
    ['1234567.50', '1,234,567.50'],
    ['-0.40', '−0.40'],
    ['999', '999'],
    ['1000', '1,000'],
    ['0.00', '0.00'],
    ['0.12345', '0.12345']
  ])('%s prints %s', (text, printed) => expect(printNumber(text)).toBe(printed))

  it.each([
    ['1.5', '+1.5'],
    ['-1.5', '−1.5'],
    ['0.00', '0.00'],
    ['-0.00', '−0.00'],
    ['1200', '+1,200']
  ])('%s with its sign is %s', (text, printed) => expect(printSigned(text)).toBe(printed))

  it.each([
    ['85.4', 2, '85.40'],
    ['85', 2, '85.00'],
    ['85.456', 2, '85.456'],
    ['-3', 1, '-3.0'],
    ['80', 0, '80']
  ])('%s padded to %i is %s: the screen never rounds', (text, places, printed) => {
    expect(padDecimals(text, places)).toBe(printed)
  })

  it.each([
    ['1', '100.00%'],
    ['0.8691', '86.91%'],
    ['0.05', '5.00%'],
    ['0.005', '0.50%'],
    ['0', '0.00%'],
    ['1.2', '120.00%'],
    ['-0.5', '−50.00%'],
    ['12.5', '1,250.00%']
  ])('rate %s is %s', (rate, printed) => expect(printRate(rate)).toBe(printed))
})

describe('dates and lists', () => {
  it('writes days as offices do', () => {
    expect(printDayWithWeekday('2026-10-09')).toBe('10月9日（星期五）')
    expect(printMoment('2026-10-09T09:12:00')).toBe('10月9日 09:12')
    expect(printMoment('不是日期')).toBe('不是日期')
  })
  it('names quarters', () => {
    expect(quarterName('2026Q3')).toBe('第三季度')
    expect(quarterDays('2026Q1')).toBe('1月1日—3月31日')
  })
  it('cuts long lists and says how many there are', () => {
    expect(listNames(['甲', '乙', '丙'])).toBe('甲、乙、丙')
    expect(listNames(['甲', '乙', '丙', '丁'], 2)).toBe('甲、乙等 4 个')
  })
  it.each([
    [500, '500 字节'],
    [2048, '2 KB'],
    [2_412_544, '2.3 MB']
  ])('%i bytes are %s', (bytes, printed) => expect(printBytes(bytes)).toBe(printed))
})
