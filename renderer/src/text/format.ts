/** How dates, sizes and numbers are written on the screen. Numbers come as decimal text and are never re-rounded. */

/** True minus, thousands separators from 1,000. `-1234.50` → `−1,234.50`. */
export function printNumber(text: string): string {
  const negative = text.startsWith('-') || text.startsWith('−')
  const plain = negative ? text.slice(1) : text.replace(/^\+/, '')
  const [whole = '', fraction] = plain.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${negative ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

/** As printNumber, with `+` before positive numbers. Zero carries no sign. */
export function printSigned(text: string): string {
  return /^[+\-−]?0*(\.0*)?$/.test(text) || /^[-−]/.test(text) ? printNumber(text) : `+${printNumber(text)}`
}

/** Adds zeros up to `places` decimals; longer fractions stay as they are (no rounding on the screen). */
export function padDecimals(text: string, places: number): string {
  const [whole = '0', fraction = ''] = text.split('.')
  const padded = fraction.padEnd(places, '0')
  return padded === '' ? whole : `${whole}.${padded}`
}

/** A share such as `0.8691` as `86.91%`: only the point moves. */
export function printRate(rate: string): string {
  const negative = rate.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? rate.slice(1) : rate).split('.')
  const digits = fraction.padEnd(4, '0')
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  return `${negative ? '−' : ''}${printNumber(moved)}.${digits.slice(2)}%`
}

function parts(iso: string): Date | null {
  const date = new Date(iso.length === 10 ? `${iso}T00:00:00` : iso)
  return Number.isNaN(date.getTime()) ? null : date
}

/** `10月9日`. */
export function printDay(iso: string): string {
  const date = parts(iso)
  return date === null ? iso : `${date.getMonth() + 1}月${date.getDate()}日`
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** `10月9日（星期五）`. */
export function printDayWithWeekday(iso: string): string {
  const date = parts(iso)
  return date === null ? iso : `${printDay(iso)}（星期${WEEKDAYS[date.getDay()]!}）`
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `10月9日 09:12`. */
export function printMoment(iso: string): string {
  const date = parts(iso)
  return date === null ? iso : `${printDay(iso)} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** `2026-10-09 09:12`, for logs that span years. */
export function printStamp(iso: string): string {
  const date = parts(iso)
  if (date === null) return iso
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Today where the clerk sits, as ISO date: meetings are dated by the wall calendar, not by UTC. */
export function localToday(): string {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** `1.2 MB`. Sizes are never scored, so a float is fine here. */
export function printBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** `审计处、反兴奋剂中心`; longer lists end with 「等 5 个」. */
export function listNames(names: readonly string[], most = 3): string {
  return names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等 ${names.length} 个`
}
