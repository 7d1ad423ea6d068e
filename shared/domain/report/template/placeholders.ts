/** `{{名次}}`, `{{#排名:机关处室组}}`, `{{/排名}}`, `{{^未报送}}`: what stands between the braces, and where. */
export interface Placeholder {
  kind: 'FIELD' | 'OPEN' | 'CLOSE' | 'NONE'
  /** As written, trimmed; '' in `{{/}}`. */
  name: string
  start: number
  end: number
}

const PATTERN = /\{\{\s*([#/^]?)\s*([^{}]*?)\s*\}\}/g
const KINDS = { '': 'FIELD', '#': 'OPEN', '/': 'CLOSE', '^': 'NONE' } as const

/** A Chinese input method types full-width braces; they mean the same. */
export function withPlainBraces(text: string): string {
  return text.replace(/[｛{]{2}/g, '{{').replace(/[｝}]{2}/g, '}}')
}

/** The placeholders of a text with plain braces, in order. */
export function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(PATTERN)].map((match) => ({
    kind: KINDS[match[1] as keyof typeof KINDS],
    name: match[2]!,
    start: match.index,
    end: match.index + match[0].length
  }))
}

/** Braces that are left over when all placeholders are taken out: one was not closed, or not opened. */
export function looseBraces(text: string): boolean {
  return /\{\{|\}\}/.test(text.replace(PATTERN, ''))
}
