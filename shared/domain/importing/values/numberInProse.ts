import { canonical, dec, type DecimalString } from '../../number/decimal.ts'
import { conversion } from './measures.ts'
import { halfWidth } from './numberText.ts'

export interface ProseNumber {
  /** As written, with its measure: 27.95 亿元. */
  shown: string
  /** In the indicator's measure. */
  value: DecimalString
  isConverted: boolean
}

/** Growth, shares, plans and last year's numbers are told beside the result; none of them is the result. */
const OTHER =
  /同比|环比|增长|增加|增幅|下降|减少|提高|占|目标|计划|任务|去年|上年|往年|其中|较|预计|力争|拟|下一步|还剩|缺口|差/
const RESULT = /完成|实现|达|到位|累计|共|已|新增|举办|开展/
const ROUGH_BEFORE = /(?:约|近|超过?|逾|不足|不到|至少|将近|接近)\s*$/
const ROUGH_AFTER = /^\s*(?:余|多|左右|上下|以上|以下|以内)/
const MAX_MEASURE = 6

/**
 * The one result that a sentence tells in the indicator's measure (完成27.95亿元，同比增长3%). Null where there is none, where
 * it is only approximate, or where several numbers might be it: nobody should have to guess which one was read.
 */
export function numberInProse(text: string, measure: string): ProseNumber | null {
  if (measure === '') return null
  const found = halfWidth(text)
    .split(/[，,；;。\n]+(?!\d)|[（(）)]/)
    .flatMap((clause) => (OTHER.test(clause) ? [] : numbersOf(clause, measure)))
  const results = found.filter(({ clause }) => RESULT.test(clause))
  const fit = found.length === 1 ? found : results
  return fit.length === 1 ? fit[0]!.number : null
}

function numbersOf(clause: string, measure: string): { clause: string; number: ProseNumber }[] {
  return [
    ...clause.matchAll(/(?<![\d.A-Za-z])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.A-Za-z])-?\d+(?:\.\d+)?/g)
  ].flatMap((match) => {
    const before = clause.slice(0, match.index)
    const behind = clause.slice(match.index + match[0].length)
    const word = measureAt(behind, measure)
    if (word === null || ROUGH_BEFORE.test(before) || ROUGH_AFTER.test(behind.slice(word.length))) return []
    const digits = match[0].replaceAll(',', '')
    const step = conversion(word.trim(), measure)
    const value = step.kind === 'FACTOR' ? dec(digits).times(step.factor) : dec(digits)
    const shown = `${digits} ${word.trim()}`
    return [{ clause, number: { shown, value: canonical(value), isConverted: step.kind === 'FACTOR' } }]
  })
}

/** The longest measure behind a number that is one of the indicator's kind; null when there is none. */
function measureAt(text: string, measure: string): string | null {
  const spaces = /^\s*/.exec(text)![0].length
  for (let length = MAX_MEASURE; length >= 1; length--) {
    const word = text.slice(0, spaces + length)
    if (word.length < spaces + length || word.trim() === '') continue
    const { kind } = conversion(word.trim(), measure)
    if (kind === 'SAME' || kind === 'FACTOR') return word
  }
  return null
}
