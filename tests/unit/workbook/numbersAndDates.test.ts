import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colName } from '#electron/workbook/colName.ts'
import { dateOfSerial } from '#electron/workbook/dateOfSerial.ts'
import { meaningOfFormat } from '#electron/workbook/numberFormats.ts'
import { plainNumber } from '#electron/workbook/plainNumber.ts'

describe('plainNumber', () => {
  it.each([
    [0.1, '0.1'],
    [0.0900000762939453, '0.0900000762939453'],
    [-0, '0'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [123456789012345, '123456789012345'],
    [-300, '-300']
  ])('%d → %s', (value, text) => expect(plainNumber(value)).toBe(text))

  it('is plain, and the same number again, for every double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainNumber(value)
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(text)).toBe(value === 0 ? 0 : value)
      })
    )
  })
})

describe('meaningOfFormat', () => {
  it.each([
    ['General', 'number'],
    ['G/通用格式', 'number'],
    ['0.00%', 'number'],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', 'number'],
    ['0.00E+00', 'number'],
    ['0"分"', 'number'],
    ['0"days"', 'number'],
    ['_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ', 'number'],
    ['[DBNum1][$-804]General', 'number'],
    ['@', 'number'],
    ['yyyy/m/d', 'date'],
    ['yyyy"年"m"月"d"日";@', 'date'],
    ['[$-804]aaaa', 'date'],
    ['mmm-yy', 'date'],
    ['m"月"', 'date'],
    ['yyyy-mm-dd hh:mm', 'date'],
    ['h:mm', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'elapsed'],
    ['"TRUE";"TRUE";"FALSE"', 'boolean']
  ])('%s is a %s', (format, meaning) => expect(meaningOfFormat(format)).toBe(meaning))
})

describe('dateOfSerial', () => {
  it.each([
    [46295, false, '2026-09-30'],
    [46295.5868055556, false, '2026-09-30T14:05:00'],
    [46295.5 + 0.25 / 86_400, false, '2026-09-30T12:00:00.250'],
    [45999.99999999999, false, '2025-12-09'],
    [44833, true, '2026-09-30'],
    [0, true, '1904-01-01'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [2958465, false, '9999-12-31']
  ])('serial %d (1904: %s) is %s', (serial, date1904, text) => {
    expect(dateOfSerial(serial, date1904, 'date')).toBe(text)
  })

  it.each([-1, 0, 0.5, 60, 2958466, NaN])('serial %d is no date', (serial) => {
    expect(dateOfSerial(serial, false, 'date')).toBeNull()
  })

  it.each([
    [0.375, '09:00:00'],
    [0, '00:00:00'],
    [1.5, null],
    [46295.375, '2026-09-30T09:00:00']
  ])('serial %d under a clock format is %s', (serial, text) => {
    expect(dateOfSerial(serial, false, 'time')).toBe(text)
  })
})

describe('colName', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD']
  ])('%d is %s', (col, name) => expect(colName(col)).toBe(name))
})
