import { DEFAULT_EMPTY_WORDS, type IndicatorDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { emptyWords } from '#shared/domain/importing/values/emptyWords.ts'
import { parseValue, type ParsedValue } from '#shared/domain/importing/values/parseValue.ts'
import type { DecimalString } from '#shared/domain/number/decimal.ts'

/** One cell of the table as it was read: nothing, a number, a word's meaning, or why it is none of these. */
/** `value` is canonical decimal text, NA or MISSING. */
export type TrialCell =
  { kind: 'EMPTY' } | { kind: 'VALUE'; value: DecimalString } | { kind: 'BAD'; message: string }

const WORDS = emptyWords(DEFAULT_EMPTY_WORDS)

/** Reads a cell as an import would: full-width digits, 千分位, %, 万元 where the indicator counts in them, 「/」, 「缺」. */
export function readTrialCell(text: string, indicator: Pick<IndicatorDefinition, 'unit'>): TrialCell {
  if (text.trim() === '') return { kind: 'EMPTY' }
  const parsed = parseValue(
    { row: 0, col: 0, address: 'A1', kind: 'text', value: text, shown: text },
    { measure: indicator.unit, stated: null, emptyWords: WORDS, textFormat: true }
  )
  return cellOf(parsed)
}

function cellOf(parsed: ParsedValue): TrialCell {
  switch (parsed.kind) {
    case 'BLANK':
      return { kind: 'EMPTY' }
    case 'NUMBER':
      return { kind: 'VALUE', value: parsed.value }
    case 'WORD':
      return { kind: 'VALUE', value: parsed.meaning === 'ZERO' ? '0' : parsed.meaning }
    case 'BAD':
      return { kind: 'BAD', message: parsed.message }
  }
}

/** Several marks in one cell: 「95、92 90」. */
export function splitMarks(text: string): string[] {
  return text
    .split(/[、;；\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
