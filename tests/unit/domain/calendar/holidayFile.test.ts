import { describe, expect, it } from 'vitest'
import { readHolidays } from '#shared/domain/calendar/holidayFile.ts'

const HEADER = ['日期', '类型', '名称']
const read = (...rows: string[][]) => readHolidays([HEADER, ...rows])
const errors = (...rows: string[][]) => read(...rows).problems.filter(({ level }) => level === 'error')

describe('days as offices write them', () => {
  it.each(['2026-10-01', '2026/10/1', '2026年10月1日', '2026.10.1', '20261001', '２０２６－１０－０１'])(
    '%s',
    (date) => {
      expect(read([date, '放假', '国庆节']).days).toEqual([
        { date: '2026-10-01', type: 'OFF', name: '国庆节' }
      ])
    }
  )

  it('reads other words for the types, a file without header, empty rows and rows without a name', () => {
    const { days } = readHolidays([['2026-10-01', '休', ''], ['', '', ''], [], ['2026-10-10', ' 补班 ']])
    expect(days).toEqual([
      { date: '2026-10-01', type: 'OFF', name: '节假日' },
      { date: '2026-10-10', type: 'WORK', name: '调休' }
    ])
  })

  it('leave on a weekend and the same line twice say nothing wrong', () => {
    expect(errors(['2026-10-03', '放假', '国庆节'], ['2026-10-03', '放假', '国庆节'])).toEqual([])
  })
})

describe('a file that contradicts itself or cannot be read is said with its line', () => {
  it.each<[string[][], string, number, string]>([
    [
      [
        ['2026-10-10', '上班', '国庆节'],
        ['2026-10-10', '放假', '国庆节']
      ],
      'HOLIDAY_CONFLICT',
      3,
      '第 2 行写「上班」，这一行写「放假」'
    ],
    [
      [
        ['2026-10-01', '放假', '国庆节'],
        ['2026-10-01', '放假', '中秋节']
      ],
      'HOLIDAY_TWO_NAMES',
      3,
      '第 2 行叫「国庆节」，这一行叫「中秋节」'
    ],
    [[['2026-10-09', '上班', '国庆节']], 'HOLIDAY_WEEKDAY', 2, '2026-10-09 是周五，本来就上班'],
    [[['2026-02-30', '放假', '春节']], 'HOLIDAY_DATE', 2, '日期「2026-02-30」看不懂'],
    [[['10月1日', '放假', '国庆节']], 'HOLIDAY_DATE', 2, '日期「10月1日」看不懂'],
    [[['', '放假', '国庆节']], 'HOLIDAY_DATE', 2, '没有日期'],
    [[['2026-10-01', '调', '国庆节']], 'HOLIDAY_TYPE', 2, '类型「调」看不懂'],
    [[['2026-10-01', '', '国庆节']], 'HOLIDAY_TYPE', 2, '没有写类型']
  ])('%j', (rows, code, row, words) => {
    const found = errors(...rows)
    expect(found).toMatchObject([{ code, place: { file: '节假日.csv', row } }])
    expect(found[0]?.message).toContain(words)
    expect(found[0]?.suggestion).toMatch(/。$/)
  })
})

it('a year without its certain holidays does not count as arranged, and is said', () => {
  const { calendar, problems } = read(['2027-01-01', '放假', '元旦'])
  expect(calendar.years.size).toBe(0)
  expect(calendar.off.get('2027-01-01')).toBe('元旦')
  expect(problems).toMatchObject([{ code: 'HOLIDAY_YEAR_INCOMPLETE', level: 'confirm' }])
})
