import type { Problem } from '../../problem.ts'
import { parseDate } from '../importing/values/parseDate.ts'
import { weekday, type IsoDate } from './isoDate.ts'
import type { WorkCalendar } from './workCalendar.ts'

/** A day that deviates from the five-day week. */
export interface HolidayDay {
  date: IsoDate
  type: 'OFF' | 'WORK'
  name: string
}

/** Columns of the file, in order. */
export const HOLIDAY_HEADER = ['日期', '类型', '名称'] as const
export const HOLIDAY_FILE = '节假日.csv'

/** Days on which every arrangement gives leave (全国年节及纪念日放假办法, 2024): a year without them is not written out. */
const ALWAYS_OFF = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'] as const

const TYPES: Readonly<Record<string, HolidayDay['type']>> = {
  放假: 'OFF',
  休息: 'OFF',
  休: 'OFF',
  上班: 'WORK',
  调休上班: 'WORK',
  补班: 'WORK',
  班: 'WORK'
}

export interface HolidayFile {
  days: HolidayDay[]
  calendar: WorkCalendar
  /** `error`: it contradicts itself or cannot be read, and must not be used. `confirm`: a year that is not complete. */
  problems: Problem[]
}

/** Reads the rows of a 节假日 file as Excel or WPS saved it. Empty rows and the header are passed over. */
export function readHolidays(rows: readonly (readonly string[])[]): HolidayFile {
  const problems: Problem[] = []
  const found: (HolidayDay & { row: number })[] = []
  rows.forEach((cells, index) => {
    const texts = cells.map((cell) => cell.trim())
    if (texts.every((text) => text === '') || texts[0] === HOLIDAY_HEADER[0]) return
    const day = readRow(texts, index + 1)
    if ('code' in day) problems.push(day)
    else found.push({ ...day, row: index + 1 })
  })
  problems.push(...contradictions(found))
  const days = distinct(found)
  const years = new Set(days.map(({ date }) => Number(date.slice(0, 4))))
  const off = new Map(days.filter(({ type }) => type === 'OFF').map(({ date, name }) => [date, name]))
  const work = new Map(days.filter(({ type }) => type === 'WORK').map(({ date, name }) => [date, name]))
  for (const year of [...years].sort()) {
    const missing = ALWAYS_OFF.map((day) => `${year}-${day}`).filter((date) => !off.has(date))
    if (missing.length === 0) continue
    years.delete(year)
    problems.push({
      code: 'HOLIDAY_YEAR_INCOMPLETE',
      level: 'confirm',
      message: `${year} 年的放假安排不全：没有 ${missing.join('、')}。`,
      place: { file: HOLIDAY_FILE },
      suggestion: '请按国务院的通知补全这一年；补全之前，这一年按不完整对待。'
    })
  }
  return { days, calendar: { off, work, years }, problems }
}

function readRow(texts: readonly string[], row: number): HolidayDay | Problem {
  const [dateText = '', typeText = ''] = texts.map((text) => text.normalize('NFKC'))
  const name = texts[2] ?? ''
  // A day without its year would be taken for one of another year.
  const date = /^(19|20)\d{2}/.test(dateText) ? parseDate(dateText, 0) : null
  if (date === null) {
    const value = dateText === '' ? '没有日期' : `日期「${dateText}」看不懂`
    return wrong(row, 'HOLIDAY_DATE', `${value}。`, '请写成 2026-10-01 或 2026年10月1日。', dateText)
  }
  const type = TYPES[typeText]
  if (type === undefined) {
    const value = typeText === '' ? `${date} 没有写类型` : `${date} 的类型「${typeText}」看不懂`
    return wrong(row, 'HOLIDAY_TYPE', `${value}。`, '请写「放假」或「上班」。', typeText)
  }
  if (type === 'WORK' && weekday(date) <= 5) {
    const text = `${date} 是${WEEKDAYS[weekday(date) - 1]}，本来就上班。`
    return wrong(row, 'HOLIDAY_WEEKDAY', text, '「上班」只写调休要上班的周六、周日，请核对日期。', dateText)
  }
  return { date, type, name: name === '' ? (type === 'OFF' ? '节假日' : '调休') : name }
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** A day that is both off and worked, or that bears two names. The same line twice says nothing new. */
function contradictions(days: readonly (HolidayDay & { row: number })[]): Problem[] {
  const first = new Map<IsoDate, HolidayDay & { row: number }>()
  return days.flatMap((day) => {
    const before = first.get(day.date)
    if (before === undefined) {
      first.set(day.date, day)
      return []
    }
    const { date, row } = day
    if (before.type !== day.type) {
      const text = `${date} 第 ${before.row} 行写「${word(before)}」，这一行写「${word(day)}」，互相矛盾。`
      return [wrong(row, 'HOLIDAY_CONFLICT', text, '请只留正确的一行。', date)]
    }
    if (before.name === day.name) return []
    const text = `${date} 第 ${before.row} 行叫「${before.name}」，这一行叫「${day.name}」。`
    return [wrong(row, 'HOLIDAY_TWO_NAMES', text, '请只留一行，两个节日同一天的写在一个名称里。', date)]
  })
}

const word = ({ type }: HolidayDay): string => (type === 'OFF' ? '放假' : '上班')

function distinct(days: readonly (HolidayDay & { row: number })[]): HolidayDay[] {
  const known = new Map<IsoDate, HolidayDay>()
  for (const { date, type, name } of days) if (!known.has(date)) known.set(date, { date, type, name })
  return [...known.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

function wrong(row: number, code: string, message: string, suggestion: string, value: string): Problem {
  return { code, level: 'error', message, place: { file: HOLIDAY_FILE, row }, suggestion, value }
}
