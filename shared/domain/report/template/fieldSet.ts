import type { NumberCell, TableCell } from '../reportTable.ts'

/** A thing that a template can ask for, by its Chinese name. `T` is what it is asked of: the report, a unit, an entry. */
export interface Field<T> {
  name: string
  /** Other names under which it is understood, never shown. */
  aliases?: readonly string[]
  description: string
  value(of: T): TableCell
}

/** A field as the picker, the messages and the documentation show it; the example is of this quarter. */
export interface FieldInfo {
  name: string
  description: string
  example: string
}

/** What does not apply. 0, 「/」 and 缺报 are three things. */
export const NOT_APPLICABLE = '/'

/** A printed number as a cell that stays a number; 「/」 where there is none. Signs may be typographic. */
export function numberOr(printed: string | null | undefined, signed = false): TableCell {
  if (printed === null || printed === undefined) return NOT_APPLICABLE
  const number = printed.replace('−', '-').replace('+', '')
  const cell: NumberCell = { number, decimals: (number.split('.')[1] ?? '').length }
  return signed ? { ...cell, signed } : cell
}

/** A whole number: a place, a count. */
export function countOr(count: number | null): TableCell {
  return count === null ? NOT_APPLICABLE : { number: String(count), decimals: 0 }
}

/** Names are compared without spaces, with full-width signs as their half-width ones: 「排名：机关」 is 「排名:机关」. */
export function fieldKey(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

/** Fields by their names; of two with one name the first counts. */
export function fieldIndex<T>(fields: readonly Field<T>[]): ReadonlyMap<string, Field<T>> {
  const index = new Map<string, Field<T>>()
  for (const field of fields)
    for (const name of [field.name, ...(field.aliases ?? [])]) {
      const key = fieldKey(name)
      if (!index.has(key)) index.set(key, field)
    }
  return index
}
