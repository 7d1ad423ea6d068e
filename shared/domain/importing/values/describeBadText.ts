import { halfWidth } from './numberText.ts'
import { parseDate } from './parseDate.ts'

export interface BadText {
  code: 'NOT_A_NUMBER' | 'DATE_AS_NUMBER'
  /** Follows the quoted text. */
  message: string
  suggestion: string
}

const FILL = '请填入确切的数并写明依据，或标缺报。'

/** Why a text is no number, in words that tell the clerk what to do about it. */
export function describeBadText(text: string): BadText {
  const plain = halfWidth(text)
  const compact = plain.replace(/\s/g, '')
  if (
    /^(?:19|20)\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}/.test(compact) &&
    parseDate(compact, 2000) !== null
  ) {
    return { code: 'DATE_AS_NUMBER', message: '是日期，应当是数。', suggestion: FILL }
  }
  return { code: 'NOT_A_NUMBER', ...reason(compact, plain) }
}

function reason(compact: string, plain: string): Omit<BadText, 'code'> {
  if (!/\d/.test(compact))
    return { message: '不是数。', suggestion: `${FILL}写法固定的空白词可以在方案里约定。` }
  if (/^[<>≥≤≧≦＝=]|以上|以下|以内|不少于|不低于|不超过|至少|至多|不足/.test(compact)) {
    return { message: '是界限，不是确切的数。', suggestion: FILL }
  }
  if (/约|近|左右|上下|余|多(?!次)|超|大概|预计/.test(compact))
    return { message: '是约数，不是确切的数。', suggestion: FILL }
  if (/^\d+\/\d+/.test(compact))
    return { message: '写成了分数，看不出是「完成/目标」还是比值。', suggestion: FILL }
  if (/\d[^\d,.+-]*[-~—–至到]\d/.test(compact)) return { message: '是范围，不是一个数。', suggestion: FILL }
  if (/^[+-]?\d(?:\.\d+)?e[+-]?\d+$/i.test(compact)) {
    return { message: '是科学计数，末尾的数位可能已经丢了。', suggestion: '请按原始资料填入完整的数。' }
  }
  if (/^[+-]?[\d,.]+$/.test(compact)) {
    return {
      message: /\d\s+\d/.test(plain) ? '中间有空格，可能是两个数。' : '的分隔号不合规矩。',
      suggestion: FILL
    }
  }
  const first = /[+-]?\d+(?:,\d{3})*(?:\.\d+)?(?:\s*(?:万亿|亿|万)?(?:元|人次|人|个|件|场|次|%|分))?/
    .exec(plain)?.[0]
    .trim()
  return { message: '里夹着文字，不能直接当数用。', suggestion: `${FILL}文字里出现了 ${first ?? ''}。` }
}
