import type { RawCell } from './rawWorkbook.ts'
import { halfWidth } from './numberText.ts'

const FULL = /^((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?(?:[ T].*)?$/
const PACKED = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const DAY_OF_YEAR = /^(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?$/

/**
 * A day as ISO text, or null. Reads 2026.7.15, 2026年7月15日, 2026/7/15, 20260715, 2026-07-15T…, and 7月15日 with the
 * year of the period. Impossible days (2月30日) are null.
 */
export function parseDate(text: string, yearOfPeriod: number): string | null {
  const plain = halfWidth(text)
  const spaced = plain.replace(/\s*([年月日号./-])\s*/g, '$1')
  const full = FULL.exec(spaced) ?? PACKED.exec(spaced)
  if (full) return isoDay(Number(full[1]), Number(full[2]), Number(full[3]))
  const short = DAY_OF_YEAR.exec(spaced)
  return short ? isoDay(yearOfPeriod, Number(short[1]), Number(short[2])) : null
}

export function parseDateCell(cell: RawCell, yearOfPeriod: number): string | null {
  return cell.kind === 'date' || cell.kind === 'text' || cell.kind === 'number'
    ? parseDate(cell.value, yearOfPeriod)
    : null
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}
