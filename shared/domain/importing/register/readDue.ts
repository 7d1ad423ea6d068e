import { monthDays, type IsoDate } from '../../calendar/isoDate.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { halfWidth } from '../values/numberText.ts'
import { parseDate, parseDateCell } from '../values/parseDate.ts'

/** What a cell says of a day by which something shall be done. */
export type DueReading =
  /** `inWords`: a day that was made of words (6月底), to be told. `start` where a span is written. */
  | { kind: 'DAY'; day: IsoDate; start: IsoDate | null; inWords: boolean }
  /** 长期, 持续推进: no day on purpose. */
  | { kind: 'OPEN' }
  /** 立即: the clock of 立即办 says the day. */
  | { kind: 'AT_ONCE' }
  /** 2月30日, 13月. */
  | { kind: 'IMPOSSIBLE' }
  /** Anything else: several days, prose. Never guessed. */
  | { kind: 'UNREAD' }

const UNREAD: DueReading = { kind: 'UNREAD' }
const OPEN =
  /^(?:长期|长期坚持|长期(?:推进|任务|工作)|持续|持续(?:推进|坚持|进行)|常态化?(?:推进|坚持|开展)?|常年)$/
const AT_ONCE = /^(?:立即|即时|立行立改|立整立改|即知即改|马上|即刻)(?:办理?|完成|整改)?$/
/** 前 behind a whole day or an end (6月底前) changes nothing; behind a bare month it would (6月前). */
const TAIL = /(?:前|之前|以前|止|完成|办结)+$/

/** Reads the cell of a due day. `year` is the year that days without one belong to. */
export function readDueCell(cell: RawCell, year: number): DueReading {
  if (cell.kind === 'text') return readDue(cell.value, year)
  const day = parseDateCell(cell, year)
  if (day !== null) return exactly(day)
  return cell.kind === 'number' ? readDue(cell.shown === '' ? cell.value : cell.shown, year) : UNREAD
}

export function readDue(text: string, year: number): DueReading {
  const plain = halfWidth(text)
    .replace(/[\s\u200b-\u200f\ufeff]+/g, '')
    .replace(/[()]|。$/g, '')
  if (OPEN.test(plain)) return { kind: 'OPEN' }
  if (AT_ONCE.test(plain)) return { kind: 'AT_ONCE' }
  const day = oneDay(plain, year)
  return day.kind === 'DAY' || day.kind === 'IMPOSSIBLE' ? day : (spanOf(plain, year) ?? day)
}

function exactly(day: IsoDate): DueReading {
  return { kind: 'DAY', day, start: null, inWords: false }
}

function oneDay(plain: string, year: number): DueReading {
  const bare = plain.replace(TAIL, '')
  const day = parseDate(bare, year)
  if (day !== null) return exactly(day)
  if (isDayShaped(bare)) return { kind: 'IMPOSSIBLE' }
  // 6月前 may mean May.
  const ambiguous = bare !== plain && /\d月份?$/.test(bare) && /前/.test(plain)
  const words = ambiguous ? null : inWords(bare, year)
  if (words === 'IMPOSSIBLE') return { kind: 'IMPOSSIBLE' }
  return words === null ? UNREAD : { kind: 'DAY', day: words.last, start: null, inWords: true }
}

function isDayShaped(text: string): boolean {
  return (
    /^(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}[日号]?$/.test(text) ||
    /^(?:19|20)\d{2}([-./])\d{1,2}\1\d{1,2}$/.test(text) ||
    /^(?:19|20)\d{6}$/.test(text)
  )
}

const QUARTER = '一二三四'
const YEAR = /^((?:19|20)\d{2})(?:年度?|[-./](?=\d{1,2}(?:月|$)))?/

