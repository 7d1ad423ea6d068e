import { periodDays, quarterOf, type PeriodKey, type Quarter } from '#shared/domain/period/periodKey.ts'

/** A text with its quarter changed. `doubtful`: it names time in a way that somebody has to look at. */
export interface Redated {
  text: string
  doubtful: boolean
}

const CHINESE = '一二三四'
const YEAR = String.raw`(?:(?<![\d０-９])(?:[12１２][\d０-９]{3}|[2２][0-9０-９])\s*年?\s*(?:度\s*)?)`
const MARK = '[一二三四1-4１-４]'
const MONTH = '(?:1[0-2]|[1-9])'
const DASH = String.raw`\s*月?\s*[-—–－~～至到]+\s*`

/** Everything that names time, longest first, so that 前三季度 is not read as 三季度. */
const TIMES = new RegExp(
  [
    String.raw`(?<several>上半年|下半年|前\s*[二三两23]\s*个?季度|(?:第?${MARK}\s*季?度?\s*[、,，至到—–~～-]\s*)+第?${MARK}\s*季度?)`,
    String.raw`(?<spanYear>${YEAR})?(?<![\d.])(?<from>${MONTH})${DASH}(?<to>${MONTH})\s*月`,
    String.raw`(?<numericYear>[12]\d{3})(?<separator>[.\-/])(?<numericMonth>0?[1-9]|1[0-2])\k<separator>(?<numericDay>\d{1,2})(?!\d)`,
    String.raw`(?<dateYear>[12]\d{3}\s*年\s*)?(?<![\d.])(?<dateMonth>${MONTH})\s*月\s*(?:(?<dateDay>\d{1,2})\s*[日号]|底|末)`,
    String.raw`(?<year>${YEAR})第?\s*(?<mark>${MARK})\s*季度?`,
    String.raw`第\s*(?<nth>${MARK})\s*季度`,
    String.raw`(?<chinese>[一二三四])\s*季度|(?<![\p{L}\p{N}.]\s*)(?<digit>[1-4１-４])季度`,
    String.raw`(?<qYear>${YEAR})?(?<![A-Za-z])[QqＱ](?<q>[1-4１-４])(?![\dA-Za-z])`,
    String.raw`(?<bare>(?<!\d)[12]\d{3})\s*年`
  ].join('|'),
  'gu'
)

/** 表二季度…: the numeral may belong to what stands before it. */
const NUMBERED = /[表件]\s*$/

const half = (text: string): string =>
  text.replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

