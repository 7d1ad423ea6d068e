import type { RawCell, RawCellKind, RawRange, RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { colName } from './colName.ts'
import { dateOfSerial } from './dateOfSerial.ts'
import { MergeCover } from './mergeCover.ts'
import { meaningOfFormat } from './numberFormats.ts'
import { plainNumber } from './plainNumber.ts'
import { shownNumber, type CellObject, type WorkSheet } from './sheetjs.ts'

export interface SheetFacts {
  name: string
  index: number
  visibility: RawSheet['visibility']
  date1904: boolean
  /** From our own scan of the part; absent where the library's marks are used. */
  hiddenRows?: number[]
  hiddenCols?: number[]
}

/** Excel's own bounds; whatever lies beyond is not shown by any office program. */
const MAX_ROWS = 1_048_576
const MAX_COLS = 16_384

interface Value {
  kind: RawCellKind
  value: string
}

function numberValue(serial: number, format: string | undefined, date1904: boolean): Value {
  const meaning = meaningOfFormat(format)
  if (meaning === 'number' || meaning === 'elapsed') return { kind: 'number', value: plainNumber(serial) }
  if (meaning === 'boolean') return { kind: 'boolean', value: serial === 0 ? 'FALSE' : 'TRUE' }
  const date = dateOfSerial(serial, date1904, meaning)
  return date === null ? { kind: 'number', value: plainNumber(serial) } : { kind: 'date', value: date }
}

/** Line ends become `\n`; Excel's files carry `\r\n`, and .xls pads some texts with NUL. */
function tidyText(text: string): string {
  return /[\r\0]/.test(text) ? text.replace(/\r\n?/g, '\n').replace(/\0+$/, '') : text
}

const ERROR_TEXT: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA'
}

function valueOf(cell: CellObject, date1904: boolean): Value | null {
  const hasFormula = cell.f !== undefined
  const format = cell.z === undefined ? undefined : String(cell.z)
  if (cell.t === 'n' && typeof cell.v === 'number') {
    if (Number.isFinite(cell.v)) return numberValue(cell.v, format, date1904)
    return hasFormula ? { kind: 'formula-without-value', value: '' } : { kind: 'error', value: '#NUM!' }
  }
  if (cell.t === 's') {
    const text = tidyText(String(cell.v ?? ''))
    return text === '' && !hasFormula ? null : { kind: 'text', value: text }
  }
  if (cell.t === 'b') return { kind: 'boolean', value: cell.v === true || cell.v === 1 ? 'TRUE' : 'FALSE' }
  if (cell.t === 'e') {
    const text = typeof cell.v === 'number' ? ERROR_TEXT[cell.v] : undefined
    return { kind: 'error', value: text ?? '#VALUE!' }
  }
  return hasFormula ? { kind: 'formula-without-value', value: '' } : null
}

function toCell(row: number, col: number, cell: CellObject, date1904: boolean): RawCell | null {
  const found = valueOf(cell, date1904)
  if (found === null) return null
  const raw: RawCell = {
    row,
    col,
    address: colName(col) + String(row + 1),
    kind: found.kind,
    value: found.value,
    shown: shownText(cell, found, date1904)
  }
  if (cell.f !== undefined) raw.formula = cell.f
  if (cell.z !== undefined && cell.z !== 'General') raw.format = String(cell.z)
  return raw
}

function shownText(cell: CellObject, { kind, value }: Value, date1904: boolean): string {
  if ((kind !== 'number' && kind !== 'date') || typeof cell.v !== 'number') return value
  return shownNumber(cell.v, value, cell.z === undefined ? undefined : String(cell.z), date1904)
}

function toMerges(sheet: WorkSheet): RawRange[] {
  const merges: RawRange[] = []
  for (const { s, e } of sheet['!merges'] ?? []) {
    const merge = {
      top: Math.min(s.r, e.r),
      left: Math.min(s.c, e.c),
      bottom: Math.min(MAX_ROWS - 1, Math.max(s.r, e.r)),
      right: Math.min(MAX_COLS - 1, Math.max(s.c, e.c))
    }
    if (merge.top < 0 || merge.left < 0 || merge.top >= MAX_ROWS || merge.left >= MAX_COLS) continue
    if (merge.bottom > merge.top || merge.right > merge.left) merges.push(merge)
  }
  return merges.sort((a, b) => a.top - b.top || a.left - b.left)
}

/** Ascending indexes that a list holds. Short lists are walked; a stray row 2,000,000,000 is not walked up to. */
function indexes(list: ArrayLike<unknown> | undefined, shortBelow: number): number[] {
  if (list === undefined) return []
  if (list.length > shortBelow) return Object.keys(list).map(Number).filter(Number.isInteger)
  const found: number[] = []
  for (let at = 0; at < list.length; at++) if (list[at] !== undefined) found.push(at)
  return found
}

function hiddenOf(
  list: ({ hidden?: boolean; hpx?: number; width?: number } | undefined)[] | undefined,
  below: number
): number[] {
  return indexes(list, MAX_ROWS).filter((at) => {
    const info = list?.[at]
    if (at >= below) return false
    return info?.hidden === true || info?.hpx === 0 || info?.width === 0
  })
}

export interface ConvertedSheet {
  sheet: RawSheet
  /** Cells beyond row 1,048,576 or column XFD, which no office program shows. */
  outside: number
}

/**
 * Turns a library sheet (dense) into ours: typed values without loss, real addresses, merges, hidden rows and
 * columns inside the used area. Cells under a merge are dropped: office programs show only its anchor.
 */
export function toRawSheet(source: WorkSheet, facts: SheetFacts): ConvertedSheet {
  const data = (source['!data'] ?? []) as (CellObject | undefined)[][]
  const merges = toMerges(source)
  const cover = new MergeCover(merges)
  const cells: RawCell[] = []
  let colCount = 0
  let outside = 0
  for (const row of indexes(data, MAX_ROWS)) {
    const line = data[row] ?? []
    if (row >= MAX_ROWS) {
      outside += indexes(line, MAX_COLS).length
      continue
    }
    for (const col of indexes(line, MAX_COLS)) {
      const cell = line[col]
      if (cell === undefined || cover.hides(row, col)) continue
      const raw = toCell(row, col, cell, facts.date1904)
      if (raw === null) continue
      if (col >= MAX_COLS) outside++
      else {
        cells.push(raw)
        if (col >= colCount) colCount = col + 1
      }
    }
  }
  const rowCount = cells.length === 0 ? 0 : (cells[cells.length - 1] as RawCell).row + 1
  const sheet: RawSheet = {
    name: facts.name,
    index: facts.index,
    visibility: facts.visibility,
    cells,
    merges,
    hiddenRows: facts.hiddenRows?.filter((row) => row < rowCount) ?? hiddenOf(source['!rows'], rowCount),
    hiddenCols: facts.hiddenCols?.filter((col) => col < colCount) ?? hiddenOf(source['!cols'], colCount),
    rowCount,
    colCount
  }
  return { sheet, outside }
}
