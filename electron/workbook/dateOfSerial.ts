import type { FormatMeaning } from './numberFormats.ts'

const DAY_MS = 86_400_000
/** Serial 25569 is 1970-01-01 in the 1900 system. */
const UNIX_EPOCH_SERIAL = 25_569
const SERIALS_1904_BEHIND = 1462
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465
/** 1950-01-01. */
const FIRST_DATE_UNDER_CLOCK = 18_264
/** Excel's 1900 system has a 29 February 1900 (serial 60) that never was; earlier serials are one day off. */
const PHANTOM_LEAP_DAY = 60

/**
 * ISO text of a spreadsheet serial: `2026-09-30`, `2026-09-30T14:05:00`, or `14:05:00` for a pure time of day.
 * Milliseconds appear only where the serial holds them. Null where the number is no date Excel could show
 * (negative, beyond 9999, day 0, the phantom 29 February 1900, durations): it then stays a number.
 */
export function dateOfSerial(serial: number, date1904: boolean, meaning: FormatMeaning): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null
  const ms = Math.round((serial - Math.floor(serial)) * DAY_MS)
  if (meaning === 'time') {
    if (serial < 1 && ms < DAY_MS) return timeText(ms)
    // A clock format over a date-time of our days hides its date; over a small serial it is a duration (36:00).
    if (serial < FIRST_DATE_UNDER_CLOCK) return null
  } else if (meaning !== 'date') return null
  const day = Math.floor(serial) + (ms === DAY_MS ? 1 : 0)
  const date = dateText(date1904 ? day + SERIALS_1904_BEHIND : day, date1904)
  if (date === null) return null
  const rest = ms === DAY_MS ? 0 : ms
  return rest === 0 ? date : `${date}T${timeText(rest)}`
}

function dateText(day: number, date1904: boolean): string | null {
  if (day > LAST_SERIAL) return null
  if (!date1904 && (day < 1 || day === PHANTOM_LEAP_DAY)) return null
  const real = day < PHANTOM_LEAP_DAY ? day + 1 : day
  return new Date((real - UNIX_EPOCH_SERIAL) * DAY_MS).toISOString().slice(0, 10)
}

function timeText(ms: number): string {
  const text = new Date(ms).toISOString().slice(11, 23)
  return text.endsWith('.000') ? text.slice(0, 8) : text
}