function yearNumber(text: string | undefined): number | null {
  const digits = /\d+/.exec(half(text ?? ''))?.[0]
  if (digits === undefined) return null
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

function markNumber(mark: string): number {
  return CHINESE.includes(mark) ? CHINESE.indexOf(mark) + 1 : Number(half(mark))
}

/** A number in the digits of the one that it replaces. */
function likeDigits(model: string, value: number): string {
  if (CHINESE.includes(model)) return CHINESE[value - 1]!
  const text = String(value)
  return /[０-９]/.test(model)
    ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : text
}

function withYear(text: string, to: Quarter): string {
  return text.replace(/[\d０-９]+/, (digits) =>
    likeDigits(digits, digits.length === 2 ? to.year % 100 : to.year)
  )
}

interface Piece {
  kind: 'OLD' | 'OTHER' | 'YEAR' | 'UNCLEAR' | 'NOTHING'
  /** What stands there afterwards. */
  after: string
}

type Groups = Record<string, string | undefined>

/** `1-6月` runs from the start of the year, `4-6月` is the quarter alone; in the first quarter nobody can tell. */
function monthSpan(whole: string, { spanYear, from, to: last }: Groups, old: Quarter, next: Quarter): Piece {
  const [first, end] = [Number(from), Number(last)]
  const cumulative = first === 1
  const quarterly = first === old.quarter * 3 - 2
  const sameYear = (yearNumber(spanYear) ?? old.year) === old.year
  if (end !== old.quarter * 3 || !sameYear || !(cumulative || quarterly))
    return { kind: 'OTHER', after: whole }
  if (cumulative && quarterly && next.quarter !== 1) return { kind: 'UNCLEAR', after: whole }
  const start = cumulative ? 1 : next.quarter * 3 - 2
  const months = whole
    .slice(spanYear?.length ?? 0)
    .replace(/^\d+/, String(start))
    .replace(/\d+(?=\s*月$)/, String(next.quarter * 3))
  return { kind: 'OLD', after: withYear(spanYear ?? '', next) + months }
}

const lastDay = (period: PeriodKey): number => Number(periodDays(period).last.slice(8))

/** Dates far from both quarters say nothing about them. */
function otherDate(whole: string, year: number, old: Quarter, next: Quarter): Piece {
  return { kind: year === old.year || year === next.year ? 'UNCLEAR' : 'NOTHING', after: whole }
}

/** 6月30日, 6月底: the quarter's last day moves along; any other date is somebody else's business. */
function date(
  whole: string,
  { dateYear, dateMonth, dateDay }: Groups,
  from: PeriodKey,
  to: PeriodKey
): Piece {
  const [old, next] = [quarterOf(from), quarterOf(to)]
  const year = yearNumber(dateYear) ?? old.year
  const isEnd = dateDay === undefined || Number(dateDay) === lastDay(from)
  if (year !== old.year || Number(dateMonth) !== old.quarter * 3 || !isEnd)
    return otherDate(whole, year, old, next)
  const rest = whole
    .slice(dateYear?.length ?? 0)
    .replace(/^\d+/, String(next.quarter * 3))
    .replace(/\d+(?=\s*[日号]$)/, String(lastDay(to)))
  return { kind: 'OLD', after: withYear(dateYear ?? '', next) + rest }
}

/** 2026.6.30, 2026-06-30. */
function numericDate(whole: string, groups: Groups, from: PeriodKey, to: PeriodKey): Piece {
  const { separator, numericMonth } = groups
  const [old, next] = [quarterOf(from), quarterOf(to)]
  const year = Number(groups['numericYear'])
  const isEnd = Number(numericMonth) === old.quarter * 3 && Number(groups['numericDay']) === lastDay(from)
  if (year !== old.year || !isEnd) return otherDate(whole, year, old, next)
  const month = String(next.quarter * 3).padStart(numericMonth!.length, '0')
  return { kind: 'OLD', after: [next.year, month, lastDay(to)].join(separator) }
}

function quarter(whole: string, year: string | undefined, mark: string, old: Quarter, next: Quarter): Piece {
  const fits = (yearNumber(year) ?? old.year) === old.year && markNumber(mark) === old.quarter
  if (!fits) return { kind: 'OTHER', after: whole }
  const rest = whole.slice(year?.length ?? 0)
  const at = rest.lastIndexOf(mark)
  const changed = rest.slice(0, at) + likeDigits(mark, next.quarter) + rest.slice(at + mark.length)
  return { kind: 'OLD', after: withYear(year ?? '', next) + changed }
}

function pieceOf(whole: string, before: string, groups: Groups, from: PeriodKey, to: PeriodKey): Piece {
  const [old, next] = [quarterOf(from), quarterOf(to)]
  if (groups['several'] !== undefined) return { kind: 'UNCLEAR', after: whole }
  if (groups['from'] !== undefined) return monthSpan(whole, groups, old, next)
  if (groups['numericYear'] !== undefined) return numericDate(whole, groups, from, to)
  if (groups['dateMonth'] !== undefined) return date(whole, groups, from, to)
  const year = groups['year'] ?? groups['qYear']
  const mark = groups['mark'] ?? groups['nth'] ?? groups['chinese'] ?? groups['digit'] ?? groups['q']
  if (mark !== undefined) {
    const piece = quarter(whole, year, mark, old, next)
    return groups['chinese'] !== undefined && NUMBERED.test(before)
      ? { kind: 'UNCLEAR', after: whole }
      : piece
  }
  const sameYear = yearNumber(groups['bare']) === old.year
  return sameYear ? { kind: 'YEAR', after: withYear(whole, next) } : { kind: 'OTHER', after: whole }
}

/**
 * Changes the quarter that a title, header or name states (2026年二季度, Q2, 1-6月, 截至6月30日 …) from one to another.
 * A text that names other quarters too is left as it is and told as doubtful. Null where it names no time that matters.
 */
export function redate(text: string, from: PeriodKey, to: PeriodKey): Redated | null {
  const pieces: Piece[] = []
  const collect = (...match: unknown[]): string => {
    const [at, , groups] = match.slice(-3) as [number, string, Groups]
    const piece = pieceOf(String(match[0]), text.slice(0, at), groups, from, to)
    pieces.push(piece)
    return piece.after
  }
  const changed = text.replace(TIMES, collect)
  const has = (kind: Piece['kind']): boolean => pieces.some((piece) => piece.kind === kind)
  const newYear = quarterOf(from).year !== quarterOf(to).year
  if (!has('OLD')) {
    const doubtful = has('UNCLEAR') || (has('YEAR') && newYear)
    return doubtful ? { text, doubtful } : null
  }
  if (has('OTHER')) return { text, doubtful: true }
  return { text: changed, doubtful: has('UNCLEAR') }
}
