import { TextRun as Run, type IRunOptions } from 'docx'

/** Characters that XML 1.0 cannot hold. Tabs would move what stands in a line: they become spaces. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff\p{Surrogate}]/gu

export function cleanText(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/\r\n?/g, '\n').replaceAll('\t', ' ')
}

/**
 * Words as runs; `\n` breaks the line. Quotation marks and dashes are ambiguous: the hint takes them from the Chinese
 * font.
 */
export function words(text: string, options: IRunOptions = {}): Run[] {
  return cleanText(text)
    .split('\n')
    .map(
      (line, index) =>
        new Run({
          ...options,
          text: line,
          ...(index === 0 ? {} : { break: 1 }),
          font: { hint: 'eastAsia', ...(typeof options.font === 'object' ? options.font : {}) }
        })
    )
}

/** A number as printed: wholly in the Latin face, its minus and arrows too. */
export function digits(text: string, options: IRunOptions = {}): Run {
  return new Run({ ...options, text: cleanText(text) })
}
