import type { RawCell } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { D } from '#shared/domain/number/decimal.ts'

/** 15 digits are what both programs show; the 16th and 17th are binary tail. */
const DIGITS = 15

const SECOND = 1 / 86_400
const DAY_MS = 86_400_000

function decimalOf(text: string): D | null {
  const parts = /^(-?[\d.]+(?:E[+-]?\d+)?)(%?)$/i.exec(text)
  if (!parts) return null
  const value = new D(parts[1] as string)
  return parts[2] === '%' ? value.div(100) : value
}

function daysOfClock(text: string): number | null {
  const parts = /^(-?)(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?(?: ?(AM|PM))?$/.exec(text)
  if (!parts) return null
  let hours = Number(parts[2])
  if (parts[5] !== undefined) hours = (hours % 12) + (parts[5] === 'PM' ? 12 : 0)
  const days = hours / 24 + Number(parts[3]) / 1440 + Number(parts[4] ?? 0) / 86_400
  return parts[1] === '-' ? -days : days
}

/** `09/30/2026`, `09/30/26` or `2026-09-30`, with a clock or without → days since 1970-01-01. */
function instantOf(text: string): number | null {
  const parts = /^(?:(\d{4})[-/](\d\d)[-/](\d\d)|(\d{1,2})\/(\d{1,2})\/(\d{2,4}))(?:[T ](.+))?$/.exec(text)
  if (!parts) return null
  const [, y, m, d, usMonth, usDay, usYear, time] = parts
  const century = usYear?.length === 2 ? (Number(usYear) < 30 ? 2000 : 1900) : 0
  const year = Number(y ?? usYear) + century
  const clock = time === undefined ? 0 : daysOfClock(time)
  return clock === null ? null : Date.UTC(year, Number(m ?? usMonth) - 1, Number(d ?? usDay)) / DAY_MS + clock
}

/** Where LibreOffice's day count starts; Excel's runs one day late before its phantom 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30) / DAY_MS
const MARCH_1900 = Date.UTC(1900, 2, 1) / DAY_MS

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < SECOND
}

function sameNumber(value: string, expected: string): boolean {
  const wanted = decimalOf(expected)
  if (wanted !== null) {
    // LibreOffice 7.4 cuts a binary tail now and then where it should round: one unit of the last digit.
    const unit = new D(10).pow(wanted.e - DIGITS + 1)
    return new D(value).minus(wanted).abs().lte(unit)
  }
  // A serial that Excel cannot show as a date (negative, before 1900) stays a number here.
  const days = daysOfClock(expected) ?? (instantOf(expected) ?? NaN) - EPOCH
  return near(Number(value), days)
}

function sameDate(value: string, expected: string): boolean {
  const wanted = instantOf(expected)
  const found = instantOf(value)
  if (wanted !== null && found !== null) return near(found, wanted < MARCH_1900 ? wanted + 1 : wanted)
  const clock = daysOfClock(expected)
  const foundClock = daysOfClock(value.slice(value.indexOf('T') + 1))
  return clock !== null && foundClock !== null && near(foundClock, clock)
}

/**
 * Whether a cell holds what LibreOffice printed (full precision, US dates, percent signs kept, booleans of .xls
 * as 1 and 0, errors in its own words). `uncomparable`: the file holds no result, LibreOffice calculated one.
 */
export function compareCell(cell: RawCell, expected: string): 'same' | 'different' | 'uncomparable' {
  switch (cell.kind) {
    case 'number':
      return sameNumber(cell.value, expected) ? 'same' : 'different'
    case 'date':
      return sameDate(cell.value, expected) ? 'same' : 'different'
    case 'error':
      return expected === cell.value || /^(Err:\d+|#MACRO\?)$/.test(expected) ? 'same' : 'different'
    case 'boolean':
      return expected === cell.value || expected === (cell.value === 'TRUE' ? '1' : '0')
        ? 'same'
        : 'different'
    case 'text':
      return cell.value === expected ? 'same' : 'different'
    case 'formula-without-value':
      return 'uncomparable'
  }
}
