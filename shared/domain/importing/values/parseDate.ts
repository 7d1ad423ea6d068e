import type { RawCell } from '../grid/rawWorkbook.ts'
import { halfWidth } from './numberText.ts'

const FULL = /^((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?(?:[ T].*)?$/
const PACKED = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const SHORT_YEAR = /^(\d{2})([-./])(\d{1,2})\2(\d{1,2})$/
const DAY_OF_YEAR = /^(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?$/
const SERIAL = /^\d{5}$/
/** Day 0 of the spreadsheets' 1900 calendar for every day after its February 29th. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30)

/**
 * A day as ISO text, or null. Reads 2026.7.15, 2026年7月15日, 2026/7/15, 20260715, 2026-07-15T…, 26.7.15 where 26 is the year
 * of the period or one beside it, and 7月15日 with the year of the period. Impossible days (2月30日) are null.
 */
export function parseDate(text: string, yearOfPeriod: number): string | null {
  const plain = halfWidth(text)
  const spaced = plain.replace(/\s*([年月日号./-])\s*/g, '$1')
  const full = FULL.exec(spaced) ?? PACKED.exec(spaced)
  if (full) return isoDay(Number(full[1]), Number(full[2]), Number(full[3]))
  const brief = SHORT_YEAR.exec(spaced)
  if (brief) {
    const year = 2000 + Number(brief[1])
    const isNear = Math.abs(year - yearOfPeriod) <= 1
    return isNear ? isoDay(year, Number(brief[3]), Number(brief[4])) : null
  }
  const short = DAY_OF_YEAR.exec(spaced)
  return short ? isoDay(yearOfPeriod, Number(short[1]), Number(short[2])) : null
}

/**
 * As `parseDate`, for a cell. A bare serial number counts when it falls into the year of the period. A number 7.1 may have
 * been typed as 7.10, which is another day: null, unless the cell shows which.
 */
export function parseDateCell(cell: RawCell, yearOfPeriod: number): string | null {
  switch (cell.kind) {
    case 'date':
    case 'text':
      return parseDate(cell.value, yearOfPeriod)
    case 'number':
      return dayOfNumber(cell, yearOfPeriod)
    case 'boolean':
    case 'error':
    case 'formula-without-value':
      return null
  }
}

function dayOfNumber({ value, shown }: RawCell, yearOfPeriod: number): string | null {
  if (SERIAL.test(value)) {
    const day = new Date(SERIAL_ZERO + Number(value) * 86_400_000).toISOString().slice(0, 10)
    return day.startsWith(`${yearOfPeriod}-`) ? day : null
  }
  if (/\.\d{2}$/.test(shown)) return parseDate(shown, yearOfPeriod)
  return /\.[123]$/.test(value) ? null : parseDate(value, yearOfPeriod)
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}
