import type { Codec } from './codec.ts'
import type { ColumnSpec, ReadRow } from './columns.ts'
import type { Json } from './loose.ts'
import type { Names } from './names.ts'

/** What is being put together while the sheets are read, in their order. */
export interface BookReading {
  definition: Json
  names: Names
}

/** A sheet with one thing a row. `rows` and `take` undo each other. */
export interface TableSpec {
  type: 'TABLE'
  name: string
  /** What the sheet is for, one or two sentences. */
  purpose: string
  columns: readonly ColumnSpec[]
  rows(definition: Json): Json[]
  take(rows: readonly ReadRow[], book: BookReading): void
}

export interface FieldSpec {
  label: string
  path: readonly string[]
  codec: Codec
  help: string
  shown?: unknown
}

/** A sheet with one question a row. */
export interface FormSpec {
  type: 'FORM'
  name: string
  purpose: string
  fields: readonly FieldSpec[]
}

export type SheetSpec = TableSpec | FormSpec

/** `i1`, `i2` … for things whose code nobody wrote. */
export function codeMaker(prefix: string, taken: Iterable<unknown>): () => string {
  const used = new Set(taken)
  let number = 0
  return () => {
    do number += 1
    while (used.has(`${prefix}${number}`))
    used.add(`${prefix}${number}`)
    return `${prefix}${number}`
  }
}

/** A spec for a plain list of things with codes at the top of the definition. */
export function listSpec(
  key: 'lines' | 'units' | 'totals' | 'vetoKinds',
  prefix: string,
  head: Pick<TableSpec, 'name' | 'purpose' | 'columns'> & { rows: TableSpec['rows'] }
): TableSpec {
  return {
    type: 'TABLE',
    ...head,
    take(rows, { definition, names }) {
      if (rows.length === 0) return
      const next = codeMaker(
        prefix,
        rows.map((row) => row.values['code'])
      )
      const things = rows.map(({ values }): Json => ({ code: values['code'] ?? next(), ...values }))
      definition[key] = things
      if (key === 'lines' || key === 'units') for (const thing of things) names.add(key, thing)
    }
  }
}
