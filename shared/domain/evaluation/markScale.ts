import { z } from 'zod'
import { canonical, D, dec, decimalString } from '../number/decimal.ts'

/** What a judge may write: a mark, a place, or one of the options of a ballot. */
export const markScale = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('SCORE'),
    min: decimalString,
    max: decimalString,
    /** What the rule does with a mark outside: it alone goes, or the judge's whole ballot. */
    outOfRange: z.enum(['MARK', 'BALLOT'])
  }),
  z.object({ type: z.literal('PLACE'), last: z.number().int() }),
  z.object({
    type: z.literal('OPTION'),
    options: z.array(z.object({ name: z.string(), weight: decimalString, valid: z.boolean() }))
  })
])
export type MarkScale = z.infer<typeof markScale>

/** 回避: the seat does not judge this unit. */
export const RECUSED = '*'
const RECUSED_WORDS: ReadonlySet<string> = new Set([RECUSED, '＊', '/', '／', '回避'])

/**
 * A mark as text: a canonical number, `*`, or the name of an option; `warning` says what is odd about one that is kept all
 * the same (a judge may have written 105, and the rule says what becomes of it). A `problem` is no mark at all.
 */
export type MarkReading = { mark: string | null; warning: string | null } | { problem: string }

/** Full-width digits and points, and a closing 分, are what people write. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
    .replace(/分$/, '')
    .trim()
}

const NUMBER = /^\d{1,6}(\.\d{1,4})?$/

/** Reads what was typed, pasted or returned for one unit. Empty takes the mark back. */
export function readMark(typed: string, scale: MarkScale): MarkReading {
  const text = plain(typed)
  if (text === '') return { mark: null, warning: null }
  if (RECUSED_WORDS.has(text)) return { mark: RECUSED, warning: null }
  if (scale.type === 'OPTION') return readOption(text, scale)
  if (!NUMBER.test(text)) {
    const what = scale.type === 'PLACE' ? `1 到 ${scale.last} 的名次` : `${scale.min} 到 ${scale.max} 的分数`
    return { problem: `「${typed.trim()}」不是数，没有录上；请填 ${what}，回避填 *` }
  }
  const value = new D(text)
  return { mark: canonical(value), warning: markWarning(canonical(value), scale) }
}

/** What is odd about a stored mark; null for one as it should be. */
export function markWarning(mark: string, scale: MarkScale): string | null {
  if (mark === RECUSED || scale.type === 'OPTION') return null
  const value = dec(mark)
  if (scale.type === 'PLACE') {
    const fits =
      value.isInteger() && value.greaterThanOrEqualTo(1) && value.lessThanOrEqualTo(dec(scale.last))
    return fits ? null : `${mark} 不是 1 到 ${scale.last} 的名次，请核对评委的原表`
  }
  if (value.greaterThanOrEqualTo(dec(scale.min)) && value.lessThanOrEqualTo(dec(scale.max))) return null
  const what = scale.outOfRange === 'MARK' ? '按规则只去掉这一个分' : '按规则这位评委的整张票作废'
  return `${mark} 不在 ${scale.min} 到 ${scale.max} 之间，${what}；请核对评委的原表`
}

function readOption(text: string, { options }: Extract<MarkScale, { type: 'OPTION' }>): MarkReading {
  const byKey = /^[1-9]$/.test(text) ? options[Number(text) - 1] : undefined
  const option = byKey ?? options.find(({ name }) => name === text)
  if (option !== undefined) return { mark: option.name, warning: null }
  const keys = options.map(({ name }, index) => `${index + 1} ${name}`).join('、')
  return { problem: `「${text}」不是选项，没有录上；请按 ${keys}，回避按 *` }
}

/** Counted votes of one option: a whole number. */
export function readVotes(typed: string): MarkReading {
  const text = plain(typed).replace(/票$/, '')
  if (text === '') return { mark: null, warning: null }
  if (!/^\d{1,5}$/.test(text))
    return { problem: `「${typed.trim()}」不是票数，没有录上；请填 0、1、2 这样的整数` }
  return { mark: canonical(new D(text)), warning: null }
}
