import type { RawCell, RawCellKind, RawSheet, RawWorkbook } from '#shared/domain/importing/rawWorkbook.ts'
import { colName } from './colName.ts'

/**
 * A sheet as few large pieces. A million cell objects would take seconds to cross between threads and would
 * block the window's side while they are rebuilt one property at a time; columns of numbers are moved, not copied.
 */
interface PackedSheet extends Omit<RawSheet, 'cells'> {
  count: number
  rows: Uint32Array<ArrayBuffer>
  cols: Uint16Array<ArrayBuffer>
  kinds: Uint8Array<ArrayBuffer>
  values: Uint32Array<ArrayBuffer>
  shown: Uint32Array<ArrayBuffer>
  /** 0 = none, else index + 1. */
  formulas: Uint32Array<ArrayBuffer>
  formats: Uint32Array<ArrayBuffer>
  texts: string[]
}

export interface PackedWorkbook extends Omit<RawWorkbook, 'sheets'> {
  sheets: PackedSheet[]
}

const KINDS: readonly RawCellKind[] = ['number', 'text', 'boolean', 'date', 'error', 'formula-without-value']

class TextTable {
  readonly texts: string[] = []
  private readonly places = new Map<string, number>()

  /** For texts that hardly repeat: looking them up costs more than storing them twice. */
  push(text: string): number {
    return this.texts.push(text) - 1
  }

  add(text: string): number {
    let place = this.places.get(text)
    if (place === undefined) {
      place = this.push(text)
      this.places.set(text, place)
    }
    return place
  }
}

function packSheet(sheet: RawSheet): PackedSheet {
  const { cells, ...rest } = sheet
  const count = cells.length
  const table = new TextTable()
  const packed: PackedSheet = {
    ...rest,
    count,
    rows: new Uint32Array(count),
    cols: new Uint16Array(count),
    kinds: new Uint8Array(count),
    values: new Uint32Array(count),
    shown: new Uint32Array(count),
    formulas: new Uint32Array(count),
    formats: new Uint32Array(count),
    texts: table.texts
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
  return packed
}

/** For `postMessage`: the packed workbook and the buffers to hand over. */
export function packWorkbook(workbook: RawWorkbook): { workbook: PackedWorkbook; transfer: ArrayBuffer[] } {
  const sheets = workbook.sheets.map(packSheet)
  const transfer = sheets.flatMap((sheet) =>
    [sheet.rows, sheet.cols, sheet.kinds, sheet.values, sheet.shown, sheet.formulas, sheet.formats].map(
      (list) => list.buffer
    )
  )
  return { workbook: { ...workbook, sheets }, transfer }
}

function unpackSheet(packed: PackedSheet): RawSheet {
  const { count, rows, cols, kinds, values, shown, formulas, formats, texts, ...rest } = packed
  const text = (place: number | undefined): string => texts[place as number] as string
  const cells = new Array<RawCell>(count)
  for (let i = 0; i < count; i++) {
    const row = rows[i] as number
    const col = cols[i] as number
    const cell: RawCell = {
      row,
      col,
      address: colName(col) + String(row + 1),
      kind: KINDS[kinds[i] as number] as RawCellKind,
      value: text(values[i]),
      shown: text(shown[i])
    }
    const formula = formulas[i] as number
    const format = formats[i] as number
    if (formula > 0) cell.formula = text(formula - 1)
    if (format > 0) cell.format = text(format - 1)
    cells[i] = cell
  }
  return { ...rest, cells }
}

/** The other half of `packWorkbook`; exactly the workbook that was packed. */
export function unpackWorkbook(packed: PackedWorkbook): RawWorkbook {
  return { ...packed, sheets: packed.sheets.map(unpackSheet) }
}
