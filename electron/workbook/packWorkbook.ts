import type {
  RawCell,
  RawCellKind,
  RawSheet,
  RawWorkbook
} from '#shared/domain/importing/grid/rawWorkbook.ts'
import { colName } from './colName.ts'
import { TextTable, textReader, type PackedTexts } from './textTable.ts'

/**
 * A sheet as few large pieces. A million cell objects would take seconds to cross between threads and would
 * block the window's side while they are rebuilt one property at a time.
 */
interface PackedSheet {
  /** All of the sheet but its cells. */
  about: Omit<RawSheet, 'cells'>
  count: number
  rows: Uint32Array<ArrayBuffer>
  cols: Uint16Array<ArrayBuffer>
  kinds: Uint8Array<ArrayBuffer>
  values: Uint32Array<ArrayBuffer>
  shown: Uint32Array<ArrayBuffer>
  /** 0 = none, else index + 1. */
  formulas: Uint32Array<ArrayBuffer>
  formats: Uint32Array<ArrayBuffer>
  texts: PackedTexts
}

export interface PackedWorkbook extends Omit<RawWorkbook, 'sheets'> {
  sheets: PackedSheet[]
}

const KINDS: readonly RawCellKind[] = ['number', 'text', 'boolean', 'date', 'error', 'formula-without-value']

function packSheet(sheet: RawSheet): PackedSheet {
  const { cells, ...about } = sheet
  const count = cells.length
  const table = new TextTable()
  const packed = {
    about,
    count,
    rows: new Uint32Array(count),
    cols: new Uint16Array(count),
    kinds: new Uint8Array(count),
    values: new Uint32Array(count),
    shown: new Uint32Array(count),
    formulas: new Uint32Array(count),
    formats: new Uint32Array(count)
  }
  cells.forEach((cell, i) => {
    packed.rows[i] = cell.row
    packed.cols[i] = cell.col
    packed.kinds[i] = KINDS.indexOf(cell.kind)
    const value = cell.kind === 'number' ? table.push(cell.value) : table.add(cell.value)
    packed.values[i] = value
    packed.shown[i] = cell.shown === cell.value ? value : table.add(cell.shown)
    packed.formulas[i] = cell.formula === undefined ? 0 : table.add(cell.formula) + 1
    packed.formats[i] = cell.format === undefined ? 0 : table.add(cell.format) + 1
  })
  return { ...packed, texts: table.pack() }
}

/** For `postMessage`; a workbook that came out of a thread is packed already. */
export function packWorkbook(workbook: RawWorkbook): PackedWorkbook {
  return packedWorkbooks.get(workbook) ?? { ...workbook, sheets: workbook.sheets.map(packSheet) }
}

/** The buffers that a thread may hand over instead of copying them. */
export function buffersOf({ sheets }: PackedWorkbook): ArrayBuffer[] {
  return sheets.flatMap((sheet) =>
    [
      sheet.rows,
      sheet.cols,
      sheet.kinds,
      sheet.values,
      sheet.shown,
      sheet.formulas,
      sheet.formats,
      sheet.texts.ends
    ].map((list) => list.buffer)
  )
}

function cellReader(packed: PackedSheet): (i: number) => RawCell {
  const { rows, cols, kinds, values, shown, formulas, formats } = packed
  const text = textReader(packed.texts)
  return (i) => {
    const row = rows[i] as number
    const col = cols[i] as number
    const cell: RawCell = {
      row,
      col,
      address: colName(col) + String(row + 1),
      kind: KINDS[kinds[i] as number] as RawCellKind,
      value: text(values[i] as number),
      shown: text(shown[i] as number)
    }
    const formula = formulas[i] as number
    const format = formats[i] as number
    if (formula > 0) cell.formula = text(formula - 1)
    if (format > 0) cell.format = text(format - 1)
    return cell
  }
}

/** What stands behind a workbook or sheet that came out of a thread. */
const packedWorkbooks = new WeakMap<RawWorkbook, PackedWorkbook>()
const windows = new WeakMap<RawSheet, (top: number, bottom: number) => RawCell[]>()

function unpackSheet(packed: PackedSheet): RawSheet {
  const { about, count, rows } = packed
  const cellAt = cellReader(packed)
  let cells: RawCell[] | null = null
  const sheet: RawSheet = {
    ...about,
    get cells() {
      return (cells ??= cellsOf(0, count))
    }
  }
  const cellsOf = (from: number, to: number): RawCell[] =>
    Array.from({ length: to - from }, (_, i) => cellAt(from + i))
  windows.set(sheet, (top, bottom) => cellsOf(firstFrom(rows, top), firstFrom(rows, bottom)))
  return sheet
}

/**
 * The other half of `packWorkbook`; exactly the workbook that was packed. The cells of a sheet become objects when
 * somebody first asks for them all.
 */
export function unpackWorkbook(packed: PackedWorkbook): RawWorkbook {
  const workbook = { ...packed, sheets: packed.sheets.map(unpackSheet) }
  packedWorkbooks.set(workbook, packed)
  return workbook
}

/** First index with a row at or below `row`. Cells are in row order. */
function firstFrom(rows: Uint32Array, row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as number) < row) low = middle + 1
    else high = middle
  }
  return low
}

/** Cells of the rows `[top, bottom)`; of a large sheet only these become objects. */
export function cellsBetween(sheet: RawSheet, top: number, bottom: number): RawCell[] {
  const window = windows.get(sheet)
  return window ? window(top, bottom) : sheet.cells.filter((cell) => cell.row >= top && cell.row < bottom)
}
