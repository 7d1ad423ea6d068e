import { canonical, D, type DecimalString } from '#shared/domain/number/decimal.ts'
import { readNumberText } from '#shared/domain/importing/values/numberText.ts'

/** What a clerk types as a number, as canonical text; null when it is none. A trailing 分 or % only names the field's own measure. */
export function readDecimal(text: string): DecimalString | null {
  const number = readNumberText(text)
  if (number === null || number.bracketed || !['', '分', '%', '个', '名', '人'].includes(number.suffix))
    return null
  return canonical(new D(number.digits))
}
