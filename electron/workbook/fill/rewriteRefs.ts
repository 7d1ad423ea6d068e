import { columnLetter } from '#shared/domain/importing/grid/a1.ts'
import { columnIndex } from './a1Ref.ts'
import { FORMULA_PIECES, type Offset } from './formulaRefs.ts'

/** One corner of a reference as written; `null` where a reference names whole columns or rows. 0-based. */
export interface RefCorner {
  col: number | null
  colFixed: boolean
  row: number | null
  rowFixed: boolean
}

/** A reference of a formula: one corner for a cell, two for a range. */
export interface Reference {
  /** As written without quotes; null: the formula's own sheet. */
  sheet: string | null
  corners: readonly RefCorner[]
}

/** The corners with which a reference is written again; null for one that points outside the sheet. */
type Change = (reference: Reference) => readonly RefCorner[] | null

const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/

function cornerOf(text: string): RefCorner {
  const [, dollar, letters, beforeRow, digits] = CORNER.exec(text) ?? []
  return {
    col: letters === undefined ? null : columnIndex(letters),
    colFixed: letters !== undefined && dollar === '$',
    row: digits === undefined ? null : Number(digits) - 1,
    // `$5` of a row range puts its dollar sign where a column's stands.
    rowFixed: digits !== undefined && (letters === undefined ? dollar === '$' : beforeRow === '$')
  }
}

function written({ col, colFixed, row, rowFixed }: RefCorner): string {
  const column = col === null ? '' : `${colFixed ? '$' : ''}${columnLetter(col)}`
  return `${column}${row === null ? '' : `${rowFixed ? '$' : ''}${row + 1}`}`
}

/** From `[` to one past the `]` that closes it: names of table columns are no references. */
function behindBrackets(formula: string, from: number): number {
  let depth = 0
  for (let at = from; at < formula.length; at++) {
    if (formula[at] === '[') depth++
    else if (formula[at] === ']' && --depth === 0) return at + 1
  }
  return formula.length
}

/** Writes the references of a formula (decoded, without `=`) anew; everything else of it stays letter by letter. */
export function rewriteReferences(formula: string, change: Change): string {
  const pieces = new RegExp(FORMULA_PIECES)
  let out = ''
  let at = 0
  while (at < formula.length) {
    pieces.lastIndex = at
    const match = pieces.exec(formula)
    if (match === null || match[0] === '') {
      const end = formula[at] === '[' ? behindBrackets(formula, at) : at + 1
      out += formula.slice(at, end)
      at = end
      continue
    }
    const [whole, quoted, plain, ref] = match
    out += ref === undefined ? whole : rewritten(whole, quoted, plain, ref, change)
    at += whole.length
  }
  return out
}

function rewritten(
  whole: string,
  quoted: string | undefined,
  plain: string | undefined,
  ref: string,
  change: Change
): string {
  const sheet = quoted?.replaceAll("''", "'") ?? plain ?? null
  // Other workbooks do not change; several sheets at once are left to the office program.
  if (sheet !== null && /[[\]:]/.test(sheet)) return whole
  const corners = ref.split(':').map(cornerOf)
  const changed = change({ sheet, corners })
  const before = whole.slice(0, whole.length - ref.length)
  if (changed === null) return `${before}#REF!`
  return before + changed.map(written).join(':')
}

const outside = (index: number | null, most: number): boolean => index !== null && (index < 0 || index > most)

/** A formula as it reads when it is copied to another cell: relative references move along. */
export function copiedFormula(formula: string, { rows, cols }: Offset): string {
  return rewriteReferences(formula, ({ corners }) => {
    const moved = corners.map((corner) => ({
      ...corner,
      row: corner.row === null || corner.rowFixed ? corner.row : corner.row + rows,
      col: corner.col === null || corner.colFixed ? corner.col : corner.col + cols
    }))
    return moved.some(({ row, col }) => outside(row, 1_048_575) || outside(col, 16_383)) ? null : moved
  })
}