/** The days that words stand for: 6月底, 2026年6月, 三季度, 上半年, 全年, 9月中旬. Null where they stand for none. */
function inWords(text: string, yearOfSheet: number): { first: IsoDate; last: IsoDate } | 'IMPOSSIBLE' | null {
  const named = YEAR.exec(text)
  const next = /^(明年|次年|下一?年度?)/.exec(text)
  const year = named ? Number(named[1]) : yearOfSheet + (next ? 1 : 0)
  const rest = text.slice((named ?? next)?.[0].length ?? 0).replace(/^(?:本年度?|今年|当年)/, '')
  const whole = { first: `${year}-01-01`, last: `${year}-12-31` }
  if (
    rest === '' ? named !== null || next !== null || /^(?:本年度?|今年|当年)$/.test(text) : isWholeYear(rest)
  )
    return whole
  if (/^上半年(?:底|末|内)?$/.test(rest)) return { first: whole.first, last: `${year}-06-30` }
  if (/^下半年(?:底|末|内)?$/.test(rest)) return { first: `${year}-07-01`, last: whole.last }
  const quarter = /^(?:第?([一二三四1-4])季度?|q([1-4]))(?:底|末|内|度底|度末)?$/i.exec(rest)
  if (quarter) {
    const mark = quarter[1] ?? quarter[2]!
    const place = QUARTER.indexOf(mark)
    return monthsOf(year, 3 * (place >= 0 ? place : Number(mark) - 1) + 1, 3)
  }
  const month = /^(\d{1,2})月?(?:份)?(底|末|初|上旬|中旬|下旬|内|中)?$/.exec(rest)
  if (!month || !(rest.includes('月') || named)) return null
  const number = Number(month[1])
  if (number < 1 || number > 12) return 'IMPOSSIBLE'
  return partOfMonth(monthsOf(year, number, 1), month[2] ?? '')
}

function isWholeYear(rest: string): boolean {
  return /^(?:全年|年底|年末|年内|年终|年度|底|末|内|年底内|1[-~至到—]12月)$/.test(rest)
}

function monthsOf(year: number, month: number, count: number): { first: IsoDate; last: IsoDate } {
  const name = (number: number): string => `${year}-${String(number).padStart(2, '0')}`
  return { first: `${name(month)}-01`, last: monthDays(name(month + count - 1)).last }
}

/** 上旬 and 月初 end on the 10th, 中旬 on the 20th. */
function partOfMonth(
  days: { first: IsoDate; last: IsoDate },
  part: string
): { first: IsoDate; last: IsoDate } {
  const month = days.first.slice(0, 7)
  if (part === '初' || part === '上旬') return { first: days.first, last: `${month}-10` }
  if (part === '中' || part === '中旬') return { first: `${month}-11`, last: `${month}-20` }
  if (part === '下旬') return { first: `${month}-21`, last: days.last }
  return days
}

const MIDDLE = /^(.+?)(?:[~～—–]+|至|到|-)(.+)$/

/** 2026年1月—6月, 3月1日-6月30日, 1-6月: begin and end. Null where the text is no span of two days. */
function spanOf(plain: string, year: number): DueReading | null {
  for (const split of splits(plain)) {
    const start = daysOf(split.from, split.to, year)
    if (start === null) continue
    const named = /^((?:19|20)\d{2})[年./-]/.exec(split.from)
    const end = oneDay(withMonth(split.from, split.to), named ? Number(named[1]) : year)
    if (end.kind === 'DAY' && end.day >= start.day)
      return { ...end, start: start.day, inWords: start.inWords || end.inWords }
  }
  return null
}

function splits(plain: string): { from: string; to: string }[] {
  const found: { from: string; to: string }[] = []
  for (let at = 1; at < plain.length - 1; at++) {
    const match = MIDDLE.exec(plain.slice(at - 1))
    if (!match || !/[~～—–至到-]/.test(plain[at]!)) continue
    const from = plain.slice(0, at)
    const to = plain.slice(at).replace(/^[~～—–至到-]+/, '')
    if (from !== '' && to !== '') found.push({ from, to })
  }
  return found
}

/** 6月1日-30日 names the month once. */
function withMonth(from: string, to: string): string {
  const month = /(\d{1,2}月)\d{1,2}[日号]?$/.exec(from)?.[1]
  return month !== undefined && /^\d{1,2}[日号]?前?$/.test(to) ? `${month}${to}` : to
}

function daysOf(from: string, to: string, year: number): { day: IsoDate; inWords: boolean } | null {
  // 1-6月: the word stands once, behind the second number.
  const text = /^(?:(?:19|20)\d{2}年)?\d{1,2}$/.test(from) && /^\d{1,2}月/.test(to) ? `${from}月` : from
  const day = parseDate(text, year)
  if (day !== null) return { day, inWords: false }
  const words = inWords(text, year)
  return words === null || words === 'IMPOSSIBLE' ? null : { day: words.first, inWords: true }
}
