/** The number and the words around it, taken apart without losing or inventing a digit. */
export interface NumberText {
  /** Plain decimal text with its sign, separators out. */
  digits: string
  /** What stands behind the number: a measure, or something that makes the text no number. */
  suffix: string
  fullWidth: boolean
  thousands: boolean
  /** Written as （100）: perhaps a negative number of accountants. */
  bracketed: boolean
}

const PLAIN = String.raw`\d+(?:\.\d+)?|\.\d+`
const GROUPED = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?`
const NUMBER = new RegExp(`^(?:¥|rmb|人民币)?([+-]?)(?:¥)?(${GROUPED}|${PLAIN})(?![\\d.,])(.*)$`, 'is')
const BRACKETED = /^\(([^()]+)\)(.*)$/s

/**
 * Full-width forms and odd signs as ASCII. Deliberately not NFKC: that would turn 10² into 102 and ② into 2.
 * Spaces inside stay, because `1 2` is not 12.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u2212\ufe63]/g, '-')
    .replace(/\uffe5/g, '¥')
    .replace(/\ufe50/g, ',')
    .trim()
}

/** Reads `2,000.5 万元`, `９５．５％`, `(100)`; null when the text does not start with one whole number. */
export function readNumberText(text: string): NumberText | null {
  const plain = halfWidth(text).replace(/^['’‘`](?=[\d+-])/, '')
  const bracket = BRACKETED.exec(plain)
  const match = NUMBER.exec(bracket ? `${bracket[1]!.trim()}${bracket[2]!}` : plain)
  if (!match || (bracket && match[1] !== '')) return null
  const number = match[2]!
  return {
    digits: `${match[1] === '-' || bracket ? '-' : ''}${number.replaceAll(',', '')}`,
    suffix: match[3]!.trim(),
    fullWidth: /[\uff0b-\uff0e\uff10-\uff19]/.test(text),
    thousands: number.includes(','),
    bracketed: bracket !== null
  }
}
