import type { z } from 'zod'
import { choicesAt } from './words/choiceWords.ts'

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '一列（方括号）',
  object: '一组（花括号）',
  record: '一组（花括号）'
}

/** What is wrong with a field and what to do, as one Chinese sentence without the field's name. */
export function issueText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return '没有填，请补上'
      // The mistake that people make: decimals are text in a scheme, so that no digit is lost.
      if (issue.expected === 'string' && typeof issue.input === 'number')
        return `数要加引号，写成 "${issue.input}"`
      return `应填${TYPES[issue.expected] ?? issue.expected}`
    case 'unrecognized_keys':
      return `有不认识的内容 ${issue.keys.join('、')}，请删去或改正拼写`
    case 'invalid_value':
      return `只能填 ${issue.values.map((value) => choice(issue.path, String(value))).join('、')} 之一`
    case 'too_small':
      if (issue.origin === 'array' && Number(issue.minimum) > 1) return `至少要有 ${String(issue.minimum)} 项`
      return issue.origin === 'string' || issue.origin === 'array'
        ? '不能空着'
        : `不能小于 ${String(issue.minimum)}`
    case 'too_big':
      return issue.origin === 'string'
        ? `太长，最多 ${String(issue.maximum)} 个字`
        : `不能大于 ${String(issue.maximum)}`
    case 'custom':
      return issue.message === '不是规范的十进制数'
        ? '应填带引号的数，如 "30" 或 "2.5"（末尾不带 0）'
        : issue.message
    case 'invalid_format':
      return /[一-鿿]/.test(issue.message) ? issue.message : '写法不对'
    case 'invalid_union':
      return issue.discriminator === undefined
        ? '写法不对，请对照方案文件说明改正'
        : '没有选种类，或选的种类不认识，请重新选'
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return '写法不对'
  }
}

/** A value of the file, with its word behind it. */
function choice(path: readonly PropertyKey[], value: string): string {
  const words = choicesAt(path)
  const word = words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined
  return word === undefined ? value : `${word}（${value}）`
}
