import { emptyWords } from '#shared/domain/importing/values/emptyWords.ts'
import { parseValue } from '#shared/domain/importing/values/parseValue.ts'
import { DEFAULT_EMPTY_WORDS } from '#shared/domain/scheme/schemeDefinition.ts'
import { schemeTargetsText } from '../../../text/schemeTargets.ts'
import type { TargetField } from './targetEdits.ts'

const text = schemeTargetsText
const WORDS = emptyWords(DEFAULT_EMPTY_WORDS)

export type TargetText =
  /** Nothing stands there, or a word that says that there is no target. */
  | { kind: 'NOTHING' }
  | { kind: 'VALUE'; value: string; note: string | null }
  | { kind: 'BAD'; message: string }

/**
 * What was typed or pasted into a target, read by the importer's own rules: full-width digits, thousands, 万 and 亿, and
 * conversion into the indicator's measure. `stated` is the measure that a column's head gives for its bare numbers.
 */
export function readTargetText(
  typed: string,
  field: TargetField,
  measure: string,
  stated: string | null = null
): TargetText {
  const trimmed = typed.trim()
  if (trimmed === '') return { kind: 'NOTHING' }
  if (field === 'basis') return { kind: 'VALUE', value: trimmed, note: null }
  const rank = field === 'rankTarget'
  // 前 3 名, 第3位: a place is said in many ways, its number is what counts.
  const cell = rank ? trimmed.replace(/^[^\d０-９]*[前第]\s*/, '').replace(/\s*[名位]$/, '') : trimmed
  const parsed = parseValue(
    { row: 0, col: 0, address: '', kind: 'text', value: cell, shown: cell },
    { measure: rank ? '' : measure, stated: rank ? null : stated, emptyWords: WORDS, textFormat: true }
  )
  switch (parsed.kind) {
    case 'BLANK':
      return { kind: 'NOTHING' }
    case 'WORD':
      return parsed.meaning === 'ZERO'
        ? { kind: 'BAD', message: text.notANumber(trimmed) }
        : { kind: 'NOTHING' }
    case 'BAD':
      return { kind: 'BAD', message: `${parsed.message}${parsed.suggestion}` }
    case 'NUMBER': {
      if (rank && !/^[1-9]\d{0,5}$/.test(parsed.value))
        return { kind: 'BAD', message: text.notAPlace(trimmed) }
      const told = parsed.notes.filter((note) => note.level === 'confirm').map((note) => note.message)
      return { kind: 'VALUE', value: parsed.value, note: told.length === 0 ? null : told.join('') }
    }
  }
}
