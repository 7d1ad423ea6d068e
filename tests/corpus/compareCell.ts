import type { RawCell } from '#shared/domain/importing/rawWorkbook.ts'
import { D } from '#shared/domain/number/decimal.ts'

/** 15 digits are what both programs hold; the 16th and 17th are binary tail. */
const DIGITS = 15

const SECOND = 1 / 86_400

function decimalOf(text: string): D | null {
  const parts = /^(-?[\d.]+(?:E[+-]?\d+)?)(%?)$/i.exec(text.replaceAll(',', '').replace(/^[$€£¥]/, ''))
  if (!parts) return null
  const value = new D(parts[1] as string)
  return parts[2] === '%' ? value.div(100) : value
}

function daysOfClock(text: string): number | null {
  const parts = /^(-?\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?(?: ?(AM|PM))?$/.exec(text)
  if (!parts) return null
  let hours = Number(parts[1])
  if (parts[4] !== undefined) hours = (hours % 12) + (parts[4] === 'PM' ? 12 : 0)
  return hours / 24 + Number(parts[2]) / 1440 + Number(parts[3] ?? 0) / 86_400
}

/** `09/30/2026`, `09/30/26` or `2026-09-30`, with a time or without → ISO date and days of the time. */
function instantOf(text: string): { date: string; clock: number } | null {
  const parts = /^(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})\/(\d{1,2})\/(\d{2,4}))(?:[T ](.+))?$/.exec(text)
  if (!parts) return null
  const [, y, m, d, usMonth, usDay, usYear, time] = parts
  const shortYear = usYear === undefined ? '' : usYear.length === 4 ? usYear : `${Number(usYear) < 30 ? 20 : 19}${usYear}`
  const date = [y ?? shortYear, m ?? usMonth, d ?? usDay].map((part) => String(part).padStart(2, '0')).join('-')
  const clock = time === undefined ? 0 : daysOfClock(time)
  return clock === null ? null : { date, clock }
}

function sameNumber(cell: RawCell, expected: string): boolean {
  const wanted = decimalOf(expected)
  const found = new D(cell.value)
  if (wanted !== null) return found.toSignificantDigits(DIGITS).eq(wanted.toSignificantDigits(DIGITS))
  const clock = daysOfClock(expected)
  return clock !== null && Math.abs(Number(cell.value) - clock) < SECOND
}

function sameDate(cell: RawCell, expected: string): boolean {
  const wanted = instantOf(expected)
  if (wanted === null) {
    const clock = daysOfClock(expected)
    const found = daysOfClock(cell.value.slice(cell.value.indexOf('T') + 1))
    return clock !== null && found !== null && Math.abs(found - clock) < SECOND
  }
  const found = instantOf(cell.value)
  return found !== null && found.date === wanted.date && Math.abs(found.clock - wanted.clock) < SECOND
}

/** LibreOffice's own words for errors that Excel names otherwise. */
const ERROR_NAMES: Readonly<Record<string, string>> = { '#NULL!': 'Err:521', '#NUM!': 'Err:502', '#N/A': '#N/A' }

/** Whether a cell holds what LibreOffice printed (full precision, US dates, percent signs kept). */
export function sameAsPrinted(cell: RawCell, expected: string): boolean {
  switch (cell.kind) {
    case 'number':
      return sameNumber(cell, expected)
    case 'date':
      return sameDate(cell, expected)
    case 'error':
      return expected === cell.value || expected === ERROR_NAMES[cell.value]
    case 'boolean':
    case 'text':
      return cell.value === expected
    case 'formula-without-value':
      return false
  }
}
