import type { PeriodKey } from '../../period/periodKey.ts'
import { normaliseLabel } from '../names/normaliseLabel.ts'
import { withoutTime } from './relativePeriod.ts'

/** A column of a header as it is recognised next quarter. */
export interface LabelledColumn {
  letter: string
  /** Null for columns without a header: they are no part of the fingerprint. */
  label: string | null
  /** Under this the column's role is kept; unlike the label it tells 一季度 from 二季度 by their distance from the import. */
  key: string
}

const NAMELESS = '[无表头]'

/**
 * Labels of a header in order: levels joined by `/`, measures, full marks and time out, repeats numbered (`完成#2`).
 */
export function labelColumns(
  columns: readonly { letter: string; path: readonly string[] }[],
  period: PeriodKey
): LabelledColumn[] {
  const labelled = columns.map(({ letter, path }) => {
    const parts = path.map((text) => withoutTime(normaliseLabel(text).key, period))
    return {
      letter,
      label: path.length === 0 ? null : parts.map((part) => part.label).join('/'),
      key: path.length === 0 ? NAMELESS : parts.map((part) => part.key).join('/')
    }
  })
  const labelOf = numberer()
  const keyOf = numberer()
  return labelled.map(({ letter, label, key }) => ({
    letter,
    label: label === null ? null : labelOf(label),
    key: keyOf(key)
  }))
}

function numberer(): (text: string) => string {
  const seen = new Map<string, number>()
  return (text) => {
    const nth = (seen.get(text) ?? 0) + 1
    seen.set(text, nth)
    return nth === 1 ? text : `${text}#${nth}`
  }
}

export function labelsOf(columns: readonly LabelledColumn[]): string[] {
  return columns.flatMap(({ label }) => label ?? [])
}

/** Names whose place among equal ones decides: `完成#2`, the `完成` before it, and columns without a header. */
export function countedKeys(keys: readonly string[]): ReadonlySet<string> {
  const repeated = new Set(keys.filter((key) => REPEAT.test(key)).map((key) => key.replace(REPEAT, '')))
  return new Set(keys.filter((key) => key.startsWith(NAMELESS) || repeated.has(key.replace(REPEAT, ''))))
}

const REPEAT = /#\d+$/

/** The levels of a key without the number of its repeat, as header words. */
export function wordsOf(key: string): string[] {
  return key
    .replace(REPEAT, '')
    .replace(/\[[^\]]*\]/g, '')
    .split('/')
    .filter((word) => word !== '')
}
