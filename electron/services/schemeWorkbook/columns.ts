import type { FormCell } from '../../reports/form/formSheet.ts'
import { sameJson } from '#shared/domain/scheme/compactScheme.ts'
import { cleanText } from './cleanText.ts'
import type { CellFault, Codec } from './codec.ts'
import { setAt, valueAt, type Json } from './loose.ts'
import type { Names } from './names.ts'

/** One column of a sheet: where in the row's object its value lies, and how it is written. */
export interface ColumnSpec {
  header: string
  /** Other headers that people give it. */
  also?: readonly string[]
  path: readonly string[]
  codec: Codec
  width: number
  /** What to write there. */
  help?: string
  /** Shown where the definition leaves the value to the schema's default. */
  shown?: unknown
}

/** One row as it was read: values by path, and where each cell stands. */
export interface ReadRow {
  values: Json
  /** Tells a problem about the cell below this header. */
  complain(header: string, fault: CellFault): void
}

/** The cell of a value, empty where the text would not lead back to exactly that value. */
export function cellOf(value: unknown, codec: Codec, names: Names): FormCell {
  if (value === undefined) return { text: '' }
  const text = cleanText(codec.format(value, names))
  if (text === '') return { text: '' }
  const back = codec.parse(text, names)
  return { text: 'value' in back && sameJson(back.value, value) ? text : '' }
}

export function cellsOf(item: Json, columns: readonly ColumnSpec[], names: Names): FormCell[] {
  return columns.map(({ path, codec, shown }) => cellOf(valueAt(item, path) ?? shown, codec, names))
}

/** Reads the cells of a row into an object; empty cells leave nothing behind. */
export function readCells(
  texts: ReadonlyMap<string, string>,
  columns: readonly ColumnSpec[],
  names: Names,
  complain: (header: string, fault: CellFault) => void
): ReadRow {
  const values: Json = {}
  for (const { header, path, codec } of columns) {
    const text = texts.get(header) ?? ''
    if (text === '') continue
    const parsed = codec.parse(text, names)
    if ('fault' in parsed) complain(header, parsed.fault)
    else setAt(values, path, parsed.value)
  }
  return { values, complain }
}
