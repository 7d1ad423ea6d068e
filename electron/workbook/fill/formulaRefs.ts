import type { RawRange } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { columnIndex } from './a1Ref.ts'

/** An area that a formula reads; `sheet` null: its own sheet. Names of sheets and of names in lower case. */
export interface ReadArea {
  sheet: string | null
  range: RawRange
}

/** What a formula reads. `unsure`: it may read anything (INDIRECT, tables, several sheets at once …). */
export interface FormulaReads {
  areas: ReadArea[]
  names: string[]
  unsure: boolean
}

const LAST_ROW = 1_048_575
const LAST_COL = 16_383
/** They make a reference out of text or numbers. */
const MAKES_REFERENCES = /^(?:INDIRECT|OFFSET|GETPIVOTDATA|CUBE\w*|RTD|DDE|EVALUATE)$/i

const SHEET = String.raw`(?:'((?:[^']|'')+)'!|([\p{L}\p{N}_.\[\]:\\]+)!)?`
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`
/** Pieces of a formula; groups: sheet in quotes, plain sheet, reference, name, `(` of a call. Sticky: use a copy. */
export const FORMULA_PIECES = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    `${SHEET}(${CELL}(?::${CELL})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7})(?![\\p{L}\\p{N}_.(!\\[])`,
    String.raw`(?:'(?:[^']|'')+'!|[\p{L}\p{N}_.\[\]:\\]+!)?([\p{L}_\\][\p{L}\p{N}_.\\?]*)(\s*\()?`,
    String.raw`#(?:REF|DIV/0|N/A|VALUE|NAME|NUM|NULL)[!?]?`,
    String.raw`\d+\.?\d*(?:E[+-]?\d+)?|\.\d+(?:E[+-]?\d+)?`,
    String.raw`[+\-*/^&=<>%(),;{}\s@]`
  ].join('|'),
  'uy'
)

/** How far the further cell of a shared formula lies from its first one. */
export interface Offset {
  rows: number
  cols: number
}

interface Corner {
  row: number | null
  col: number | null
}

function corner(text: string, offset: Offset): Corner {
  const [, fixedCol, letters, fixedRow, digits] = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/.exec(text) ?? []
  const col = letters === undefined ? null : columnIndex(letters)
  const row = digits === undefined ? null : Number(digits) - 1
  // `$5` of a row range puts its dollar sign where a column's stands.
  const rowFixed = fixedRow === '$' || (letters === undefined && fixedCol === '$')
  return {
    row: row === null ? null : rowFixed ? row : row + offset.rows,
    col: col === null ? null : fixedCol === '$' ? col : col + offset.cols
  }
}

function rangeOf(text: string, offset: Offset): RawRange {
  const [first, last = first] = text.split(':')
  const [a, b] = [corner(first!, offset), corner(last!, offset)]
  const low = (x: number | null, y: number | null): number => Math.min(x ?? 0, y ?? 0)
  const high = (x: number | null, y: number | null, most: number): number => Math.max(x ?? most, y ?? most)
  return {
    top: low(a.row, b.row),
    left: low(a.col, b.col),
    bottom: high(a.row, b.row, LAST_ROW),
    right: high(a.col, b.col, LAST_COL)
  }
}

/** Reads a formula (decoded, without `=`). Whatever it does not understand makes it `unsure`, never silently nothing. */
export function formulaReads(formula: string, offset: Offset = { rows: 0, cols: 0 }): FormulaReads {
  const reads: FormulaReads = { areas: [], names: [], unsure: false }
  FORMULA_PIECES.lastIndex = 0
  while (FORMULA_PIECES.lastIndex < formula.length) {
    const match = FORMULA_PIECES.exec(formula)
    if (match === null) return { ...reads, unsure: true }
    const [whole, quoted, plain, ref, name, call] = match
    if (ref !== undefined) takeArea(reads, quoted?.replaceAll("''", "'") ?? plain ?? null, ref, offset)
    else if (name !== undefined) takeName(reads, name, call !== undefined, whole)
  }
  return reads
}

function takeArea(reads: FormulaReads, sheet: string | null, ref: string, offset: Offset): void {
  // `[1]Sheet1!A1` lies in another workbook, which no edit here changes.
  if (sheet !== null && /\[[^\]]+\]/.test(sheet)) return
  // `Sheet1:Sheet3!A1` reads several sheets.
  if (sheet?.includes(':') === true) reads.unsure = true
  else reads.areas.push({ sheet: sheet?.toLowerCase() ?? null, range: rangeOf(ref, offset) })
}

function takeName(reads: FormulaReads, name: string, isCall: boolean, whole: string): void {
  if (isCall) {
    if (MAKES_REFERENCES.test(name)) reads.unsure = true
    return
  }
  if (/^(?:TRUE|FALSE)$/i.test(name)) return
  if (/\[\d+\]/.test(whole)) return
  reads.names.push(name.toLowerCase())
}
