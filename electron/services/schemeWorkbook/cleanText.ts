import { cellText } from '../../reports/xlsx/sheetText.ts'

/**
 * Text as it comes back from a cell: Excel and its readers drop control characters, turn line ends into one kind and
 * decode `_x0041_`; this reader drops spaces at the ends.
 */
export function cleanText(text: string): string {
  return cellText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/_x[0-9a-f]{4}_/gi, '')
    .trim()
}

/** JSON that survives a cell whatever is in it: everything but plain signs is escaped. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}\u00a0\u3000\ufffe\uffff]|_(?=x)/gu,
    (char) =>
      Array.from(
        { length: char.length },
        (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`
      ).join('')
  )
}
