import { canonical, D } from '#shared/domain/number/decimal.ts'
import { readNumberText } from '#shared/domain/importing/values/numberText.ts'

/**
 * What a clerk types into a number field as the scheme keeps it: `１，２００.50` → `1200.5`. Text that is no number stays as
 * it is, so that the check can say so and nothing typed is lost; nothing typed is nothing (undefined), never 0.
 */
export function tidyNumber(typed: string, suffix = ''): string | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  const number = readNumberText(text)
  // 80% is 80 only where per cent is what the field asks for.
  if (number === null || number.bracketed) return text
  if (number.suffix !== '' && !suffix.includes(number.suffix.replace('％', '%'))) return text
  return canonical(new D(number.digits))
}
