import { dec, decimalString, type D } from '#shared/domain/number/decimal.ts'

/** A full mark of a draft as a number; null while it is empty or no number. */
export function markOf(text: unknown): D | null {
  const parsed = decimalString.safeParse(text)
  return parsed.success ? dec(parsed.data) : null
}
