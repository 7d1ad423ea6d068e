import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { HOLIDAY_FILE, readHolidays, type HolidayDay } from '#shared/domain/calendar/holidayFile.ts'
import type { WorkCalendar } from '#shared/domain/calendar/workCalendar.ts'
import type { Problem } from '#shared/problem.ts'
import { decodeText } from '../../workbook/decodeText.ts'
import { parseDelimited } from '../../workbook/parseDelimited.ts'
import type { Library } from '../library.ts'

/** Where the calendar in use comes from: the office's own file, what that file last said without contradiction, the bundled one. */
export type CalendarSource = 'OWN' | 'LAST_GOOD' | 'BUNDLED'

export interface CalendarInUse {
  calendar: WorkCalendar
  days: HolidayDay[]
  source: CalendarSource
  /** What is wrong with the office's file, with lines. */
  problems: Problem[]
}

type FileReading = ReturnType<typeof readHolidays>

/** The office's own file, beside the database. */
export function ownCalendarPath(library: Library): string {
  return join(dirname(library.paths.database), HOLIDAY_FILE)
}

export function bundledCalendarPath(library: Library): string {
  return join(library.paths.resources, 'calendar/holidays.csv')
}

/** The office's calendar, and what is wrong with its file (then the last good or the bundled one is used). */
export function workCalendar(library: Library): CalendarInUse {
  const path = ownCalendarPath(library)
  const own = readFile(path)
  if (own === null) return { ...bundled(library), source: 'BUNDLED', problems: [] }
  const { problems } = own
  if (!problems.some(({ level }) => level === 'error')) {
    lastGood.set(path, own)
    return { calendar: own.calendar, days: own.days, source: 'OWN', problems }
  }
  const before = lastGood.get(path)
  if (before === undefined) return { ...bundled(library), source: 'BUNDLED', problems }
  return { calendar: before.calendar, days: before.days, source: 'LAST_GOOD', problems }
}

function bundled(library: Library): { calendar: WorkCalendar; days: HolidayDay[] } {
  const reading = readFile(bundledCalendarPath(library))
  if (reading === null) throw new Error('the bundled calendar is missing')
  return { calendar: reading.calendar, days: reading.days }
}

/** Read again only when size or time of change differ: every list asks for the calendar. */
const readings = new Map<string, { size: number; mtimeMs: number; reading: FileReading }>()
const lastGood = new Map<string, FileReading>()

/** Null where there is no such file. */
function readFile(path: string): FileReading | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return null
  const known = readings.get(path)
  if (known !== undefined && known.size === stat.size && known.mtimeMs === stat.mtimeMs) return known.reading
  const reading = read(path)
  readings.set(path, { size: stat.size, mtimeMs: stat.mtimeMs, reading })
  return reading
}

function read(path: string): FileReading {
  let text: string | null
  try {
    text = decodeText(readFileSync(path))?.text ?? null
  } catch {
    // Excel keeps it open without sharing on some machines.
    return unreadable('文件正被别的程序占用，读不出来。', '请在 Excel 或 WPS 里关闭它。')
  }
  if (text === null) return unreadable('文件不是文本，读不出来。', '请另存为 CSV 格式。')
  return readHolidays(parseDelimited(text).rows)
}

function unreadable(message: string, suggestion: string): FileReading {
  const problem: Problem = {
    code: 'HOLIDAY_FILE',
    level: 'error',
    message,
    suggestion,
    place: { file: HOLIDAY_FILE }
  }
  return { ...readHolidays([]), problems: [problem] }
}
