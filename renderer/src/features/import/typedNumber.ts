import { canonical, D } from '#shared/domain/number/decimal.ts'

/** What a clerk types as a number, as canonical text; null when it is none. Full-width digits and 千分位 are fine. */
export function typedNumber(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? canonical(new D(plain)) : null
}
